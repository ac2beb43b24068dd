"""What part of the world a map shows, and how a reader moves it; pure functions over degrees.

The projection is equirectangular, stretched so that distances are right in the middle of the map.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, log10, radians

from msgspec import Struct
from msgspec.structs import replace

from briefing.borders import Point

SMALLEST_SPAN = 12.0
"""Degrees that a fitted map shows at least, so that there is something to know the place by."""
MARGIN = 1.25
"""How much wider than its places a map is."""
NEIGHBORHOODS = (40.0, 20.0, 10.0, 5.0)
"""Degrees around the chosen place, tried in turn where one map cannot show all places apart."""
HIGHEST = 65.0
"""Degrees north or south that the middle of a map stays within."""
KILOMETERS_A_DEGREE = 111.2
NARROWEST = 40.0
"""Kilometers across the map beyond which borders at 1:110 million say nothing more."""


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
        x = east * self.scale_east + self.width
        y = (self.center[1] - point[1]) * self.scale + self.height * 2
        return x, y

    def cell(self, point: Point) -> tuple[int, int]:
        """Column and row in cells, which may lie outside."""
        x, y = self.dot(point)
        return int(x // 2), int(y // 4)

    def holds(self, cell: tuple[int, int]) -> bool:
        """True if a cell is on the map."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.height

    @property
    def scale_east(self) -> float:
        """Dots a degree of longitude."""
        return self.scale * cos(radians(self.center[1]))

    @property
    def kilometers(self) -> float:
        """How far it is from the left edge to the right one, along the middle."""
        return self.width * 2 / self.scale * KILOMETERS_A_DEGREE

    def moved(self, east: float, north: float) -> View:
        """The view some of its own widths further east, and heights further north."""
        return _within(
            replace(
                self,
                center=(
                    self.center[0] + east * self.width * 2 / self.scale_east,
                    self.center[1] + north * self.height * 4 / self.scale,
                ),
            )
        )

    def zoomed(self, factor: float, around: Point) -> View:
        """The view so many times nearer; what is at `around` stays where it is, if in view."""
        narrowest = self.width * 2 * KILOMETERS_A_DEGREE / NARROWEST
        scale = max(min(self.scale * factor, narrowest), _world_scale(self.center, self.width))
        kept = self.scale / scale if self.holds(self.cell(around)) else 1.0
        east = (around[0] - self.center[0] + 180) % 360 - 180
        north = around[1] - self.center[1]
        center = (
            self.center[0] + east * (1 - kept),
            self.center[1] + north * (1 - kept),
        )
        return _within(replace(self, center=center, scale=scale))

    def sized(self, width: int, height: int) -> View:
        """The view on a map of another size, which shows at least as much."""
        factor = min(width / self.width, height / self.height)
        return _within(replace(self, width=width, height=height, scale=self.scale * factor))

    def showing(self, point: Point) -> View:
        """This view if the point is in it and not at its edge, else the one around the point."""
        column, row = self.cell(point)
        across, down = min(2, self.width // 4), min(1, self.height // 4)
        if across <= column < self.width - across and down <= row < self.height - down:
            return self
        return _within(replace(self, center=point))


def _world_scale(center: Point, width: int) -> float:
    """The scale at which a map is as wide as the world."""
    return width * 2 / (360 * cos(radians(center[1])))


def _within(view: View) -> View:
    """The view without what lies beyond the poles, and no wider than the world."""
    east = (view.center[0] + 180) % 360 - 180
    north = max(-HIGHEST, min(HIGHEST, view.center[1]))
    center = (east, north)
    return replace(view, center=center, scale=max(view.scale, _world_scale(center, view.width)))


def fit(points: Sequence[Point], width: int, height: int) -> View:
    """The view that shows all points with a margin; at most the whole world."""
    origin = points[0][0]
    easts = [(x - origin + 180) % 360 - 180 for x, _ in points]
    norths = [y for _, y in points]
    middle = (min(norths) + max(norths)) / 2
    middle = max(-HIGHEST, min(HIGHEST, middle))
    center = ((min(easts) + max(easts)) / 2 + origin, middle)
    shrink = cos(radians(middle))
    tall = max((max(norths) - min(norths)) * MARGIN, SMALLEST_SPAN)
    wide = max((max(easts) - min(easts)) * MARGIN, SMALLEST_SPAN) * shrink
    scale = min(height * 4 / tall, width * 2 / wide)
    return View(center, max(scale, _world_scale(center, width)), width, height)


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


def across(view: View) -> str:
    """How much a view shows, in round kilometers: "800 km across"."""
    kilometers = view.kilometers
    step = 10 ** max(int(log10(kilometers)) - 1, 0)
    return f"{round(kilometers / step) * step:,} km across"
