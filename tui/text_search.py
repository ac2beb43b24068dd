"""What a search in a text finds; pure.

A query in small letters finds capitals too; one with a capital is taken as it is. A query without
accents finds letters with them; one that has some is taken as it is. Spaces stand for any white
space, and spellings that look alike for one another (see `text_folding`).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Span
from tui.text_folding import Folded, folded, has_accents


class Query:
    """What is searched for; offsets of what it finds are those of the text as it stands."""

    def __init__(self, words: Sequence[str]) -> None:
        text = " ".join(words)
        self._capitals = text != text.lower()
        self._accents = has_accents(text)
        expression = r"\s+".join(re.escape(self._folded(word).text) for word in words)
        self._pattern = re.compile(expression)

    def _folded(self, text: str) -> Folded:
        return folded(text, accents=self._accents, capitals=self._capitals)

    def all_in(self, text: str) -> Iterator[Span]:
        """The spans of what is found in a text, in order; none overlap."""
        form, last = self._folded(text), 0
        for match in self._pattern.finditer(form.text):
            start, end = form.span_of(*match.span())
            if start >= last:  # else it is in the same character as the one before
                yield start, end
                last = end

    def is_in(self, text: str) -> bool:
        """True if it is found."""
        return next(self.all_in(text), None) is not None


def query_of(typed: str) -> Query | None:
    """What was typed as a query; None where nothing was."""
    words = typed.split()
    return Query(words) if words else None


class Hits:
    """Spans that do not overlap, in order; small, and quick to ask even where there are many."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._starts = array("q")
        self._ends = array("q")
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(end)

    @classmethod
    def of(cls, text: str, query: str) -> Hits:
        """Where in a text a query is found."""
        sought = query_of(query)
        return cls(sought.all_in(text)) if sought else cls()

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, number: int) -> Span:
        return self._starts[number], self._ends[number]

    def first_from(self, offset: int) -> int:
        """Number of the first hit at or after an offset; 0 where all lie before it."""
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
