"""The summary pane: the chosen sentences, each with its paragraph."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Briefing, SummarySentence
from tui.panes.base import EvidencePane, labelled
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, fit

if TYPE_CHECKING:
    from briefing.summary.reasons import SentenceReasons

FOOT_FROM = 6
"""Lines of a pane from which the last one says why the chosen sentence is there."""


class SummaryPane(EvidencePane):
    """Sentences of the article that stand for the whole."""

    NUMBER = 2
    TITLE = "Summary"
    LOADING = "weighing the sentences"
    EMPTY = "no sentence to choose"
    PARTS = ("summary", "sentences", "actors", "locations")
    SPACED = True
    MAY_CUT = False

    total = 0

    def __init__(self, *, id: str) -> None:
        self._weighed: Briefing | None = None
        self._weighing: SentenceReasons | None = None
        super().__init__(id=id)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        if not _is_part(briefing, self._weighed):
            self._weighed, self._weighing = briefing, None
        self.total = briefing.longest_summary
        return [
            Row(
                draw=partial(labelled, briefing.article, item.start, item.text, "ink"),
                spans=((item.start, item.end),),
                item=item,
            )
            for item in briefing.summary
        ]

    def frame_note(self) -> str:
        if not self.rows or not self.total:
            return ""
        total = f"{self.total} sentence{'s' if self.total > 1 else ''}"
        lead = " · " if self.has_focus or self.holds_evidence else ""
        if lead or self.rows_in_view() == len(self.rows):
            count = "" if lead else f"{len(self.rows)} of "
            return f"{lead}{count}{total}  − +"
        return f" shown, of {total}  − +"

    def foot_height(self) -> int:
        tall = self.scrollable_content_region.height >= FOOT_FROM
        return 1 if self.rows and tall else 0

    def foot_line(self, y: int) -> Line:
        """Why the chosen sentence is there; the line is kept free while none is."""
        del y
        item = self.rows[self.index].item
        if not isinstance(item, SummarySentence) or not (self.has_focus or self.holds_evidence):
            return []
        from briefing.summary.reasons import SentenceReasons
        from tui.panes.reason_line import reason_line

        if self._weighing is None and self._weighed is not None:
            self._weighing = SentenceReasons(self._weighed)
        reasons = self._weighing.why(item) if self._weighing else None
        if reasons is None:
            return []
        width = self.content_width - 1
        return fit([(reason_line(reasons, width), "dim")], width)


def _is_part(briefing: Briefing, whole: Briefing | None) -> bool:
    """Whether a briefing says nothing of its article that the whole one does not say."""
    if whole is None or briefing.article is not whole.article:
        return False
    parts = ((b.sentences, b.actors, b.locations) for b in (briefing, whole))
    return all(len(part) <= len(known) for part, known in zip(*parts, strict=True))
