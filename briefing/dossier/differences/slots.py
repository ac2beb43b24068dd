"""Something in a sentence that its counterpart in another article has otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.dossier.alignment import Unit
from briefing.dossier.values import DifferenceKind
from briefing.model import Span

Ids = Mapping[tuple[int, str], str]
"""The `id` in the dossier of each actor, or place, of an article."""


@dataclass(frozen=True)
class Slot:
    """A date, a place or a name.

    Attributes:
        unit: The sentence.
        value: What it means, where that is not what it says.
    """

    kind: DifferenceKind
    unit: Unit
    span: Span
    value: str | None = None


SlotPair = tuple[Slot, Slot]
