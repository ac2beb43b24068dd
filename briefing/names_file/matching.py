"""Where any of many names stand in a text, which is read once; pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.names_file.values import folded

WORD = re.compile(r"\w+")
JOINS_AFTER = re.compile(r"\w|-[^\W\d_a-z]")
"""What makes a longer name of one: "Ruiz" in "Ruizella" and "Ruiz-Delgado", not "Ruiz-led"."""


class NameIndex:
    """Names under their first word.

    Args:
        named: Names, each with the number of what it names.
    """

    def __init__(self, named: Iterable[tuple[str, int]]) -> None:
        # first word -> (name, where in it that word begins, number), the longest name first
        self._by_word: defaultdict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for name, number in named:
            plain = folded(name)
            if (first := plain.partition(" ")[0]).isalnum():
                self._by_word[first].append((plain, 0, number))
            elif word := WORD.search(plain):
                self._by_word[word.group()].append((plain, word.start(), number))
        for entries in self._by_word.values():
            if len(entries) > 1:  # of one name that is there twice, the later one counts
                entries.sort(key=lambda entry: (len(entry[0]), entry[2]), reverse=True)

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(start, end, number) of names at word boundaries, in order and not overlapping.

        Of those that begin at one word the longest counts.
        """
        plain, free = folded(text), 0
        for word in WORD.finditer(plain):
            for name, offset, number in self._by_word.get(word.group(), ()):
                start = word.start() - offset
                end = start + len(name)
                if (
                    start >= free
                    and plain.startswith(name, start)
                    and not (start and _joins_before(plain[start - 1]))
                    and not JOINS_AFTER.match(plain, end)
                ):
                    yield start, end, number
                    free = end
                    break


def _joins_before(char: str) -> bool:
    return char.isalnum() or char in "_-"
