"""Every command of the screen, once: its keys, its words, and where it holds.

Bindings, footer, palette and help screen are all made from this table, so that they agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace
from textual.binding import Binding

from tui.command_spec import Command, Scope
from tui.panes.registry import EVIDENCE_PANES

ARTICLES = "articles"
"""The list of the open articles, where there are several."""
PANES = ("article", *(spec.name for spec in EVIDENCE_PANES))
PANE_SCOPES: tuple[Scope, ...] = (
    *(spec.name for spec in EVIDENCE_PANES if spec.commands),
    ARTICLES,
)
"""The panes with commands of their own, which come before the reader's."""

CHANGES = (
    ("rename", "rename", "Give the chosen actor or place another name."),
    ("set-role", "set role", "Set, change or clear the role of the chosen actor."),
    ("set-kind", "set kind", "Say what kind of actor or place the chosen row is."),
    ("merge", "merge", "Make one row of the chosen one and another, which are the same."),
    ("split", "split off", "Take the mention you are at off the chosen row, as somebody else."),
    ("set-speaker", "set speaker", "Say who says the chosen quote, or that nobody knows."),
    ("confirm-speaker", "confirm speaker", "Confirm the inferred speaker of the chosen quote."),
    ("set-place", "another place", "Choose another place of the same name, or none."),
    ("set-date", "set date", "Say what the chosen date means."),
)
"""What can be done with a row besides hiding it: the id of the command, its label and its help."""

