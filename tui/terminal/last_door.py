"""What is drawn is looked at once more, whichever string of whichever widget it comes from.

Texts, titles, sources and messages are cleaned where they come in. Paths, and what is typed or
pasted into a field, have to stay as they are, and are made safe only where they are drawn.
"""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefing.sanitize import clean, is_clean


class LastDoor(LineFilter):
    """Takes out of a line what a terminal obeys or a reader cannot see; its width stays."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments of a line, made safe."""
        del background
        if _is_safe("".join([segment.text for segment in segments])):
            return segments
        safe: list[Segment] = []
        before = ""
        for text, style, control in segments:
            safe.append(Segment(_made_safe(text, before), style, control))
            before += safe[-1].text
        return safe


_is_safe = lru_cache(4096)(is_clean)


def _made_safe(text: str, before: str) -> str:
    """The text in as many cells; what stands before it may be carried on by marks."""
    whole = clean(before + text)[0]
    if not whole.startswith(before):
        whole = before + "".join(filter(str.isascii, text)).replace("\x1b", "")
        whole = clean(whole)[0]
    return set_cell_size(whole.removeprefix(before).replace("\n", " "), cell_len(text))
