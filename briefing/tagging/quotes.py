"""Who said what: every quotation with its speaker.

Quotation marks are paired first, then each stretch gets the speaker of the verb of speaking beside
it; what has none inherits the speaker of the quotation before it. What is in quotation marks
and is no speech, as titles and nicknames, is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from briefing.model import Actor, Article, Paragraph, Quote, QuoteKind
from briefing.tagging import marks, speakers
from briefing.tagging.clauses import Clauses
from briefing.tagging.marks import Quoted
from briefing.tagging.referents import Referents, Speaker
from briefing.tagging.speakers import Attribution, Setting

FEW_WORDS = 5
"""A stretch with fewer words and no verb of speaking is a name or an irony, not speech."""
WORDS_SKIPPED = 4
"""Quoted words in a writer's sentence that are read over on the way to its verb."""
ENDS_SPEECH = frozenset(".,?!…—–-")
BEFORE_SPEECH = frozenset(".,:;?!…—–-)―")


@dataclass(slots=True)
class _Said:
    """A stretch on its way to a quote."""

    stretch: Quoted
    around: Setting
    attribution: Attribution | None = None
    speaker: Speaker | None = None
    certain: bool = False
    kind: QuoteKind | None = None


def find(article: Article, doc: Doc, actors: tuple[Actor, ...]) -> tuple[Quote, ...]:
    """All quotations of an article, in its order.

    Args:
        article: The article.
        doc: Its parse (see `briefing.tagging.language.parse`).
        actors: Who acts in it: a speaker who is one of them gets their full name.
    """
    return tuple(_Reader(article, doc, actors).read())


