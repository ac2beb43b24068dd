"""Asks the reader for one of several rows."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

from tui.command_spec import Scope
from tui.messages import RowChosen, RowEntered
from tui.screens.leaving import LeftOnce
from tui.text_search import query_of
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row, text_of
from tui.widgets.selectable import SelectsInOneView
from tui.widgets.strips import Line, fit

WIDTH = 60


class PickScreen(ModalScreen[int], LeftOnce[int], SelectsInOneView[int], inherit_bindings=False):
    """A list to pick from; typing letters narrows it. Gives the number of the row.

    Args:
        title: What the list is about.
        rows: Label and detail of each row.
    """

    CSS = f"""
    PickScreen {{ align: center middle; background: transparent; }}
    PickScreen .dialog {{ width: {WIDTH}; max-width: 100%; height: auto; max-height: 100%; }}
    PickScreen #pick {{ border: round $accent; background: $background; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "change nothing", show=False),
        Binding("enter", "pick", "choose", show=False, priority=True),
    ]
    FOOTER: ClassVar[dict[str, str]] = {"enter": "choose", "a-z": "narrow", "esc": "cancel"}
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ()

    def __init__(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._rows = [Row(draw=partial(_draw, label, detail)) for label, detail in rows]
        self._listed = list(range(len(rows)))
        self._typed = ""

    def compose(self) -> ComposeResult:
        with Container(classes="dialog"):
            yield RowList(id="pick")

    def on_mount(self) -> None:
        self._list()
        self.query_one(RowList).focus()

    def _list(self) -> None:
        """List the rows that have what was typed."""
        sought = query_of(self._typed)
        rows = enumerate(self._rows)
        self._listed = [n for n, row in rows if sought is None or sought.is_in(text_of(row))]
        rows_shown = [self._rows[number] for number in self._listed]
        pick = self.query_one(RowList)
        pick.index = 0
        pick.styles.height = min(max(len(rows_shown), 1) + 2, max(self.app.size.height - 2, 4))
        pick.set_rows(rows_shown, ("none of them; backspace takes back what you typed", "dim"))
        pick.find(self._typed)
        typed = f"  {self._typed}▏" if self._typed else ""
        pick.border_title = Content(f"{self._title}{typed}")

    def on_resize(self) -> None:
        self._list()

    def on_key(self, event: events.Key) -> None:
        """Letters narrow the list, whatever else they do elsewhere."""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character and event.is_printable:
            self._typed += event.character
        else:
            return
        event.stop()
        event.prevent_default()
        self._list()

    def on_row_chosen(self, message: RowChosen) -> None:
        message.stop()

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        self.action_pick()

    def action_pick(self) -> None:
        if self._listed:
            self.dismiss(self._listed[self.query_one(RowList).index])

    def action_cancel(self) -> None:
        self.dismiss(None)


def _draw(label: str, detail: str, width: int, limit: int) -> list[Line]:
    del limit
    return [fit([(label, "ink"), (f"  {detail}" if detail else "", "dim")], width)]
