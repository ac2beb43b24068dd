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
    count = min(pdfium.FPDFText_CountChars(text_page), MOST_CHARACTERS)
    rect, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    last_object, size, bold, turn = None, 0.0, False, 0
    waiting = ""  # the first half of a pair of surrogates
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (0, 0xFFFF) or code > 0x10FFFF:
            continue
        text = chr(code)
        if code < 32 and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            yield None
            continue
        if 0xD800 <= code < 0xDC00:
            waiting = text
            continue
        if 0xDC00 <= code < 0xE000:
            text = (
                (waiting + text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
            )
        waiting = ""
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, rect):
            continue
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        handle = pdfium.FPDFText_GetTextObject(text_page, index)
        handle = ctypes.cast(handle, ctypes.c_void_p).value if handle else None
        if handle is None or handle != last_object:
            last_object = handle
            pdfium.FPDFText_GetMatrix(text_page, index, matrix)
            size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(matrix.c, matrix.d)
            turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 15) % 24
            name.value = b""
            pdfium.FPDFText_GetFontInfo(text_page, index, name, 128, flags)
            bold = bool(
                BOLD.search(name.value)
                or pdfium.FPDFText_GetFontWeight(text_page, index) >= BOLD_WEIGHT
            )
        places = (rect.left, rect.right, x.value, y.value, size)
        if not all(map(math.isfinite, places)) or not 0.5 < size < 2000:
            continue
        if pdfium.FPDFText_IsHyphen(text_page, index) == 1 or code in (2, 0xFFFE):
            text = HYPHEN
        elif code < 32:
            text = TEX.get(text, "")
        else:
            text = LIGATURES.get(text, text)
        if text:
            left, right, base = _turned(rect, x.value, y.value, turn)
            yield Character(text, left, right, base, size, bold, turn)


def _turned(rect: pdfium.FS_RECTF, x: float, y: float, turn: int) -> tuple[float, float, float]:
    """Left, right and base of a character along the direction in which its line runs."""
    if turn == 6:
        return rect.bottom, rect.top, -x
    if turn == 12:
        return -rect.right, -rect.left, -y
    if turn == 18:
        return -rect.top, -rect.bottom, x
    return rect.left, rect.right, y
