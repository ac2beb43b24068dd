"""A row of a list, and what in the article it stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain, repeat

from msgspec import Struct

from briefing.model import Span
from tui.widgets.strips import Line
from tui.widgets.wrap import cells


class Row(Struct, frozen=True):
    """A row and what in the article it stands for.

    Attributes:
        draw: Gives its lines for a width in cells and a limit of lines for its running text.
        spans: What it is about; `n` and `p` go through these.
        also: What is lit with them and not gone to.
        name: What the spans are of, for the article's frame.
        item: What of the briefing it shows.
        sign: Stands before it and says something about it, or "".
    """

    draw: Callable[[int, int], Sequence[Line]]
    spans: tuple[Span, ...] = ()
    also: tuple[Span, ...] = ()
    name: str = ""
    item: Struct | None = None
    sign: str = ""

    def lines(self, width: int, limit: int) -> Sequence[Line]:
        """Its lines, with its sign before the first one."""
        if not self.sign:
            return self.draw(width, limit)
        room = cells(self.sign) + 1
        signs = chain([f"{self.sign} "], repeat(" " * room))
        lines = self.draw(max(width - room, 1), limit)
        return [[(sign, "accent"), *line] for sign, line in zip(signs, lines, strict=False)]


def text_of(row: Row) -> str:
    """All words of a row."""
    return "\n".join("".join(text for text, _ in line) for line in row.draw(10_000, 99))
