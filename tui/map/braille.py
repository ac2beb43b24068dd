"""Country borders and numbered places in braille; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.borders import Outline, Point
from tui.map.viewport import View

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
BLANK = 0x2800
"""The braille sign without dots, from which the others are counted."""

Grid = list[list[int]]
"""For each cell of each row, its braille dots."""


def draw(view: View, borders: Iterable[Outline], country: int | None = None) -> tuple[Grid, Grid]:
    """The dots of all borders, and those of one country alone."""
    every = [[0] * view.width for _ in range(view.height)]
    own = [[0] * view.width for _ in range(view.height)]
    for border in borders:
        if not _may_show(view, border):
            continue
        grids = (every, own) if border.country == country else (every,)
        for x, y in _dots(view, border):
            for grid in grids:
                grid[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
    return every, own


def sign(dots: int) -> str:
    """The character of a cell."""
    return chr(BLANK + dots) if dots else " "


def _may_show(view: View, border: Outline) -> bool:
    """True if the box of a border touches the view."""
    half_height = view.height * 2 / view.scale
    if abs((border.south + border.north) / 2 - view.center[1]) > (
        half_height + (border.north - border.south) / 2
    ):
        return False
    middle = (border.west + border.east) / 2
    away = abs((middle - view.center[0] + 180) % 360 - 180)
    return away <= view.width / view.scale_east + (border.east - border.west) / 2


def _dots(view: View, border: Outline) -> Iterator[tuple[int, int]]:
    """Dots of the map that a border touches."""
    columns, rows = view.width * 2, view.height * 4
    around = 180 * view.scale_east  # a longer line goes around the back of the world
    for (x1, y1), (x2, y2) in pairwise(_corners(view, border)):
        if (
            (x1 < 0 and x2 < 0)
            or (y1 < 0 and y2 < 0)
            or (x1 >= columns and x2 >= columns)
            or (y1 >= rows and y2 >= rows)
        ):
            continue
        right, down = x2 - x1, y2 - y1
        if abs(right) > around:
            continue
        long = max(abs(right), abs(down))
        steps = int(long) + 1
        first, last = 0, steps
        if long > columns + rows:
            first, last = _in_view(x1, y1, x2, y2, columns, rows, steps)
        for step in range(first, last + 1):
            x, y = int(x1 + right * step / steps), int(y1 + down * step / steps)
            if 0 <= x < columns and 0 <= y < rows:
                yield x, y


def _corners(view: View, border: Outline) -> list[Point]:
    """The points of a border in dots, without those that fall into the dot before them."""
    west, north = view.center[0] - 180, view.center[1]
    wide, tall = view.scale_east, view.scale
    left, top = view.width - 180 * wide, view.height * 2
    corners: list[Point] = []
    before = None
    for east, up in border.ring:
        x, y = (east - west) % 360 * wide + left, (north - up) * tall + top
        dot = x // 1, y // 1
        if dot != before:
            corners.append((x, y))
            before = dot
    return corners if len(corners) > 1 else corners * 2


def _in_view(
    x1: float, y1: float, x2: float, y2: float, columns: int, rows: int, steps: int
) -> tuple[int, int]:
    """The first and the last step of a line that can lie on the map (Liang and Barsky 1984)."""
    first, last = 0.0, 1.0
    for start, way, most in ((x1, x2 - x1, columns), (y1, y2 - y1, rows)):
        if way:
            enters, leaves = sorted((-start / way, (most - start) / way))
            first, last = max(first, enters), min(last, leaves)
    return int(first * steps), min(int(last * steps) + 1, steps)


NUDGES = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (1, 1), (-1, 1))
"""How far from its cell a label may stand, so that labels do not run into one another."""


def marker_cells(
    view: View, points: Sequence[Point], labels: Sequence[str], order: Sequence[int]
) -> dict[tuple[int, int], tuple[str, int]]:
    """Cell → (character, index of its point); where there is no room, the earlier in the order."""
    taken: dict[tuple[int, int], tuple[str, int]] = {}
    for index in order:
        column, row = view.cell(points[index])
        if not view.holds((column, row)):
            continue
        for right, down in NUDGES:
            spots = [(column + right + shift, row + down) for shift in range(len(labels[index]))]
            around = [(spots[0][0] - 1, row + down), *spots, (spots[-1][0] + 1, row + down)]
            if all(map(view.holds, spots)) and not any(spot in taken for spot in around):
                taken.update(
                    (spot, (char, index)) for spot, char in zip(spots, labels[index], strict=True)
                )
                break
    return taken
