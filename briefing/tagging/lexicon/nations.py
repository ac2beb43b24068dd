"""Words that name countries and regions, and adjectives of them, as the tables have them."""

from __future__ import annotations

from functools import cache

from briefing.tables import ENGLISH, rows
from briefing.tagging.lexicon.given_names import given_names

REGION_KINDS = frozenset(("region", "division"))


@cache
def country_names(language: str = ENGLISH) -> frozenset[str]:
    """Names of countries and their other names: "Costa Rica", "U.S."."""
    names = {name for _, name in rows("countries", language)}
    names.update(
        name for _, aliases in rows("place_aliases", language) for name in aliases.split("|")
    )
    return frozenset(names)


@cache
def country_words(language: str = ENGLISH) -> frozenset[str]:
    """Names of one word that countries and regions have: "Mali", "Sahel".

    A region whose name is a first name too is left out.
    """
    names = set(country_names(language))
    names.update(
        name
        for name, kind, *_ in rows("regions", language)
        if kind in REGION_KINDS and name.lower() not in given_names(language)
    )
    return frozenset(name for name in names if name.isalpha())


@cache
def adjectives(language: str = ENGLISH) -> frozenset[str]:
    """Adjectives and inhabitants of countries and regions, but for those that are first names."""
    words = {word for _, forms in rows("demonyms", language) for word in forms.split("|")}
    return frozenset(word for word in words if word.lower() not in given_names(language))
