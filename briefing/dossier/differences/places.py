"""Places that differ in two sentences that tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.dossier.alignment import Unit
from briefing.dossier.differences.slots import Slot, SlotPair
from briefing.dossier.differences.unknown import UnknownNames
from briefing.dossier.names import name_words
from briefing.model import Location
from briefing.tables import word_list

LONG_PART = 3
"""Letters of a word that two names of one place may share."""


def differing_places(unknown: UnknownNames, unit: Unit, other: Unit) -> Iterator[SlotPair]:
    """The one place of each sentence that the other article does not name at all."""
    left, right = unknown.places_in(unit, other.article), unknown.places_in(other, unit.article)
    if len(left) != 1 or len(right) != 1:
        return
    (_, one, span), (_, two, other_span) = left[0], right[0]
    if _share_a_part(unknown.words(unit, span), unknown.words(other, other_span)):
        return
    names = left[0][0], right[0][0]
    if _is_in_a_town(names[0]) != _is_in_a_town(names[1]) or not all(map(_is_name, names)):
        return
    if one and two and (_rank(one) != _rank(two) or _is_within(one, two) or _is_within(two, one)):
        return
    yield Slot("place", unit, span), Slot("place", other, other_span)


def _share_a_part(one: str, other: str) -> bool:
    """True for "n. marrow street" and "marrow street", which may be one place."""
    shared = name_words(one) & name_words(other)
    return any(len(word) >= LONG_PART for word in shared)


def _is_in_a_town(name: str) -> bool:
    """True for streets, buildings and the like, by the last word of the name."""
    return name.split()[-1].rstrip(".") in word_list("dossier", "in a town")


def _is_name(name: str) -> bool:
    """False for "northeast"."""
    return not set(name.split()) <= word_list("dossier", "in a town")


def _rank(place: Location) -> str:
    return place.kind if place.kind in ("country", "division") else "place"


def _is_within(one: Location, other: Location) -> bool:
    is_country = other.kind == "country" and one.country == other.country
    return is_country or one.admin1 == other.name
