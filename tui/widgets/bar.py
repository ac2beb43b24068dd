"""One line of inked pieces over the whole width: the header, the tabs and the footer."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.strips import Line, fit, justified, strip_of, width_of
from tui.widgets.wrap import CUT

if TYPE_CHECKING:
    from tui.base_app import BaseApp


class BarItem(Struct, frozen=True):
    """A part of a bar that is shown whole or not at all, with what a click on it runs."""

    line: Line
    action: str = ""


class Bar(Widget):
    """A line with one part at the left and one at the right."""

    ALLOW_SELECT = False

    app: BaseApp

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._left: Line = []
        self._right: Line = []
        self._items: list[BarItem] = []

    def set_line(self, left: Line, right: Line | None = None) -> None:
        """Show a line; its left part is cut first where both do not fit."""
        self._show(left, right or [], [])

    def set_items(self, items: list[BarItem]) -> None:
        """Show as many items as fit, always the last; a sign for the others."""
        self._show([], [], items)

    def _show(self, left: Line, right: Line, items: list[BarItem]) -> None:
        if (left, right, items) != (self._left, self._right, self._items):
            self._left, self._right, self._items = left, right, items
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width, theme = self.size.width, self.app.theme
        if y:
            return strip_of([], theme, width)
        if self._items:
            return strip_of(items_that_fit(self._items, width)[0], theme, width)
        if self._right:
            return strip_of(justified(self._left, self._right, width), theme, width)
        return strip_of(fit(self._left, width), theme, width)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self.refresh()

    async def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        for start, end, action in items_that_fit(self._items, self.size.width)[1]:
            if at is not None and start <= at.x < end:
                await self.app.run_command(action, self.screen)


def items_that_fit(items: list[BarItem], width: int) -> tuple[Line, list[tuple[int, int, str]]]:
    """A line of items two cells apart, and (start, end, action) of each."""
    sizes = [width_of(item.line) + 2 for item in items]
    kept = list(items)
    while len(kept) > 1 and sum(sizes) - 2 + (3 if len(kept) < len(items) else 0) > width:
        kept.pop(-2)
        sizes.pop(-2)
    line: Line = []
    actions: list[tuple[int, int, str]] = []
    at = 0
    for number, item in enumerate(kept):
        if len(kept) < len(items) and number == len(kept) - 1:
            line.append((f"{CUT}  ", "dim"))
            at += 3
        size = width_of(item.line)
        if item.action:
            actions.append((at, at + size, item.action))
        line.extend([*item.line, ("  " if number < len(kept) - 1 else "", "ink")])
        at += size + 2
    return line, actions
