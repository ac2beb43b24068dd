"""A list of places with a map above it or beside it."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip

from tui.widgets.row_list import RowList
from tui.widgets.strips import Line, strip_of

if TYPE_CHECKING:
    from briefing.borders import Outline
    from tui.map.place_map import Mapped, PlaceMap

SMALLEST_MAP = (20, 4)
SMALLEST_LIST = 5
TALLEST_MAP = 16
BESIDE_FROM = 72
"""Cells of a pane's width from which the map stands at the left of the list and not above it."""
LIST_WIDTH = (32, 50)
"""Least and most cells of a list beside the map."""


class MappedRows(RowList):
    """Rows of places; those with known coordinates are numbered and stand on the map."""

    _map: PlaceMap | None = None
    _borders: tuple[Outline, ...] = ()
    _loading = False

    def set_places(self, places: Sequence[Mapped], *, same: bool) -> None:
        """Put the places of the rows on the map.

        Args:
            places: In the order of the rows.
            same: They are those of the same article, so that a map that was moved stays so.
        """
        from tui.map.place_map import PlaceMap

        self._map = PlaceMap(places, self._map.moved if self._map and same else None)
        self._map.borders = self._borders

    if TYPE_CHECKING:

        def update_frame(self) -> None:
            """Write anew what stands in the frame."""

    def on_resize(self) -> None:
        if not self._loading:  # and not on mount: drawn anew then, the pane would not hear its size
            self._loading = True
            self.run_worker(self._read_borders, thread=True, exit_on_error=False, group="borders")

    def _read_borders(self) -> None:
        """Load what a map is made of while nobody waits for one yet."""
        import tui.map.place_map  # noqa: F401
        from briefing.borders import outlines

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
        self.update_frame()
        self.refresh()

    def index_changed(self) -> None:
        if self._map and all(self._map_size()):
            self._map.bring_into_view(*self._map_size(), self.index)
        super().index_changed()

    def map_note(self) -> str:
        """What stands in the frame after the count: how much a map shows that was moved."""
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
