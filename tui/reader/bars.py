"""The words of the reader's header, tabs and footer; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.analyses import Analysis
from tui.command_spec import Command, Scope
from tui.commands import COMMANDS, NO_KEYMAP, PANE_SCOPES, PANES, Keymap, footer, keys_of, shown_of
from tui.panes.registry import EVIDENCE_PANES, PANE_OF_NAME
from tui.reader.state import ReaderState
from tui.widgets.bar import BarItem
from tui.widgets.strips import Line, width_of

TITLES = {"article": "Article"} | {spec.name: spec.title for spec in EVIDENCE_PANES}
PROGRESS = {spec.stage: spec.progress for spec in EVIDENCE_PANES}
WAYS_OUT: dict[str, str] = {
    "search": "end search",
    "zoom": "all panes",
    "page": "article",
    "narrowing": "show all",
    "screen": "back to the list",
}
"""What the footer calls an exit; the others go without saying."""
WORDS_A_MINUTE = 230


def header_line(
    analysis: Analysis,
    number: int,
    count: int,
    width: int,
    only: str = "",
    keymap: Keymap = NO_KEYMAP,
) -> tuple[Line, Line]:
    """The left and the right part of the header; facts give way to the title.

    Args:
        analysis: Of the article that is shown.
        number: Its place among the open ones, from 0.
        count: How many are open.
        width: Of the header in cells.
        only: The name of what everything is narrowed to, or "".
        keymap: Keys that commands have instead of their own.
    """
    article = analysis.article
    title = " ".join((article.title or article.source or "untitled").split())
    left: Line = [("brief", "key"), ("  ", "ink"), (title, "strong")]
    end: Line = [(" ", "ink")]
    if count > 1:
        end = [("  ", "ink"), (f"[ {number + 1}/{count} ]", "accent"), *end]
    choices = _narrowed_to(only) if only else _right_parts(analysis, keymap)
    for choice in choices:
        if width_of(left) + 2 + width_of([*choice, *end]) <= width:
            return left, [*choice, *end]
    return left, [*choices[-1], *end]


def _narrowed_to(name: str) -> list[Line]:
    narrowed: Line = [("only ", "accent"), (name, "key")]
    return [[*narrowed, (" · esc shows all", "dim")], narrowed]


def _right_parts(analysis: Analysis, keymap: Keymap) -> list[Line]:
    """What the right of the header can say, from long to short."""
    if analysis.state in ("waiting", "running"):
        stage, finished, total = analysis.progress
        bar: Line = [("━" * finished, "accent"), ("━" * (total - finished), "faint")]
        return [[(f"{PROGRESS.get(stage, stage)} ", "dim"), *bar], bar]
    if analysis.state == "failed":
        failed: Line = [("analysis failed", "failed")]
        return [[*failed, (f" · {shown_of('retry', keymap)} try again", "dim")], failed]
    origin, length, counts = origin_of(analysis), length_of(analysis), counts_of(analysis)
    choices: tuple[list[str], ...] = (
        [*origin, *length, *counts],
        [*origin, *length[1:], *counts],
        [*origin, *counts],
        [*origin[-1:], *counts],
        origin or counts,  # the tabs below have counts too
        origin[-1:],
        [],
    )
    return [[(" · ".join(parts), "dim")] for parts in choices]


def origin_of(analysis: Analysis) -> list[str]:
    """Where and when the article was published, as far as that is known."""
    article = analysis.article
    return [part for part in (article.outlet, article.published) if part]


def length_of(analysis: Analysis) -> list[str]:
    """How long the article is: its words, and the minutes that reading it takes."""
    words = analysis.article.word_count
    return [f"{words} words", f"{max(1, round(words / WORDS_A_MINUTE))} min"] if words else []


def counts_of(analysis: Analysis) -> list[str]:
    """How much was found, with what the reader hid or added."""
    if analysis.found is None:
        return []
    counts = [
        (len(getattr(analysis.briefing, spec.own_part)), *spec.counted)
        for spec in EVIDENCE_PANES
        if spec.counted
    ]
    return [f"{count} {one if count == 1 else many}" for count, one, many in counts]


def tab_line(focused: str, counts: Mapping[str, int], width: int) -> list[BarItem]:
    """The panes with their numbers: with counts, or less where that does not fit."""
    for counted, titled in ((True, PANES), (False, PANES), (True, (focused,)), (False, (focused,))):
        items = [
            BarItem(
                _tab(
                    number,
                    TITLES[name] if name in titled else "",
                    counts.get(name) if counted else None,
                    on=name == focused,
                ),
                f"pane('{name}')",
            )
            for number, name in enumerate(PANES, start=1)
        ]
        if sum(width_of(item.line) + 2 for item in items) - 2 <= width:
            break
    return items


def _tab(number: int, title: str, count: int | None, *, on: bool) -> Line:
    words = [str(number), title, f"({count})" if title and count is not None else ""]
    return [(" ".join(word for word in words if word), "key" if on else "dim")]


def idle_commands(
    state: ReaderState,
    usable: Mapping[str, bool],
    keymap: Keymap = NO_KEYMAP,
    *,
    searching: bool = False,
    has_subject: bool = False,
    several: bool = False,
    same_story: bool = False,
    failed: bool = False,
) -> set[str]:
    """Ids of the commands that would do nothing now, or whose key the focused pane has taken.

    Args:
        state: Where the reader is.
        usable: The focused pane's own commands, each with True if it would do something now.
        keymap: Keys that commands have instead of their own.
        searching: A search is on.
        has_subject: The lit row is about an actor or a place.
        several: More than one article is open.
        same_story: Another open article tells the same as the one that is shown.
        failed: The analysis failed.
    """
    applies = dict(usable) | {
        "back": bool(state.history) and state.focused == "article",
        "next-mention": bool(state.owner) or searching,
        "only": state.only is None and has_subject,
        "articles": several,
        "save-all": several,
        "dossier": several,
        "same-story": same_story,
        "mark-after": state.focused == "article" and not state.page,
        "show-item": not state.page,
        "put-on-page": state.page,
        "retry": failed,
    }
    taken = {key for one in COMMANDS if usable.get(one.id) for key in keys_of(one, keymap)}
    return {name for name, now in applies.items() if not now} | {
        one.id for one in COMMANDS if one.scope == "reader" and keys_of(one, keymap) & taken
    }


def footer_items(
    focused: str,
    idle: Iterable[str],
    found: str = "",
    way_out: str = "",
    keymap: Keymap = NO_KEYMAP,
    *,
    reordered: bool = False,
) -> list[BarItem]:
    """The commands of the footer for the focused pane; the last one always has a place.

    Args:
        focused: The pane that has the focus.
        idle: Commands that would do nothing now.
        found: How much a search found, or "" where there is none.
        way_out: What the key that leaves would do, where that is worth saying.
        keymap: Keys that commands have instead of their own.
        reordered: The pane shows its rows in another order than that of the article.
    """
    own: list[Scope] = ["article"] if focused == "article" else ["list"]
    own += ["pane"] if focused in PANE_OF_NAME else []
    own += [focused] if focused in PANE_SCOPES else []
    order = PANE_OF_NAME[focused].order if reordered else None
    labels = {order.command: order.usual} if order else {}
    items = footer_items_of([*own, "reader", "app"], idle, keymap, labels)
    if way_out:
        key = shown_of("leave", keymap)
        items.insert(0, BarItem([(key, "key"), (f" {way_out}", "dim")], "leave"))
    return [BarItem([(found, "accent")]), *items] if found else items


def footer_items_of(
    scopes: Iterable[Scope],
    without: Iterable[str] = (),
    keymap: Keymap = NO_KEYMAP,
    labels: Mapping[str, str] = NO_KEYMAP,
) -> list[BarItem]:
    """The footer's commands in these scopes; `labels` are the words of some at this moment."""
    left_out = set(without)
    return [
        item_of(one, keymap, labels.get(one.id, ""))
        for one in footer(scopes, keymap)
        if one.id not in left_out
    ]


def key_items(keys: Mapping[str, str]) -> list[BarItem]:
    """A footer of keys and what they do."""
    return [BarItem([(key, "key"), (f" {label}", "dim")]) for key, label in keys.items()]


def item_of(command: Command, keymap: Keymap, label: str = "") -> BarItem:
    """A command's key and label."""
    keys, label = command.shown.partition(" ")[0], label or command.label
    if command.pair:
        label = command.pair_label
        keys += f"/{shown_of(command.pair, keymap)}"
    return BarItem([(keys, "key"), (f" {label}", "dim")], command.action)
