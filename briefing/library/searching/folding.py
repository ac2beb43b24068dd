"""Words as the library compares them: without capitals and accents, and without their marks.

This is how SQLite's tokenizer `unicode61` takes a text apart, so that what its index finds can be
found again in the text. A folded text has the offsets of the text itself.
"""

from __future__ import annotations

import re
import unicodedata

WORD = r"[^\W_]"
"""A character of a word; all others stand between words."""


class _Folds(dict[int, str]):
    """Each character without accents and capitals, always one."""

    def __missing__(self, code: int) -> str:
        base = unicodedata.normalize("NFD", chr(code))[0]
        lower = base.lower()
        self[code] = lower if len(lower) == 1 else base
        return self[code]


_FOLDS = _Folds()


def fold(text: str) -> str:
    """The text without accents and capitals; each character stands where it stood.

    >>> fold("António Guterres")
    'antonio guterres'
    """
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text.

    >>> words_of("The U.N.’s António Guterres")
    ('the', 'u', 'n', 's', 'antonio', 'guterres')
    """
    return tuple(re.findall(f"{WORD}+", fold(text)))
