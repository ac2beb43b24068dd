"""Pieces of lines into columns, read in the order in which a reader reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.reading.formats.pdf_lines import Piece
from briefing.reading.formats.pdf_pieces import (
    with_drop_caps,
    without_line_numbers,
    without_references,
)

NARROWEST_GUTTER = 0.42
"""Ems."""
LEAST_LINES = 3
"""Lines of a column."""
LEAST_LETTERS = 8
"""Letters of half of the lines of a column, at least; the cells of a table have fewer."""
CELL_GAP = 1.5
"""Ems between the cells of a table, at least."""
OTHER_SIZE = 1.25
"""Times the size: beside a headline may stand something else."""
DEEPEST = 6
"""Columns within columns."""
MOST_SINGLE = 40
"""Rows that stand on one side of a gutter before there are any on both."""
MOST_PIECES = 3_000
"""Of a page on which columns are looked for: a map or a drawing has more."""
FAR = 2.0
"""Ems between rows that do not belong together."""
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


Free = list[tuple[float, float]]
"""Stretches of a row in which nothing stands."""


def columns_of(pieces: Sequence[Piece], page: int) -> tuple[Column, ...]:
    """The columns of a page in reading order.

    Args:
        pieces: All pieces of lines on the page that belong to the text.
        page: The number of the page, from 0.
    """
    if not pieces:
        return ()
    if len(pieces) > MOST_PIECES:
        return (_column(pieces, page, aside=False),)
    size = _usual_size(pieces)
    with_caps = with_drop_caps(without_references(without_line_numbers(pieces), size), size)
    return tuple(_column(part, page, aside) for part, aside in _parts(with_caps, size, 0) if part)


def _column(part: Sequence[Piece], page: int, aside: bool) -> Column:
    lines = tuple(_joined(line) for row in _rows(part) for line in _lines(row))
    return Column(
        lines=lines,
        left=_edge(line.left for line in lines),
        right=max(line.right for line in lines),
        page=page,
        aside=aside,
    )


def _edge(lefts: Iterable[float]) -> float:
    """Where most lines begin, or the leftmost of those where several do."""
    ordered = sorted(lefts)
    return ordered[len(ordered) // 5] if len(ordered) > 4 else ordered[0]


def _usual_size(pieces: Sequence[Piece]) -> float:
    letters: dict[float, int] = {}
    for piece in pieces:
        letters[piece.size] = letters.get(piece.size, 0) + len(piece.text)
    return max(letters, key=letters.__getitem__)


def _parts(
    pieces: Sequence[Piece], size: float, depth: int
) -> Iterator[tuple[Sequence[Piece], bool]]:
    """Pieces of the same column together, in reading order."""
    rows = _clusters(pieces)
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    plain: list[Piece] = []
    boxes: list[Sequence[Piece]] = []
    index = 0
    while index < len(rows):
        end, gutter = _band(rows, index, left, right, size) if depth < DEEPEST else (0, None)
        if gutter is None:
            plain += rows[index]
            index += 1
            continue
        band = [piece for row in rows[index:end] for piece in row]
        middle = sum(gutter) / 2
        sides = (
            [piece for piece in band if piece.right <= middle],
            [piece for piece in band if piece.right > middle],
        )
        if plain:
            yield plain, False
        around = [
            piece for row in (*rows[index - 1 : index], *rows[end : end + 1]) for piece in row
        ]
        box = _box(sides, around, middle, size)
        if box is not None:
            boxes.append(sides[box])
            yield sides[1 - box], False
        else:
            for side in sides:
                yield from _parts(side, size, depth + 1)
        plain = []
        index = end
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


def _band(
    rows: Sequence[Sequence[Piece]], start: int, left: float, right: float, size: float
) -> tuple[int, tuple[float, float] | None]:
    """How far rows from `start` on leave a gutter free, and where it is; None where there is none.

    A row that stands wholly on one side of the gutter leaves it free.
    """
    free: Free = [(left, right)]
    best: tuple[int, tuple[float, float] | None] = (start, None)
    is_parted = False
    for end in range(start, len(rows)):
        is_parted = is_parted or len(rows[end]) > 1
        if not is_parted and end - start > MOST_SINGLE:
            break
        if best[1] is None and end > start and _are_far(rows[end - 1], rows[end], size):
            break
        free = _common(free, _free_in(rows[end], left, right))
        free = [gap for gap in free if gap[1] - gap[0] >= NARROWEST_GUTTER * size]
        if not free:
            break
        gutter = _gutter(free, rows[start : end + 1], size) if is_parted else None
        if gutter is not None:
            best = (end + 1, gutter)
    if best[1] is not None and all(piece.right <= best[1][0] + 1 for piece in rows[start]):
        return start, None  # what stands above the first column need not belong to it
    return best


def _are_far(above: Sequence[Piece], below: Sequence[Piece], size: float) -> bool:
    return min(p.bottom for p in above) - max(p.top for p in below) > FAR * size


def _gutter(free: Free, rows: Sequence[Sequence[Piece]], size: float) -> tuple[float, float] | None:
    """The first stretch with a column on each of its sides."""
    band = [piece for row in rows for piece in row]
    for gap in free:
        middle = sum(gap) / 2
        first = [piece for piece in band if piece.right <= middle]
        second = [piece for piece in band if piece.right > middle]
        if _is_column(first, size) and _is_column(second, size) and _are_beside(first, second):
            return gap
    return None


def _are_beside(first: Sequence[Piece], second: Sequence[Piece]) -> bool:
    top = min(max(p.top for p in first), max(p.top for p in second))
    bottom = max(min(p.bottom for p in first), min(p.bottom for p in second))
    return top - bottom > 0


def _is_column(side: Sequence[Piece], size: float) -> bool:
    if len({round(piece.base / size * 2) for piece in side}) < LEAST_LINES:
        return False
    return median(len(piece.text) for piece in side) >= LEAST_LETTERS


def _free_in(row: Sequence[Piece], left: float, right: float) -> Free:
    """Where nothing stands in a row; the margins beside it count as free."""
    free: Free = []
    reach = left - 1
    for piece in sorted(row, key=lambda piece: piece.left):
        if piece.left > reach:
            free.append((reach, piece.left))
        reach = max(reach, piece.right)
    free.append((reach, max(right + 1, reach)))
    return free


def _common(first: Free, second: Free) -> Free:
    return [(max(a, c), min(b, d)) for a, b in first for c, d in second if min(b, d) > max(a, c)]


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
