"""A pane whose rows have a second order besides that of the article."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import ClassVar

from briefing.model import Briefing
from tui.messages import RowsReordered
from tui.panes.base import EvidencePane

NOTE_FROM = 26
"""Cells from which the frame names the usual order too."""


class OrderedPane(EvidencePane):
    """Rows as written, or in an order that `rows_of` gives while `reordered` is set."""

    ORDER: ClassVar[str] = ""
    """What the frame calls the second order."""

    def __init__(self, *, id: str) -> None:
        self._briefing: Briefing | None = None
        super().__init__(id=id)

    def show(self, briefing: Briefing) -> None:
        self._briefing = briefing
        super().show(briefing)

    def reorder(self) -> None:
        """Change to the other order; the chosen row stays the chosen one."""
        if self._briefing is None or not self.rows:
            return
        chosen = self.rows[self.index].item
        self.reordered = not self.reordered
        rows = self.rows_of(self._briefing)
        self.index = next(number for number, row in enumerate(rows) if row.item is chosen)
        self.set_rows(rows)
        self.post_message(RowsReordered(self.id or ""))
        self.choose(self.index)

    def frame_note(self) -> str:
        if not self.rows or not (self.has_focus or self.holds_evidence):
            return ""
        if self.reordered:
            return f" · {self.ORDER}"
        return " · as written" if self.content_width >= NOTE_FROM else ""
