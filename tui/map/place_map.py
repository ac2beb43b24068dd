"""The map of an article's places: its numbers, what of the world it shows, and its lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol

from briefing.borders import Outline, Point, country_at
from briefing.model import LocationKind
from tui.map.braille import draw, marker_cells, sign
from tui.map.viewport import View, across, fit, view_of
from tui.widgets.strips import Line

ZOOM = 1.5
"""How much nearer one step of the zoom is."""
PAN = 0.2
"""How much of its width or height one step moves the map."""
ASHORE = ((0.0, 0.0), (0.4, 0.0), (-0.4, 0.0), (0.0, 0.4), (0.0, -0.4))
"""Degrees around a place to look for its country: coarse coasts leave some harbors at sea."""


class Mapped(Protocol):
    """A place, of an article or of a dossier."""

    @property
    def kind(self) -> LocationKind:
        """What it is: a city, a country."""
        ...

    @property
    def country(self) -> str | None:
        """The code of its country."""
        ...

    @property
    def latitude(self) -> float | None:
        """Degrees north."""
        ...

    @property
    def longitude(self) -> float | None:
        """Degrees east."""
        ...

    @property
    def salience(self) -> float:
        """How important it is, 0 to 1."""
        ...


class PlaceMap:
    """Numbers the places that have coordinates, and draws them.

    Attributes:
        borders: Country borders, or nothing while they have not been read.
        moved: What the map shows since the reader moved it; None while it fits the places.
    """

    def __init__(self, places: Sequence[Mapped] = (), moved: View | None = None) -> None:
        """Number the places in their order; a country is left out of the fit if a city is in it."""
        self.borders: tuple[Outline, ...] = ()
        self.moved = moved
        self._places = tuple(places)
        self._points: list[Point] = []
        self._row_of: list[int] = []
        self._labels: dict[int, str] = {}
        for row, place in enumerate(self._places):
            if place.longitude is not None and place.latitude is not None:
                self._points.append((place.longitude, place.latitude))
                self._row_of.append(row)
                self._labels[row] = str(len(self._points))
        pinned = {self._places[row].country for row in self._row_of if not self._is_country(row)}
        self._fitted = [
            index
            for index, row in enumerate(self._row_of)
            if not self._is_country(row) or self._places[row].country not in pinned
        ]
        self._drawn: tuple[object, list[Line]] = (None, [])
        self._grids: tuple[object, tuple[list[list[int]], list[list[int]]]] = (None, ([], []))

    def _is_country(self, row: int) -> bool:
        return self._places[row].kind == "country"

    def _importance(self, index: int) -> tuple[bool, float]:
        """What a map that cannot show all places is about: rather a city than a country."""
        row = self._row_of[index]
        return not self._is_country(row), self._places[row].salience

    def __bool__(self) -> bool:
        """True if there is anything to show."""
        return bool(self._points)

    def label(self, row: int) -> str:
        """The number of a place, or nothing if it has no point."""
        return self._labels.get(row, "")

    def _index(self, row: int | None) -> int | None:
        label = self._labels.get(row) if row is not None else None
        return int(label) - 1 if label else None

    # What it shows

    def view(self, width: int, height: int, row: int | None) -> View:
        """What the map shows when a row is chosen, or none."""
        if self.moved is not None:
            return self.moved.sized(width, height)
        around = self._index(row)
        if around is None:
            around = max(self._fitted, key=self._importance)
        shown = self._fitted if around in self._fitted else [*self._fitted, around]
        points = [self._points[index] for index in shown]
        return view_of(points, shown.index(around), width, height)

    def zoom(self, steps: int, width: int, height: int, row: int | None) -> None:
        """Show the map nearer, or wider with a negative number of steps."""
        view = self.view(width, height, row)
        index = self._index(row)
        around = view.center if index is None else self._points[index]
        self.moved = view.zoomed(ZOOM**steps, around)

    def pan(self, east: int, north: int, width: int, height: int, row: int | None) -> None:
        """Show what is further east and north."""
        self.moved = self.view(width, height, row).moved(east * PAN, north * PAN)

    def fit(self, width: int, height: int, row: int | None) -> None:
        """Show all places; where they are shown already, what suits the row again."""
        before, self.moved = self.moved, None
        whole = fit([self._points[index] for index in self._fitted], width, height)
        if before != whole != self.view(width, height, row):
            self.moved = whole

    def bring_into_view(self, width: int, height: int, row: int) -> None:
        """Move a map that the reader moved to where the place of a row is in view."""
        index = self._index(row)
        if self.moved is not None and index is not None:
            self.moved = self.moved.sized(width, height).showing(self._points[index])

    def scale(self, width: int, height: int) -> str:
        """How much a map that the reader moved shows: "800 km across"."""
        return across(self.moved.sized(width, height)) if self.moved is not None else ""

    # Its lines

    def lines(self, width: int, height: int, row: int | None) -> list[Line]:
        """The map with the place of a row lit, if there is one."""
        key = (width, height, row, self.moved, len(self.borders))
        if self._drawn[0] != key:
            self._drawn = (key, self._draw(self.view(width, height, row), row))
        return self._drawn[1]

    def row_at(self, x: int, y: int, width: int, height: int, row: int | None) -> int | None:
        """The row of the number that stands in a cell."""
        found = self._marks(self.view(width, height, row), row).get((x, y))
        return self._row_of[found[1]] if found else None

    def _marks(self, view: View, row: int | None) -> dict[tuple[int, int], tuple[str, int]]:
        chosen = self._index(row)
        first = () if chosen is None else (chosen,)
        order = dict.fromkeys([*first, *self._fitted, *range(len(self._points))])
        labels = [self._labels[row] for row in self._row_of]
        return marker_cells(view, self._points, labels, list(order))

    def _draw(self, view: View, row: int | None) -> list[Line]:
        country = self._country(row)
        key = (view, country, len(self.borders))
        if self._grids[0] != key:
            self._grids = (key, draw(view, self.borders, country))
        every, own = self._grids[1]
        marks = self._marks(view, row)
        chosen = self._index(row)
        lines: list[Line] = []
        for y in range(view.height):
            cells = []
            for x in range(view.width):
                if (x, y) in marks:
                    char, index = marks[x, y]
                    cells.append((char, "marker-on" if index == chosen else "marker"))
                else:
                    cells.append((sign(every[y][x]), "ink" if own[y][x] else "dim"))
            lines.append(
                [
                    ("".join(char for char, _ in run), name)
                    for name, run in groupby(cells, key=lambda cell: cell[1])
                ]
            )
        return lines

    def _country(self, row: int | None) -> int | None:
        """The country whose borders are drawn brighter."""
        index = self._index(row)
        if row is None or index is None or self._places[row].country is None:
            return None
        x, y = self._points[index]
        tried = (country_at((x + east, y + north), self.borders) for east, north in ASHORE)
        return next((country for country in tried if country is not None), None)
