"""A text of several lines, written by the reader."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from briefing.errors import BriefingError
from tui.command_spec import Scope
from tui.screens.leaving import LeftOnce

if TYPE_CHECKING:
    from tui.base_app import BaseApp

KEYS = "ctrl+s keep   ctrl+e your editor   esc leave it as it was"
CHANGED = "esc again drops what you wrote; ctrl+s keeps it"


class WriteScreen(ModalScreen[str], LeftOnce[str], inherit_bindings=False):
    """A field of several lines. Gives the text as it was written.

    Args:
        title: What is written.
        initial: What stands in the field at first.
        problem_of: Says what is wrong with a text, or "".
    """

    CSS = """
    WriteScreen { align: center middle; background: transparent; }
    WriteScreen .dialog {
        width: 76;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        border: round $accent;
        background: $background;
        padding: 0 1;
    }
    WriteScreen TextArea { height: 8; border: none; padding: 0; background: $chosen; }
    WriteScreen.-short TextArea { height: 4; }
    WriteScreen.-flat TextArea, WriteScreen.-tiny TextArea { height: 2; }
    WriteScreen #hint { height: auto; color: $dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep", show=False, priority=True),
        Binding("ctrl+e", "editor", "your editor", show=False, priority=True),
        Binding("escape", "cancel", "change nothing", show=False, priority=True),
    ]
    FOOTER: ClassVar[dict[str, str]] = {}
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ()

    app: BaseApp

    def __init__(self, title: str, initial: str, problem_of: Callable[[str], str]) -> None:
        super().__init__()
        self._title, self._initial, self._problem_of = title, initial, problem_of
        self._warned = ""

    def compose(self) -> ComposeResult:
        with Container(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            yield TextArea(self._initial, soft_wrap=True, tab_behavior="focus", id="text")
            yield Static(KEYS, id="hint", markup=False)

    @property
    def area(self) -> TextArea:
        """Where it is written."""
        return self.query_one(TextArea)

    def on_mount(self) -> None:
        self.area.focus()
        self.area.move_cursor(self.area.document.end)

    def on_text_area_changed(self) -> None:
        self._hint(KEYS)

    def _hint(self, words: str) -> None:
        self._warned = ""
        self.query_one("#hint", Static).update(words)

    def action_keep(self) -> None:
        if not self.on_top:
            return
        if problem := self._problem_of(self.area.text):
            self._hint(problem)
        else:
            self.dismiss(self.area.text)

    def action_editor(self) -> None:
        from tui.terminal.editing import edited

        if not self.on_top:
            return
        try:
            self.area.load_text(edited(self.app, self.area.text))
        except BriefingError as error:
            self._hint(str(error))

    def action_cancel(self) -> None:
        written = self.area.text
        if written != self._initial and written != self._warned:
            self._hint(CHANGED)
            self._warned = written
        else:
            self.dismiss(None)