COMMANDS: tuple[Command, ...] = (
    Command("line-down", "down,j", "down", "One line or row down.", "move", "line_down",
            shown="↓ j"),
    Command("line-up", "up,k", "up", "One line or row up.", "move", "line_up", shown="↑ k"),
    Command("page-down", "pagedown,space", "page down", "One page down.", "move", "page_down",
            shown="pgdn space"),
    Command("page-up", "pageup", "page up", "One page up.", "move", "page_up", shown="pgup"),
    Command("half-down", "ctrl+d", "half page down", "Half a page down.", "move", "half_down",
            shown="ctrl+d"),
    Command("half-up", "ctrl+u", "half page up", "Half a page up.", "move", "half_up",
            shown="ctrl+u"),
    Command("first", "g,home", "to the top", "To the first line or row.", "move", "first",
            shown="g"),
    Command("last", "G,end", "to the end", "To the last line or row.", "move", "last", shown="G"),
    Command("show", "enter", "go there", "Go to the place in the article.", "list", "choose",
            footer=10, shown="enter"),
    Command("show-item", "enter", "show in pane",
            "From the chosen words to their row in a pane.", "article", "choose",
            footer=15, shown="enter"),
    Command("mark-before", "left,h", "mark before",
            "In the article to the marked words before, elsewhere to the pane before.", "reader",
            "aside(-1)", shown="← h"),
    Command("mark-after", "right,l", "marked words",
            "In the article to the next marked words, elsewhere to the next pane.", "reader",
            "aside(1)", footer=20, shown="→ l", pair="mark-before", pair_label="marked words"),
    Command("back", "backspace", "back", "Back to where you were, in a pane or in the article.",
            "reader", "back", footer=30, shown="backspace", palette=True),
    Command("next-mention", "n", "next", "The next mention of the chosen actor or place, of others"
            " the next row; while a search is on, the next hit.", "reader", "mention(1)",
            footer=75, shown="n", palette=True, pair="previous-mention", pair_label="mentions"),
    Command("previous-mention", "N", "previous", "The mention or hit before.", "reader",
            "mention(-1)", shown="N", palette=True),
    Command("details", "i", "details", "All about the chosen row, or about the article.", "reader",
            "details", footer=60, shown="i", palette=True),
    Command("only", "f", "only", "Only what concerns this actor, place or speaker.", "reader",
            "only", footer=45, shown="f", palette=True),
    Command("search", "slash", "search", "Search in the article, or in the pane you are in.",
            "reader", "search", footer=55, shown="/", palette=True),
    Command("longer", "plus,equals_sign", "longer summary", "One sentence more in the summary.",
            "reader", "longer", footer=70, shown="+", palette=True, pair="shorter",
            pair_label="summary"),
    Command("shorter", "minus", "shorter summary", "One sentence less in the summary.", "reader",
            "shorter", shown="-", palette=True),
    Command("pane-article", "1", "article", "To the article.", "reader", "pane('article')",
            shown="1", palette=True),
    *(spec.command for spec in EVIDENCE_PANES),
    Command("next-pane", "tab", "next pane", "To the next pane.", "reader", "next_pane(1)",
            footer=40, shown="tab"),
    Command("previous-pane", "shift+tab", "pane before", "To the pane before.", "reader",
            "next_pane(-1)", shown="shift+tab"),
    Command("zoom", "z", "zoom", "Give the whole screen to one pane, or take it back.", "reader",
            "zoom", footer=80, shown="z", palette=True),
    Command("wider", "greater_than_sign", "wider article", "More room for the article.", "reader",
            "widen(1)", shown=">", palette=True),
    Command("narrower", "less_than_sign", "narrower article", "Less room for the article.",
            "reader", "widen(-1)", shown="<", palette=True),
    Command("save", "s", "save", "Save the briefing as one page of Markdown.", "reader", "save",
            footer=50, shown="s", palette=True),
    Command("copy", "y", "copy", "Send the chosen words and where they stand to the clipboard.",
            "reader", "copy", footer=85, shown="y", palette=True),
    Command("correct", "e", "correct", "Correct, fix or edit what the chosen row shows, the"
            " selected words, or the article's own title, authors, outlet and day.", "reader",
            "correct", footer=36, shown="e", palette=True),
    Command("hide", "x,delete", "hide", "Hide, delete or remove the chosen row.", "reader",
            "change('hide')", shown="x del", palette=True),
    Command("hidden", "", "hidden rows", "See which rows are hidden, and bring one back.", "reader",
            "hidden_rows", palette=True),
    Command("choose-words", "v", "choose words", "Choose words of the article, to add, highlight or"
            " copy them.", "reader", "choose_words", shown="v", palette=True),
    *(Command(name, "", label, explained, "reader", f"change('{name}')", palette=True)
      for name, label, explained in CHANGES),
    Command("watch", "W", "watch", "Watch the name of the chosen actor or place, or watch it no"
            " more; the library marks articles that name it.", "reader", "watch", shown="W",
            palette=True),
    Command("undo", "u", "undo", "Take the last correction back.", "reader", "undo", shown="u",
            palette=True),
    Command("redo", "U", "redo", "Make the correction again that was taken back.", "reader",
            "redo", shown="U", palette=True),
    Command("page", "p", "page", "See the page as it will be saved as Markdown, or the article"
            " again.", "reader", "page", footer=51, shown="p", palette=True),
    Command("sheet", "m", "HTML and Word", "See what HTML and Word hold beyond the page of"
            " Markdown, or the page again.", "reader", "sheet", shown="m", palette=True),
    Command("write", "w", "write", "Write your own headline, why it matters, what comes"
            " next or a note, or see your highlights.", "reader", "write", footer=37, shown="w",
            palette=True),
    Command("copy-page", "Y", "copy the page", "Send the whole page to the clipboard.", "reader",
            "copy_page", shown="Y", palette=True),
    Command("pipe", "vertical_line", "send to a command", "Send, pipe or mail the page or the"
            " chosen row: a command of yours reads it.", "reader", "pipe", shown="|",
            palette=True),
    Command("retry", "r", "try again", "Analyze again after a failure.", "reader", "retry",
            footer=5, shown="r", palette=True),
    Command("next-article", "right_square_bracket", "next article", "To the next article.",
            "reader", "article(1)", shown="]", palette=True),
    Command("previous-article", "left_square_bracket", "article before", "To the article before.",
            "reader", "article(-1)", shown="[", palette=True),
    Command("articles", "a", "articles", "To the list of the open articles.", "reader",
            "pane('articles')", footer=130, shown="a", palette=True),
    Command("save-all", "S", "save all", "Save a page of each article, or of each ticked one.",
            "reader", "save_all", footer=140, shown="S", palette=True),
    Command("dossier", "D", "dossier", "A dossier of the open or the ticked articles: where they"
            " differ, who says what, what only one says.", "reader", "dossier", footer=135,
            shown="D", palette=True),
    Command("open", "o", "open another", "To the start screen, to open another article beside it.",
            "reader", "app.start", shown="o", palette=True),
    Command("leave", "escape", "leave", "Out of a zoomed pane, or back.", "reader", "leave",
            shown="esc"),
    Command("open-entry", "enter", "open", "Open the chosen article.", "start", "choose",
            footer=10, shown="enter"),
    Command("path", "o,slash", "open or find", "Type the path of an article, or what to find:"
            " words, speaker:, place:, last week.", "start", "path", footer=20, shown="o /",
            palette=True),
    Command("sort", "s", "sort", "Sort the list by when articles were read, by date, by title or"
            " by outlet.", "start", "sort", footer=30, shown="s", palette=True),
    Command("open-story", "D", "its dossier", "A dossier of all articles of the library that tell"
            " the same as the chosen one.", "start", "dossier", footer=35, shown="D",
            palette=True),
    Command("pick", "t", "tick", "Tick the article, to remove the ticked ones together.", "start",
            "pick", shown="t", palette=True),
    Command("remove", "x,delete", "remove", "Remove the ticked articles from the library, or the"
            " chosen one.", "start", "remove", footer=40, shown="x del", palette=True),
    Command("remove-batch", "X", "remove batch", "Remove all articles that one command put in with"
            " the chosen one.", "start", "remove_batch", shown="X", palette=True),
    Command("put-back", "u", "put back", "Put back what was removed last.", "start", "put_back",
            shown="u", palette=True),
    Command("return", "escape", "back", "Back to the article.", "start", "leave", shown="esc"),
    Command("open-feed-entry", "enter", "open", "Open the chosen entry's article, or show only the"
            " entries of the chosen feed.", "feeds", "choose", footer=10, shown="enter"),
    Command("refresh-feeds", "r", "ask for news", "Ask for what is new in the feeds.", "feeds",
            "refresh", footer=20, shown="r", palette=True),
    Command("follow-feed", "a", "follow a feed", "Follow a feed: paste its address, or that of a"
            " page that names it.", "feeds", "follow", footer=30, shown="a", palette=True),
    Command("only-feed", "f", "only this feed", "Only the entries of this feed, or all again.",
            "feeds", "only", footer=40, shown="f", palette=True),
    Command("list-feeds", "l", "list of feeds", "The feeds that you follow, or their entries"
            " again.", "feeds", "list_feeds", footer=50, shown="l", palette=True),
    Command("unfollow-feed", "x,delete", "unfollow", "Follow the chosen feed no longer.", "feeds",
            "unfollow", footer=60, shown="x del", palette=True),
    Command("follow-again", "u", "follow again", "Follow the feed again that you left last.",
            "feeds", "follow_again", shown="u", palette=True),
    Command("leave-feeds", "escape", "back", "Back to where you came from.", "feeds", "leave",
            shown="esc"),
    Command("put-on-page", "space", "on the page", "Put the chosen row on the page, or take it"
            " off.", "pane", "screen.put_on_page", footer=35, shown="space", palette=True),
    Command("up-on-page", "left_curly_bracket", "up on the page", "Move the chosen row up on the"
            " page.", "pane", "screen.move_on_page(-1)", shown="{", palette=True),
    Command("down-on-page", "right_curly_bracket", "down on the page", "Move the chosen row down"
            " on the page.", "pane", "screen.move_on_page(1)", shown="}", palette=True),
    *(command for spec in EVIDENCE_PANES for command in spec.commands),
    Command("tick", "x", "tick", "Tick the article, to save the ticked ones together.", "articles",
            "tick", footer=20, shown="x", palette=True),
    Command("same-story", "t", "same story", "A dossier of the open articles that tell the same as"
            " the chosen one.", "articles", "screen.same_story", footer=25, shown="t",
            palette=True),
    Command("tick-all", "X", "tick all", "Tick every article, or none.", "articles", "tick_all",
            shown="X", palette=True),
    Command("dark", "", "dark theme", "Light text on a dark ground.", "app", "theme('brief-dark')",
            palette=True),
    Command("light", "", "light theme", "Dark text on a light ground.", "app",
            "theme('brief-light')", palette=True),
    Command("ansi", "", "ansi theme", "The colors that the terminal itself has.", "app",
            "theme('brief-ansi')", palette=True),
    Command("auto", "", "auto theme", "The theme that suits the terminal: light or dark as it is,"
            " or its own colors where it has few.", "app", "theme('brief-auto')", palette=True),
    Command("feeds", "F", "feeds", "What is new in the feeds that you follow.", "app", "feeds",
            shown="F", palette=True),
    Command("help", "question_mark", "help", "All keys, and what the marks mean.", "app", "help",
            footer=1000, shown="?", palette=True),
    Command("palette", "colon,ctrl+p", "commands", "Search among all commands.", "app",
            "command_palette", shown=": ctrl+p"),
    Command("redraw", "ctrl+l", "draw again", "Draw the screen again.", "app", "redraw",
            shown="ctrl+l", palette=True),
    Command("suspend", "ctrl+z", "suspend", "Back to the shell; its fg comes back here.", "app",
            "suspend", shown="ctrl+z", palette=True),
    Command("quit", "q", "quit", "Leave brief.", "app", "quit", footer=990, shown="q",
            palette=True),
)  # fmt: skip


