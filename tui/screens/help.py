"""All keys, and what the marks mean."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.command_spec import Command
from tui.commands import COMMANDS, NO_KEYMAP, Keymap, bindings, shown_keys, shown_of
from tui.panes.articles import STORY_SIGN
from tui.panes.registry import EVIDENCE_PANES
from tui.panes.spec import Sign
from tui.screens.leaving import LeftOnce
from tui.screens.library_rows import WATCHED_SIGN
from tui.widgets.paged_view import PagedView
from tui.widgets.strips import Line, fit, strip_of
from tui.widgets.wrap import fold

if TYPE_CHECKING:
    from tui.base_app import BaseApp

GROUPS = (
    ("Moving", ("move",)),
    ("Reading", ("reader",)),
    ("In the article", ("article",)),
    ("In a pane", ("list", "pane")),
    *((spec.help_heading, (spec.name,)) for spec in EVIDENCE_PANES if spec.commands),
    ("In the list of articles", ("articles",)),
    ("On the start screen", ("start",)),
    ("On the screen of feeds", ("feeds",)),
    ("Everywhere", ("app",)),
)
KEYS = 12

SIGNS: tuple[Sign, ...] = (
    *(sign for spec in EVIDENCE_PANES for sign in spec.signs),
    ("▌", "accent", "the evidence of the chosen row; a thin bar for its other mentions"),
    ("▐", "accent", "at the right edge, where in the whole article that evidence stands"),
    ("¶7", "dim", "the paragraph of the article"),
    *(sign for spec in EVIDENCE_PANES for sign in spec.legend),
    ("✎", "accent", "you corrected what the row shows"),
    (f"{STORY_SIGN}3", "accent", "so many of the open articles tell the same event"),
    (WATCHED_SIGN, "accent", "in the library and on the morning page, names that you watch"),
    ("■", "accent", "the row stands on the page; □ it does not (while the page is shown)"),
    ("…", "dim", "something was cut for want of room"),
)


class HelpView(PagedView, can_focus=True, inherit_bindings=False):
    """All commands, and what the marks mean; there is nothing to choose, so it scrolls."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]

    app: BaseApp

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []

    def on_resize(self) -> None:
        width = self.scrollable_content_region.width
        self._lines = help_lines(width - 1, self.app.keymap)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        line = self._lines[row] if row < len(self._lines) else []
        width = self.scrollable_content_region.width
        return strip_of([(" ", "ink"), *line], self.app.theme, width)


class HelpScreen(ModalScreen[None], LeftOnce[None]):
    """Lists every command once."""

    CSS = """
    #help {
        width: 84;
        max-width: 100%;
        height: 90%;
        border: round $accent;
        border-title-color: $accent;
        border-subtitle-color: $dim;
        background: $background;
        scrollbar-size: 1 1;
        overflow-x: hidden;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss", "close", show=False)
    ]
    FOOTER: ClassVar[dict[str, str]] = {"↓ ↑": "scroll", "esc": "close"}

    def compose(self) -> ComposeResult:
        view = HelpView(id="help")
        view.border_title = "Help"
        view.border_subtitle = "G what the marks mean · esc closes"
        yield view


def help_lines(width: int, keymap: Keymap = NO_KEYMAP) -> list[Line]:
    """The help on lines of at most `width` cells."""
    lines: list[Line] = []
    for heading, scopes in GROUPS:
        lines += _heading(heading, width)
        for command in COMMANDS:
            if command.scope in scopes:
                lines += _explained(_keys_of(command, keymap), "key", command.help, width)
    lines += _heading("Marks", width)
    for sign in SIGNS:
        lines += _explained(*sign, width)
    return lines


def _keys_of(command: Command, keymap: Keymap) -> str:
    """The keys of a command; of one that has none, how to find it among all commands."""
    name = command.label.partition(" ")[0]
    return shown_keys(command, keymap) or f"{shown_of('palette', keymap)} {name}"


def _heading(words: str, width: int) -> list[Line]:
    return [fit([(words, "accent")], width)]


def _explained(sign: str, name: str, words: str, width: int) -> list[Line]:
    lines = fold(words, max(width - KEYS - 2, 8), 99)
    return [
        fit([(f"  {sign if number == 0 else '':<{KEYS}}", name), (line, "ink")], width)
        for number, line in enumerate(lines)
    ]