class _Reader:
    """Reads one article from top to bottom and remembers who spoke last."""

    def __init__(self, article: Article, doc: Doc, actors: tuple[Actor, ...]) -> None:
        self._text = article.text
        self._paragraphs = [p for p in article.paragraphs if p.kind != "furniture"]
        self._stretches = [marks.pair(article.text, p.start, p.end) for p in self._paragraphs]
        self._clauses = Clauses(doc, [s for row in self._stretches for s in row])
        self._referents = Referents(self._clauses, actors, article.text)
        self._last: Speaker | None = None
        self._last_paragraph: Paragraph | None = None

    def read(self) -> list[Quote]:
        rows: list[list[_Said]] = []
        previous: Paragraph | None = None
        following = [*self._paragraphs, None][1:]
        for paragraph, stretches, behind in zip(
            self._paragraphs, self._stretches, following, strict=True
        ):
            if stretches:
                said = self._said(paragraph, stretches, previous, behind)
                if said:
                    if rows and self._last_paragraph is previous:
                        self._hand_back(rows[-1][-1], said[0], paragraph)
                    self._last_paragraph = paragraph
                    rows.append(said)
            previous = paragraph
        return [self._quote(one) for said in rows for one in said]

    def _hand_back(self, before: _Said, one: _Said, paragraph: Paragraph) -> None:
        """A quotation that goes on in the next paragraph has the speaker who is named there."""
        leads = not self._has_words(paragraph.start, one.stretch.outer_start)
        if leads and not before.stretch.closed and before.attribution is None and one.attribution:
            before.speaker = one.speaker

    def _said(
        self,
        paragraph: Paragraph,
        stretches: list[Quoted],
        previous: Paragraph | None,
        behind: Paragraph | None,
    ) -> list[_Said]:
        said = [self._one(paragraph, stretches, number) for number in range(len(stretches))]
        first, last = said[0], said[-1]
        if last.attribution is None:
            last.attribution = self._signed(paragraph, last.stretch, behind)
        leads = not self._has_words(paragraph.start, first.stretch.outer_start)
        if first.attribution is None and leads and previous is not None:
            first.attribution = speakers.introduction(
                self._clauses, self._referents, previous.start, previous.end
            )
        kept: list[_Said] = []
        for number, one in enumerate(said):
            before = said[number - 1] if number else None
            one.kind = self._kind(paragraph, one, before)
            if one.kind is None:
                continue
            self._resolve(one)
            kept.append(one)
        self._inherit(paragraph, kept, leads, previous)
        return kept

    def _signed(
        self, paragraph: Paragraph, stretch: Quoted, behind: Paragraph | None
    ) -> Attribution | None:
        if self._text[stretch.end - 1] in ",":
            return None
        place = paragraph
        start = stretch.outer_end
        if not self._has_words(start, paragraph.end):
            if behind is None:
                return None
            place, start = behind, behind.start
        return speakers.signature(self._clauses, self._referents, self._text, start, place.end)

    def _one(self, paragraph: Paragraph, stretches: list[Quoted], number: int) -> _Said:
        stretch = stretches[number]
        before = number - 1
        while before >= max(0, number - WORDS_SKIPPED) and self._is_word(stretches[before]):
            before -= 1
        after = number + 1
        while after < min(len(stretches), number + WORDS_SKIPPED) and self._is_word(
            stretches[after]
        ):
            after += 1
        floor = stretches[before].outer_end if before >= 0 else paragraph.start
        ceiling = stretches[after].outer_start if after < len(stretches) else paragraph.end
        around = speakers.setting(self._clauses, stretch, floor, ceiling)
        found = speakers.attribute(self._clauses, self._referents, stretch, around, self._text)
        return _Said(stretch, around, found)

    def _is_word(self, stretch: Quoted) -> bool:
        """Whether a stretch is a word or name in the writer's sentence: the “Go Hull” pins."""
        words = self._text[stretch.start : stretch.end].split()
        return len(words) < FEW_WORDS and self._text[stretch.end - 1] not in ENDS_SPEECH

    def _kind(self, paragraph: Paragraph, one: _Said, before: _Said | None) -> QuoteKind | None:
        """Whether a stretch is speech, and whether it stands for itself or in a sentence."""
        text, stretch = self._text, one.stretch
        words = text[stretch.start : stretch.end].split()
        behind = text[stretch.outer_end : stretch.outer_end + 1]
        ended = text[stretch.end - 1] in ENDS_SPEECH or behind == ","
        floor = before.stretch.outer_end if before else paragraph.start
        lead = text[floor : stretch.outer_start].rstrip()
        apart = not any(map(str.isalnum, lead)) or lead[-1:] in BEFORE_SPEECH
        if before is not None and not any(map(str.isalnum, lead)) and lead[-1:] != ":":
            apart = apart and text[before.stretch.end - 1] in ENDS_SPEECH
        found = one.attribution
        few = len(words) < FEW_WORDS
        if few and _is_title(words):
            if not ended or (found is not None and found.labels):
                return None
            if text[stretch.end - 1] == "," and not self._introduced(one, lead):
                return None
        if paragraph.kind == "title":  # headlines shorten and recapitalize what was said
            return "mixed" if found is not None or not few else None
        if found is not None and found.labels and not apart:
            return "mixed"
        upper = next((c for c in text[stretch.start : stretch.end] if c.isalpha()), "a").isupper()
        if apart and found is not None and found.adjacent:
            return "direct"
        if apart and upper and (not few or (ended and text[stretch.end - 1] != ",")):
            return "direct"
        if found is not None and found.adjacent and ended and upper:
            return "direct"
        if found is not None or (len(words) >= FEW_WORDS and not _is_title(words)):
            return "mixed"
        return None

    def _introduced(self, one: _Said, lead: str) -> bool:
        """Whether words that may be a title begin a sentence or follow a verb of speaking."""
        if not any(map(str.isalnum, lead)) or lead[-1:] in ".?!":
            return True
        found = one.attribution
        if found is None or found.cue is None:
            return False
        return lead[-1:] in BEFORE_SPEECH and found.adjacent and found.cue[0] in one.around.left

    def _resolve(self, one: _Said) -> None:
        if one.attribution is None or one.attribution.head is None:
            return
        one.speaker = self._referents.resolve(one.attribution.head)
        self._referents.note(one.speaker)
        one.certain = one.attribution.sure and one.speaker.sure

    def _inherit(
        self, paragraph: Paragraph, said: list[_Said], leads: bool, previous: Paragraph | None
    ) -> None:
        """Gives a stretch without a speaker the one of the words or the stretch beside it."""
        following: Speaker | None = None
        after: list[Speaker | None] = []
        for one in reversed(said):
            after.append(following)
            following = one.speaker or following
        known: _Said | None = None
        floor = paragraph.start
        for number, (one, later) in enumerate(zip(said, reversed(after), strict=True)):
            if one.speaker is None:
                told = self._told(floor, one.stretch.outer_start)
                if told is not None:
                    one.speaker = told
                elif known is not None:
                    one.speaker = known.speaker
                elif not leads and (actor := self._acting(floor, one.stretch.outer_start)):
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
            floor = one.stretch.outer_end
        if said:
            self._last = said[-1].speaker

    def _told(self, start: int, end: int) -> Speaker | None:
        """Who speaks in the writer's own words between two offsets, if it can be told."""
        head = speakers.teller(self._clauses, start, end)
        told = None if head is None else self._referents.resolve(head)
        return told if told is not None and told.name is not None else None

    def _continues(self, before: _Said, one: _Said) -> bool:
        """Whether nothing but who spoke stands between: “Yes,” Ito said. “Now.”."""
        if before.attribution is None or before.attribution.cue is None:
            return False
        between = before.around.right
        if before.attribution.cue[0] not in between:
            return False
        stop = self._clauses.at(one.stretch.outer_start)
        return stop - between.stop <= 1

    def _floating(self, previous: Paragraph) -> Speaker | None:
        """Who goes on speaking in a paragraph that is all quotation."""
        if self._last_paragraph is previous and self._last is not None:
            return self._last
        told = self._told(previous.start, previous.end)
        if told is not None:
            return told
        return self._acting(previous.start, previous.end) or self._last

    def _acting(self, start: int, end: int) -> Speaker | None:
        """Who acts last between two offsets."""
        head = speakers.protagonist(self._clauses, self._referents, start, end)
        return None if head is None else self._referents.resolve(head)

    def _has_words(self, start: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[start:end]))

    def _quote(self, one: _Said) -> Quote:
        stretch, speaker, found = one.stretch, one.speaker, one.attribution
        cue = None
        if found is not None and found.cue is not None:
            start, end = self._clauses.offsets(*found.cue)
            cue = self._text[start:end]
        return Quote(
            text=self._text[stretch.start : stretch.end],
            start=stretch.start,
            end=stretch.end,
            kind=one.kind or "mixed",
            speaker=speaker.name if speaker else None,
            speaker_mention=speaker.mention if speaker else None,
            role=speaker.role if speaker else None,
            cue=cue,
            certain=one.certain,
        )


def _is_title(words: list[str]) -> bool:
    """Whether the words look like a title or name: capitals on all but the little ones."""
    return all(
        word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words
    ) and (words[0][:1].isupper())