def bindings(*scopes: Scope) -> list[Binding]:
    """Textual's bindings of all commands in these scopes."""
    return [
        Binding(
            command.keys,
            command.action,
            command.label,
            show=False,
            key_display=command.shown,
            tooltip=command.help,
            id=command.id,
        )
        for command in COMMANDS
        if command.scope in scopes and command.keys
    ]


Keymap = Mapping[str, str]
"""Command ids and the keys, by commas, that a user gave them."""

NO_KEYMAP: Keymap = {}
SIGNS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "delete": "del",
    "enter": "enter",
    "backspace": "backspace",
}
"""Keys with another name for the reader's eye than Textual's."""


def shown_keys(command: Command, keymap: Keymap = NO_KEYMAP) -> str:
    """The keys of a command as the reader sees them."""
    keys = keymap.get(command.id)
    return " ".join(map(shown_key, keys.split(","))) if keys else command.shown


def shown_key(key: str) -> str:
    """Textual's name of a key as the reader sees it: `question_mark` is `?`."""
    from textual.keys import format_key

    held, plus, last = key.rpartition("+")
    return held + plus + (SIGNS.get(last) or format_key(last))


def shown_of(command_id: str, keymap: Keymap = NO_KEYMAP) -> str:
    """The first key of the command with this id as the reader sees it."""
    command = next(command for command in COMMANDS if command.id == command_id)
    return shown_keys(command, keymap).partition(" ")[0]


def keys_of(command: Command, keymap: Keymap = NO_KEYMAP) -> set[str]:
    """Textual's names of the keys of a command."""
    return set(keymap.get(command.id, command.keys).split(",")) - {""}


def _with_keys(command: Command, keymap: Keymap) -> Command:
    return replace(command, shown=shown_keys(command, keymap)) if keymap else command


def footer(scopes: Iterable[Scope], keymap: Keymap = NO_KEYMAP) -> list[Command]:
    """The commands that the footer shows in these scopes, in its order."""
    wanted = set(scopes)
    shown = (command for command in COMMANDS if command.footer and command.scope in wanted)
    return [_with_keys(one, keymap) for one in sorted(shown, key=lambda command: command.footer)]


def palette(keymap: Keymap = NO_KEYMAP) -> list[Command]:
    """The commands that the palette offers."""
    return [_with_keys(command, keymap) for command in COMMANDS if command.palette]
