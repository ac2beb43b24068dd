"""The widget of the places pane: a map above the list or beside it."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Article, Briefing, Location
from tui.map.mapped_rows import MappedRows
from tui.panes.base import EvidencePane
from tui.panes.spec import PaneSpec
from tui.widgets.rows import Row


class PlacesPane(MappedRows, EvidencePane):
    """Places by country; those with known coordinates are numbered and stand on the map."""

    def __init__(self, spec: PaneSpec) -> None:
        self._article: Article | None = None
        super().__init__(spec)

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        rows = super().rows_of(briefing)
        places = [row.item for row in rows if isinstance(row.item, Location)]
        self.set_places(places, same=briefing.article is self._article)
        self._article = briefing.article
        return rows

    def frame_note(self) -> str:
        return self.map_note()
