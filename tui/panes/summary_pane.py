"""The widget of the summary pane: below the list, why the chosen sentence is there."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.model import Briefing, SummarySentence
from tui.panes.base import EvidencePane
from tui.panes.spec import PaneSpec
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit

if TYPE_CHECKING:
    from briefing.summary.reasons import ReasonFinder

FOOT_FROM = 6
"""Lines of a pane from which the last one says why the chosen sentence is there."""


class SummaryPane(EvidencePane):
    """Sentences of the article that stand for the whole."""

    total = 0

    def __init__(self, spec: PaneSpec) -> None:
        self._weighed: Briefing | None = None
        self._reasons: ReasonFinder | None = None
        super().__init__(spec)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        if not _is_part(briefing, self._weighed):
            self._weighed, self._reasons = briefing, None
        self.total = briefing.longest_summary
        return super().rows_of(briefing)

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
        from briefing.summary.reasons import ReasonFinder
        from tui.panes.reason_line import reason_line

        if self._reasons is None and self._weighed is not None:
            self._reasons = ReasonFinder(self._weighed)
        reasons = self._reasons.why(item) if self._reasons else None
        if reasons is None:
            return []
        width = self.content_width - 1
        return fit([(reason_line(reasons, width), "dim")], width)


def _is_part(briefing: Briefing, whole: Briefing | None) -> bool:
    """True if a briefing says nothing of its article that the whole one does not say."""
    if whole is None or briefing.article is not whole.article:
        return False
    parts = ((b.sentences, b.actors, b.locations) for b in (briefing, whole))
    return all(len(part) <= len(known) for part, known in zip(*parts, strict=True))
