"""Who said what: every quotation with its speaker.

Quotation marks are paired first, then each passage gets the speaker of the verb of speaking beside
it; what has none inherits the speaker of the quotation before it. What is in quotation marks
and is no speech, as titles and nicknames, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from briefing.model import Actor, Article, Paragraph, Quote, QuoteKind
from briefing.tagging.quotes import attribution, cues, interviews, remote_attribution, speech
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.tagging.quotes.attribution import Attribution
from briefing.tagging.quotes.inheritance import Inheritance, Latest
from briefing.tagging.quotes.referents import Referents, Speaker
from briefing.tagging.quotes.spoken import Candidate, Spoken
from briefing.text import quotation_marks, turns
from briefing.text.quotation_marks import Quoted
from briefing.text.turns import Turn

WORDS_SKIPPED = 4
"""Quoted words in a writer's sentence that are read over on the way to its verb."""


def find(article: Article, doc: Doc, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """All quotations of an article, in its order.

    Args:
        article: The article.
        doc: Its parse (see `briefing.tagging.pipeline.parse`).
        actors: Who acts in it: a speaker who is one of them gets their full name.
    """
    return tuple(_Reader(article, doc, actors).read())


def _speaks(paragraph: Paragraph) -> bool:
    """True if quotations are looked for in it; a heading repeats those of the text."""
    return paragraph.kind == "text" and paragraph.block != "heading"


class _Reader:
    """Reads one article from top to bottom and remembers who spoke last."""

    def __init__(self, article: Article, doc: Doc, actors: tuple[Actor, ...]) -> None:
        self._text = article.text
        self._actors = actors
        self._paragraphs = [p for p in article.paragraphs if p.kind == "title" or _speaks(p)]
        self._passages = [
            quotation_marks.pair(article.text, p.start, p.end) for p in self._paragraphs
        ]
        marked = [passage for row in self._passages for passage in row]
        singles = sum(speech.is_single(article.text, passage) for passage in marked)
        self._has_double_marks = 2 * singles < len(marked)
        ends = frozenset(m[1] for a in actors if a.kind == "person" for m in a.mentions)
        self._turns = turns.conversation(article.text, self._paragraphs, ends)
        self._parts = interviews.parts(article, actors, self._turns.values())
        self._parse = ArticleParse(doc, marked)
        self._referents = Referents(self._parse, actors, article.text)
        self._inheritance = Inheritance(self._parse, self._referents, self._paragraphs)
        self._latest = Latest()

    def read(self) -> list[Quote]:
        rows: list[list[Spoken]] = []
        previous: Paragraph | None = None
        following = [*self._paragraphs, None][1:]
        for paragraph, passages, after in zip(
            self._paragraphs, self._passages, following, strict=True
        ):
            turn = self._turns.get(paragraph.start)
            if turn:
                quotes = [self._turn(turn)]
            else:
                marked = passages or (self._block(previous, paragraph) if previous else [])
                quotes = self._quotes(paragraph, marked, previous, after)
            if quotes:
                if rows and self._latest.paragraph is previous:
                    rows[-1][-1] = self._handed_back(rows[-1][-1], quotes[0], paragraph)
                self._latest = Latest(quotes[-1].speaker, paragraph)
                rows.append(quotes)
            previous = paragraph
        return _without_repeated([self._quote(spoken) for quotes in rows for spoken in quotes])

    def _handed_back(self, before: Spoken, first: Spoken, paragraph: Paragraph) -> Spoken:
        """A quotation that goes on in the next paragraph has the speaker who is named there."""
        opens = not self._has_words(paragraph.start, first.passage.outer_start)
        goes_on = opens and not before.passage.closed and before.attribution is None
        return replace(before, speaker=first.speaker) if goes_on and first.attribution else before

    def _quotes(
        self,
        paragraph: Paragraph,
        passages: Sequence[Quoted],
        previous: Paragraph | None,
        after: Paragraph | None,
    ) -> list[Spoken]:
        """The quotations of a paragraph, each with its speaker."""
        if not passages:
            return []
        opens = not self._has_words(paragraph.start, passages[0].outer_start)
        candidates = [self._candidate(paragraph, passages, n) for n in range(len(passages))]
        if candidates[-1].attribution is None:
            signed = self._signed(paragraph, passages[-1], after)
            candidates[-1] = replace(candidates[-1], attribution=signed)
        if candidates[0].attribution is None and opens and previous is not None:
            announced = self._announced(previous)
            candidates[0] = replace(candidates[0], attribution=announced)
        found: list[Spoken] = []
        for number, candidate in enumerate(candidates):
            traits = speech.traits_of(
                self._text,
                candidate.passage,
                candidate.attribution,
                start=paragraph.start,
                before=passages[number - 1] if number else None,
                headline=paragraph.kind == "title" or self._is_foreign(candidate.passage),
            )
            kind = speech.kind_of(traits)
            if kind and not self._is_stray(candidate, paragraph, previous, after):
                found.append(self._resolved(candidate, kind))
        return self._inheritance.fill(paragraph, found, opens, previous, self._latest)

    def _candidate(
        self, paragraph: Paragraph, passages: Sequence[Quoted], number: int
    ) -> Candidate:
        """A passage with who speaks it by the words around it, over quoted words among them."""
        passage = passages[number]
        before = number - 1
        while before >= max(0, number - WORDS_SKIPPED) and speech.is_word(
            self._text, passages[before]
        ):
            before -= 1
        after = number + 1
        while after < min(len(passages), number + WORDS_SKIPPED) and speech.is_word(
            self._text, passages[after]
        ):
            after += 1
        floor = passages[before].outer_end if before >= 0 else paragraph.start
        ceiling = passages[after].outer_start if after < len(passages) else paragraph.end
        around = cues.setting(self._parse, passage, floor, ceiling)
        found = attribution.attribute(self._parse, self._referents, passage, around, self._text)
        return Candidate(passage, around, found)

    def _is_stray(
        self,
        candidate: Candidate,
        paragraph: Paragraph,
        previous: Paragraph | None,
        after: Paragraph | None,
    ) -> bool:
        """True if only a lost mark makes it a quotation, and nobody speaks it."""
        lacks_mark = speech.lacks_mark(self._text, candidate.passage, paragraph)
        if candidate.attribution or not lacks_mark:
            return False
        goes_on = after is not None and not self._text[after.start].isalnum()
        return not goes_on and self._latest.paragraph is not previous

    def _is_foreign(self, passage: Quoted) -> bool:
        """Single marks where the article has double ones: those of a headline."""
        return self._has_double_marks and speech.is_single(self._text, passage)

    def _turn(self, turn: Turn) -> Spoken:
        """A paragraph of a transcript; who "Q" and "A" are is inferred at best."""
        if turn.letter:
            speaker = self._referents.actor(self._parts[turn.letter], turn.label)
            return Spoken(turn.passage, cues.NOWHERE, None, "direct", speaker)
        found = remote_attribution.labeled(self._parse, self._referents, turn.label)
        spoken = self._resolved(Candidate(turn.passage, cues.NOWHERE, found), "direct")
        if spoken.speaker is None:
            return replace(spoken, speaker=Speaker(None, turn.label, sure=False))
        return spoken

    def _block(self, previous: Paragraph, paragraph: Paragraph) -> list[Quoted]:
        """A paragraph without marks that the one before announces: "Vale wrote to them:"."""
        start, end = paragraph.start, paragraph.end
        if self._text[previous.end - 1] != ":" or not self._text[start].isalpha():
            return []
        found = self._announced(previous)
        tells = found is not None and remote_attribution.tells(self._parse, found)
        if found is None or found.head is None or not tells:
            return []
        return [Quoted(start, end, start, end)]

    def _announced(self, previous: Paragraph) -> Attribution | None:
        """Who speaks by the end of the paragraph before."""
        return remote_attribution.introduction(
            self._parse, self._referents, previous.start, previous.end
        )

    def _signed(
        self, paragraph: Paragraph, passage: Quoted, after: Paragraph | None
    ) -> Attribution | None:
        """Who signs a quotation, at the end of its paragraph or in the one after it."""
        if self._text[passage.end - 1] == ",":
            return None
        place, start = paragraph, passage.outer_end
        if not self._has_words(start, paragraph.end):
            if after is None:
                return None
            place, start = after, after.start
        return remote_attribution.signature(
            self._parse, self._referents, self._text, start, place.end
        )

    def _resolved(self, candidate: Candidate, kind: QuoteKind) -> Spoken:
        """A passage that is speech with its own speaker, whom later pronouns may mean."""
        found = candidate.attribution
        spoken = Spoken(candidate.passage, candidate.around, found, kind)
        if found is not None and found.told and found.cue is not None:
            hears = Speaker(None, self._parse.offsets(*found.cue), sure=False)
            return replace(spoken, speaker=hears)
        if found is None or found.head is None:
            return spoken
        speaker = self._referents.resolve(found.head)
        self._referents.note(speaker)
        return replace(spoken, speaker=speaker, certain=found.sure and speaker.sure)

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))

    def _quote(self, spoken: Spoken) -> Quote:
        passage, speaker, found = spoken.passage, spoken.speaker, spoken.attribution
        number = speaker.actor if speaker else None
        cue = None
        if found is not None and found.cue is not None:
            start, end = self._parse.offsets(*found.cue)
            cue = self._text[start:end]
        return Quote(
            text=self._text[passage.start : passage.end],
            start=passage.start,
            end=passage.end,
            kind=spoken.kind,
            speaker=speaker.name if speaker else None,
            speaker_id=None if number is None else self._actors[number].id,
            speaker_mention=speaker.mention if speaker else None,
            role=speaker.role if speaker else None,
            cue=cue,
            certain=spoken.certain,
        )


def _without_repeated(quotes: list[Quote]) -> list[Quote]:
    """The quotes without those of nobody that a page repeats in large print from another."""
    said = [quote.text for quote in quotes if quote.speaker is not None]
    return [
        quote
        for quote in quotes
        if quote.speaker is not None
        or not any(len(text) > len(quote.text) and quote.text.rstrip(".") in text for text in said)
    ]
