"""Which characters of a text names have already."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.tagging.names.labels import Entity


class Covered:
    """The characters of some names.

    Args:
        found: The names.
    """

    def __init__(self, found: Iterable[Entity]) -> None:
        self._ends = {i: entity.end for entity in found for i in range(entity.start, entity.end)}

    def touches(self, start: int, end: int) -> bool:
        """True if any of the characters is a name's."""
        return any(i in self._ends for i in range(start, end))

    def free_from(self, start: int, end: int) -> int:
        """The start without the names that open the stretch: "French" before "President Obi"."""
        while start < end and start in self._ends:
            start = self._ends[start] + 1
        return start
