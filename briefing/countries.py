"""Names of countries by their codes."""

from __future__ import annotations

from functools import cache

from briefing.tables import ENGLISH, rows


def country_name(code: str | None, language: str = ENGLISH) -> str | None:
    """The common name of an ISO 3166-1 alpha-2 code in a language, or None."""
    return _countries(language).get(code or "")


@cache
def _countries(language: str) -> dict[str, str]:
    return dict(rows("countries", language))
