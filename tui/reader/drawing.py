"""Draws what the reader's state says into the widgets of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import ARTICLES, PANES
from tui.panes.registry import EVIDENCE_PANES
from tui.reader.arrangement import STYLES, ScreenLayout
from tui.reader.bars import WAYS_OUT, footer_items, header_line, idle_commands, key_items, tab_line
from tui.widgets.bar import Bar, BarItem

if TYPE_CHECKING:
    from tui.reader.view import ReaderView


def draw_layout(screen: ReaderView, layout: ScreenLayout) -> None:
    """Show and hide the panes, and size the article."""
    for name in STYLES:
        screen.set_class(name in layout.classes, name)
    screen.query_one("#panes").display = bool(layout.shown - {"article", ARTICLES})
    for name in (ARTICLES, *PANES):
        for widget in screen.query(f"#{name}"):
            widget.display = name in layout.shown
    screen.page_view.display = screen.state.page and "article" in layout.shown
    screen.article_view.display = not screen.state.page and "article" in layout.shown
    for view in (screen.article_view, screen.page_view):
        view.styles.width = layout.article_width or "1fr"
        view.styles.height = layout.article_height or "1fr"


def draw_bars(screen: ReaderView) -> None:
    """Write header, tabs and footer."""
    state, keymap = screen.state, screen.app.keymap
    width = screen.app.size.width - 1
    number, count = state.number, len(screen.analyses)
    header = header_line(screen.analysis, number, count, width, state.only_name, keymap)
    screen.query_one("#header", Bar).set_line(*header)
    ready = [s for s in EVIDENCE_PANES if screen.complete and screen.analysis.has(s.stage)]
    counts = {spec.name: len(screen.pane(spec.name).rows) for spec in ready}
    screen.query_one("#tabs", Bar).set_items(tab_line(state.focused, counts, width))
    above = screen.app.keys_above(screen)
    items = _footer(screen) if above is None else key_items(above)
    screen.query_one("#footer", Bar).set_items(items)


def _footer(screen: ReaderView) -> list[BarItem]:
    """The commands of the footer for the focused pane."""
    state, keymap = screen.state, screen.app.keymap
    pane = screen.pane(state.focused) if screen.complete and state.focused in PANES[1:] else None
    usable = {
        command.id: bool(pane and pane.check_action(command.action.partition("(")[0], ()))
        for command in (pane.spec.commands if pane else ())
    }
    idle = idle_commands(
        state,
        usable,
        keymap,
        searching=bool(screen.search.query),
        has_subject=screen.subject is not None,
        several=screen.several,
        same_story=state.number in screen.stories.stories,
        failed=screen.analysis.state == "failed",
    )
    return footer_items(
        state.focused,
        idle,
        screen.search.words(),
        WAYS_OUT.get(screen.way_out(), ""),
        keymap,
        reordered=pane is not None and pane.reordered,
    )
