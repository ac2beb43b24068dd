"""What a search in a text finds; pure.

A query in small letters finds capitals too; one with a capital is taken as it is. Spaces stand for
any white space, straight quotation marks and hyphens for the typographic ones.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from briefing.model import Mention

ALIKE = {"'": "'’‘ʼ", '"': '"“”„«»', "-": "-‐‑–—"}


def pattern(query: str) -> re.Pattern[str] | None:
    """What matches a query, or None for an empty one."""
    words = query.split()
    if not words:
        return None
    expression = r"\s+".join("".join(map(_letter, word)) for word in words)
    return re.compile(expression, re.IGNORECASE if query == query.lower() else 0)


def _letter(char: str) -> str:
    return f"[{re.escape(ALIKE[char])}]" if char in ALIKE else re.escape(char)


class Hits:
    """Spans that do not overlap, in order; small, and quick to ask even where there are many."""

    def __init__(self, spans: Iterable[Mention] = ()) -> None:
        self._starts = array("q")
        self._ends = array("q")
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)

    @classmethod
    def of(cls, text: str, query: str) -> Hits:
        """Where in a text a query is found."""
        matcher = pattern(query)
        return cls(match.span() for match in matcher.finditer(text)) if matcher else cls()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Mention:
        return self._starts[number], self._ends[number]

    def first_from(self, offset: int) -> int:
        """Number of the first hit at or behind an offset; 0 where all lie before it."""
        number = bisect_left(self._starts, offset)
        return number if number < len(self) else 0

    def at(self, offset: int) -> int | None:
        """Number of the hit that covers an offset."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self._ends[number] else None

    def cuts(self, start: int, end: int) -> Sequence[int]:
        """Offsets inside (start, end) at which a hit begins or ends."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        edges = (edge for number in range(first, last) for edge in self[number])
        return [edge for edge in edges if start < edge < end]
