"""Places of all articles: one for each id in GeoNames, or else for each name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from briefing.dossier.sources import Sources
from briefing.dossier.values import Appearance, DossierPlace
from briefing.dossier.words import folded
from briefing.model import Location

Key = tuple[object, ...]


def merged(sources: Sources) -> tuple[list[DossierPlace], dict[tuple[int, str], str]]:
    """The places of the dossier, and the id that each place of an article has there."""
    groups: defaultdict[Key, list[tuple[int, Location]]] = defaultdict(list)
    for number, briefing in enumerate(sources.briefings):
        for place in briefing.locations:
            groups[_key(place)].append((number, place))
    made = [_place_of(group, len(sources.briefings)) for group in groups.values()]
    made.sort(key=lambda place: (-len(place.appearances), -place.salience))
    places = [replace(place, id=f"l{number}") for number, place in enumerate(made, 1)]
    ids = {(one.article, one.id): place.id for place in places for one in place.appearances}
    return places, ids


def _key(place: Location) -> Key:
    if place.geonames_id is not None:
        return (place.geonames_id,)
    return folded(place.name), place.kind, place.country


def _place_of(group: Sequence[tuple[int, Location]], articles: int) -> DossierPlace:
    names = Counter(place.name for _, place in group)
    _, first = group[0]
    appearances: dict[int, Appearance] = {}
    for number, place in group:
        if number not in appearances:  # an article may have it twice, by two names
            appearances[number] = Appearance(
                article=number, id=place.id, name=place.name, mentions=place.mentions
            )
    return DossierPlace(
        id="",
        name=names.most_common(1)[0][0],
        kind=first.kind,
        geonames_id=first.geonames_id,
        admin1=first.admin1,
        country=first.country,
        latitude=first.latitude,
        longitude=first.longitude,
        salience=round(sum(place.salience for _, place in group) / articles, 4),
        appearances=tuple(appearances.values()),
    )
