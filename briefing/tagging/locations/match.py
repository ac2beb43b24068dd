"""A name in the text that the gazetteer knows, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Span
from briefing.tables import word_list
from briefing.tagging.locations.gazetteer import Place

COUNTRY = 10**9
"""More than any place has: only countries, divisions and our own regions are that well known."""
METROPOLIS = 300_000
"""Inhabitants of a city that is known all over the world; capitals are too."""
TOWN = 5_000
"""Inhabitants from which on the first word of a body's name is taken for its town."""
NEXT = 2
"""Words behind a town within which a body says what it is: "X City Council"."""
NEIGHBORING = 0.6
"""Degrees between a city and its parts."""


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of a run of capitalized words that the gazetteer knows."""

    start: int
    end: int
    text: str
    candidates: tuple[Place, ...]
    certain: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def is_main(self) -> bool:
        """True if some place has this as its main name."""
        return any(place.main for place in self.candidates)

    @property
    def is_alone(self) -> bool:
        """True if only words like "In" or "Northern" stand before it in its run."""
        return all(word in word_list("place_words", "lead") for word in self.before)

    @property
    def is_country(self) -> bool:
        """True if it may be a country."""
        return any(place.main and place.feature == "PCLI" for place in self.candidates)

    @property
    def is_capital(self) -> bool:
        """True if it may be the capital of a country."""
        return any(place.main and place.is_capital for place in self.candidates)

    @property
    def is_city(self) -> bool:
        """True if it may be a city by its main name."""
        return any(place.main and place.kind == "city" for place in self.candidates)

    @property
    def is_world_city(self) -> bool:
        """True if it is a country, a capital or a large city."""
        return self.is_country or any(
            place.main and (place.is_capital or place.population >= METROPOLIS)
            for place in self.candidates
            if place.kind == "city"
        )

    @property
    def is_full_name_of_state(self) -> bool:
        """True for a country or division whose name has several words: "New South Wales"."""
        words = self.text.split()
        own = any(word not in word_list("place_words", "lead") for word in words)
        return (
            len(words) > 1
            and own
            and any(place.main and place.feature in ("PCLI", "ADM1") for place in self.candidates)
        )

    @property
    def may_be_firm(self) -> bool:
        """True for one word that means nothing but a region, a river or the like: "Amazon"."""
        return self.text.isalpha() and all(p.id < 0 for p in self.candidates if p.main)

    @property
    def is_county(self) -> bool:
        """True if it is a county by its own name: "Harris County"."""
        return self.text.endswith((" County", " Parish")) and self.is_main

    @property
    def names_body(self) -> bool:
        """True if a public body is called after it: "X Police Department".

        A university may be anywhere, unless a large city has its name.
        """
        if not word_list("place_words", "school").isdisjoint(self.after):
            return self.is_world_city
        after = self.after if self.is_noted(COUNTRY) else self.after[:NEXT]
        return not word_list("place_words", "institution").isdisjoint(after)

    def is_noted(self, population: int) -> bool:
        """True if it is known enough to be meant without further signs."""
        if self.text.isupper() and len(self.text) > 3:
            population = max(population, METROPOLIS)
        return self.certain or any(
            place.main
            and (
                place.id < 0
                or place.feature in ("PCLI", "ADM1")
                or place.population >= population
                or (place.is_capital and population <= METROPOLIS)
            )
            for place in self.candidates
        )


@dataclass(frozen=True, slots=True)
class Parent:
    """What the text says that a place lies in.

    Attributes:
        place: The state or country.
        span: Where it stands.
        held: True if the gazetteer has a place of the name there.
    """

    place: Place
    span: Span
    held: bool


def holds(outer: Place, inner: Place) -> bool:
    """True if a country or division contains a place."""
    if outer.id == inner.id:
        return False
    if outer.feature == "PCLI":
        return inner.country == outer.country
    return outer.id in (inner.admin1_id, inner.admin2_id) or (
        outer.id < 0 and outer.feature == "ADM1" and inner.admin1 == outer.name
    )


def neighbors(one: Place, other: Place) -> bool:
    """True if two places of a country lie within half a degree or so of each other."""
    if None in (one.latitude, one.longitude, other.latitude, other.longitude):
        return False
    rows = abs((one.latitude or 0) - (other.latitude or 0))
    columns = abs((one.longitude or 0) - (other.longitude or 0))
    return one.country == other.country and rows < NEIGHBORING and columns < NEIGHBORING
