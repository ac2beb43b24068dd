"""How a PDF is set: the type of its text, its lines, its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.reading.formats.pdf.columns import Column
from briefing.reading.formats.pdf.lines import Piece

BULLET = re.compile(r"[•◦▪▫‣●○■□◆➢➤✓\uf0b7\uf0a7](?:\s+|$)|[o–—*-](?:\s+|$)(?=[A-Z“\"'‘]|$)")
SMALL = 0.93
"""Share of the size of the text: notes and captions are set in smaller type."""
LARGE = 1.13
SAME = 0.06
"""Share by which sizes of the same type may differ."""
INDENT = 0.6
"""Ems."""
WIDER = 1.32
"""Times the usual distance of lines: what is farther apart is parted."""
LEAST_INDENTED = 0.03
"""Share of the lines that are indented where each paragraph begins so."""
LINKED = 0.7
"""Share of the letters of a part that are in lines which are links."""
RARE = 0.1
"""Share of the letters of a document."""


@dataclass(slots=True)
class Part:
    """A paragraph, a heading or a line that stands alone.

    Attributes:
        lines: Its lines.
        column: The column in which its last line stands.
        page: The page on which it begins, from 0.
        aside: True if it stands in a box beside the text.
        note: True if it is a note at the foot of a page.
        row: True if it is the row of a table.
        text: Its text, once it is whole.
    """

    lines: list[Piece]
    column: Column
    page: int
    aside: bool = False
    note: bool = False
    row: bool = False
    text: str = field(default="")

    @property
    def size(self) -> float:
        """Of its type: what most of its letters have."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[line.size] += len(line.text)
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """True if all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def linked(self) -> bool:
        """True if nearly all of it is links."""
        letters = sum(len(line.text) for line in self.lines)
        return sum(len(line.text) for line in self.lines if line.linked) >= LINKED * letters

    @property
    def is_item(self) -> bool:
        """True for an item of a list."""
        return BULLET.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class Style:
    """How a document is set.

    Attributes:
        size: Of the type of its text.
        pitch: The distance of its lines, by the size of their type.
        indents: True if its paragraphs begin with an indented line.
        rare: Sizes in which little is set.
    """

    size: float
    pitch: dict[float, float]
    indents: bool
    rare: frozenset[float]

    def pitch_of(self, size: float) -> float:
        """The usual distance between two lines of a size."""
        return self.pitch.get(round(size, 1), 1.25 * size)


def style_of(columns: Sequence[Column]) -> Style:
    """How the lines of all columns are set."""
    letters: Counter[float] = Counter()
    distances: dict[float, Counter[float]] = {}
    indented = parted = lines = 0
    for column in columns:
        for line in column.lines:
            letters[round(line.size * 2) / 2] += len(line.text)
        for above, line in pairwise(column.lines):
            if is_same_size(above, line) and above.base - line.base < 4 * line.size:
                distance = round((above.base - line.base) * 2) / 2
                distances.setdefault(round(line.size, 1), Counter())[distance] += 1
    body = letters.most_common(1)[0][0] if letters else 10.0
    pitch = {size: _usual_pitch(count) for size, count in distances.items()}
    for column in columns:
        lines_of = column.lines
        for above, line, below in zip(lines_of, lines_of[1:], lines_of[2:], strict=False):
            if abs(line.size - body) > SAME * body + 0.25:
                continue
            lines += 1
            em = INDENT * line.size
            if (
                em < line.left - column.left < 5 * em
                and abs(below.left - column.left) < em
                and above.left - column.left < 5 * em
            ):
                indented += 1
            elif above.base - line.base > WIDER * pitch.get(round(line.size, 1), line.size):
                parted += 1
    return Style(
        size=body,
        pitch=pitch,
        indents=indented >= 2 and indented > max(parted, LEAST_INDENTED * lines),
        rare=frozenset(size for size, count in letters.items() if count < RARE * letters.total()),
    )


def _usual_pitch(count: Counter[float]) -> float:
    """The smallest distance that is frequent: those between paragraphs are larger."""
    most = count.most_common(1)[0][1]
    return min(distance for distance, times in count.items() if times >= 0.35 * most)


def is_same_size(first: Piece, second: Piece) -> bool:
    """True if two pieces are set in type of about the same size."""
    return abs(first.size - second.size) <= SAME * max(first.size, second.size)
