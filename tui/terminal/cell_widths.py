"""How many cells a text takes, as far as terminals agree on it.

Rich, whose figures Textual lays out by, counts a vowel sign that stands beside its letter (as in
Hindi, Bengali or Tamil) as nothing, and leaves out the letter after any joiner. Most terminals give
both a cell. Importing this module corrects the figures for all of Rich and Textual; what terminals
draw differently nevertheless, `tui.terminal.drawn_forms` puts right on its way to the terminal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rich import cells as rich_cells
from rich._unicode_data import load as _load

_LETTER_JOINER = re.compile("\u200d(?![\u2190-\u2bff\u3030-\u3299\U0001f000-\U0001faff])")
"""A joiner that is not followed by a picture."""
_NOTHING = "\u200c"
"""A character of no width at all, in any table."""

_LAST_WITHOUT = "\u0902"
"""No character up to this one stands beside another."""

Cluster = tuple[int, int, int]
"""Start, end and cells."""

_cell_len = rich_cells._cell_len
_split_graphemes = rich_cells.split_graphemes


@cache
def _table(unicode_version: str = "auto") -> rich_cells.CellTable:
    """Rich's table in which vowel signs that stand beside their letter take a cell."""
    table = _load(unicode_version)
    widths: list[tuple[int, int, int]] = []
    for first, last, width in table.widths:
        if width:
            widths.append((first, last, width))
            continue
        for code in range(first, last + 1):
            width = int(_is_beside(chr(code)))
            if widths and widths[-1][1:] == (code - 1, width):
                widths[-1] = (widths[-1][0], code, width)
            else:
                widths.append((code, code, width))
    return table._replace(widths=widths)


def _length(text: str, unicode_version: str) -> int:
    return _cell_len(_LETTER_JOINER.sub(_NOTHING, text), unicode_version)


def _split(text: str, unicode_version: str = "auto") -> tuple[list[Cluster], int]:
    return _split_graphemes(_LETTER_JOINER.sub(_NOTHING, text), unicode_version)


def graphemes(text: str) -> list[Cluster]:
    """The (start, end, cells) of each character with all that belongs to it."""
    clusters: list[Cluster] = []
    for start, end, size in _split(text)[0]:
        if clusters and _is_beside(text[start]):
            first, _, before = clusters[-1]
            clusters[-1] = (first, end, before + size)
        else:
            clusters.append((start, end, size))
    return clusters


def _is_beside(character: str) -> bool:
    """True for a sign that stands beside the letter before it."""
    return character > _LAST_WITHOUT and unicodedata.category(character) == "Mc"


def _correct() -> None:
    corrected = {
        "load_cell_table": _table,
        "_cell_len": _length,
        "split_graphemes": _split,
    }
    for name, function in corrected.items():
        setattr(rich_cells, name, function)
    rich_cells.get_character_cell_size.cache_clear()
    rich_cells.cached_cell_len.cache_clear()


_correct()
