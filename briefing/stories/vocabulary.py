"""The terms of all articles: as numbers, of which kind, and how rare."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from enum import IntEnum


class Kind(IntEnum):
    """What a term is."""

    WORD = 0
    NAME = 1
    NUMBER = 2
    PAIR = 3


IMAGINED = 200
"""So many articles are imagined beside those at hand, because among a few that tell one event the
names of that event would count as common."""
EXPECTED = {
    Kind.WORD: 0.08 * IMAGINED,
    Kind.NAME: 0.004 * IMAGINED,
    Kind.NUMBER: 0.008 * IMAGINED,
    Kind.PAIR: 0.0005 * IMAGINED,
}
"""How many of the imagined articles have a term, by its kind."""


def kind_of(term: str) -> Kind:
    """What a term of `Evidence` is, which its letters tell."""
    if " " in term:
        return Kind.PAIR
    if term[0].isdigit():
        return Kind.NUMBER
    return Kind.NAME if term[0].isupper() else Kind.WORD


class Vocabulary:
    """Counts in how many articles each term stands.

    Attributes:
        articles: How many articles have been counted.
        kinds: The kind of each term, by its number.
    """

    def __init__(self) -> None:
        self.articles = 0
        self.kinds = bytearray()
        self._numbers: dict[str, int] = {}
        self._having = array("I")

    def count(self, terms: Iterable[str]) -> array[int]:
        """Count one more article with the terms, and give the numbers of these."""
        self.articles += 1
        numbers = array("I")
        for term in terms:
            number = self._numbers.setdefault(term, len(self.kinds))
            if number == len(self.kinds):
                self.kinds.append(kind_of(term))
                self._having.append(0)
            self._having[number] += 1
            numbers.append(number)
        return numbers

    def rarity(self, number: int) -> float:
        """The inverse document frequency of a term, smoothed."""
        having = self._having[number] + EXPECTED[Kind(self.kinds[number])]
        return math.log((self.articles + IMAGINED) / having)
