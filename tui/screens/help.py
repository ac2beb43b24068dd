"""All keys, and what the marks mean."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.commands import COMMANDS, Command, shown_keys, shown_of
from tui.widgets.row_list import Row, RowList
from tui.widgets.strips import Line, fit
from tui.widgets.wrap import fold

if TYPE_CHECKING:
    from tui.host import Host

GROUPS = (
    ("Moving", ("move",)),
    ("Reading", ("reader",)),
    ("In the article", ("article",)),
    ("In a pane", ("list",)),
    ("On the map", ("map",)),
    ("In the quotes", ("quotes",)),
    ("In the dates", ("when",)),
    ("In the list of articles", ("articles",)),
    ("On the start screen", ("start",)),
    ("Everywhere", ("app",)),
)
KEYS = 12

MARKS: tuple[tuple[str, str, str], ...] = (
    ("Name", "mark-actor", "an actor: underlined"),
    ("Place", "mark-place", "a place: bold"),
    ("“words”", "mark-quote", "a quote: slanted, with the signs of what it names"),
    ("2001", "mark-date", "a date: bold and underlined"),
    ("▌", "accent", "the evidence of the chosen row; a thin bar for its other mentions"),
    ("▐", "accent", "at the right edge, where in the whole article that evidence stands"),
    ("▂▅", "dim", "beside an actor, where in the article and how often the name stands"),
    ("Name ?", "actor", "a speaker who was inferred and not named beside the quote"),
    ("¶7", "dim", "the paragraph of the article"),
    ("3  Place", "dim", "a place with its number on the map; · for one without"),
    (
        "●─●┄●",
        "date",
        "dates in equal steps, not to scale; ┄ skips more than a year",
    ),
    ("2", "date", "there, so many dates together; + for more than nine"),
    ("◆", "key", "there, the day of publication"),
    ("…", "dim", "something was cut for want of room"),
)


class HelpScreen(ModalScreen[None]):
    """Lists every command once."""

    CSS = """
    #help { width: 84; max-width: 100%; height: 90%; border: round $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q", "dismiss", "close", show=False)
    ]

    app: Host

    def compose(self) -> ComposeResult:
        yield RowList(id="help")

    def on_mount(self) -> None:
        rows = []
        for heading, scopes in GROUPS:
            rows.append(Row(draw=partial(_heading, heading)))
            rows += [
                Row(draw=partial(_command, command, self._keys_of(command)))
                for command in COMMANDS
                if command.scope in scopes
            ]
        rows.append(Row(draw=partial(_heading, "Marks")))
        rows += [Row(draw=partial(_explained, *mark)) for mark in MARKS]
        view = self.query_one("#help", RowList)
        view.border_title = "Help"
        view.border_subtitle = "esc closes"
        view.set_rows(rows)

    def _keys_of(self, command: Command) -> str:
        """The keys of a command; of one that has none, how to find it among all commands."""
        keymap = self.app.keymap
        name = command.label.partition(" ")[0]
        return shown_keys(command, keymap) or f"{shown_of('palette', keymap)} {name}"


def _heading(words: str, width: int, limit: int) -> list[Line]:
    del limit
    return [fit([(words, "accent")], width)]


def _command(command: Command, keys: str, width: int, limit: int) -> list[Line]:
    del limit
    return _explained(keys, "key", command.help, width, 99)


def _explained(sign: str, name: str, words: str, width: int, limit: int) -> list[Line]:
    del limit
    lines = fold(words, max(width - KEYS - 2, 8), 99)
    return [
        fit([(f"  {sign if number == 0 else '':<{KEYS}}", name), (line, "ink")], width)
        for number, line in enumerate(lines)
    ]
