"""The characters of a PDF's page with their places and their type, as pdfium gives them."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

HYPHEN = "\u2027"
"""Stands at the end of a piece whose last word goes on in the next line (a hyphenation point)."""
LIGATURES: Final = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
TEX: Final = dict(
    zip(
        map(chr, (*range(0x0B, 0x13), *range(0x15, 0x17), *range(0x1B, 0x20))),
        ("ff", "fi", "fl", "ffi", "ffl", "“", "”", "„", "–", "—", "ff", "fi", "fl", "ffi", "ffl"),
        strict=True,
    )
)
"""Characters of TeX's fonts that do not say which letters they are."""
BOLD = re.compile(rb"bold|black|heavy|semibold|demi(?!-?light)", re.I)
BOLD_WEIGHT = 600
MAY_END = frozenset((0x2D, 0xAD, 0x2010))
"""Hyphens, which may end a line within a word."""
LARGEST = 2000
"""Points of type."""
MOST_CHARACTERS = 60_000
"""Of one page; a page of a newspaper has 30,000."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character.

    Attributes:
        text: It, or the letters of a ligature.
        left: Where it begins, along its line.
        right: Where it ends.
        base: The height of its baseline.
        size: Of its type, in points.
        bold: True if its type is bold.
        turn: How far its line is turned, in steps of 15 degrees.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    turn: int


def characters_of(text_page: pdf.PdfTextPage) -> Iterator[Character | None]:
    """All characters with their places; None where the line is broken.

    Args:
        text_page: The text of a page.
    """
    page = text_page.raw
    rect = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    last_object, (size, bold, turn) = None, (0.0, False, 0)
    waiting = ""  # the first half of a pair of surrogates
    for index in range(min(pdfium.FPDFText_CountChars(page), MOST_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(page, index)
        if code < 32 and pdfium.FPDFText_IsGenerated(page, index) == 1:
            yield None
            continue
        if 0xD800 <= code < 0xDC00:
            waiting = chr(code)
            continue
        text = _text_of(code, waiting, is_last=code in MAY_END and _ends_line(page, index))
        waiting = ""
        if not text or not pdfium.FPDFText_GetLooseCharBox(page, index, rect):
            continue
        pdfium.FPDFText_GetCharOrigin(page, index, x, y)
        handle = ctypes.cast(pdfium.FPDFText_GetTextObject(page, index), ctypes.c_void_p).value
        if handle is None or handle != last_object:
            last_object, (size, bold, turn) = handle, _type_at(page, index)
        if math.isfinite(rect.left + rect.right + x.value + y.value) and 0.5 < size < LARGEST:
            left, right, base = _turned(rect, x.value, y.value, turn)
            yield Character(text, left, right, base, size, bold, turn)


def _text_of(code: int, waiting: str, *, is_last: bool) -> str:
    """The letters of a character code, or "" for one without any."""
    if code in (2, 0xFFFE) or is_last:
        return HYPHEN
    if code < 32:
        return TEX.get(chr(code), "")
    if 0xDC00 <= code < 0xE000:
        pair = (waiting + chr(code)).encode("utf-16-le", "surrogatepass")
        return pair.decode("utf-16-le", "ignore")
    return "" if code == 0xFFFF or code > 0x10FFFF else LIGATURES.get(chr(code), chr(code))


def _ends_line(page: pdfium.FPDF_TEXTPAGE, index: int) -> bool:
    return bool(pdfium.FPDFText_IsHyphen(page, index) == 1)


def _type_at(page: pdfium.FPDF_TEXTPAGE, index: int) -> tuple[float, bool, int]:
    """The size of the type at a character, if it is bold, and how its line is turned."""
    matrix, name, flags = pdfium.FS_MATRIX(), ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetMatrix(page, index, matrix)
    size = pdfium.FPDFText_GetFontSize(page, index) * math.hypot(matrix.c, matrix.d)
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 15) % 24
    pdfium.FPDFText_GetFontInfo(page, index, name, 128, flags)
    weight = pdfium.FPDFText_GetFontWeight(page, index)
    return size, BOLD.search(name.value) is not None or weight >= BOLD_WEIGHT, turn


def _turned(rect: pdfium.FS_RECTF, x: float, y: float, turn: int) -> tuple[float, float, float]:
    """Left, right and base of a character along the direction in which its line runs."""
    if turn == 6:
        return rect.bottom, rect.top, -x
    if turn == 12:
        return -rect.right, -rect.left, -y
    if turn == 18:
        return -rect.top, -rect.bottom, x
    return rect.left, rect.right, y
