"""Lines of a short letter, joined into paragraphs where they are too few to prove a right edge.

Letters part their paragraphs with blank lines, and programs cut lines at 65 to 80 columns. So a
line that the first word of the next one would have made the longest of all was cut.
"""

from __future__ import annotations

from itertools import pairwise

NARROWEST, WIDEST = 50, 80
"""Columns between which the longest line of a letter that programs cut ends."""
LEAST_FULL = 0.5
"""Share of the breaks inside paragraphs that cut a full line."""
NO_PARAGRAPH = ("•", "▪", "◦", "·", "*", "-", "–", "—", ">", "|", "#", " ", "\t")


def rejoined(text: str) -> tuple[str, bool]:
    """The text with its full lines joined to the next ones, and whether there were any."""
    lines = text.split("\n")
    edge = max(map(len, lines))
    breaks = [(line, below) for line, below in pairwise(lines) if line and below]
    full = [_is_full(line, below, edge) for line, below in breaks]
    if not NARROWEST <= edge <= WIDEST or sum(full) < max(1, LEAST_FULL * len(full)):
        return text, False
    joined = lines[:1]
    for above, line in pairwise(lines):
        if above and line and _is_full(above, line, edge):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return "\n".join(joined), True


def _is_full(line: str, below: str, edge: int) -> bool:
    if below.startswith(NO_PARAGRAPH):
        return False
    return len(line) + 1 + len(below.partition(" ")[0]) > edge
