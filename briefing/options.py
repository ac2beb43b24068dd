"""What a user may choose about an analysis, and the stages that it goes through."""

from __future__ import annotations

from msgspec import Struct

DEFAULT_SUMMARY_LENGTH = 4
"""Sentences."""

STAGES = ("summary", "dates", "locations", "actors", "quotes")
"""In the order in which an analysis finishes them."""


class Options(Struct, frozen=True, kw_only=True):
    """Choices that change what is found; together with the text they name a briefing.

    Attributes:
        method: Name of the ranking method, one of `briefing.summary.METHODS`.
        model: Name of an installed spaCy pipeline, or None for the small English one.
    """

    method: str = "brief"
    model: str | None = None
