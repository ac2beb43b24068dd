"""Why a sentence is in the summary, in one line; pure."""

from __future__ import annotations

from briefing.summary.reasons import Reasons
from tui.widgets.wrap import cells

ENDINGS = {1: "st", 2: "nd", 3: "rd"}


COUNTS = ((3, 3), (2, 3), (2, 2), (1, 2), (1, 1))
"""How many names and shared words the line has: the first of these with which it fits."""


def reason_line(reasons: Reasons, width: int) -> str:
    """For example "1st of 31 · 3rd sentence, ¶2 · names Velden · shares “harbor”, “wall”".

    Args:
        reasons: What speaks for the sentence.
        width: Cells that the line should not pass; it may where even one name is too long.
    """
    for names, words in COUNTS:
        line = _line(reasons, names, words)
        if cells(line) <= width:
            break
    return line


def _line(reasons: Reasons, names: int, words: int) -> str:
    where = f"{ordinal(reasons.position)} sentence"
    if reasons.paragraph is not None:
        where += f", ¶{reasons.paragraph}"
    parts = [f"{ordinal(reasons.rank)} of {reasons.of}", where]
    if reasons.names:
        parts.append("names " + ", ".join(reasons.names[:names]))
    if reasons.shared_words:
        parts.append("shares " + ", ".join(f"“{word}”" for word in reasons.shared_words[:words]))
    return " · ".join(parts)


def ordinal(number: int) -> str:
    """A number in a row: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
