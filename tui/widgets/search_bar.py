"""The field that a search is typed into, and how much it found."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.paste_field import LineField


class SearchBar(Horizontal):
    """Takes the place of the footer, and posts what is typed as it is typed."""

    DEFAULT_CSS = """
    SearchBar { dock: bottom; height: 1; width: 1fr; padding: 0 1; background: $background; }
    SearchBar #query { width: 1fr; height: 1; border: none; padding: 0; background: $background; }
    SearchBar #slash { width: 2; color: $accent; text-style: bold; }
    SearchBar #found { width: auto; color: $dim; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "leave the search", show=False),
        Binding("down,ctrl+n", "step(1)", "next hit", show=False),
        Binding("up,ctrl+p", "step(-1)", "hit before", show=False),
    ]

    class Typed(Message):
        """The query is another one."""

        def __init__(self, query: str) -> None:
            self.query = query
            super().__init__()

    class Accepted(Message):
        """The user pressed enter."""

    class GivenUp(Message):
        """The user pressed escape."""

    class Stepped(Message):
        """The user wants another hit while the field is open."""

        def __init__(self, step: int) -> None:
            self.step = step
            super().__init__()

    def __init__(self, what: str, query: str = "") -> None:
        super().__init__()
        self._what = what
        self._query = query

    def compose(self) -> ComposeResult:
        yield Static("/", id="slash", markup=False)
        yield LineField(self._query, placeholder=f"search {self._what}", id="query", compact=True)
        yield Static("", id="found", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def show_count(self, words: str) -> None:
        """Show how much was found."""
        self.query_one("#found", Static).update(words)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Accepted())

    def action_give_up(self) -> None:
        self.post_message(self.GivenUp())

    def action_step(self, step: int) -> None:
        self.post_message(self.Stepped(step))
