"""A card with all that is known of one finding, or of the article itself."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.command_spec import Scope
from tui.details.facts import Details
from tui.messages import RowChosen, RowEntered
from tui.screens.leaving import LeftOnce
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row
from tui.widgets.selectable import SelectsInOneView
from tui.widgets.strips import Line

LEAST_ROWS = 6
"""Lines that the evidence keeps, however much there is to say above it."""


class CardList(RowList):
    """The facts of a card above its evidence."""

    spaced = True

    def __init__(self, details: Details) -> None:
        super().__init__(id="card")
        self._details = details
        self._facts: tuple[int, list[Line]] = (-1, [])
        self.border_title = Content(details.title)

    def on_mount(self) -> None:
        self.set_rows(self._details.rows)

    def redraw(self) -> None:
        """Facts stand above the evidence, or are rows before it where there is no room above."""
        facts = () if self._fits() else self._details.fact_rows()
        others = len(self.rows) != len(facts) + len(self._details.rows)
        if others:
            self.rows = (*facts, *self._details.rows)
            self.index = 0
        super().redraw()
        if others:  # not before the new rows have their lines
            self.point_at(0)

    def _fits(self) -> bool:
        rows = LEAST_ROWS if self._details.rows else 0
        room = self.scrollable_content_region.height
        return len(self._lines_of_facts()) + 1 + rows <= room

    def head_height(self) -> int:
        return len(self._lines_of_facts()) + 1 if self._fits() else 0

    def head_line(self, y: int) -> Line:
        lines = self._lines_of_facts()
        return lines[y] if y < len(lines) else []

    def _lines_of_facts(self) -> list[Line]:
        width = self.content_width - 1
        if self._facts[0] != width:
            self._facts = (width, self._details.lines(width))
        return self._facts[1]

    def index_changed(self) -> None:
        count = len(self.rows)
        where = f"{self.index + 1} of {count} · enter shows it · " if count else ""
        self.border_subtitle = Content(f"{where}esc closes")


class CardScreen(ModalScreen[bool], LeftOnce[bool], SelectsInOneView[bool]):
    """Shows a card beside the article, which lights what the chosen row stands on.

    Gives True when the reader wants to go there.

    Args:
        details: What the card says.
        light: Lights the spans of a row in the article.
        copy: Copies what is lit.
        width: Cells beside the article, where there is room for both.
    """

    CSS = """
    CardScreen { align: right middle; background: transparent; }
    CardScreen #card { border: round $accent; height: 100%; margin: 1 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,i,q,left,h,backspace", "close", "close", show=False),
        Binding("y", "copy", "copy", show=False),
        Binding("question_mark", "app.help", "help", show=False),
        Binding("colon,ctrl+p", "app.command_palette", "commands", show=False),
    ]
    FOOTER: ClassVar[dict[str, str]] = {
        "enter": "go there",
        "y": "copy",
        "?": "help",
        "esc": "close",
    }
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("app",)

    def __init__(
        self,
        details: Details,
        light: Callable[[Row], object],
        copy: Callable[[], object],
        *,
        width: int | None = None,
    ) -> None:
        super().__init__()
        self._details = details
        self._light = light
        self._copy = copy
        self._width = width

    def compose(self) -> ComposeResult:
        card = CardList(self._details)
        card.styles.width = self._width or "100%"
        yield card

    def on_row_chosen(self, message: RowChosen) -> None:
        self._light(self.query_one(CardList).rows[message.index])

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        self.dismiss(True)

    def action_copy(self) -> None:
        self._copy()

    def action_close(self) -> None:
        self.dismiss(False)
