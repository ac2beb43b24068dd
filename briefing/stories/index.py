"""Articles by the rare terms that they have, so that each is compared with a few others only."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from heapq import nlargest

from msgspec import Struct

from briefing.stories.comparing import UNKNOWN, Likeness
from briefing.stories.vocabulary import Kind, Vocabulary

LOOKED_BACK = 64
"""Of the articles that have a term only so many are looked at, the last ones that came."""
RARE = 2.5
"""Words that are less rare lead to no other articles; names, numbers and pairs do in any case."""
IN_COMMON = 0.1
"""The least that two articles have in common, in rare terms, for a closer look at them."""
MOST_COMPARED = 60
"""Articles, those with most in common, that one is compared with."""
VERY_RARE = 10.0
"""The rarity of a pair of names of which more says no more."""


LENGTH = 15.0
"""Added, as one more direction, to the length of each vector, so that articles with few names or
numbers are not alike only because they have the same one."""


class Counted(Struct, frozen=True):
    """An article as its terms were counted.

    Attributes:
        terms: The numbers of its terms.
        counts: How often it has each.
        days: The days that it names, as ordinals, and how prominent each is.
        published: Day of publication as an ordinal, or None where it is not known.
    """

    terms: array[int]
    counts: Sequence[int]
    days: dict[int, float]
    published: int | None


class Index:
    """Finds the earlier articles that may tell the same event as a new one.

    Args:
        vocabulary: Has counted the terms of each article before it is added.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._articles: list[tuple[Counted, array[float]]] = []
        self._having: dict[int, array[int]] = {}

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, article: Counted) -> dict[int, Likeness]:
        """Add an article; gives what it has in common with earlier ones, by their numbers."""
        weights = self._weights(article)
        weight_of = dict(zip(article.terms, weights, strict=True))
        number = len(self._articles)
        found = {near: self._likeness(article, weight_of, near) for near in self._near(weight_of)}
        self._articles.append((article, weights))
        for term in article.terms:
            having = self._having.get(term)
            if having is None:
                self._having[term] = array("I", (number,))
            else:
                having.append(number)
        return found

    def _weights(self, article: Counted) -> array[float]:
        """The weights of an article's terms.

        Those of its words are a vector of length 1, and so are those of its names and of its
        numbers; that of a pair of names is how rare it is, 0 to 1.
        """
        kind_of, rarity = self._vocabulary.kinds, self._vocabulary.rarity
        weights = array("f")
        squares = [0.0] * len(Kind)
        for term, count in zip(article.terms, article.counts, strict=True):
            weight = (1 + math.log(count)) * rarity(term)
            weights.append(weight)
            squares[kind_of[term]] += weight * weight
        lengths = [math.sqrt(square + LENGTH * LENGTH) for square in squares]
        for place, term in enumerate(article.terms):
            if kind_of[term] == Kind.PAIR:
                weights[place] = min(rarity(term) / VERY_RARE, 1.0)
            else:
                weights[place] /= lengths[kind_of[term]]
        return weights

    def _near(self, weight_of: dict[int, float]) -> list[int]:
        """The numbers of the articles that have most rare terms in common with one."""
        kind_of, rarity = self._vocabulary.kinds, self._vocabulary.rarity
        common: dict[int, float] = {}
        for term, weight in weight_of.items():
            having = self._having.get(term)
            if having and (kind_of[term] != Kind.WORD or rarity(term) >= RARE):
                square = weight * weight
                for other in having[-LOOKED_BACK:]:
                    common[other] = common.get(other, 0.0) + square
        near = [other for other, amount in common.items() if amount >= IN_COMMON]
        return nlargest(MOST_COMPARED, near, key=lambda other: (common[other], other))

    def _likeness(self, new: Counted, weight_of: dict[int, float], number: int) -> Likeness:
        other, weights = self._articles[number]
        kind_of = self._vocabulary.kinds
        cosines = [0.0] * len(Kind)
        pair = 0.0
        for term, weight in zip(other.terms, weights, strict=True):
            if term in weight_of:
                if kind_of[term] == Kind.PAIR:
                    pair = max(pair, weight_of[term])
                else:
                    cosines[kind_of[term]] += weight * weight_of[term]
        between = (abs(one - two) for one in new.days for two in other.days)
        published_between = UNKNOWN
        if new.published is not None and other.published is not None:
            published_between = abs(new.published - other.published)
        return Likeness(
            words=cosines[Kind.WORD],
            names=cosines[Kind.NAME],
            numbers=cosines[Kind.NUMBER],
            pair=pair,
            days=sum(min(w, other.days[day]) for day, w in new.days.items() if day in other.days),
            days_between=min(between, default=0),
            published_between=published_between,
        )
