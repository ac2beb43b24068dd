"""Gutters: where rows of a page leave room between two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from briefing.reading.formats.pdf.lines import Piece

NARROWEST = 0.42
"""Ems of a gutter."""
LEAST_LINES = 3
"""Lines of a column, if nothing else tells that it is one."""
LEAST_LETTERS = 8
"""Letters of half of the lines of a column, at least; the cells of a table have fewer."""
LEAST_LETTERS_OF_PROSE = 16
"""The same for columns that tell where those of other pages are."""
ALIGNED, DEEPEST_INDENT = 2.0, 2.5
"""Points by which the edges of a column may differ, and ems of an indented first line."""
LEAST_BESIDE_SHORT, LETTERS_BESIDE_SHORT = 8, 20
"""Lines of a column that tells by itself that one of a line or two stands beside it; letters."""
WIDE = 0.8
"""Ems of the gutter between such columns, at least."""
NARROW, BROAD = 0.4, 1.2
"""Times the width of the long column: a short one on its left, at least, and any, at most."""
MOST_SINGLE = 40
"""Rows that stand on one side of a gutter before there are any on both."""
FAR = 2.0
"""Ems between rows that do not belong together."""

Free = list[tuple[float, float]]
"""Stretches of a row in which nothing stands."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """A gutter that a page shows: where the columns on both sides of it begin.

    Attributes:
        first: The left edge of what stands before it, in whole points.
        second: The left edge of what follows.
    """

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Band:
    """Rows that leave a gutter free.

    Attributes:
        end: The index after that of its last row.
        middle: Of the gutter.
        sides: What stands before it and what follows.
        gutter: It, if both sides are long enough to tell where columns are on other pages.
        is_known: True if other columns of the document have the same gutter.
    """

    end: int
    middle: float
    sides: tuple[Sequence[Piece], Sequence[Piece]]
    gutter: Gutter | None
    is_known: bool


def band_of(
    rows: Sequence[Sequence[Piece]],
    start: int,
    left: float,
    right: float,
    size: float,
    known: frozenset[Gutter],
) -> Band | None:
    """The rows from `start` on that leave a gutter free, or None where there is none.

    A row that stands wholly on one side of the gutter leaves it free.

    Args:
        rows: Of a page or of a part of it, from top to bottom.
        start: The index of the first row.
        left: Where the leftmost piece of all rows begins.
        right: Where the rightmost one ends.
        size: Of the type of the text.
        known: The gutters that the document has elsewhere.
    """
    free: Free = [(left, right)]
    best: tuple[int, tuple[float, float]] | None = None
    is_parted = False
    for end in range(start, len(rows)):
        is_parted = is_parted or len(rows[end]) > 1
        if not is_parted and end - start > MOST_SINGLE:
            break
        is_far = end > start and _are_far(rows[end - 1], rows[end], size)
        if is_far and (best is None or _is_apart(rows[start:end], rows[end], best[1], size)):
            break
        free = _common(free, _free_in(rows[end], left, right))
        free = [gap for gap in free if gap[1] - gap[0] >= NARROWEST * size]
        if not free:
            break
        gap = _gap(free, rows[start : end + 1], size, known) if is_parted else None
        if gap is not None:
            best = (end + 1, gap)
    if best is None or all(piece.right <= best[1][0] + 1 for piece in rows[start]):
        return None  # what stands above the first column need not belong to it
    end, gap = best
    first, second = sides = _sides(rows[start:end], gap)
    tells = all(_is_column(side, size, LEAST_LETTERS_OF_PROSE) for side in sides)
    gutter = Gutter(round(edge(first)), round(edge(second))) if tells else None
    return Band(end, sum(gap) / 2, sides, gutter, _is_known(gap, first, second, size, known))


def edge(pieces: Sequence[Piece]) -> float:
    """Where most lines begin, or the leftmost of those where several do.

    Args:
        pieces: Lines below each other.
    """
    ordered = sorted(piece.left for piece in pieces)
    return ordered[len(ordered) // 5] if len(ordered) > 4 else ordered[0]


def _are_far(above: Sequence[Piece], below: Sequence[Piece], size: float) -> bool:
    return min(p.bottom for p in above) - max(p.top for p in below) > FAR * size


def _is_apart(
    above: Sequence[Sequence[Piece]],
    row: Sequence[Piece],
    gap: tuple[float, float],
    size: float,
) -> bool:
    """True if a line or two on each side stand by themselves above columns: who and when."""
    is_short = any(_height(side, size) < LEAST_LINES for side in _sides(above, gap))
    column = gap[1] - ALIGNED
    goes_on = any(p.right <= column for p in row) and any(p.left >= column for p in row)
    return is_short and goes_on


def _gap(
    free: Free, rows: Sequence[Sequence[Piece]], size: float, known: frozenset[Gutter]
) -> tuple[float, float] | None:
    """The first stretch with a column on each of its sides."""
    for gap in free:
        first, second = _sides(rows, gap)
        if not (first and second and _are_beside(first, second)):
            continue
        if (
            (_is_column(first, size) and _is_column(second, size))
            or _is_known(gap, first, second, size, known)
            or _has_short_column(gap, first, second, size)
        ):
            return gap
    return None


def _sides(
    rows: Sequence[Sequence[Piece]], gap: tuple[float, float]
) -> tuple[list[Piece], list[Piece]]:
    middle = sum(gap) / 2
    band = [piece for row in rows for piece in row]
    return [p for p in band if p.right <= middle], [p for p in band if p.right > middle]


def _are_beside(first: Sequence[Piece], second: Sequence[Piece]) -> bool:
    top = min(max(p.top for p in first), max(p.top for p in second))
    bottom = max(min(p.bottom for p in first), min(p.bottom for p in second))
    return top - bottom > 0


def _is_column(side: Sequence[Piece], size: float, letters: int = LEAST_LETTERS) -> bool:
    return _height(side, size) >= LEAST_LINES and _letters(side) >= letters


def _height(side: Sequence[Piece], size: float) -> int:
    """Lines of a side."""
    return len({round(piece.base / size * 2) for piece in side})


def _letters(side: Sequence[Piece]) -> float:
    """Letters of half of the lines of a side, at least."""
    return median(len(piece.text) for piece in side)


def _is_known(
    gap: tuple[float, float],
    first: Sequence[Piece],
    second: Sequence[Piece],
    size: float,
    known: frozenset[Gutter],
) -> bool:
    """True if both sides stand where columns stand elsewhere, or both as far beside that."""
    if not known or _are_cells(first) or _are_cells(second):
        return False
    left, start = (min(piece.left for piece in side) for side in (first, second))
    for gutter in known:
        for shift in (0.0, left - gutter.first):  # left and right pages have other margins
            column = gutter.second + shift
            if (
                left >= gutter.first + shift - ALIGNED
                and column - ALIGNED <= start <= column + DEEPEST_INDENT * size
                and gap[0] <= column - NARROWEST * size
            ):
                return True
    return False


def _are_cells(side: Sequence[Piece]) -> bool:
    return len(side) > 1 and _letters(side) < LEAST_LETTERS


def _has_short_column(
    gap: tuple[float, float], first: Sequence[Piece], second: Sequence[Piece], size: float
) -> bool:
    """True if a long column of text has one of a line or two on its other side of a wide gutter."""
    long, short = (first, second) if len(first) > len(second) else (second, first)
    width = _width(long)
    return (
        gap[1] - gap[0] >= WIDE * size
        and _height(long, size) >= LEAST_BESIDE_SHORT
        and _letters(long) >= LETTERS_BESIDE_SHORT
        and _height(short, size) < LEAST_LINES
        and max(len(piece.text) for piece in short) >= LEAST_LETTERS
        and (NARROW * width if short is first else 0) <= _width(short) <= BROAD * width
    )


def _width(side: Sequence[Piece]) -> float:
    return max(piece.right for piece in side) - min(piece.left for piece in side)


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
