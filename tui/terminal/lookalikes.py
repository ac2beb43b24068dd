"""ASCII that looks like what a terminal without UTF-8 cannot show, cell for cell.

Such a terminal takes some bytes of UTF-8 for the beginning of a command to it, and shows the
others as letters that nobody wrote.
"""

from __future__ import annotations

import codecs
import locale
import unicodedata
from functools import cache

UTF8 = "utf-8"
NAME = "brief-lookalikes"
"""Of the handler for what an encoding does not have."""

_LOOKALIKES = {
    "-": "─━┄▔‐‑–—−·",
    "|": "│┃▌▏▐▎",
    "+": "╭╮╰╯┌┐└┘├┤┬┴┼",
    "_": "▁▂",
    "=": "▃▄▅",
    "#": "▆▇█¶",
    '"': "“”„«»",
    "'": "‘’‚ʼ‹›",
    "<": "←",
    ">": "→",
    "^": "↑",
    "v": "↓✓",
    "o": "●",
    "*": "◆•",
    "x": "×",
    ".": "…",
    "-/": "🔎",
}
_SIGNS = {ord(sign): ascii_ for ascii_, signs in _LOOKALIKES.items() for sign in signs}
"""Frames and the like, which some encodings have in places that terminals take for commands."""
_BRAILLE = range(0x2800, 0x2900)
UNKNOWN = "?"


def charset_of_locale() -> str:
    """The encoding that the locale names for the terminal; UTF-8 where it names none."""
    try:
        name = codecs.lookup(locale.getencoding()).name
    except LookupError:
        return UTF8
    return UTF8 if name == "ascii" else name


def encoded(text: str, charset: str) -> bytes:
    """The bytes for a terminal with this encoding."""
    if charset == UTF8:
        return text.encode(charset, "replace")
    return text.translate(_SIGNS).encode(charset, NAME)


@cache
def _lookalike(char: str) -> str:
    if ord(char) in _SIGNS:
        return _SIGNS[ord(char)]
    if ord(char) in _BRAILLE:
        return "." if char > chr(_BRAILLE.start) else " "
    from rich.cells import cell_len

    plain = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
    width = cell_len(char)
    return plain if len(plain) == width else UNKNOWN * width


def _handle(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_lookalike, error.object[error.start : error.end])), error.end


codecs.register_error(NAME, _handle)
