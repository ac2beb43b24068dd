"""Pieces of lines into columns, read in the order in which a reader reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.reading.formats.pdf.gutters import (
    ALIGNED,
    DEEPEST_INDENT,
    LEAST_LINES,
    Gutter,
    band_of,
    edge,
)
from briefing.reading.formats.pdf.lines import Piece
from briefing.reading.formats.pdf.pieces import (
    with_drop_caps,
    without_line_numbers,
    without_references,
)

CELL_GAP = 1.5
"""Ems between the cells of a table, at least."""
OTHER_SIZE = 1.25
"""Times the size: beside a headline may stand something else."""
DEEPEST = 6
"""Columns within columns."""
MOST_PIECES = 3_000
"""Of a page on which columns are looked for: a map or a drawing has more."""
MOST_ASIDE_LINES, MOST_OF_ASIDE = 14, 0.3
"""Lines of a box beside the text, and its share of the letters beside it, at most."""


@dataclass(frozen=True, slots=True)
class Column:
    """Lines that stand below each other.

    Attributes:
        lines: From top to bottom.
        left: Where its lines begin.
        right: Where its longest line ends.
        page: Its page, from 0.
        aside: True for a small box beside the text.
    """

    lines: tuple[Piece, ...]
    left: float
    right: float
    page: int
    aside: bool = False

    def right_of(self, line: Piece) -> float:
        """Where the longest line of the type of a line ends, if there are several."""
        rights = [p.right for p in self.lines if abs(p.size - line.size) < 0.06 * line.size]
        return max(rights) if len(rights) >= LEAST_LINES else self.right


def columns_of(pages: Sequence[Sequence[Piece]]) -> tuple[Column, ...]:
    """The columns of all pages in reading order.

    Gutters that one page shows hold on all: a column of a line or two does not tell by itself
    that it is one.

    Args:
        pages: All pieces of lines on each page that belong to the text.
    """
    sizes = [_usual_size(pieces) if pieces else 0.0 for pieces in pages]
    cleaned = [
        with_drop_caps(without_references(without_line_numbers(pieces), size), size)
        if 0 < len(pieces) <= MOST_PIECES
        else pieces
        for pieces, size in zip(pages, sizes, strict=True)
    ]
    known: frozenset[Gutter] = frozenset()
    for _ in range(2):
        shown: set[Gutter] = set()
        columns = [
            list(_columns_of(pieces, size, number, known, shown))
            for number, (pieces, size) in enumerate(zip(cleaned, sizes, strict=True))
        ]
        known = frozenset(shown)
    frames = {
        (column.left, column.right)
        for of_page in columns
        for column in of_page
        if len(column.lines) > LEAST_LINES and not column.aside
    }
    return tuple(_framed(column, of_page, frames) for of_page in columns for column in of_page)


def _columns_of(
    pieces: Sequence[Piece],
    size: float,
    page: int,
    known: frozenset[Gutter],
    shown: set[Gutter],
) -> Iterator[Column]:
    """The columns of a page; the gutters that it shows are added to `shown`."""
    if not pieces:
        return
    if len(pieces) > MOST_PIECES:
        yield _column(pieces, page, aside=False)
        return
    for part, aside in _parts(pieces, size, 0, known, shown):
        if part:
            yield _column(part, page, aside)


def _column(part: Sequence[Piece], page: int, aside: bool) -> Column:
    lines = tuple(_joined(line) for row in _rows(part) for line in _lines(row))
    return Column(
        lines=lines,
        left=edge(lines),
        right=max(line.right for line in lines),
        page=page,
        aside=aside,
    )


def _framed(
    column: Column, of_page: Sequence[Column], frames: Iterable[tuple[float, float]]
) -> Column:
    """A column; one of few lines beside another has the edges of the long ones above or below."""
    if len(column.lines) >= LEAST_LINES or column.aside:
        return column
    top, bottom = column.lines[0].top, column.lines[-1].bottom
    if not any(
        line.bottom < top and line.top > bottom
        for other in of_page
        for line in other.lines
        if other is not column
    ):
        return column
    indent = DEEPEST_INDENT * column.lines[0].size
    fitting = [
        (left, right)
        for left, right in frames
        if left - ALIGNED <= column.left <= left + indent and column.right <= right + ALIGNED
    ]
    left, right = min(
        fitting, key=lambda frame: frame[1] - frame[0], default=(column.left, column.right)
    )
    return replace(column, left=left, right=right)


def _usual_size(pieces: Sequence[Piece]) -> float:
    letters: dict[float, int] = {}
    for piece in pieces:
        letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    return max(letters, key=letters.__getitem__)


def _parts(
    pieces: Sequence[Piece],
    size: float,
    depth: int,
    known: frozenset[Gutter],
    shown: set[Gutter],
) -> Iterator[tuple[Sequence[Piece], bool]]:
    """Pieces of the same column together, in reading order."""
    rows = _clusters(pieces)
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    plain: list[Piece] = []
    boxes: list[Sequence[Piece]] = []
    index = 0
    while index < len(rows):
        band = band_of(rows, index, left, right, size, known) if depth < DEEPEST else None
        if band is None:
            plain += rows[index]
            index += 1
            continue
        if plain:
            yield plain, False
        around = [
            piece
            for row in (*rows[index - 1 : index], *rows[band.end : band.end + 1])
            for piece in row
        ]
        box = None if band.is_known else _box(band.sides, around, band.middle, size)
        if box is not None:
            boxes.append(band.sides[box])
            yield band.sides[1 - box], False
        else:
            if band.gutter is not None:
                shown.add(band.gutter)
            for side in band.sides:
                yield from _parts(side, size, depth + 1, known, shown)
        plain = []
        index = band.end
    if plain:
        yield plain, False
    for part in boxes:
        yield part, True


def _box(
    sides: Sequence[Sequence[Piece]], around: Sequence[Piece], middle: float, size: float
) -> int | None:
    """Which of two sides is a small box that the text flows around, or None."""
    if not any(p.left < middle < p.right and abs(p.size - size) < 0.05 * size for p in around):
        return None
    letters = [sum(len(piece.text) for piece in side) for side in sides]
    small = 0 if letters[0] < letters[1] else 1
    is_small = letters[small] <= MOST_OF_ASIDE * sum(letters)
    return small if is_small and len(sides[small]) <= MOST_ASIDE_LINES else None


def _clusters(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces whose heights overlap, from top to bottom."""
    clusters: list[list[Piece]] = []
    bottom = 0.0
    for piece in sorted(pieces, key=lambda piece: -piece.top):
        if clusters and piece.top - 0.25 * piece.size > bottom:
            clusters[-1].append(piece)
            bottom = min(bottom, piece.bottom)
        else:
            clusters.append([piece])
            bottom = piece.bottom
    return clusters


