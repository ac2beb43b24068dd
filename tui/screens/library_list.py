"""The list of the start screen: all of the library, of which only what is in view is drawn."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from textual.selection import Selection

from tui.screens.library_rows import NO_MARKS, Marks, entry_lines
from tui.text_search import query_of
from tui.widgets.row_list import RowList
from tui.widgets.row_selection import selected_words
from tui.widgets.rows import Row
from tui.widgets.strips import Line, Piece

if TYPE_CHECKING:
    from briefing.library import Entry

A_PART = 64
"""Entries that are read at a time."""
MOST_PARTS = 16
"""Of entries, that are kept."""
HEIGHT = 2
"""Lines of an entry."""


T = TypeVar("T")


class RowsInParts(Sequence[Row], Generic[T]):
    """Rows of entries that are read when they are drawn, and some more rows after them.

    Args:
        listed: Gives entries from a number on, so many.
        row_of: Gives the row of an entry, which has two lines.
        count: How many there are.
        after: Rows of the same height that stand at the end.
    """

    def __init__(
        self,
        listed: Callable[[int, int], Sequence[T]],
        row_of: Callable[[T], Row],
        count: int,
        after: Sequence[Row] = (),
    ) -> None:
        self._listed = listed
        self._row_of = row_of
        self._count = count
        self._after = tuple(after)
        self._parts: dict[int, Sequence[T]] = {}

    def __len__(self) -> int:
        return self._count + len(self._after)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        if index >= len(self):
            raise IndexError(index)
        if index >= self._count:
            return self._after[index - self._count]
        part, at = divmod(index, A_PART)
        if part not in self._parts:
            for left in list(self._parts)[: 1 - MOST_PARTS]:
                del self._parts[left]
            self._parts[part] = self._listed(part * A_PART, A_PART)
        entries = self._parts[part]
        if at >= len(entries):  # another program has removed some since
            return Row(draw=lambda *_: [[], []])
        return self._row_of(entries[at])


class EntryRows(RowsInParts["Entry"]):
    """Rows of all entries of the library.

    Args:
        listed: As `RowsInParts` has it, and so are the next two.
        count: How many there are.
        after: Rows that stand at the end.
        marks_of: Gives what entries are marked with, by their keys.
    """

    def __init__(
        self,
        listed: Callable[[int, int], Sequence[Entry]],
        count: int,
        after: Sequence[Row],
        marks_of: Callable[[Sequence[Entry]], Mapping[str, Marks]],
    ) -> None:
        marks: dict[str, Marks] = {}

        def marked(first: int, wanted: int) -> Sequence[Entry]:
            part = listed(first, wanted)
            marks.update(marks_of(part))
            return part

        def row_of(entry: Entry) -> Row:
            draw = partial(entry_lines, entry, marks.get(entry.key, NO_MARKS))
            return Row(draw=draw, item=entry)

        super().__init__(marked, row_of, count, after)


class _Lines(Sequence[tuple[Line, int]]):
    """The lines of rows that all have two, drawn when they are asked for."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self._rows = rows
        self._width = width
        self._last: tuple[int, Sequence[Line]] = (-1, ())

    def __len__(self) -> int:
        return HEIGHT * len(self._rows)

    @overload
    def __getitem__(self, index: int) -> tuple[Line, int]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Line, int]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Line, int] | Sequence[tuple[Line, int]]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number, line = divmod(index, HEIGHT)
        if self._last[0] != number:
            self._last = number, self._rows[number].lines(self._width, HEIGHT)
        return self._last[1][line], number


class LibraryList(RowList):
    """Rows like those of any list, or the entries of a whole library."""

    def set_rows(self, rows: Sequence[Row], notice: Piece = ("", "dim")) -> None:
        if not isinstance(rows, RowsInParts):
            super().set_rows(rows, notice)
            return
        self.rows = rows
        self.notice = notice
        self.index = max(0, min(self.index, len(rows) - 1))
        self.redraw()
        self._keep_in_view()

    def _compose_lines(self, width: int) -> None:
        if not isinstance(self.rows, RowsInParts) or not self.rows:
            super()._compose_lines(width)
            return
        self._drawn_width = width
        self._lines = _Lines(self.rows, width - 1)
        self._starts = range(0, HEIGHT * len(self.rows) + 1, HEIGHT)

    def rows_in_view(self) -> int:
        if isinstance(self.rows, RowsInParts):
            return min(len(self.rows), self.content_height // HEIGHT)
        return super().rows_in_view()

    def light(self, query: str) -> None:
        """Light a query in the rows."""
        self._sought = query_of(query)
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        if not isinstance(self._lines, _Lines):
            return super().get_selection(selection)
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else len(self._lines) - 1
        before: list[tuple[Line, int]] = [([], -1)] * first
        return selected_words([*before, *self._lines[first : last + 1]], selection), ""
