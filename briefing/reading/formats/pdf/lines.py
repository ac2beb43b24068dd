"""The characters of a PDF's page into pieces of lines, with their places and their type."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import pypdfium2 as pdf

from briefing.reading.formats.pdf.characters import Character, characters_of

WIDEST_GAP = 1.6
"""Ems between two words of one piece, at most: justified lines have wide spaces."""
SPACE = 0.16
"""Ems from which on a gap between two letters is a space, where none is written."""
BULLET_WIDTH = 1.5
"""Ems of a bullet with the space after it."""
SMALL_RAISED = 0.8
"""A digit of at most this share of the type before it, set higher, refers to a note."""
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, or all of it, that is set in one go.

    Attributes:
        text: Its characters.
        left: Where it begins.
        right: Where it ends.
        base: The height of its baseline.
        size: Of its type, in points.
        bold: True if most of its letters are bold.
        linked: True if all of it is a link.
        cells: Its parts, where some stand apart as the cells of a table do.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    linked: bool = False
    cells: tuple[str, ...] = ()

    @property
    def top(self) -> float:
        """The height of its capitals, about."""
        return self.base + 0.72 * self.size

    @property
    def bottom(self) -> float:
        """How far down its letters reach, about."""
        return self.base - 0.22 * self.size


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page.

    Attributes:
        width: In points.
        height: In points.
        pieces: Of its lines, in the order in which the file has them.
        pictures: Where its pictures are.
    """

    width: float
    height: float
    pieces: tuple[Piece, ...]
    pictures: tuple[Box, ...] = ()


