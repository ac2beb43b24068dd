"""The places that a name may mean, as options."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.countries import country_name
from briefing.errors import BriefingError
from tui.correcting.changes import Option

if TYPE_CHECKING:
    from briefing.tagging.locations.gazetteer import Gazetteer, Place

MOST = 200


def namesakes(name: str) -> list[Option]:
    """The places of a name, the most populous first; none where there is no gazetteer."""
    try:
        places = _gazetteer().namesakes(name)
    except BriefingError:
        return []
    return [_option(place) for place in places[:MOST]]


@cache
def _gazetteer() -> Gazetteer:
    from briefing.tagging.locations.gazetteer import Gazetteer

    return Gazetteer()


def _option(place: Place) -> Option:
    country = country_name(place.country) if place.country else None
    parts = [place.admin1 if place.admin1 != place.name else None, country, place.kind]
    people = f"{place.population:,} people" if place.population else None
    return Option(place.name, " · ".join(filter(None, (*parts, people))), to=place.id)
