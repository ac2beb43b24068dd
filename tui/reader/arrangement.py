"""Which panes are on the screen at which size; pure."""

from __future__ import annotations

from typing import Literal

from tui.commands import ARTICLES, PANES

Arrangement = Literal["wide", "side", "stacked", "single"]


SHARES: dict[Arrangement, int] = {"wide": 54, "side": 56, "stacked": 56}
"""Percent of the width, or of the height where panes are stacked, that the article has."""
SMALLEST_SHARE, LARGEST_SHARE, SHARE_STEP = 25, 80, 4

LIST_WIDTH = 32
"""Columns of the list of articles where it stands beside others."""
WIDTH_FOR_LIST = 150
"""Columns from which on a list of articles has room beside all panes."""


def arrangement_for(width: int, height: int) -> Arrangement:
    """How the panes stand on a terminal of this many columns and rows.

    `wide`: all of them; `side` and `stacked`: the article and one pane, beside or below it;
    `single`: one at a time.
    """
    if width >= 120 and height >= 30:
        return "wide"
    if width >= 100 and height >= 16:
        return "side"
    if width >= 80 and height >= 20:
        return "stacked"
    return "single"


def panes_shown(
    arrangement: Arrangement, focused: str, beside: str, *, zoomed: bool, listed: bool = False
) -> set[str]:
    """The panes that are on the screen.

    Args:
        arrangement: How the panes stand.
        focused: The pane that has the focus.
        beside: The pane that stands with the article where there is room for one.
        zoomed: Whether the focused pane has the whole screen.
        listed: Whether there is a list of articles and room for it beside everything.
    """
    if zoomed or arrangement == "single":
        return {focused}
    if arrangement == "wide" and (listed or focused != ARTICLES):
        return {*PANES, ARTICLES} if listed else set(PANES)
    return {"article", ARTICLES if focused == ARTICLES else beside}