def in_reading_direction(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages, seen in a mirror if most of their lines run from right to left."""
    texts = [piece.text for page in pages for piece in page.pieces]
    if 2 * sum(map(_is_from_right, texts)) <= len(texts):
        return tuple(pages)
    return tuple(map(_mirrored, pages))


def _is_from_right(text: str) -> bool:
    letters = [unicodedata.bidirectional(letter) for letter in text if letter.isalpha()]
    return 2 * sum(kind in ("R", "AL") for kind in letters) > len(letters)


def _mirrored(page: Page) -> Page:
    width = page.width
    return replace(
        page,
        pieces=tuple(
            replace(piece, left=width - piece.right, right=width - piece.left)
            for piece in page.pieces
        ),
        pictures=tuple((width - r, b, width - left, t) for left, b, r, t in page.pictures),
    )


def pieces_of(text_page: pdf.PdfTextPage, box: Box, links: tuple[Box, ...]) -> tuple[Piece, ...]:
    """The pieces of lines on a page, each once, without text that stands at right angles to most.

    Args:
        text_page: The text of the page as pypdfium2 gives it.
        box: The part of the page that is shown.
        links: Where the links of the page are.
    """
    characters = list(characters_of(text_page))
    turns = Counter(c.turn for c in characters if c is not None and not c.text.isspace())
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    x, y, width, height = {
        6: (-bottom, right, high, wide),
        12: (right, top, wide, high),
        18: (top, -left, high, wide),
    }.get(turn, (-left, -bottom, wide, high))
    found: dict[tuple[str, int, int], Piece] = {}
    for run in _runs(characters, turn):
        piece = _piece(run)
        if piece is None:
            continue
        is_linked = turn == 0 and _is_linked(piece, links)
        piece = replace(
            piece,
            left=piece.left + x,
            right=piece.right + x,
            base=piece.base + y,
            linked=is_linked,
        )
        middle = (piece.left + piece.right) / 2
        if not (0 <= middle <= width and 0 <= piece.base + piece.size / 4 <= height):
            continue
        column, row = round(piece.left / 2), round(piece.base / 2)
        near = ((piece.text, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if not any(key in found for key in near):
            found[piece.text, column, row] = piece
    return tuple(found.values())


def _runs(characters: list[Character | None], turn: int) -> Iterator[list[Character]]:
    """Characters that follow each other on one line, without a gap as between columns."""
    run: list[Character] = []
    letter: Character | None = None  # the last of the run
    for character in characters:
        if character is None or character.turn != turn:
            if run and character is None:
                yield run
                run = []
            continue
        if character.text.isspace():
            if run:
                run.append(character)
            continue
        if run and not _follows(run[-1], letter, character):
            yield run
            run = []
        run.append(character)
        letter = character
    if run:
        yield run


def _follows(before: Character, letter: Character | None, after: Character) -> bool:
    """True if a letter goes on with a run, whose last character and last letter are given."""
    letter = letter or before
    if _runs_left(letter, after):
        return abs(after.base - letter.base) <= 0.45 * letter.size
    size = max(letter.size, after.size)
    # Spaces that are written may be wide in a justified line; those that pdfium adds have no width.
    is_written = before.text.isspace() and before.right > before.left
    gap = after.left - (before.left if is_written else letter.right)
    near = -0.6 * size <= gap <= WIDEST_GAP * size or after.left == letter.left  # of a ligature
    return near and abs(after.base - letter.base) <= 0.45 * size


def _runs_left(letter: Character, after: Character) -> bool:
    """True for letters of Arabic or Hebrew, which follow each other from right to left."""
    is_left = -0.3 * after.size <= letter.left - after.right <= WIDEST_GAP * after.size
    return is_left and any(
        unicodedata.bidirectional(one.text[0]) in ("R", "AL") for one in (letter, after)
    )


def _piece(run: list[Character]) -> Piece | None:
    """A run as text, with spaces where there are gaps, without signs that refer to notes."""
    letters = [character for character in run if not character.text.isspace()]
    if not letters:
        return None
    size = Counter(round(c.size, 1) for c in letters).most_common(1)[0][0]
    base = median(c.base for c in letters if abs(c.size - size) < 0.1)
    kept: list[Character] = []
    for character in run:
        raised = character.base > base + 0.15 * size and character.size <= SMALL_RAISED * size
        if raised and character.text.isdigit() and kept and not kept[-1].text.isdigit():
            continue
        if raised and character.text in "*†‡§" and kept:
            continue
        kept.append(character)
    text = _spaced(kept, size)
    if not text:
        return None
    return Piece(
        text=text,
        left=min(c.left for c in letters),
        right=max(c.right for c in letters),
        base=base,
        size=size,
        bold=2 * sum(c.bold for c in letters) > len(letters),
    )


def _spaced(run: list[Character], size: float) -> str:
    parts: list[str] = []
    for before, after in pairwise([run[0], *run]):
        is_within = before is not after and not before.text.isspace() and not after.text.isspace()
        gap = max(after.left - before.right, before.left - after.right)
        if is_within and gap > SPACE * size:
            parts.append(" ")
        parts.append(" " if after.text.isspace() else after.text)
    text = " ".join("".join(parts).split())
    return _closed_up(run) if _is_letter_spaced(text) else text


def _is_letter_spaced(text: str) -> bool:
    words = text.split()
    return len(words) >= 5 and sum(len(word) == 1 for word in words) >= 0.8 * len(words)


def _closed_up(run: list[Character]) -> str:
    """The words of a line whose letters stand apart: the wider gaps are between words."""
    letters = [character for character in run if not character.text.isspace()]
    gaps = [after.left - before.right for before, after in pairwise(letters)]
    usual = median(gaps)
    wide = max(1.7 * usual, usual + 0.12 * letters[0].size)
    parts = [letters[0].text]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        parts.append(" " * (gap > wide) + letter.text)
    return "".join(parts)


def _is_linked(piece: Piece, links: tuple[Box, ...]) -> bool:
    """True if links cover nearly all of a piece."""
    middle = piece.base + 0.25 * piece.size
    covered = sum(
        max(0.0, min(piece.right, right) - max(piece.left, left))
        for left, bottom, right, top in links
        if bottom <= middle <= top
    )
    bullet = BULLET_WIDTH * piece.size * (piece.text[:1] in "•◦▪■-–*")
    return covered >= 0.85 * (piece.right - piece.left - bullet)
