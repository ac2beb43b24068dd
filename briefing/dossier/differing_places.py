"""Places that differ in two sentences that tell the same.

Many a small place is in no gazetteer, so that any name after "in" or "near" may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.dossier.alignment import Unit
from briefing.dossier.slots import Ids, Slot, SlotPair
from briefing.dossier.sources import Sources
from briefing.dossier.words import folded, is_empty
from briefing.model import Location, Span

LONG_PART = 4
"""Letters of a word that two names of one place may share."""
NAMED_PLACE = re.compile(
    r"\b(?:in|near|at|outside|from|around|of|to|off|into|between)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})"
)
"""What may be a place, after a word that says where."""


def differing_places(sources: Sources, unit: Unit, other: Unit, ids: Ids) -> Iterator[SlotPair]:
    """The one place of each sentence that the other article does not name at all."""
    left, right = _missing(sources, unit, other, ids), _missing(sources, other, unit, ids)
    if len(left) != 1 or len(right) != 1:
        return
    (one, span), (two, other_span) = left[0], right[0]
    if _share_a_part(sources, unit, span, other, other_span):
        return
    if one and two and (_rank(one) != _rank(two) or _is_within(one, two) or _is_within(two, one)):
        return
    yield Slot("place", unit, span), Slot("place", other, other_span)


def _missing(
    sources: Sources, unit: Unit, other: Unit, ids: Ids
) -> list[tuple[Location | None, Span]]:
    """Places of a sentence that another article does not have, each once."""
    briefing, others = sources.briefings[unit.article], sources.briefings[other.article]
    known = {ids.get((other.article, one.id)) for one in others.locations}
    text = folded(sources.text(other.article))
    found: dict[str, tuple[Location | None, Span]] = {}
    for place in briefing.locations:
        if ids.get((unit.article, place.id)) not in known:
            for span in place.mentions:
                if _is_inside(unit, span):
                    found.setdefault(folded(place.name), (place, span))
    taken = [
        *(span for place in briefing.locations for span in place.mentions),
        *(span for one in briefing.actors if one.kind == "person" for span in one.mentions),
        *((date.start, date.end) for date in briefing.dates),
        *((quote.start, quote.end) for quote in briefing.quotes),
    ]
    for match in NAMED_PLACE.finditer(sources.text(unit.article), *unit.span):
        span = match.span("name")
        is_free = not any(span[0] < end and start < span[1] for start, end in taken)
        if is_free and not is_empty(match["name"].split()[0]):
            found.setdefault(folded(match["name"]), (None, span))
    return [one for name, one in found.items() if name not in text]


def _share_a_part(sources: Sources, unit: Unit, span: Span, other: Unit, theirs: Span) -> bool:
    """True for "N. Marrow Street" and "Marrow Street", which may be one place."""
    words = set(folded(sources.text(unit.article)[slice(*span)]).split())
    others = set(folded(sources.text(other.article)[slice(*theirs)]).split())
    return any(len(word) >= LONG_PART for word in words & others)


def _is_inside(unit: Unit, span: Span) -> bool:
    return unit.span[0] <= span[0] and span[1] <= unit.span[1]


def _rank(place: Location) -> str:
    return place.kind if place.kind in ("country", "division") else "place"


def _is_within(one: Location, other: Location) -> bool:
    is_country = other.kind == "country" and one.country == other.country
    return is_country or one.admin1 == other.name
