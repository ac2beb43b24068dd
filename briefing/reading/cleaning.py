"""Decoded text into the text that is frozen: safe, with one line a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.sanitize import clean

SHORTEST_WRAPPED, LONGEST_WRAPPED = 50, 80
"""Columns between which the lines of a hard-wrapped text lie."""
WRAPPED_SHARE = 0.8
FEWEST_WRAPPED = 3
"""Lines that go on in the next one; fewer are no pattern."""
BLANK_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """The text to freeze, and notes on what was changed.

    Hidden characters go, spaces at line ends go, several blank lines become one, and the lines of
    a hard-wrapped text are joined into paragraphs.
    """
    text, hidden = clean(text)
    notes = [f"{hidden} hidden character{'s' if hidden > 1 else ''} removed."] if hidden else []
    if " \n" in text:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    if text.count("\n") != 2 * text.count("\n\n"):  # else no line has one directly below
        lines = text.split("\n")
        if _is_hard_wrapped(lines):
            text = "\n".join(_joined(lines))
            notes.append("Hard-wrapped lines were joined.")
    if "\n\n\n" in text:
        text = BLANK_LINES.sub("\n\n", text)
    return text.strip(), tuple(notes)


def _is_hard_wrapped(lines: list[str]) -> bool:
    """Whether the lines that have a line directly below look cut off at a column."""
    going_on = [line for line, below in pairwise(lines) if line and below]
    cut = [line for line in going_on if _looks_cut(line)]
    return len(cut) >= FEWEST_WRAPPED and len(cut) >= WRAPPED_SHARE * len(going_on)


def _looks_cut(line: str) -> bool:
    return SHORTEST_WRAPPED <= len(line) <= LONGEST_WRAPPED and not line.endswith((".", "?", "!"))


def _joined(lines: list[str]) -> list[str]:
    joined = [lines[0]]
    for above, line in pairwise(lines):
        if line and len(above) >= SHORTEST_WRAPPED:
            hyphen = above.endswith("-") and above[-2:-1].isalpha()
            joined[-1] += ("" if hyphen else " ") + line.lstrip()
        else:
            joined.append(line)
    return joined
