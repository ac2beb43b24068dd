"""The places pane: a map with numbers, and the list by country that is its legend."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Briefing, Location
from tui.widgets.pane import EvidencePane
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, apart, fit

SMALLEST_MAP = (20, 4)
SMALLEST_LIST = 5
ELSEWHERE = "Across borders"


class PlacesPane(EvidencePane):
    """Places by country; those with known coordinates are numbered and stand on the map."""

    NUMBER = 4
    TITLE = "Places"
    LOADING = "finding the places"
    EMPTY = "no place is named"
    COUNTED = "places"

    def __init__(self, *, id: str) -> None:
        self._places: tuple[Location, ...] = ()
        self._points: list[tuple[float, float]] = []
        self._labels: list[str] = []
        self._point_of: dict[int, int] = {}
        self._borders: tuple[tuple[tuple[float, float], ...], ...] | None = None
        self._map: tuple[object, list[Line]] = (None, [])
        super().__init__(id=id)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        groups = by_country(briefing.locations)
        self._places = tuple(place for _, places in groups for place in places)
        self._points, self._labels, self._point_of = [], [], {}
        rows: list[Row] = []
        for heading, places in groups:
            pinned = any(place.kind != "country" and _known(place) for place in places)
            for number, place in enumerate(places):
                label = ""
                point = _known(place)
                if point and not (place.kind == "country" and pinned):
                    self._point_of[len(rows)] = len(self._points)
                    self._points.append(point)
                    label = str(len(self._points))
                    self._labels.append(label)
                above = heading if number == 0 and place.kind != "country" else ""
                rows.append(
                    Row(
                        draw=partial(_draw, place, label, above),
                        spans=place.mentions,
                        name=place.name,
                        item=place,
                    )
                )
        return rows

    def show(self, briefing: Briefing) -> None:
        super().show(briefing)
        if self._points and self._borders is None:
            self.run_worker(self._read_borders, thread=True, exit_on_error=False, group="borders")

    def _read_borders(self) -> None:
        from tui.widgets import world_map

        borders = world_map.outlines()
        self.app.call_from_thread(self._use_borders, borders)

    def _use_borders(self, borders: tuple[tuple[tuple[float, float], ...], ...]) -> None:
        self._borders = borders
        self._map = (None, [])
        self.refresh()

    def head_height(self) -> int:
        width, height = self.content_width - 1, self.content_height
        tall = min(height - SMALLEST_LIST, max(height // 2, SMALLEST_MAP[1]), 16)
        if not self._points or width < SMALLEST_MAP[0] or tall < SMALLEST_MAP[1]:
            return 0
        return tall

    def head_line(self, y: int) -> Line:
        width, height = self.content_width - 1, self.head_height()
        key = (width, height, self.index if self._alight else -1, self._borders is None)
        if self._map[0] != key:
            self._map = (key, self._draw_map(width, height))
        return self._map[1][y]

    @property
    def _alight(self) -> bool:
        return self.has_focus or self.holds_evidence

    def _draw_map(self, width: int, height: int) -> list[Line]:
        from tui.widgets import world_map

        chosen = self._point_of.get(self.index)
        salient = max(
            self._point_of,
            key=lambda row: (self._places[row].kind != "country", self._places[row].salience),
        )
        around = self._point_of[salient] if chosen is None or not self._alight else chosen
        view = world_map.view_of(self._points, around, width, height)
        rows = world_map.draw(view, self._borders or ())
        marks = world_map.marker_cells(view, self._points, self._labels, around)
        lines: list[Line] = []
        for y, row in enumerate(rows):
            line: Line = []
            for x, char in enumerate(row):
                if (x, y) in marks:
                    digit, index = marks[x, y]
                    on = self._alight and index == chosen
                    line.append((digit, "marker-on" if on else "marker"))
                else:
                    line.append((char, "dim"))
            lines.append(line)
        return lines


def _known(place: Location) -> tuple[float, float] | None:
    """Longitude and latitude, where both are known."""
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def by_country(locations: Sequence[Location]) -> list[tuple[str, list[Location]]]:
    """Places under the name of their country, in the order of their most salient one.

    The country itself comes first in its group.
    """
    from briefing.citing import country_name

    groups: dict[str | None, list[Location]] = {}
    for place in locations:
        groups.setdefault(place.country, []).append(place)
    named: list[tuple[str, list[Location]]] = []
    for code, places in groups.items():
        places.sort(key=lambda place: place.kind != "country")
        first = places[0]
        heading = first.name if first.kind == "country" else country_name(code) or code or ELSEWHERE
        named.append((heading, places))
    return named


def _draw(place: Location, label: str, above: str, width: int, limit: int) -> list[Line]:  # noqa: ARG001
    count: Line = [(f"{len(place.mentions):>3}", "ink")]
    name = "country" if place.kind == "country" else "place"
    line = apart([(f"{label:<2} ", "dim"), (place.name, name)], count, width)
    return [fit([(above, "dim")], width), line] if above else [line]
