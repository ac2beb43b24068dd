"""Pieces that belong to others: raised signs that refer to notes, large first letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from briefing.reading.formats.pdf.lines import SMALL_RAISED, Piece

REFERENCE = re.compile(r"\d{1,3}(?:,\d{1,3})*|[*†‡§]")
"""To a note."""
LINE_NUMBER = re.compile(r"\d{1,3}")
LEAST_LINE_NUMBERS = 5
"""Of a page whose lines are counted."""
DROP_CAP = 1.8
"""Times the type of the text: the size of a large first letter, at least."""


def without_line_numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without numbers that count the lines of a page in its margin.

    Args:
        pieces: Of a page.
    """
    numbers: dict[tuple[bool, int], list[Piece]] = {}
    for piece in pieces:
        if LINE_NUMBER.fullmatch(piece.text):
            numbers.setdefault((False, round(piece.left / 4)), []).append(piece)
            numbers.setdefault((True, round(piece.right / 4)), []).append(piece)
    dropped: set[Piece] = set()
    for margin in numbers.values():
        counted = [int(p.text) for p in sorted(margin, key=lambda piece: -piece.base)]
        steps = {after - before for before, after in pairwise(counted)}
        others = [piece for piece in pieces if piece not in margin]
        left, right = min(p.left for p in margin), max(p.right for p in margin)
        is_margin = all(p.left >= right or p.right <= left for p in others)
        if len(counted) >= LEAST_LINE_NUMBERS and len(steps) == 1 and steps <= {1, 5} and is_margin:
            dropped.update(margin)
    return [piece for piece in pieces if piece not in dropped]


def without_references(pieces: Sequence[Piece], size: float) -> list[Piece]:
    """The pieces without raised numbers and signs that refer to notes.

    Those before the notes come down to their lines.

    Args:
        pieces: Of a page.
        size: Of the type of its text.
    """
    kept = []
    for piece in pieces:
        if piece.size <= SMALL_RAISED * size and REFERENCE.fullmatch(piece.text):
            beside = [other for other in pieces if _is_raised(piece, other)]
            if any(-0.5 * o.size < piece.left - o.right < 0.3 * o.size for o in beside):
                continue
            after = (o for o in beside if -0.3 * o.size < o.left - piece.right < o.size)
            kept.append(replace(piece, base=next((o.base for o in after), piece.base)))
        else:
            kept.append(piece)
    return kept


def _is_raised(piece: Piece, other: Piece) -> bool:
    """True if a small piece stands higher than a larger one, and still beside it."""
    raised = 0.15 * other.size < piece.base - other.base < 0.9 * other.size
    return raised and piece.size < other.size


def with_drop_caps(pieces: Sequence[Piece], size: float) -> list[Piece]:
    """The pieces with each large first letter put before the line that it begins.

    Args:
        pieces: Of a page.
        size: Of the type of its text.
    """
    caps = [
        piece
        for piece in pieces
        if len(piece.text) <= 2 and piece.text[-1].isupper() and piece.size >= DROP_CAP * size
    ]
    kept = [piece for piece in pieces if piece not in caps]
    words = {word for piece in pieces for word in piece.text.split()}
    for cap in caps:
        beside = [
            piece
            for piece in kept
            if cap.bottom < piece.base + 0.3 * piece.size < cap.base + cap.size
            and -0.2 * cap.size < piece.left - cap.right < 1.2 * size
            and piece.size < cap.size / 1.3
        ]
        if not beside:
            kept.append(cap)
            continue
        first = max(beside, key=lambda piece: piece.base)
        for piece in beside:
            text = _begun(cap.text, piece.text, words) if piece is first else piece.text
            kept[kept.index(piece)] = replace(piece, text=text, left=cap.left)
    return kept


def _begun(cap: str, rest: str, words: set[str]) -> str:
    """A line with its large first letter, which may be a word of its own: "A" or "I"."""
    word = rest.split(maxsplit=1)[0]
    is_word = cap[-1] in "AIO" and cap + word not in words and word in words
    return f"{cap}{' ' * is_word}{rest}"
