"""Which articles of a story have nearly the same text, from the terms that they share."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.stories.values import Evidence

COPIED = 0.8
"""Share of the terms of the shorter article that the other has, from which it is a copy."""
MOST_COMPARED = 50
"""Articles that are no copies, with which each one is compared."""


def standing_for(articles: Sequence[Evidence]) -> list[int]:
    """For each article the one that stands for it: itself, unless a longer one has its text."""
    counted = [dict(zip(one.terms, one.counts, strict=True)) for one in articles]
    lengths = [sum(counts.values()) for counts in counted]
    stands = list(range(len(articles)))
    own: list[int] = []
    for number in sorted(stands, key=lambda n: (-lengths[n], n)):
        fewest = COPIED * lengths[number]
        copied = (n for n in own[:MOST_COMPARED] if _shared(counted[number], counted[n]) >= fewest)
        stands[number] = next(copied, number)
        if stands[number] == number:
            own.append(number)
    return stands


def _shared(one: dict[str, int], other: dict[str, int]) -> int:
    return sum(min(count, other.get(term, 0)) for term, count in one.items())
