"""What a user may choose about an analysis, and the stages that it goes through."""

from __future__ import annotations

from msgspec import Struct

DEFAULT_SUMMARY_LENGTH = 6
"""Sentences: four tell fewer than half of the facts that a reader must know, six some 57 in 100."""

METHODS = ("brief", "lead", "lexrank", "textrank", "luhn", "sumbasic", "kl")
"""Names of the ways to rank sentences; `briefing.summary` has them."""

STAGES = ("summary", "dates", "locations", "actors", "quotes")
"""In the order in which an analysis finishes them."""


class Options(Struct, frozen=True, kw_only=True):
    """Choices that change what is found; together with the text they name a briefing.

    Attributes:
        method: Name of the ranking method, one of `METHODS`.
        model: Name of an installed spaCy pipeline, or None for the small English one.
    """

    method: str = "brief"
    model: str | None = None
