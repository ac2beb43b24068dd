"""The borders of countries, and which country a point is in.

The borders are Natural Earth's at 1:110 million.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from msgspec import Struct

Point = tuple[float, float]
"""Longitude and latitude in degrees."""
Ring = tuple[Point, ...]


class Outline(Struct, frozen=True):
    """A closed line of a border and the box that holds it, all in degrees.

    Attributes:
        country: Number of the country it belongs to.
        west: Least longitude.
        south: Least latitude.
        east: Greatest longitude.
        north: Greatest latitude.
    """

    ring: Ring
    country: int
    west: float
    south: float
    east: float
    north: float


@cache
def outlines() -> tuple[Outline, ...]:
    """All rings of all countries, read once; some ten milliseconds."""
    data = json.loads((files("briefing") / "data/countries-110m.geojson").read_text("utf-8"))
    return tuple(
        outline(tuple((float(x), float(y)) for x, y in ring), number)
        for number, feature in enumerate(data["features"])
        for polygon in _polygons(feature["geometry"])
        for ring in polygon
    )


def outline(ring: Ring, country: int) -> Outline:
    """A ring of a country with its box."""
    easts, norths = [x for x, _ in ring], [y for _, y in ring]
    return Outline(ring, country, min(easts), min(norths), max(easts), max(norths))


def _polygons(geometry: dict[str, list[list[list[list[float]]]]]) -> list[list[list[list[float]]]]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    return coordinates if kind == "MultiPolygon" else [coordinates]  # type: ignore[comparison-overlap, list-item]


def country_at(point: Point, borders: Sequence[Outline]) -> int | None:
    """The number of the country that a point is in, or None at sea."""
    x, y = point
    inside: dict[int, bool] = {}
    for border in borders:
        if border.west <= x <= border.east and border.south <= y <= border.north:
            inside[border.country] = inside.get(border.country, False) ^ _surrounds(
                border.ring, x, y
            )
    return next((country for country, within in inside.items() if within), None)


def _surrounds(ring: Ring, x: float, y: float) -> bool:
    """True if a line from the point to the east crosses the ring an odd number of times."""
    odd = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd
