"""The line of formats in a dialog that saves."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.page.formats import FORMATS, PageFormat
from tui.widgets.bar import BarItem
from tui.widgets.wrap import CUT, cells

BETWEEN = 2
"""Cells between two items of a bar."""


def format_items(chosen: str, width: int, forms: Sequence[PageFormat] = FORMATS) -> list[BarItem]:
    """The formats, or the longest row of them with the chosen one that fits.

    Args:
        chosen: The ending of the format that is lit.
        width: Cells of the line; 0 where that is not known yet.
        forms: The formats that can be chosen.
    """
    at = next(number for number, form in enumerate(forms) if form.ending == chosen)
    items = [
        BarItem(
            [(form.label, "marker-on" if form.ending == chosen else "dim")],
            f"format('{form.ending}')",
        )
        for form in forms
    ]
    rows = ((first, end) for first in range(at + 1) for end in range(len(items), at, -1))
    fitting = [row for row in rows if not width or _width(forms, *row) <= width]
    if not fitting:
        return [items[at]]
    first, end = max(fitting, key=lambda row: row[1] - row[0])
    cut = [BarItem([(CUT, "dim")])]
    return [
        *(cut if first else []),
        *items[first:end],
        *(cut if end < len(items) else []),
    ]


def _width(forms: Sequence[PageFormat], first: int, end: int) -> int:
    cuts = bool(first) + (end < len(forms))
    items = [cells(form.label) for form in forms[first:end]] + [cells(CUT)] * cuts
    return sum(items) + BETWEEN * (len(items) - 1)
