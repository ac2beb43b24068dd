"""The lines of the page that the reader writes: their names, and what stands in them; pure."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from briefing.corrections.composition import Composition
from briefing.corrections.values import OwnText

LABELS: dict[OwnText, tuple[str, str]] = {
    "headline": ("Headline", "yours; the article's own stays below it"),
    "why": ("Why it matters", "stands first on the page"),
    "next": ("Next", "what comes next"),
    "note": ("Note", "anything else"),
    "prepared_by": ("Prepared by", "your name"),
    "prepared_for": ("Prepared for", "who reads it"),
    "as_of": ("As of", "a day or a time"),
}
"""What each line is called, and what it is for."""


class OwnLine(Struct, frozen=True):
    """A line of the reader's.

    Attributes:
        field: Which one.
        text: What stands in it, or "".
    """

    field: OwnText
    text: str

    @property
    def label(self) -> str:
        """What it is called."""
        return LABELS[self.field][0]

    @property
    def row(self) -> tuple[str, str]:
        """Its label, and its first words or what it is for."""
        first = " ".join(self.text.split())
        return self.label, f"“{first}”" if first else LABELS[self.field][1]


def own_lines(composition: Composition) -> list[OwnLine]:
    """All lines that the reader may write."""
    return [OwnLine(field, getattr(composition, field)) for field in get_args(OwnText)]
