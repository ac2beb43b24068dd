"""What a user may choose about an analysis."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_SUMMARY_LENGTH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices that change what is found; together with the text they name a briefing.

    Attributes:
        method: Name of the ranking method, one of `briefing.summary.METHODS`.
        model: Name of an installed spaCy pipeline, or None for the small English one.
        published: Publication date as YYYY-MM-DD that stands in for one the article lacks.
    """

    method: str = "brief"
    model: str | None = None
    published: str | None = None
