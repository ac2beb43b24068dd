"""A small map of numbered places, drawn from the outlines of countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, radians, sin

from briefing.borders import Outline, Point, outlines

MARGIN = 1.35
"""How much wider than its places a map is."""
SMALLEST_SPAN = 16.0
"""Degrees from north to south that a map shows at least, to know the place by."""
HIGHEST = 70.0
NEAR = 35.0
"""Degrees from the first place within which a map stays if it shows most places then."""
DISC = 5.2
"""Radius of a numbered disc, in points."""
RADII = (0.0, 11.0, 15.0, 20.0, 26.0, 33.0)
ANGLES = 12
FINEST = 0.8
"""Points that two corners of an outline are apart at least."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbered disc, which stands at its place or, where that is taken, beside it.

    Attributes:
        x: Of the disc's middle, in points from the left; `y` from the top.
        at_x: Of the place; `at_y` likewise.
    """

    number: int
    x: float
    y: float
    at_x: float
    at_y: float

    @property
    def is_beside(self) -> bool:
        """True for a disc that does not stand at its place."""
        return (self.x, self.y) != (self.at_x, self.at_y)


@dataclass(frozen=True, slots=True)
class Locator:
    """A map in points.

    Attributes:
        land: Outlines as the data of an SVG path.
    """

    width: float
    height: float
    land: str
    markers: tuple[Marker, ...]


class _Projection:
    """Equirectangular, with right distances in the middle."""

    def __init__(self, points: Sequence[Point], width: float, height: float) -> None:
        origin = points[0][0]
        easts = [(x - origin + 180) % 360 - 180 for x, _ in points]
        norths = [y for _, y in points]
        self.east = (min(easts) + max(easts)) / 2 + origin
        self.north = max(-HIGHEST, min(HIGHEST, (min(norths) + max(norths)) / 2))
        shrink = cos(radians(self.north))
        tall = max((max(norths) - min(norths)) * MARGIN, SMALLEST_SPAN)
        wide = (max(easts) - min(easts)) * MARGIN * shrink
        self.scale = max(
            min(height / tall, width / wide if wide else height), width / (360 * shrink)
        )
        self.scale_east = self.scale * shrink
        self.width, self.height = width, height

    def offset(self, longitude: float) -> float:
        """Degrees east of the map's middle, between -180 and 180."""
        return (longitude - self.east + 180) % 360 - 180

    def placed(self, offset: float, latitude: float) -> Point:
        """Where it is on the map, for degrees east of its middle."""
        x = self.width / 2 + offset * self.scale_east
        return x, self.height / 2 - (latitude - self.north) * self.scale


def on_map(points: Sequence[Point]) -> list[int]:
    """The indexes of the places that one map shows well: all, or most of them around the first."""
    near = [
        index
        for index, (x, y) in enumerate(points)
        if abs(y - points[0][1]) <= NEAR and abs((x - points[0][0] + 180) % 360 - 180) <= NEAR
    ]
    return near if 2 * len(near) > len(points) else list(range(len(points)))


def locator(points: Sequence[Point], width: float, height: float) -> Locator:
    """A map of places.

    Args:
        points: Longitude and latitude of each; the first is number 1.
        width: Of the map in points.
        height: Likewise.
    """
    projection = _Projection(points, width, height)
    return Locator(
        width, height, _land(projection, outlines()), tuple(_markers(projection, points))
    )


def _markers(projection: _Projection, points: Sequence[Point]) -> Iterator[Marker]:
    taken: list[Point] = []
    at = [projection.placed(projection.offset(x), y) for x, y in points]
    for number, (x, y) in enumerate(at, 1):
        free = (
            place
            for place in _around(x, y)
            if DISC < place[0] < projection.width - DISC
            and DISC < place[1] < projection.height - DISC
            and all(_apart(place, other) for other in taken)
        )
        place = next(free, (x, y))
        taken.append(place)
        yield Marker(number, round(place[0], 1), round(place[1], 1), round(x, 1), round(y, 1))


def _around(x: float, y: float) -> Iterator[Point]:
    for radius in RADII:
        for step in range(ANGLES if radius else 1):
            angle = 2 * pi * step / ANGLES
            yield x + radius * cos(angle), y - radius * sin(angle)


def _apart(one: Point, other: Point) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 > (2.1 * DISC) ** 2


def _land(projection: _Projection, borders: Sequence[Outline]) -> str:
    paths = []
    for border in borders:
        ring = _unwrapped(projection, border)
        west, east = min(x for x, _ in ring), max(x for x, _ in ring)
        half = projection.width / 2 / projection.scale_east
        for shift in (-360.0, 0.0, 360.0):
            if east + shift < -half or west + shift > half:
                continue
            placed = [projection.placed(x + shift, y) for x, y in ring]
            clipped = _clipped(placed, projection.width, projection.height)
            path = _path(clipped)
            if path:
                paths.append(path)
    return "".join(paths)


def _unwrapped(projection: _Projection, border: Outline) -> list[Point]:
    """The ring in degrees east of the map's middle, without jumps where the world ends."""
    ring: list[Point] = []
    for x, y in border.ring:
        offset = projection.offset(x)
        if ring:
            offset = ring[-1][0] + (offset - ring[-1][0] + 180) % 360 - 180
        ring.append((offset, y))
    return ring


def _clipped(ring: list[Point], width: float, height: float) -> list[Point]:
    """The part of a polygon on the map (Sutherland and Hodgman 1974), with its edges outside."""
    for axis, edge, sign in ((0, -2.0, 1), (0, width + 2, -1), (1, -2.0, 1), (1, height + 2, -1)):
        inside: list[Point] = []
        for number, point in enumerate(ring):
            before = ring[number - 1]
            was_in, is_in = sign * (before[axis] - edge) >= 0, sign * (point[axis] - edge) >= 0
            if was_in != is_in:
                part = (edge - before[axis]) / (point[axis] - before[axis])
                inside.append(
                    (
                        before[0] + part * (point[0] - before[0]),
                        before[1] + part * (point[1] - before[1]),
                    )
                )
            if is_in:
                inside.append(point)
        ring = inside
        if not ring:
            return []
    return ring


def _path(ring: Sequence[Point]) -> str:
    kept: list[Point] = []
    for x, y in ring:
        if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > FINEST:
            kept.append((x, y))
    return f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in kept)}Z" if len(kept) > 2 else ""
