"""The terms of all articles: as numbers, of which kind, and how rare."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from enum import IntEnum
from functools import cache

from briefing.tables import rows
from briefing.tagging.lexicon.nations import adjectives, country_words


class Kind(IntEnum):
    """What a term is."""

    WORD = 0
    NAME = 1
    NUMBER = 2
    PAIR = 3


IMAGINED = {Kind.WORD: 200, Kind.NAME: 2_000, Kind.NUMBER: 2_000, Kind.PAIR: 2_000}
"""So many articles are imagined beside those at hand, because among a few that tell one event its
names would count as common. Words need fewer: those that all articles have tell nothing."""
EXPECTED = {Kind.WORD: 16.0, Kind.NAME: 2.0, Kind.NUMBER: 4.0, Kind.PAIR: 0.4}
"""How many of the imagined articles have a term, by its kind."""


IN_ALL_NEWS = 160.0
"""The same for the name of a country, a region or a US state."""


def kind_of(term: str) -> Kind:
    """What a term of `Evidence` is, which its letters tell."""
    if " " in term:
        return Kind.PAIR
    if term[0].isdigit():
        return Kind.NUMBER
    return Kind.NAME if term[0].isupper() else Kind.WORD


@cache
def names_in_all_news() -> frozenset[str]:
    """Names that tell next to nothing of an event: of countries, regions and US states."""
    names = {name for _, name in rows("countries")} | {name for _, name, _ in rows("states")}
    names |= country_words() | adjectives()
    return frozenset(" ".join(part.capitalize() for part in name.split()) for name in names)


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
        self._having = array("f")

    def count(self, terms: Iterable[str]) -> array[int]:
        """Count one more article with the terms, and give the numbers of these."""
        self.articles += 1
        numbers = array("I")
        for term in terms:
            number = self._numbers.setdefault(term, len(self.kinds))
            if number == len(self.kinds):
                kind = kind_of(term)
                self.kinds.append(kind)
                is_common = term in names_in_all_news()
                self._having.append(IN_ALL_NEWS if is_common else EXPECTED[kind])
            self._having[number] += 1
            numbers.append(number)
        return numbers

    def rarity(self, number: int) -> float:
        """The inverse document frequency of a term, smoothed."""
        imagined = IMAGINED[Kind(self.kinds[number])]
        return math.log((self.articles + imagined) / self._having[number])
