"""The widget of the dates pane: a line of time above the list."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Briefing, DateMention
from tui.panes.base import EvidencePane
from tui.panes.spec import PaneSpec
from tui.panes.time_line import time_line
from tui.widgets.rows import Row
from tui.widgets.strips import Line

LINE_FROM, LABELS_FROM = 6, 9
"""Lines of a pane from which it has the line of time, and labels below it."""


class DatesPane(EvidencePane):
    """Dates as written or in the order of time, below a line on which they stand."""

    def __init__(self, spec: PaneSpec) -> None:
        self._values: tuple[str | None, ...] = ()
        self._line: tuple[object, list[Line]] = (None, [])
        super().__init__(spec)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        rows = super().rows_of(briefing)
        dates = [row.item for row in rows]
        self._values = tuple(date.value for date in dates if isinstance(date, DateMention))
        return rows

    def head_height(self) -> int:
        height = self.content_height
        wanted = 0 if height < LINE_FROM else 1 if height < LABELS_FROM else 2
        return min(wanted, len(self._time_line(wanted))) if wanted and self.rows else 0

    def head_line(self, y: int) -> Line:
        return self._time_line(self.head_height())[y]

    def _time_line(self, height: int) -> list[Line]:
        chosen = self.index if self.has_focus or self.holds_evidence else None
        published = self._briefing.article.published if self._briefing else None
        key = (self._values, published, self.content_width, height, chosen)
        if self._line[0] != key:
            width = self.content_width - 2
            self._line = (key, time_line(self._values, published, width, height, chosen))
        return self._line[1]
