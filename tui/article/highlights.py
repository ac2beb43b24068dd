"""What of an article is marked and lit, and in what ink each run of it is drawn; pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model import Briefing, ParagraphKind, Span
from tui.article.layout import ArticleLayout, Layers, runs
from tui.article.mark_inks import MARKING, ink_of, marks_of
from tui.article.quotation import with_marks
from tui.text_search import Hits
from tui.theme import Ground

LIT, CURRENT, ALSO = 1, 2, 4


class Lights:
    """The marks of a briefing on a text, the evidence of one row, and what a search found.

    Attributes:
        evidence: The spans of the row.
        current: The number of the span at which the reader is.
        hits: What the search found.
        hit: The number of the hit at which the reader is.
    """

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._marks = dict.fromkeys(MARKING, Layers())
        self._marked: dict[int, object] = {}  # the parts of a briefing that are marked
        self._lit = Layers()
        self.evidence: tuple[Span, ...] = ()
        self._also: tuple[Span, ...] = ()
        self.current = 0
        self.hits = Hits()
        self.hit = 0

    def mark(self, briefing: Briefing) -> bool:
        """Mark what the panes list of a briefing; gives True if that is not what was marked."""
        parts = {bit: getattr(briefing, spec.own_part) for bit, spec in MARKING.items()}
        others = [bit for bit, part in parts.items() if part is not self._marked.get(bit)]
        for bit in others:
            self._marked[bit] = parts[bit]
            self._marks[bit] = marks_of(briefing, bit, MARKING[bit])
        return bool(others)

    def light(self, spans: Sequence[Span], current: int, also: Sequence[Span]) -> bool:
        """Light spans as evidence, one of them as the current one, and `also` beside them.

        Returns:
            True if others were lit before.
        """
        before = self.evidence, self.current, self._also
        self.evidence, self._also = tuple(spans), tuple(also)
        self.current = max(0, min(current, len(self.evidence) - 1))
        if (self.evidence, self.current, self._also) == before:
            return False
        lit = [
            (*with_marks(self._text, span), CURRENT if number == self.current else LIT)
            for number, span in enumerate(self.evidence)
        ]
        self._lit = Layers([*lit, *((*span, ALSO) for span in also)])
        return True

    def rows(self, layout: ArticleLayout) -> dict[int, bool]:
        """The rows so far with evidence, each with True if the current one is in it."""
        rows: dict[int, bool] = {}
        for number, span in enumerate(self.evidence):
            if span[0] <= layout.wrapped:
                for row in layout.rows_of(span):
                    rows[row] = rows.get(row, False) or number == self.current
        return rows

    def inks(
        self, start: int, end: int, kind: ParagraphKind, selected: Layers
    ) -> Iterator[tuple[int, int, str, Ground]]:
        """The runs of a span of the text, each with its ink and its ground.

        Args:
            start: First character, in a paragraph of this `kind`.
            end: The offset after the last one.
            kind: What the paragraph is.
            selected: What the mouse selected.
        """
        marks = self._marks.values()
        for left, right in runs(start, end, *marks, self._lit, selected, self.hits):
            ground: Ground = "selected" if selected.at(left) else self._ground(left)
            yield left, right, ink_of(sum(mark.at(left) for mark in marks), kind), ground

    def _ground(self, offset: int) -> Ground:
        hit = self.hits.at(offset)
        if hit is not None:
            return "hit-current" if hit == self.hit else "hit"
        lit = self._lit.at(offset)
        if not lit:
            return "background"
        return "current" if lit & CURRENT and len(self.evidence) > 1 else "evidence"
