"""Lists of links to other articles, which a page puts below a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from briefing.model import ParagraphKind

LONGEST_LINK = 20
"""Words."""
# Patterns stand as strings here: few articles need them, and compiling them costs a start.
BULLET = r"(?:[-–—•*▪◦·>»›→]|\d{1,2}[.)])\s+"
SENTENCE_END = r".*[.!:;,][\"'”’)\]]*"


def mark_links(
    lines: Iterable[str], kinds: list[ParagraphKind], heads_links: Callable[[str], bool]
) -> None:
    """Make the links below a heading of links furniture.

    Lines with bullets are links wherever the heading stands; others only where nothing else comes
    until the end of the text. A text that begins with such a heading is a list of headlines.

    Args:
        lines: The lines of the text that are not empty.
        kinds: What each line is; changed in place.
        heads_links: Returns true for a furniture line that is such a heading.
    """
    if "furniture" not in kinds or "text" not in kinds:
        return
    texts = list(lines)
    tail = _tail(texts, kinds)
    for index in range(kinds.index("text"), len(texts)):
        if kinds[index] != "furniture" or not heads_links(texts[index]):
            continue
        if index + 1 >= tail:
            kinds[index:] = ["furniture"] * (len(texts) - index)
            return
        link = index + 1
        while _is_link(texts[link]) and re.match(BULLET, texts[link]):
            kinds[link] = "furniture"
            link += 1


def _tail(lines: list[str], kinds: list[ParagraphKind]) -> int:
    """Where the last lines that are links or furniture begin."""
    tail = len(lines)
    while tail > 0 and (kinds[tail - 1] == "furniture" or _is_link(lines[tail - 1])):
        tail -= 1
    return tail


def _is_link(line: str) -> bool:
    """True if a line reads like a headline."""
    if len(line.split(None, LONGEST_LINK)) > LONGEST_LINK:
        return False
    return re.fullmatch(SENTENCE_END, line) is None
