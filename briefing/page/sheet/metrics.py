"""How much room a text takes on paper, by the widths of its letters; no font is opened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from briefing.tables import EVERY_LANGUAGE, rows

Font = Literal[
    "sans", "sans-bold", "serif", "serif-bold",
    "office-sans", "office-sans-bold", "office-serif", "office-serif-bold",
]  # fmt: skip
"""Those of a page that names several fonts, and those of an office program's document."""
WIDE, NARROW = 1.05, 0.8
"""Widths, in sizes of the font, of letters that the table lacks: those of two cells, and others."""
SAFETY = 1.005
"""How much wider a line may come out than its letters, by rounding and kerning."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set; all but the line's height is in sizes of the page's basic font.

    Attributes:
        size: Of the letters.
        leading: Height of a line in sizes of its letters.
        spacing: Added to each letter's width, in sizes of its letters.
    """

    font: Font
    size: float
    leading: float
    spacing: float = 0.0

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.size * self.leading


def height(text: str, face: Face, width: float) -> float:
    """The height of a text, each of its lines wrapped to a width; 0 without any text."""
    if not text:
        return 0.0
    return face.line * sum(lines(line, face, width) for line in text.split("\n"))


def lines(text: str, face: Face, width: float) -> int:
    """How many lines a text of one line takes when it is wrapped at spaces, in the widest font.

    Spaces that hold two words together (U+00A0) are kept.
    """
    words = list(filter(None, text.split(" ")))
    return max(_lines(words, font, face, width) for font in _fonts()[face.font])


def _lines(words: list[str], font: str, face: Face, width: float) -> int:
    room = width / face.size / SAFETY
    gap = _word_width(" ", font, face.spacing)
    used, count = 0.0, 1
    for word in words:
        wide = _word_width(word, font, face.spacing)
        if used and used + gap + wide > room:
            used, count = 0.0, count + 1
        if wide > room:  # it is broken between any two letters
            for letter in word:
                letter_width = _word_width(letter, font, face.spacing)
                if used + letter_width > room:
                    used, count = 0.0, count + 1
                used += letter_width
        else:
            used += (gap if used else 0.0) + wide
    return count


@lru_cache(maxsize=8192)
def _word_width(word: str, font: str, spacing: float) -> float:
    widths = _letters()[font]
    return sum(widths.get(letter) or _unknown(letter) for letter in word) + spacing * len(word)


def _unknown(letter: str) -> float:
    from wcwidth import wcwidth  # takes some 30 ms, which few texts need

    return {0: 0.0, 2: WIDE}.get(wcwidth(letter), NARROW)


@cache
def _fonts() -> dict[str, list[str]]:
    """The fonts that each face may come to be set in."""
    fonts: dict[str, dict[str, None]] = {}
    for faces, font, *_ in rows("page_widths", EVERY_LANGUAGE):
        for face in faces.split(","):
            fonts.setdefault(face, {})[font] = None
    return {face: list(names) for face, names in fonts.items()}


@cache
def _letters() -> dict[str, dict[str, float]]:
    """Of each font, the width of each letter in sizes of the font."""
    tables: dict[str, dict[str, float]] = {}
    for _, font, first, widths in rows("page_widths", EVERY_LANGUAGE):
        table = tables.setdefault(font, {})
        for code, width in enumerate(widths.split(" "), int(first, 16)):
            table[chr(code)] = int(width) / 1000
    return tables
