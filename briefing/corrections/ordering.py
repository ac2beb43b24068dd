"""The order of actors and places after a correction; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from briefing.model import Actor, Location

Named = Actor | Location
Item = TypeVar("Item", Actor, Location)


def placed_anew(before: Sequence[Named], after: Sequence[Item]) -> list[Item]:
    """Items in the order that they had, but for those that weigh more or less than before.

    These and new ones go before the first that weighs less, or as much and is named later. One that
    weighs more than before does not go down, and one that weighs less does not go up.

    Args:
        before: The items in their order before a correction.
        after: Those that there are now, in any order.
    """
    former = {item.id: (place, item.salience) for place, item in enumerate(before)}
    placed: list[Item] = []
    others: list[Item] = []
    for item in after:
        is_same = item.id in former and former[item.id][1] == item.salience
        (placed if is_same else others).append(item)
    placed.sort(key=lambda item: former[item.id][0])
    for item in sorted(others, key=_weight):
        place = next((n for n, one in enumerate(placed) if _weight(one) > _weight(item)), None)
        place = len(placed) if place is None else place
        if item.id in former:
            was, salience = former[item.id]
            earlier = sum(one.id in former and former[one.id][0] < was for one in placed)
            place = min(place, earlier) if item.salience > salience else max(place, earlier)
        placed.insert(place, item)
    return placed


def _weight(item: Named) -> tuple[float, int]:
    return -item.salience, item.mentions[0][0] if item.mentions else 0
