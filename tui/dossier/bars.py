"""The words of a dossier's header, tabs and footer; pure."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.dossier.page.pieces import headline_of
from briefing.dossier.values import Dossier
from tui.dossier.panes import EVIDENCE, SPECS
from tui.widgets.bar import BarItem
from tui.widgets.strips import Line, width_of


def header_line(dossier: Dossier) -> tuple[Line, Line]:
    """The left and the right part of the header."""
    title = dossier.composition.headline or headline_of(dossier)
    left: Line = [("dossier", "key"), ("  ", "ink"), (title, "strong")]
    count = len(dossier.articles)
    counts = [f"{count} article{'' if count == 1 else 's'}"]
    if differences := len(dossier.differences):
        counts.append(f"{differences} difference{'' if differences == 1 else 's'}")
    return left, [(" · ".join(counts), "dim"), (" ", "ink")]


def tab_items(focused: str, counts: Mapping[str, int], width: int) -> list[BarItem]:
    """The panes with their keys: with counts, or less where that does not fit.

    Args:
        focused: The pane that has the focus.
        counts: Rows of each pane.
        width: Of the line.
    """
    titles = {EVIDENCE: ("1", "In the articles")} | {s.name: (s.key, s.title) for s in SPECS}
    every = list(titles)
    for counted, titled in ((True, every), (False, every), (True, [focused]), (False, [focused])):
        items = []
        for name, (key, title) in titles.items():
            count = f" ({counts[name]})" if counted and name in counts else ""
            words = f"{key} {title}{count}" if name in titled else key
            ink = "key" if name == focused else "dim"
            items.append(BarItem([(words, ink)], f"pane('{name}')"))
        if sum(width_of(item.line) + 2 for item in items) - 2 <= width:
            break
    return items
