"""The words of the reader's header, tabs and footer; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.analyses import Analysis
from tui.commands import PANES, Command, Scope, footer
from tui.widgets.bar import Item
from tui.widgets.strips import Line, width_of

TITLES = dict(zip(PANES, ("Article", "Summary", "Actors", "Places", "Quotes", "When"), strict=True))
DOING = {
    "summary": "weighing sentences",
    "dates": "reading dates",
    "locations": "finding places",
    "actors": "finding actors",
    "quotes": "finding speakers",
}
WORDS_A_MINUTE = 230


def header_line(analysis: Analysis, number: int, count: int) -> tuple[Line, Line]:
    """The left and the right part of the header."""
    article = analysis.article
    left: Line = [("brief", "key"), ("  ", "ink")]
    left.append((" ".join((article.title or article.source or "untitled").split()), "strong"))
    right: Line = []
    if analysis.state == "running":
        stage, reached, total = analysis.progress
        right = [
            (f"{DOING.get(stage, stage)} ", "dim"),
            ("━" * reached, "accent"),
            ("━" * (total - reached), "faint"),
        ]
    elif analysis.state == "failed":
        right = [("analysis failed", "failed"), (" · r try again", "dim")]
    else:
        right = [(facts(analysis), "dim")]
    if count > 1:
        right = [*right, ("  ", "ink"), (f"[ {number + 1}/{count} ]", "accent")]
    return left, [*right, (" ", "ink")]


def facts(analysis: Analysis) -> str:
    """How long the article is and how much was found in it."""
    article, found = analysis.article, analysis.found
    parts = []
    if article.word_count:
        minutes = max(1, round(article.word_count / WORDS_A_MINUTE))
        parts = [f"{article.word_count} words", f"{minutes} min"]
    if found is not None:
        parts += [
            f"{len(items)} {one if len(items) == 1 else many}"
            for items, one, many in (
                (found.actors, "actor", "actors"),
                (found.locations, "place", "places"),
                (found.quotes, "quote", "quotes"),
            )
        ]
    return " · ".join(parts)


def tab_line(focused: str, counts: Mapping[str, int], width: int) -> list[Item]:
    """The panes with their numbers: with counts, or less where that does not fit."""
    for counted, titled in ((True, PANES), (False, PANES), (True, (focused,)), (False, (focused,))):
        items = [
            Item(
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
        if sum(width_of(item.line) + 2 for item in items) <= width:
            break
    return items


def _tab(number: int, title: str, count: int | None, *, on: bool) -> Line:
    words = [str(number), title, str(count) if title and count is not None else ""]
    return [(" ".join(word for word in words if word), "key" if on else "dim")]


def footer_items(focused: str, *, can_go_back: bool) -> list[Item]:
    """The commands of the footer for the focused pane; the last one always has a place."""
    scopes: list[Scope] = ["reader", "app"] if focused == "article" else ["list", "reader", "app"]
    return footer_items_of(scopes, without=() if can_go_back else ("back",))


def footer_items_of(scopes: Iterable[Scope], without: Iterable[str] = ()) -> list[Item]:
    """The footer's commands in these scopes."""
    return [item_of(command) for command in footer(scopes) if command.id not in set(without)]


def item_of(command: Command) -> Item:
    """A command's key and label."""
    label = {"next-mention": "next, previous", "longer": "summary"}.get(command.id, command.label)
    keys = {"longer": "+/−"}.get(command.id, command.shown)
    return Item([(keys, "key"), (f" {label}", "dim")], command.action)
