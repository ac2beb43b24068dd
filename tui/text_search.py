"""What a search in a text finds; pure.

A query in small letters finds capitals too; one with a capital is taken as it is. A query without
accents finds letters with them; one that has some is taken as it is. Spaces stand for any white
space, straight quotation marks and hyphens for the typographic ones.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from briefing.model import Span

ALIKE = {"'": "'’‘ʼ", '"': '"“”„«»', "-": "-‐‑–—"}


CROSSED = {"Ø": "O", "ø": "o", "Ł": "L", "ł": "l", "Đ": "D", "đ": "d", "ı": "i"}
"""Letters that Unicode does not decompose, and what people type for them."""
_LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


@cache
def _bases() -> dict[str, str]:
    """Latin letters with accents, and the letters that they are without."""
    bases = {chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in _LATIN}
    return {letter: base for letter, base in bases.items() if base.isascii()} | CROSSED


@cache
def _accented() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_bases())}]")


class Query:
    """What is searched for; offsets of what it finds are those of the text as it stands."""

    def __init__(self, words: Sequence[str]) -> None:
        text = " ".join(words)
        expression = r"\s+".join("".join(map(_letter, word)) for word in words)
        self._pattern = re.compile(expression, re.IGNORECASE if text == text.lower() else 0)
        self._accents = not text.isascii() and _accented().search(text) is not None

    def all_in(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text, in order."""
        return self._pattern.finditer(text if self._accents else _without_accents(text))

    def is_in(self, text: str) -> bool:
        """True if there is a match."""
        return next(self.all_in(text), None) is not None


def query_of(typed: str) -> Query | None:
    """What was typed as a query; None where nothing was."""
    words = typed.split()
    return Query(words) if words else None


@lru_cache(maxsize=64)  # a query is typed letter by letter, and the text may be long
def _without_accents(text: str) -> str:
    """The text, as long as it was, with letters without accents for those with some."""
    if text.isascii():
        return text
    bases = _bases()
    return _accented().sub(lambda match: bases[match[0]], text)


def _letter(char: str) -> str:
    return f"[{re.escape(ALIKE[char])}]" if char in ALIKE else re.escape(char)


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
        return cls(match.span() for match in sought.all_in(text)) if sought else cls()

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
