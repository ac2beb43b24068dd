"""What a briefing is: frozen values over one frozen text.

Every finding is a span of `Article.text`, half-open and counted in code points, so that it can be
shown, cited and checked: `article.text[item.start:item.end] == item.text`.

Actors and locations are referred to by `id`, never by name; quotes, dates and figures by span. An
item that the reader touched says so in `by`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections.composition import Composition
from briefing.corrections.values import Correction
from briefing.sanitize import SafeLine

SCHEMA_VERSION = 2

Span = tuple[int, int]
"""Half-open offsets into `Article.text`, in code points."""
BlockKind = Literal["paragraph", "heading", "list_item", "table_row", "caption", "quotation"]
"""What a block of the source is; a plain text has paragraphs only."""
ParagraphKind = Literal["title", "text", "furniture"]
ActorKind = Literal["person", "organization", "group", "government"]
LocationKind = Literal["city", "division", "country", "region", "water", "landmark"]
QuoteKind = Literal["direct", "mixed"]
TouchedBy = Literal["reader", "names"]
"""The reader, in this article, or the file of names that the reader keeps for all articles."""
OriginField = Literal["title", "authors", "outlet", "published", "language", "address"]
SpeakerKey = tuple[str | None, str | None]
Number = int | float


class Paragraph(Struct, frozen=True):
    """One line of the frozen text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        kind: `title`, `text`, or `furniture`: what belongs to the page and not to the article.
        number: The ¶ number, from 1; only `text` paragraphs have one.
        block: What it is in the source.
    """

    start: int
    end: int
    kind: ParagraphKind = "text"
    number: int | None = None
    block: BlockKind = "paragraph"


class Origin(Struct, frozen=True):
    """Where something that is known about an article comes from.

    Attributes:
        field: Which attribute of `Article`.
        source: The place in the source, in words: "JSON-LD", "subject of the mail", "first line".
        differs: What another place says instead, "the DOCX properties say “Old boats”", or None
            where all agree.
    """

    field: OriginField
    source: str
    differs: str | None = None


class Article(Struct, frozen=True, kw_only=True):
    """An article, read and cleaned once; its text never changes afterwards.

    Attributes:
        title: The headline, which stands in `text` when the source has it there, or "".
        source: The path or address as it was given, or "-".
        authors: Names from the byline.
        outlet: Who published it, or "" where that is not known.
        address: Its web address, or None.
        published: Publication date as YYYY-MM-DD, or None where it is not known.
        published_at: Its date and time, ISO 8601, with an offset from UTC where the source gives
            one; None where no time is known.
        language: ISO 639-1 code.
        word_count: Words of the title and text paragraphs; furniture is not counted.
        text: The frozen text.
        paragraphs: All non-empty lines of the text, in order.
        notes: What the reader should know about the cleaning, one sentence each.
        origins: Where title, authors, date and the like come from, one for each that is known.
    """

    title: SafeLine
    source: SafeLine
    text: str
    authors: tuple[SafeLine, ...] = ()
    outlet: SafeLine = SafeLine("")
    address: SafeLine | None = None
    published: str | None = None
    published_at: str | None = None
    language: str = "en"
    word_count: int = 0
    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def last_number(self) -> int:
        """The number of the last numbered paragraph, 0 where there is none."""
        numbers = (paragraph.number for paragraph in reversed(self.paragraphs))
        return next((number for number in numbers if number is not None), 0)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The last paragraph that starts at or before the offset."""
        index = bisect_right(self.paragraphs, offset, key=lambda paragraph: paragraph.start)
        return self.paragraphs[index - 1] if index else None


class Sentence(Struct, frozen=True, kw_only=True):
    """A sentence of the article with its place in the ranking.

    Attributes:
        score: What the ranking method gave it; comparable within one briefing only.
        rank: 0 for the sentence chosen first; None for one that is never chosen.
    """

    start: int
    end: int
    score: float = 0.0
    rank: int | None = None


class SummarySentence(Struct, frozen=True, kw_only=True):
    """A sentence that stands in the summary."""

    text: str
    start: int
    end: int
    score: float


class Actor(Struct, frozen=True, kw_only=True):
    """Who acts: a person or an organization, merged over its names.

    Attributes:
        id: Unique in the briefing: "a1", "a2".
        name: The fullest name in the article, or what the file of names calls them.
        role: Words of the article that say what they are, or None.
        role_by: Who else gave the role, which then need not stand in the article.
        aliases: The other names that the article uses.
        salience: 0 to 1, how much the article is about them.
        mentions: Spans of their names, in order.
    """

    id: str = ""
    name: str
    kind: ActorKind
    role: str | None = None
    role_by: TouchedBy | None = None
    aliases: tuple[str, ...] = ()
    salience: float = 0.0
    mentions: tuple[Span, ...] = ()
    by: TouchedBy | None = None


