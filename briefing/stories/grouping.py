"""Groups of articles from how alike two of them are: agglomerative, by average linkage."""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

UNLIKE = -6.0
"""The log odds of two articles that were not compared, or that are no more alike than that."""
ALIKE = 0.0
"""The least average log odds over all pairs from two groups for these to become one."""


MANY = 30
"""Of a group of more articles a new one is compared with about so many only."""


def grouped(count: int, odds: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """The articles of each group of two or more, in order.

    Args:
        count: How many articles there are; they are numbered from 0.
        odds: The log odds that two articles belong together, for pairs above `UNLIKE`.
    """
    members = {number: [number] for number in range(count)}
    links: dict[int, dict[int, float]] = {number: {} for number in range(count)}
    for (one, two), value in odds.items():
        links[one][two] = links[two][one] = value - UNLIKE
    waiting = [(-value, *pair) for pair, value in odds.items() if value >= ALIKE]
    heapify(waiting)
    merged = count
    while waiting:
        _, one, two = heappop(waiting)
        if one not in members or two not in members:
            continue
        members[merged] = members.pop(one) + members.pop(two)
        for other, link in _join(links, one, two, merged).items():
            average = UNLIKE + link / _pairs(len(members[merged]), len(members[other]))
            if average >= ALIKE:
                heappush(waiting, (-average, other, merged))
        merged += 1
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _pairs(one: int, two: int) -> int:
    """How many pairs from two groups of so many articles are compared, if these are alike."""
    return min(one, two) * min(max(one, two), MANY)


def _join(links: dict[int, dict[int, float]], one: int, two: int, merged: int) -> dict[int, float]:
    """Give a new group the links of two, to which nothing leads any more."""
    joined = links.pop(one)
    for other, link in links.pop(two).items():
        joined[other] = joined.get(other, 0.0) + link
    del joined[one], joined[two]
    for other, link in joined.items():
        of_other = links[other]
        of_other.pop(one, None)
        of_other.pop(two, None)
        of_other[merged] = link
    links[merged] = joined
    return joined