def _rows(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces on the same baseline, from top to bottom, each row from left to right."""
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.base, piece.left)):
        if row and row[0].base - piece.base > 0.4 * max(piece.size, row[0].size):
            yield sorted(row, key=lambda piece: piece.left)
            row = []
        row.append(piece)
    if row:
        yield sorted(row, key=lambda piece: piece.left)


def _lines(row: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces of a row as one line, or as several where type of other size stands apart."""
    line: list[Piece] = []
    for piece in row:
        if line and piece.left - line[-1].right > CELL_GAP * piece.size:
            ratio = piece.size / line[-1].size
            if not 1 / OTHER_SIZE < ratio < OTHER_SIZE:
                yield line
                line = []
        line.append(piece)
    yield line


def _joined(row: Sequence[Piece]) -> Piece:
    """The pieces of a row as one line."""
    if len(row) == 1:
        return row[0]
    text = row[0].text
    for before, after in pairwise(row):
        gap = after.left - before.right
        text += (" " if gap > 0.12 * before.size else "") + after.text
    size = _usual_size(row)
    is_parted = any(b.left - a.right > CELL_GAP * size for a, b in pairwise(row))
    letters = sum(len(piece.text) for piece in row)
    return Piece(
        text=text,
        left=row[0].left,
        right=max(piece.right for piece in row),
        base=next(piece.base for piece in row if piece.size == size),
        size=size,
        bold=2 * sum(len(piece.text) for piece in row if piece.bold) > letters,
        linked=all(piece.linked for piece in row),
        cells=tuple(piece.text for piece in row) if is_parted else (),
    )
