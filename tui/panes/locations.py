"""The places pane: a map with numbers, and the list by country that is its legend."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType
from textual.strip import Strip

from briefing.model import Article, Briefing, Location
from tui.commands import bindings
from tui.panes.base import EvidencePane
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, apart, fit, strip_of, width_of

if TYPE_CHECKING:
    from tui.map.borders import Outline
    from tui.map.place_map import PlaceMap

SMALLEST_MAP = (20, 4)
SMALLEST_LIST = 5
TALLEST_MAP = 16
BESIDE_FROM = 72
"""Cells of a pane's width from which the map stands at the left of the list and not above it."""
LIST_WIDTH = (32, 50)
"""Least and most cells of a list beside the map."""
ELSEWHERE = "Across borders"
NO_POINT = "·"
NO_POINT_WORDS = "  no map point"


class PlacesPane(EvidencePane):
    """Places by country; those with known coordinates are numbered and stand on the map."""

    NUMBER = 4
    TITLE = "Places"
    LOADING = "finding the places"
    EMPTY = "no place is named"
    PARTS = ("locations",)
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("map")]

    def __init__(self, *, id: str) -> None:
        self._article: Article | None = None
        self._map: PlaceMap | None = None
        self._borders: tuple[Outline, ...] = ()
        self._loading = False
        super().__init__(id=id)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        from tui.map.place_map import PlaceMap

        groups = by_country(briefing.locations)
        kept = self._map.moved if self._map and briefing.article is self._article else None
        self._article = briefing.article
        self._map = PlaceMap([place for _, places in groups for place in places], kept)
        self._map.borders = self._borders
        rows: list[Row] = []
        for heading, places in groups:
            for number, place in enumerate(places):
                above = heading if number == 0 and place.kind != "country" else ""
                rows.append(
                    Row(
                        draw=partial(_draw, place, self._map.label(len(rows)), above),
                        spans=place.mentions,
                        name=place.name,
                        item=place,
                    )
                )
        return rows

    def on_resize(self) -> None:
        if not self._loading:  # and not on mount: drawn anew then, the pane would not hear its size
            self._loading = True
            self.run_worker(self._read_borders, thread=True, exit_on_error=False, group="borders")

    def _read_borders(self) -> None:
        """Load what a map is made of while nobody waits for one yet."""
        import tui.map.place_map  # noqa: F401
        from tui.map.borders import outlines

        borders = outlines()
        self.app.call_from_thread(self._use_borders, borders)

    def _use_borders(self, borders: tuple[Outline, ...]) -> None:
        self._borders = borders
        if self._map is not None:
            self._map.borders = borders
        self.refresh()

    # Where the map stands

    @property
    def content_width(self) -> int:
        """Cells for the list."""
        beside = self._beside()
        return super().content_width - (beside + 1 if beside else 0)

    def _beside(self) -> int:
        """Cells of a map that stands at the left of the list, or 0."""
        width = super().content_width
        if not self._map or width < BESIDE_FROM or self.content_height <= SMALLEST_MAP[1]:
            return 0
        return width - max(LIST_WIDTH[0], min(width * 2 // 5, LIST_WIDTH[1])) - 1

    def head_height(self) -> int:
        width, height = self.content_width - 1, self.content_height
        tall = min(height - SMALLEST_LIST, max(height // 2, SMALLEST_MAP[1]), TALLEST_MAP)
        if not self._map or self._beside() or width < SMALLEST_MAP[0] or tall < SMALLEST_MAP[1]:
            return 0
        return tall

    def head_line(self, y: int) -> Line:
        return self._map.lines(*self._map_size(), self._lit_row())[y] if self._map else []

    def render_line(self, y: int) -> Strip:
        beside = self._beside()
        strip = super().render_line(y)
        if not beside or not self._map:
            return strip
        line = self._map.lines(*self._map_size(), self._lit_row())[y]
        return Strip.join([strip_of(line, self.app.theme, beside + 1), strip])

    def _map_size(self) -> tuple[int, int]:
        """Cells of the map: width and height, 0 where none is shown."""
        beside = self._beside()
        if beside:
            return beside, self.content_height
        head = self.head_height()
        return (self.content_width - 1, head) if head else (0, 0)

    def _lit_row(self) -> int | None:
        return self.index if self.has_focus or self.holds_evidence else None

    # Moving the map

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action.startswith("map_") and not all(self._map_size()):
            return False  # without a map its keys are the reader's
        return super().check_action(action, parameters)

    def action_map_zoom(self, steps: int) -> None:
        if self._map:
            self._map.zoom(steps, *self._map_size(), self._lit_row())
            self._map_moved()

    def action_map_pan(self, east: int, north: int) -> None:
        if self._map:
            self._map.pan(east, north, *self._map_size(), self._lit_row())
            self._map_moved()

    def action_map_fit(self) -> None:
        if self._map:
            self._map.fit(*self._map_size(), self._lit_row())
            self._map_moved()

    def _map_moved(self) -> None:
        self.say_where()
        self.refresh()

    def index_changed(self) -> None:
        if self._map and all(self._map_size()):
            self._map.bring_into_view(*self._map_size(), self.index)
        super().index_changed()

    def frame_note(self) -> str:
        if not self._map or self._map.moved is None or self._lit_row() is None:
            return ""
        size = self._map_size()
        return f" · {self._map.scale(*size)}" if all(size) else ""

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        width, height = self._map_size()
        x = at.x - (0 if self._beside() else 1) if at else -1
        if at is None or self._map is None or not (0 <= x < width and at.y < height):
            return
        event.prevent_default()  # a click on the map is none on a row
        row = self._map.row_at(x, at.y, width, height, self._lit_row())
        if row is not None:
            self.choose(row)


def by_country(locations: Sequence[Location]) -> list[tuple[str, list[Location]]]:
    """Places under the name of their country, in the order of their most salient one.

    The country itself comes first in its group.
    """
    from briefing.countries import country_name

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
    left: Line = [(f"{label or NO_POINT:<2} ", "dim"), (place.name, name)]
    without: Line = [*left, (NO_POINT_WORDS, "dim")]
    if not label and width_of([*without, *count]) < width:
        left = without
    line = apart(left, count, width)
    return [fit([(above, "dim")], width), line] if above else [line]
