"""Which rows an article takes at a width, and which marks stand where; pure, no Textual."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from briefing.model import Article, Span
from tui.widgets.wrap import cells, wrap


class ArticleLayout:
    """The rows of an article wrapped to a width in cells.

    Row `i` shows `text[starts[i]:ends[i]]` of paragraph `owners[i]`; an empty row between
    paragraphs has the owner -1 and no text. Starts never decrease, so that an offset is found by
    bisection.

    Wrapping a long text takes a while, so rows are made as they are asked for, from the first one
    on; those that are there stay as they are.

    Attributes:
        wrapped: Offset after the last paragraph that has its rows.
        complete: All rows are there.
    """

    def __init__(self, article: Article, width: int) -> None:
        self.article = article
        self.width = width
        self.starts = array("q")
        self.ends = array("q")
        self.owners = array("q")
        self.wrapped = 0
        self.complete = not article.paragraphs
        self._next = 0  # paragraph

    def wrap_past(self, offset: int) -> None:
        """Have the rows up to an offset, and those of the paragraph after it."""
        while not self.complete and (not self.starts or self.starts[-1] <= offset):
            self._wrap_paragraph()

    def finish(self) -> None:
        """Have all rows."""
        self.wrap_past(len(self.article.text))

    def has_row(self, row: int) -> bool:
        """True if there is a row with this number; it is made if it is not there yet."""
        while row >= len(self.starts) and not self.complete:
            self._wrap_paragraph()
        return 0 <= row < len(self.starts)

    @property
    def height(self) -> int:
        """How many rows the article takes: an estimate until all are there."""
        if self.complete or not self.wrapped:
            return len(self)
        return round(len(self) * len(self.article.text) / self.wrapped)

    def _wrap_paragraph(self) -> None:
        paragraphs = self.article.paragraphs
        number, paragraph = self._next, paragraphs[self._next]
        if number:
            before = paragraphs[number - 1].kind
            if not before == paragraph.kind == "furniture":
                self._add(self.ends[-1], self.ends[-1], -1)
        for start, end in wrap(self.article.text, paragraph.start, paragraph.end, self.width):
            self._add(start, end, number)
        self._next, self.wrapped = number + 1, paragraph.end
        self.complete = self._next == len(paragraphs)

    def _add(self, start: int, end: int, owner: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.owners.append(owner)

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row that shows the character at an offset, or the one before the gap it is in."""
        row = self.row_or_gap(offset)
        while row > 0 and self.owners[row] == -1:
            row -= 1
        return row

    def row_or_gap(self, offset: int) -> int:
        """The row that an offset stands for, which may be the empty one between paragraphs."""
        self.wrap_past(offset)
        return max(bisect_right(self.starts, offset) - 1, 0)

    def rows_of(self, span: Span) -> range:
        """The rows that show a span."""
        first = self.row_of(span[0])
        return range(first, max(self.row_of(max(span[1] - 1, span[0])), first) + 1)

    def offset_at(self, row: int, cell: int) -> int | None:
        """The character that covers a cell of a row, or None beside its text."""
        if cell < 0 or not self.has_row(row):
            return None
        for offset in range(self.starts[row], self.ends[row]):
            cell -= cells(self.article.text[offset])
            if cell < 0:
                return offset
        return None

    def opens_paragraph(self, row: int) -> bool:
        """True if a row is the first of its paragraph."""
        owner = self.owners[row]
        return owner >= 0 and (row == 0 or self.owners[row - 1] != owner)


class Layers:
    """Spans of several kinds, cut into runs over which the set of kinds stays the same."""

    def __init__(self, spans: Iterable[tuple[int, int, int]] = ()) -> None:
        """Take (start, end, kind) with kinds that are powers of two."""
        events: list[tuple[int, int]] = []
        for start, end, kind in spans:
            if end > start:
                events += (start, kind), (end, -kind)
        self._cuts: list[int] = []
        self._kinds: list[int] = []
        covering: dict[int, int] = {}  # by kind, how many spans cover the run
        kinds = 0
        for cut, kind in sorted(events):
            count = covering.get(abs(kind), 0) + (1 if kind > 0 else -1)
            covering[abs(kind)] = count
            kinds = kinds | abs(kind) if count else kinds & ~abs(kind)
            if not self._cuts or self._cuts[-1] != cut:
                self._cuts.append(cut)
                self._kinds.append(kinds)
            self._kinds[-1] = kinds

    def at(self, offset: int) -> int:
        """The sum of the kinds at an offset."""
        index = bisect_right(self._cuts, offset) - 1
        return self._kinds[index] if index >= 0 else 0

    def cuts(self, start: int, end: int) -> Sequence[int]:
        """Offsets inside (start, end) at which the kinds change."""
        return self._cuts[bisect_right(self._cuts, start) : bisect_left(self._cuts, end)]


class Cuts(Protocol):
    """Something that changes at some offsets."""

    def cuts(self, start: int, end: int) -> Sequence[int]:
        """Offsets inside (start, end) at which it changes."""
        ...


def runs(start: int, end: int, *layers: Cuts) -> Iterator[tuple[int, int]]:
    """Parts of [start, end) over which nothing changes in any of the layers."""
    cuts = sorted({start, end}.union(*(layer.cuts(start, end) for layer in layers)))
    return pairwise(cuts)
