"""From a place in the article to the row that stands on it; pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.panes.registry import PANE_OF_NAME
from tui.widgets.rows import Row


class Mark(Struct, frozen=True):
    """A span of the article that a row of a pane stands on."""

    start: int
    end: int
    pane: str
    row: int


class Marks:
    """All spans of all panes, to be asked from the article's side."""

    def __init__(self, rows: Mapping[str, Sequence[Row]]) -> None:
        """Take the rows of each pane; those of some panes are found, but not walked through."""
        every = [
            Mark(start, end, pane, number)
            for pane, listed in rows.items()
            for number, row in enumerate(listed)
            for start, end in row.spans
        ]
        self._all = sorted(every, key=lambda mark: (mark.start, mark.end))
        self._walked = [mark for mark in self._all if PANE_OF_NAME[mark.pane].walked]

    def at(self, offset: int) -> Mark | None:
        """The shortest mark that covers an offset."""
        last = bisect_right(self._all, offset, key=lambda mark: mark.start)
        covering = [mark for mark in self._all[:last] if offset < mark.end]
        return min(covering, key=lambda mark: mark.end - mark.start, default=None)

    def after(self, offset: int) -> Mark | None:
        """The first mark that starts after an offset; None where there is none."""
        index = bisect_right(self._walked, offset, key=lambda mark: mark.start)
        return self._walked[index] if index < len(self._walked) else None

    def before(self, offset: int) -> Mark | None:
        """The last mark that starts before an offset; None where there is none."""
        index = bisect_left(self._walked, offset, key=lambda mark: mark.start)
        return self._walked[index - 1] if index else None
