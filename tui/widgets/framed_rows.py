"""A list of rows whose frame says something of what is chosen or in view."""

# ruff: noqa: D102 - the methods of the class above say it

from __future__ import annotations

from tui.widgets.row_list import RowList


class FramedRows(RowList):
    """Draws its frame anew whenever what it says may be another thing."""

    def update_frame(self) -> None:
        """Put into the frame what there is to say."""
        raise NotImplementedError

    def rows_laid_out(self) -> None:
        self.update_frame()

    def index_changed(self) -> None:
        self.update_frame()

    def on_focus(self) -> None:
        super().on_focus()
        self.update_frame()

    def on_blur(self) -> None:
        super().on_blur()
        self.update_frame()

    def set_holds_evidence(self, holds: bool) -> None:
        if holds != self.holds_evidence:  # else the frame would be drawn for nothing
            super().set_holds_evidence(holds)
            self.update_frame()
