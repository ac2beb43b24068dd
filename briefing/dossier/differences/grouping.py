"""Things that belong together, joined pair by pair."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Groups that grow as two of their members are joined."""

    def __init__(self) -> None:
        self._of: dict[Item, list[Item]] = {}

    def join(self, one: Item, other: Item) -> None:
        """Have two things, and all that belong to them, be one group."""
        first, second = self._of.get(one, [one]), self._of.get(other, [other])
        if first is not second:
            merged = [*first, *second]
            self._of.update(dict.fromkeys(merged, merged))

    def all(self) -> Iterator[list[Item]]:
        """The groups in the order of their first members."""
        seen: set[int] = set()
        for group in self._of.values():
            if id(group) not in seen:
                seen.add(id(group))
                yield group
