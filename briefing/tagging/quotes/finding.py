"""Who said what: every quotation with its speaker.

Quotation marks are paired first, then each passage gets the speaker of the verb of speaking beside
it; what has none inherits the speaker of the quotation before it. What is in quotation marks
and is no speech, as titles and nicknames, is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.model import Actor, Article, Paragraph, Quote, QuoteKind
from briefing.tagging.quotes import attribution, cues, interviews, remote_attribution, speech
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.tagging.quotes.attribution import Attribution
from briefing.tagging.quotes.cues import Setting
from briefing.tagging.quotes.referents import Referents, Speaker
from briefing.text import quotation_marks, turns
from briefing.text.quotation_marks import Quoted
from briefing.text.turns import Turn

WORDS_SKIPPED = 4
"""Quoted words in a writer's sentence that are read over on the way to its verb."""

LONG_AGO = 4
"""Paragraphs without a quotation after which nobody is taken to go on speaking."""


@dataclass(slots=True)
class _Said:
    """A passage on its way to a quote."""

    passage: Quoted
    around: Setting
    attribution: Attribution | None = None
    speaker: Speaker | None = None
    certain: bool = False
    kind: QuoteKind | None = None


def find(article: Article, doc: Doc, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """All quotations of an article, in its order.

    Args:
        article: The article.
        doc: Its parse (see `briefing.tagging.pipeline.parse`).
        actors: Who acts in it: a speaker who is one of them gets their full name.
    """
    return tuple(_Reader(article, doc, actors).read())


class _Reader:
    """Reads one article from top to bottom and remembers who spoke last."""

    def __init__(self, article: Article, doc: Doc, actors: tuple[Actor, ...]) -> None:
        self._text = article.text
        self._paragraphs = [p for p in article.paragraphs if p.kind != "furniture"]
        self._stretches = [
            quotation_marks.pair(article.text, p.start, p.end) for p in self._paragraphs
        ]
        marked = [passage for row in self._stretches for passage in row]
        singles = sum(speech.is_single(article.text, passage) for passage in marked)
        self._double = 2 * singles < len(marked)
        ends = frozenset(m[1] for a in actors if a.kind == "person" for m in a.mentions)
        self._turns = turns.find(article.text, self._paragraphs, ends)
        self._parts = interviews.parts(article, actors, self._turns.values())
        self._parse = ArticleParse(doc, marked)
        self._referents = Referents(self._parse, actors, article.text)
        self._last: Speaker | None = None
        self._last_paragraph: Paragraph | None = None
        self._number = {p.start: number for number, p in enumerate(self._paragraphs)}

    def read(self) -> list[Quote]:
        rows: list[list[_Said]] = []
        previous: Paragraph | None = None
        following = [*self._paragraphs, None][1:]
        for paragraph, passages, after in zip(
            self._paragraphs, self._stretches, following, strict=True
        ):
            turn = self._turns.get(paragraph.start)
            if previous is not None and not passages and not turn:
                passages = self._block(previous, paragraph)
            if passages or turn:
                said = (
                    [self._turn(turn)] if turn else self._said(paragraph, passages, previous, after)
                )
                if said:
                    if rows and self._last_paragraph is previous:
                        self._hand_back(rows[-1][-1], said[0], paragraph)
                    self._last_paragraph = paragraph
                    rows.append(said)
            previous = paragraph
        return [self._quote(one) for said in rows for one in said]

    def _hand_back(self, before: _Said, one: _Said, paragraph: Paragraph) -> None:
        """A quotation that goes on in the next paragraph has the speaker who is named there."""
        leads = not self._has_words(paragraph.start, one.passage.outer_start)
        if leads and not before.passage.closed and before.attribution is None and one.attribution:
            before.speaker = one.speaker

    def _said(
        self,
        paragraph: Paragraph,
        passages: list[Quoted],
        previous: Paragraph | None,
        after: Paragraph | None,
    ) -> list[_Said]:
        said = [self._one(paragraph, passages, number) for number in range(len(passages))]
        first, last = said[0], said[-1]
        if last.attribution is None:
            last.attribution = self._signed(paragraph, last.passage, after)
        leads = not self._has_words(paragraph.start, first.passage.outer_start)
        if first.attribution is None and leads and previous is not None:
            first.attribution = remote_attribution.introduction(
                self._parse, self._referents, previous.start, previous.end
            )
        kept: list[_Said] = []
        for number, one in enumerate(said):
            before = said[number - 1] if number else None
            one.kind = speech.kind_of(
                self._text,
                one.passage,
                one.attribution,
                start=paragraph.start,
                before=before.passage if before else None,
                headline=paragraph.kind == "title" or self._is_foreign(one.passage),
            )
            if one.kind is None or self._is_stray(one, paragraph, previous, after):
                continue
            self._resolve(one)
            kept.append(one)
        self._inherit(paragraph, kept, leads, previous)
        return kept

    def _is_stray(
        self, one: _Said, paragraph: Paragraph, previous: Paragraph | None, after: Paragraph | None
    ) -> bool:
        """True if only a lost mark makes it a quotation, and nobody speaks it."""
        if one.attribution or not speech.lacks_mark(self._text, one.passage, paragraph):
            return False
        goes_on = after is not None and not self._text[after.start].isalnum()
        return not goes_on and self._last_paragraph is not previous

    def _is_foreign(self, passage: Quoted) -> bool:
        """Single marks where the article has double ones: those of a headline."""
        return self._double and speech.is_single(self._text, passage)

    def _turn(self, turn: Turn) -> _Said:
        """A paragraph of a transcript; who "Q" and "A" are is inferred at best."""
        one = _Said(turn.passage, cues.NOWHERE, kind="direct")
        if turn.letter:
            one.speaker = self._referents.actor(self._parts[turn.letter], turn.label)
        else:
            one.attribution = remote_attribution.labeled(self._parse, self._referents, turn.label)
            self._resolve(one)
        if one.speaker is None:
            one.speaker = Speaker(None, turn.label, sure=False)
        self._last = one.speaker
        return one

    def _block(self, previous: Paragraph, paragraph: Paragraph) -> list[Quoted]:
        """A paragraph without marks that the one before announces: "Vale wrote to them:"."""
        start, end = paragraph.start, paragraph.end
        if self._text[previous.end - 1] != ":" or not self._text[start].isalpha():
            return []
        found = remote_attribution.introduction(
            self._parse, self._referents, previous.start, previous.end
        )
        if found is None or found.head is None or not remote_attribution.tells(self._parse, found):
            return []
        return [Quoted(start, end, start, end)]

    def _signed(
        self, paragraph: Paragraph, passage: Quoted, after: Paragraph | None
    ) -> Attribution | None:
        if self._text[passage.end - 1] in ",":
            return None
        place = paragraph
        start = passage.outer_end
        if not self._has_words(start, paragraph.end):
            if after is None:
                return None
            place, start = after, after.start
        return remote_attribution.signature(
            self._parse, self._referents, self._text, start, place.end
        )

    def _one(self, paragraph: Paragraph, passages: list[Quoted], number: int) -> _Said:
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
        return _Said(passage, around, found)

    def _resolve(self, one: _Said) -> None:
        if one.attribution is None or one.attribution.head is None:
            return
        one.speaker = self._referents.resolve(one.attribution.head)
        self._referents.note(one.speaker)
        one.certain = one.attribution.sure and one.speaker.sure

    def _inherit(
        self, paragraph: Paragraph, said: list[_Said], leads: bool, previous: Paragraph | None
    ) -> None:
        """Gives a passage without a speaker the one of the words or the passage beside it."""
        following: Speaker | None = None
        after: list[Speaker | None] = []
        for one in reversed(said):
            after.append(following)
            following = one.speaker or following
        known: _Said | None = None
        floor = paragraph.start
        for number, (one, later) in enumerate(zip(said, reversed(after), strict=True)):
            if one.speaker is None:
                told = self._told(floor, one.passage.outer_start)
                if told is not None:
                    one.speaker = told
                elif known is not None:
                    one.speaker = known.speaker
                elif not leads and (actor := self._acting(floor, one.passage.outer_start)):
                    one.speaker = actor
                elif later is not None:
                    one.speaker = later
                elif leads and previous is not None:
                    one.speaker = self._floating(previous)
                one.certain = (
                    known is not None and known.certain and self._continues(said[number - 1], one)
                )
            if one.speaker is not None:
                known = one
            floor = one.passage.outer_end
        if said:
            self._last = said[-1].speaker

    def _told(self, start: int, end: int) -> Speaker | None:
        """Who speaks in the writer's own words between two offsets, if it can be told."""
        head = remote_attribution.teller(self._parse, start, end)
        told = None if head is None else self._referents.resolve(head)
        return told if told is not None and told.name is not None else None

    def _continues(self, before: _Said, one: _Said) -> bool:
        """True if nothing but who spoke stands between: “Yes,” Ito said. “Now.”."""
        if before.attribution is None or before.attribution.cue is None:
            return False
        between = before.around.right
        if before.attribution.cue[0] not in between:
            return False
        stop = self._parse.at(one.passage.outer_start)
        return stop - between.stop <= 1

    def _floating(self, previous: Paragraph) -> Speaker | None:
        """Who goes on speaking in a paragraph that is all quotation."""
        if self._last_paragraph is previous and self._last is not None:
            return self._last
        told = self._told(previous.start, previous.end)
        if told is not None:
            return told
        return self._acting(previous.start, previous.end) or self._recent(previous)

    def _recent(self, previous: Paragraph) -> Speaker | None:
        """Who spoke last, unless that is long ago."""
        if self._last_paragraph is None:
            return None
        ago = self._number[previous.start] - self._number[self._last_paragraph.start]
        return self._last if ago < LONG_AGO else None

    def _acting(self, start: int, end: int) -> Speaker | None:
        """Who acts last between two offsets."""
        head = remote_attribution.protagonist(self._parse, self._referents, start, end)
        return None if head is None else self._referents.resolve(head)

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))

    def _quote(self, one: _Said) -> Quote:
        passage, speaker, found = one.passage, one.speaker, one.attribution
        cue = None
        if found is not None and found.cue is not None:
            start, end = self._parse.offsets(*found.cue)
            cue = self._text[start:end]
        return Quote(
            text=self._text[passage.start : passage.end],
            start=passage.start,
            end=passage.end,
            kind=one.kind or "mixed",
            speaker=speaker.name if speaker else None,
            speaker_mention=speaker.mention if speaker else None,
            role=speaker.role if speaker else None,
            cue=cue,
            certain=one.certain,
        )
