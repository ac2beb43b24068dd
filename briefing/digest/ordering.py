"""In which order stories stand on a digest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from briefing.stories.values import Told

FRESH = 3
"""Days before the last day of publication; a story that ends earlier is an earlier one."""


def is_fresh(told: Sequence[Told], day: str | None) -> bool:
    """True unless all articles of a story are known to be older than the others."""
    days = [one.published for one in told]
    if day is None or None in days:
        return True
    latest = max(one for one in days if one)
    return (date.fromisoformat(day) - date.fromisoformat(latest)).days <= FRESH


def order(
    tellings: int, told: Sequence[Told], day: str | None, weight: float
) -> tuple[bool, bool, float]:
    """Sorts stories: those that several tell first, earlier ones later, then by weight."""
    return tellings == 1, not is_fresh(told, day), -weight
