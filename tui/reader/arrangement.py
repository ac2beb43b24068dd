"""Which panes are on the screen at which size, and how large the article is; pure."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from tui.commands import ARTICLES, PANES
from tui.panes.registry import SHARED_PLACE
from tui.reader.state import ReaderState

Arrangement = Literal["wide", "side", "stacked", "single"]

SHARES: dict[Arrangement, int] = {"wide": 54, "side": 56, "stacked": 56}
"""Percent of the width, or of the height where panes are stacked, that the article has."""
SMALLEST_SHARE, LARGEST_SHARE, SHARE_STEP = 25, 80, 4

LIST_WIDTH = 32
"""Columns of the list of articles where it stands beside others."""
WIDTH_FOR_LIST = 150
"""Columns from which on a list of articles has room beside all panes."""

LOWEST_WITH_FRAMES = 10
TALL_FROM = 56
"""Lines from which a summary of usual length needs less than its share."""


class ScreenLayout(Struct, frozen=True):
    """How the panes stand.

    Attributes:
        classes: Names of the styles that hold.
        shown: The panes that are on the screen.
        article_width: Columns of the article; None for all that are left.
        article_height: Rows of the article; None for all that are left.
    """

    classes: frozenset[str]
    shown: frozenset[str]
    article_width: int | None = None
    article_height: int | None = None


STYLES = ("-wide", "-side", "-stacked", "-single", "-low", "-tall", "-zoomed")
"""All names of styles that a layout may have."""


def layout_of(
    state: ReaderState, width: int, height: int, share: int | None, *, several: bool
) -> ScreenLayout:
    """How a state is laid out.

    Args:
        state: What is shown.
        width: Columns of the terminal.
        height: Rows of the terminal.
        share: Percent that the reader gave the article in this arrangement, or None.
        several: There is a list of articles.
    """
    arrangement = arrangement_for(width, height)
    listed = several and width >= WIDTH_FOR_LIST
    shown = panes_shown(
        arrangement, state.focused, state.beside, zoomed=state.zoomed, listed=listed
    )
    if arrangement == "wide" and not state.zoomed:
        shown -= {pane for pane in SHARED_PLACE if pane != state.shared}
    conditions = {
        f"-{arrangement}": True,
        "-low": height < LOWEST_WITH_FRAMES,
        "-tall": height >= TALL_FROM,
        "-zoomed": state.zoomed,
    }
    percent = share_of(arrangement, share)
    across = arrangement in ("wide", "side") and shown - {"article", ARTICLES}
    down = arrangement == "stacked" and shown - {"article"}
    room = width - LIST_WIDTH if ARTICLES in shown else width
    return ScreenLayout(
        frozenset(name for name, holds in conditions.items() if holds),
        frozenset(shown),
        round(room * percent / 100) if across else None,
        round(height * percent / 100) if down else None,
    )


def share_of(arrangement: Arrangement, kept: int | None) -> int:
    """Percent of the screen's width or height that the article has."""
    return kept or SHARES.get(arrangement, 100)


def share_after(arrangement: Arrangement, kept: int | None, step: int) -> int:
    """The percent after so many steps; never so much that the article or the panes vanish."""
    share = share_of(arrangement, kept) + step * SHARE_STEP
    return max(SMALLEST_SHARE, min(share, LARGEST_SHARE))


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
        zoomed: The focused pane has the whole screen.
        listed: There is a list of articles and room for it beside everything.
    """
    if zoomed or arrangement == "single":
        return {focused}
    if arrangement == "wide" and (listed or focused != ARTICLES):
        return {*PANES, ARTICLES} if listed else set(PANES)
    return {"article", ARTICLES if focused == ARTICLES else beside}
