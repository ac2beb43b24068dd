"""Country borders and numbered places in braille; pure functions over degrees.

The borders are Natural Earth's at 1:110 million. The projection is equirectangular, stretched so
that distances are right in the middle of the map.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import cos, radians

from msgspec import Struct

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

SMALLEST_SPAN = 12.0
"""Degrees that a map shows at least, so that there is something to know the place by."""
MARGIN = 1.25
"""How much wider than its places a map is."""
NEIGHBORHOODS = (40.0, 20.0, 10.0, 5.0)
"""Degrees around the chosen place, tried in turn where one map cannot show all places apart."""

_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


@cache
def outlines() -> tuple[tuple[Point, ...], ...]:
    """Rings of country borders, read once; some milliseconds."""
    data = json.loads((files("briefing") / "data/countries-110m.geojson").read_text("utf-8"))
    return tuple(
        tuple((float(x), float(y)) for x, y in ring)
        for feature in data["features"]
        for polygon in _polygons(feature["geometry"])
        for ring in polygon
    )


def _polygons(geometry: dict[str, list[list[list[list[float]]]]]) -> list[list[list[list[float]]]]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    return coordinates if kind == "MultiPolygon" else [coordinates]  # type: ignore[comparison-overlap, list-item]


class View(Struct, frozen=True):
    """What part of the world a map of `width` × `height` cells shows.

    Attributes:
        center: Its middle.
        scale: Dots a degree of latitude.
    """

    center: Point
    scale: float
    width: int
    height: int

    def dot(self, point: Point) -> tuple[float, float]:
        """Column and row in braille dots, which may lie outside."""
        east = (point[0] - self.center[0] + 180) % 360 - 180
        x = east * cos(radians(self.center[1])) * self.scale + self.width
        y = (self.center[1] - point[1]) * self.scale + self.height * 2
        return x, y

    def cell(self, point: Point) -> tuple[int, int]:
        """Column and row in cells, which may lie outside."""
        x, y = self.dot(point)
        return int(x // 2), int(y // 4)

    def holds(self, cell: tuple[int, int]) -> bool:
        """Whether a cell is on the map."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.height


def fit(points: Sequence[Point], width: int, height: int) -> View:
    """The view that shows all points with a margin; at most the whole world."""
    origin = points[0][0]
    easts = [(x - origin + 180) % 360 - 180 for x, _ in points]
    norths = [y for _, y in points]
    middle = (min(norths) + max(norths)) / 2
    middle = max(-65.0, min(65.0, middle))
    center = ((min(easts) + max(easts)) / 2 + origin, middle)
    shrink = cos(radians(middle))
    tall = max((max(norths) - min(norths)) * MARGIN, SMALLEST_SPAN)
    wide = max((max(easts) - min(easts)) * MARGIN, SMALLEST_SPAN) * shrink
    scale = min(height * 4 / tall, width * 2 / wide)
    return View(center, max(scale, width * 2 / (360 * shrink)), width, height)


def view_of(points: Sequence[Point], chosen: int, width: int, height: int) -> View:
    """The view of all points, or of so much around the chosen one that no two share a cell."""
    view = fit(points, width, height)
    x, y = points[chosen]
    near = list(points)
    for degrees in NEIGHBORHOODS:
        if len({view.cell(point) for point in near}) == len(set(near)):
            break
        near = [
            point
            for point in points
            if abs(point[1] - y) <= degrees and abs((point[0] - x + 180) % 360 - 180) <= degrees
        ]
        view = fit([points[chosen], *near], width, height)
    return view


def draw(view: View, rings: Iterable[Sequence[Point]]) -> list[str]:
    """Rows of braille with the borders of the rings."""
    cells = [[0] * view.width for _ in range(view.height)]
    columns, rows = view.width * 2, view.height * 4
    for ring in rings:
        for x, y in _dots(view, ring, columns, rows):
            cells[y // 4][x // 2] |= _DOTS[y % 4][x % 2]
    return ["".join(chr(0x2800 + cell) if cell else " " for cell in row) for row in cells]


def _dots(view: View, ring: Sequence[Point], columns: int, rows: int) -> Iterator[tuple[int, int]]:
    """Dots of the map that a ring touches."""
    projected = [view.dot(point) for point in ring]
    for (x1, y1), (x2, y2) in pairwise(projected):
        if max(x1, x2) < 0 or min(x1, x2) >= columns or max(y1, y2) < 0 or min(y1, y2) >= rows:
            continue
        if abs(x2 - x1) > columns * 2:  # around the back of the world
            continue
        steps = int(max(abs(x2 - x1), abs(y2 - y1))) + 1
        for step in range(steps + 1):
            x = int(x1 + (x2 - x1) * step / steps)
            y = int(y1 + (y2 - y1) * step / steps)
            if 0 <= x < columns and 0 <= y < rows:
                yield x, y


NUDGES = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (1, 1), (-1, 1))
"""How far from its cell a label may stand, so that labels do not run into one another."""


def marker_cells(
    view: View, points: Sequence[Point], labels: Sequence[str], first: int
) -> dict[tuple[int, int], tuple[str, int]]:
    """Cell → (character, index of its point); where there is no room, `first`, then the earlier."""
    taken: dict[tuple[int, int], tuple[str, int]] = {}
    for index in [first, *(index for index in range(len(points)) if index != first)]:
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
