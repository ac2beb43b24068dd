"""Places that the file of names knows, and words that are none because it knows better."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import cos, hypot, radians

from briefing.names_file.values import Entry, Point
from briefing.tagging.locations.gazetteer import Gazetteer, Place
from briefing.tagging.locations.toponym import Toponym
from briefing.tagging.names.covered import Covered
from briefing.tagging.names.labels import Entity

KILOMETERS = 30.0
"""Within which a place of the gazetteer is the one whose coordinates the file gives."""
PER_DEGREE = 111.2
OF_THE_FILE = -1_000_000
"""The id of the first place that the gazetteer does not know; the next ones are below it."""


def laid_over(
    found: tuple[Toponym, ...], entities: Iterable[Entity], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """The place names of an article as the file of names has them.

    Args:
        found: As they were found, in order.
        entities: The names in it, with what the file says of them.
        gazetteer: Where it is looked up what else is known of a place of the file.
    """
    known = [entity for entity in entities if entity.known is not None]
    if not known:
        return found
    places = [entity for entity in known if entity.label == "place"]
    actors = {(entity.start, entity.end) for entity in known if entity.label != "place"}
    labels = {toponym.start: toponym for toponym in found}
    covered = Covered(places)
    kept = [
        toponym
        for toponym in found
        if not covered.touches(toponym.start, toponym.end) and not _holds(toponym, actors)
    ]
    candidates: dict[Entry, tuple[Place, ...]] = {}
    for entity in places:
        entry = entity.known
        assert entry is not None
        if entry not in candidates:
            candidates[entry] = _places(entry, gazetteer, len(candidates))
        was = labels.get(entity.start)
        kept.append(
            Toponym(
                entity.start,
                entity.end,
                entity.text,
                candidates[entry] or (was.candidates if was else ()),
                label=was.label if was else "",
                evident=True,
                known=entry,
            )
        )
    return tuple(sorted(kept, key=lambda toponym: toponym.start))


def _holds(toponym: Toponym, actors: set[tuple[int, int]]) -> bool:
    """True if a place name is that of a known actor, or has it in it."""
    return any(toponym.start <= start and end <= toponym.end for start, end in actors)


def _places(entry: Entry, gazetteer: Gazetteer, number: int) -> tuple[Place, ...]:
    """What the names of an entry mean: one place where the file says where it is."""
    point = entry.place
    namesakes = [place for name in entry.names for place in gazetteer.lookup(name)]
    if point is None:
        return tuple(dict.fromkeys(namesakes))
    in_country = [place for place in namesakes if point.country in (None, place.country)]
    if point.latitude is None:
        return tuple(dict.fromkeys(in_country)) or (_of_the_file(entry, number, "RGN"),)
    near = [(away, place) for place in in_country if (away := _away(place, point)) <= KILOMETERS]
    if not near:
        return (_of_the_file(entry, number, "LMK"),)
    _, nearest = min(near, key=lambda pair: pair[0])
    return (replace(nearest, latitude=point.latitude, longitude=point.longitude, main=True),)


def is_of_the_file(place: Place) -> bool:
    """True for a place that the gazetteer does not know."""
    return place.id <= OF_THE_FILE


def _of_the_file(entry: Entry, number: int, feature: str) -> Place:
    point = entry.place or Point()
    return Place(
        id=OF_THE_FILE - number,
        name=entry.name,
        feature=feature,
        country=point.country,
        latitude=point.latitude,
        longitude=point.longitude,
    )


def _away(place: Place, point: Point) -> float:
    """Kilometers between a place and a point that are not far from each other."""
    if place.latitude is None or place.longitude is None:
        return float("inf")
    assert point.latitude is not None
    assert point.longitude is not None
    east = (place.longitude - point.longitude + 180) % 360 - 180
    north = place.latitude - point.latitude
    return hypot(north, east * cos(radians(point.latitude))) * PER_DEGREE


def settled(toponym: Toponym, place: Place | None) -> Place | None:
    """What a place name means: what the file says, where it says that."""
    if toponym.known is not None and toponym.known.place is not None:
        return place if place in toponym.candidates else next(iter(toponym.candidates), None)
    return place
