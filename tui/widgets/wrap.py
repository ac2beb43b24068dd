"""Breaking text into rows of terminal cells; pure functions over offsets.

A cell is what a terminal counts by: most characters take one, CJK and emoji two, combining marks
none. Rows never cut a grapheme (a character with what combines with it).
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

from briefing.model import Span
from tui.terminal.cell_widths import graphemes

CUT = "…"
CLOSING = frozenset(",.;:!?)]}%”’»…、。，．；：！？）］｝」』】》〉")
"""Signs that begin no row after a wide character."""

# Characters known to take one cell each; what is not here is measured grapheme by grapheme.
_UNEVEN = re.compile(
    "[^\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)


def wrap(text: str, start: int, end: int, width: int) -> list[Span]:
    """Rows of `text[start:end]`, each at most `width` cells, as offsets into `text`.

    Rows break at spaces, which belong to no row, or inside a word that is longer than a row. A
    grapheme wider than `width` has a row of its own.
    """
    width = max(width, 1)
    if end - start <= width and not _UNEVEN.search(text, start, end):
        return [(start, end)]
    if _UNEVEN.search(text, start, end):
        return _wrap_uneven(text, start, end, width)
    rows: list[Span] = []
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        cut = space if space > start else start + width
        rows.append((start, _without_spaces(text, start, cut)))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    if start < end or not rows:
        rows.append((start, end))
    return rows


def _without_spaces(text: str, start: int, end: int) -> int:
    while end - 1 > start and text[end - 1] == " ":
        end -= 1
    return end


def _wrap_uneven(text: str, start: int, end: int, width: int) -> list[Span]:
    rows: list[Span] = []
    left = start  # where the row begins
    used = 0  # its cells so far
    chance: Span | None = None  # where it may end, and where the next one would then begin
    since = 0  # cells after that place
    for first, last, size in graphemes(text[start:end]):
        at, after = start + first, start + last
        if text[at] == " ":
            chance = (chance[0] if chance and chance[1] == at else at, after)
            used, since = used + size, 0
            continue
        while used + size > width and at > left:
            row_end, following = chance or (at, at)
            rows.append((left, row_end))
            left, used, chance = following, since if chance else 0, None
        used, since = used + size, since + size
        if size > 1 and text[after : after + 1] not in CLOSING:
            # a row may break after any wide character, but for what closes after it
            chance, since = (after, after), 0
    if left < end or not rows:
        rows.append((left, _without_spaces(text, left, end)))
    return rows


def clip(text: str, width: int) -> str:
    """The text on one row of at most `width` cells, with a sign where it was cut."""
    text = " ".join(text.split())
    if cell_len(text) <= width:
        return text
    if width < 2:
        return CUT[: max(width, 0)]
    return set_cell_size(text, width - 1).rstrip() + CUT


def fold(text: str, width: int, limit: int) -> list[str]:
    """The text on at most `limit` rows of `width` cells, the last with a sign where it was cut."""
    text = " ".join(text.split())
    rows = [text[start:end] for start, end in wrap(text, 0, len(text), width)]
    if len(rows) <= limit:
        return rows
    last = rows[limit - 1]
    room = max(width - 1, 0)
    while cell_len(last) > room and last:
        last = last.rpartition(" ")[0] or set_cell_size(last, room).rstrip()
    return [*rows[: limit - 1], last.rstrip(" ,;:") + CUT]


def cells(text: str) -> int:
    """How many cells the text takes on a terminal."""
    return cell_len(text)