class Location(Struct, frozen=True, kw_only=True):
    """A place of the article, resolved where that can be done.

    Attributes:
        id: Unique in the briefing: "l1", "l2".
        geonames_id: Its id in GeoNames, or None where it is not resolved or is not listed there.
        admin1: Name of the first-level division, or None.
        country: ISO 3166-1 alpha-2 code, or None for places that no single country holds.
        latitude: Degrees north (WGS 84), or None; `longitude` degrees east.
        salience: 0 to 1, how much the article is about it.
        mentions: Spans of its names, in order.
    """

    id: str = ""
    name: str
    kind: LocationKind
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    salience: float = 0.0
    mentions: tuple[Span, ...] = ()
    by: TouchedBy | None = None


class Quote(Struct, frozen=True, kw_only=True):
    """What somebody said, without its quotation marks.

    Attributes:
        kind: `direct`, or `mixed` for quoted words inside a sentence of the writer's.
        speaker: The actor's name where it is one, else the words in the article, else None.
        speaker_id: The `id` of the actor who speaks, or None where the speaker is no actor.
        speaker_mention: Span of the words that name the speaker of this quote.
        role: The speaker's role in the article's words.
        cue: The words that tell of speaking ("said").
        certain: False where the speaker was inferred and not named beside the quote.
    """

    text: str
    start: int
    end: int
    kind: QuoteKind = "direct"
    speaker: str | None = None
    speaker_id: str | None = None
    speaker_mention: Span | None = None
    role: str | None = None
    cue: str | None = None
    certain: bool = False
    by: TouchedBy | None = None

    @property
    def speaker_key(self) -> SpeakerKey:
        """The same for all quotes of one speaker, and of nobody else with the same name."""
        return self.speaker_id, self.speaker


class DateMention(Struct, frozen=True, kw_only=True):
    """A date as written.

    Attributes:
        value: ISO 8601 date, month, year or interval; None where it cannot be known.
    """

    text: str
    start: int
    end: int
    value: str | None = None
    by: TouchedBy | None = None


class Figure(Struct, frozen=True, kw_only=True):
    """A number that says something, as written.

    Attributes:
        value: The number; None for a range, a bound, or a word such as "dozens".
        low: The lower end of a range or bound, or None; `high` the upper one.
        unit: What it is measured in ("USD", "percent", "kilometer"), or None.
        what: The words for what is counted ("people", "homes"), or None.
        what_mention: Span of those words.
        kind: "killed", "injured", "missing", "displaced", "arrested", or None for any other.
        speaker: Who gives the figure, as in `Quote`; None where it is the writer.
    """

    text: str
    start: int
    end: int
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    unit: str | None = None
    what: str | None = None
    what_mention: Span | None = None
    kind: str | None = None
    speaker: str | None = None
    speaker_id: str | None = None
    speaker_mention: Span | None = None
    by: TouchedBy | None = None


class Missing(Struct, frozen=True, kw_only=True):
    """A part of the briefing that could not be made.

    Attributes:
        part: One of `briefing.options.STAGES`.
        reason: Why, in one line.
    """

    part: str
    reason: str


class Briefing(Struct, frozen=True, kw_only=True):
    """Everything that was found in one article.

    Attributes:
        summary: Chosen sentences in the article's order.
        actors: Most salient first.
        locations: Most salient first.
        quotes: In the article's order.
        dates: In the article's order.
        figures: In the article's order.
        sentences: All sentences with their ranks: the summary of any length is a choice of these.
        corrections: What the reader changed, in the order of the changes.
        composition: What the reader wrote and chose for the page.
        missing: The parts that could not be made, and why.
        method: Name of the ranking method.
        model: Name and version of the language model.
    """

    article: Article
    summary: tuple[SummarySentence, ...] = ()
    actors: tuple[Actor, ...] = ()
    locations: tuple[Location, ...] = ()
    quotes: tuple[Quote, ...] = ()
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    corrections: tuple[Correction, ...] = ()
    composition: Composition = Composition()
    missing: tuple[Missing, ...] = ()
    method: str = "brief"
    model: str = ""
    schema_version: int = SCHEMA_VERSION

    @property
    def longest_summary(self) -> int:
        """How many sentences a summary of it can have."""
        return sum(sentence.rank is not None for sentence in self.sentences)

    def with_summary(self, length: int) -> Briefing:
        """The same briefing with a summary of at most `length` sentences."""
        return replace(self, summary=summary_of(self.article.text, self.sentences, length))


def summary_of(
    text: str, sentences: tuple[Sentence, ...], length: int
) -> tuple[SummarySentence, ...]:
    """The `length` best ranked sentences, in the article's order."""
    return tuple(
        SummarySentence(text=text[s.start : s.end], start=s.start, end=s.end, score=s.score)
        for s in sentences
        if s.rank is not None and s.rank < length
    )
