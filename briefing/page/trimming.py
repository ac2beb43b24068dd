"""Leaving items out until a page fits, and putting back what there is room for after all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.page.choosing import Part, Selection

Floors = dict[Part, int]
"""How few items each part may be trimmed to, part after part."""


def trim(
    shown: Selection,
    rounds: Sequence[Floors],
    fits: Callable[[], bool],
    last_resort: Callable[[], bool] | None = None,
) -> None:
    """Leave out the least important items; those that the reader put on the page come last.

    Args:
        shown: What stands on the page, to be changed.
        rounds: If one round is not enough, the next.
        fits: True if what is shown fits.
        last_resort: Makes what is left smaller; False if it cannot be made any smaller.
    """
    parts = {part for floors in rounds for part in floors}
    trimmed: list[tuple[Part, object]] = []
    for floors in rounds:
        for part, floor in floors.items():
            fewest = max(floor, shown.fewest(part))
            while len(shown.part(part)) > fewest and not fits():
                trimmed.append((part, shown.part(part).pop()))
    while not fits() and shown.refuse_last(parts):
        pass
    while last_resort and not fits() and last_resort():
        pass
    # The last item removed may have been long enough to leave room for short ones removed before.
    for refused in [one for one in reversed(shown.refused) if one[0] in parts]:
        shown.take_back(refused)
        if not fits():
            shown.refuse_last(parts)
    for part, item in reversed(trimmed):
        shown.part(part).append(item)
        if not fits():
            shown.part(part).pop()
