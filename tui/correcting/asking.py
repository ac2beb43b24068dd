"""Asks the reader for a text."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.command_spec import Scope
from tui.screens.leaving import LeftOnce


class AskScreen(ModalScreen[str], LeftOnce[str], inherit_bindings=False):
    """A field on one line. Gives the text as it was typed.

    Args:
        title: What is asked for.
        initial: What stands in the field at first.
        hint: What may be typed.
        problem_of: Says what is wrong with a text, or "".
    """

    CSS = """
    AskScreen { align: center middle; background: transparent; }
    AskScreen .dialog {
        width: 60;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $accent;
        background: $background;
        padding: 0 1;
    }
    AskScreen Input { background: $chosen; }
    AskScreen #hint { height: auto; color: $dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "change nothing", show=False)
    ]
    FOOTER: ClassVar[dict[str, str]] = {"enter": "change it", "esc": "cancel"}
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ()

    def __init__(
        self, title: str, initial: str, hint: str, problem_of: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._title, self._initial, self._hint = title, initial, hint
        self._problem_of = problem_of

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            yield Input(self._initial, id="text", compact=True, select_on_focus=False)
            yield Static(self._hint, id="hint", markup=False)

    def on_mount(self) -> None:
        field = self.query_one(Input)
        field.focus()
        field.action_select_all()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.on_top:
            return
        if problem := self._problem_of(event.value):
            self.query_one("#hint", Static).update(problem)
        else:
            self.dismiss(event.value)

    def action_cancel(self) -> None:
        self.dismiss(None)
