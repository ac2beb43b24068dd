"""Spellings that a search takes for one another, and the way back to the text as it stands; pure.

A folded text has straight quotation marks and plain hyphens for the typographic ones, the letters
of ligatures one by one ("fi", "ss"), and letters together with their accents as one; on request,
no capitals and no accents.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from msgspec import Struct

from briefing.model import Span

ALIKE = {"'": "’‘ʼ‚‛", '"': "“”„‟«»", "-": "‐‑‒–—―−", "s": "ſ", "I": "İ"}
"""A character, and those that are taken for it."""
LETTERS = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ĳ": "ij", "Ĳ": "IJ", "ß": "ss", "ẞ": "SS", "…": "...",
}  # fmt: skip
"""Signs that stand for several."""
CROSSED = {"Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ı": "i"}
"""Letters that Unicode does not decompose, and what people type for them."""
JOINED = {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
"""The same, where people type two."""
MARKS = "\u0300-\u036f"
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


class Folded(Struct, frozen=True):
    """A folded text.

    Attributes:
        text: The text.
        starts: Where in it those pieces begin that are longer or shorter than they were.
        ends: The offset after each of them.
        began: Where in the text as it stands each of them begins.
        ended: The offset after it there.
    """

    text: str
    starts: array[int]
    ends: array[int]
    began: array[int]
    ended: array[int]

    def span_of(self, start: int, end: int) -> Span:
        """What a span of the folded text is in the text as it stands: whole characters of it."""
        before, until = bisect_right(self.starts, start), bisect_left(self.starts, end)
        if before == until and (not before or start >= self.ends[before - 1]):  # no piece is in it
            shift = self.ended[before - 1] - self.ends[before - 1] if before else 0
            return start + shift, end + shift
        return self._offset_of(start), self._offset_of(end - 1, after=True)

    def _offset_of(self, offset: int, *, after: bool = False) -> int:
        piece = bisect_right(self.starts, offset) - 1
        if piece < 0:
            return offset + after
        if offset < self.ends[piece]:
            return self.ended[piece] if after else self.began[piece]
        return self.ended[piece] + offset - self.ends[piece] + after


@cache
def _bases() -> dict[str, str]:
    """Latin letters with accents, and the letters that they are without."""
    bases = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in _LATIN}
    bases = {letter: base for letter, base in bases.items() if base.isascii()} | CROSSED
    return {letter: base for letter, base in bases.items() if letter not in LETTERS}


@cache
def _single(*, accents: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    """What becomes another character, and which."""
    others = {char: base for base, chars in ALIKE.items() for char in chars}
    others |= {} if accents else _bases()
    return re.compile(f"[{re.escape(''.join(others))}]"), others


@cache
def _pieces(*, accents: bool) -> re.Pattern[str]:
    """What becomes longer or shorter."""
    longer = "".join(LETTERS) + ("" if accents else "".join(JOINED))
    return re.compile(rf"[{longer}]|[^\s{MARKS}][{MARKS}]+")


@cache
def _accented() -> re.Pattern[str]:
    return re.compile(f"[{''.join([*_bases(), *JOINED])}]|[a-zA-Z][{MARKS}]")


def has_accents(text: str) -> bool:
    """True if there is a letter with an accent, or one that is typed without."""
    return not text.isascii() and _accented().search(text) is not None


@lru_cache(maxsize=64)  # a query is typed letter by letter, and the text may be long
def folded(text: str, *, accents: bool, capitals: bool) -> Folded:
    """The text in the form in which texts are compared.

    Args:
        text: The text as it stands.
        accents: Keep accents.
        capitals: Keep capitals.
    """
    starts, ends, began, ended = (array("q") for _ in range(4))
    if not text.isascii():
        parts: list[str] = []
        done = length = 0
        for match in _pieces(accents=accents).finditer(text):
            piece = _folded_piece(match[0], accents=accents)
            before = text[done : match.start()]
            parts += before, piece
            length += len(before)
            if len(piece) != len(match[0]):
                starts.append(length)
                ends.append(length + len(piece))
                began.append(match.start())
                ended.append(match.end())
            length += len(piece)
            done = match.end()
        single, others = _single(accents=accents)
        text = single.sub(lambda match: others[match[0]], "".join([*parts, text[done:]]))
    text = text if capitals else text.lower().replace("ς", "σ")
    return Folded(text, starts, ends, began, ended)


def _folded_piece(piece: str, *, accents: bool) -> str:
    whole = LETTERS.get(piece)
    if whole is None and not accents:
        letter = unicodedata.normalize("NFD", piece)[0]
        whole = JOINED.get(piece) or (letter if letter.isascii() else None)
    return unicodedata.normalize("NFC", piece) if whole is None else whole
