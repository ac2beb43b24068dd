"""Where streets and buildings are that the gazetteer does not know: in the city named beside them.

An article that says "on Elm Street" after "in Dayton" means the one in Dayton. Where the article's
cities lie in several countries, nothing is concluded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Article
from briefing.tables import word_list
from briefing.tagging.locations import cues
from briefing.tagging.locations.designations import is_landform
from briefing.tagging.locations.gazetteer import Place
from briefing.tagging.locations.toponym import Toponym

REACH = 25
"""Characters within which a city behind a street is its city: "Elm Street in Dayton"."""
MAJORITY = 0.7
"""Part of the mentions of cities that must lie in one country."""
NEARLY_ALL = 0.8
"""The same of all places, for what is in that country and in no city."""


def settle(
    article: Article, found: Sequence[Toponym], places: Sequence[Place | None]
) -> tuple[list[Toponym], list[Place | None]]:
    """The same, where what the gazetteer lacks has the place of its surroundings.

    Streets and buildings are in their city, mountains and lakes in the article's only country.

    Args:
        article: The article.
        found: Its place names in order.
        places: What each of them means.
    """
    land = _only_land(places)
    cities = [
        (toponym, place)
        for toponym, place in zip(found, places, strict=True)
        if place is not None and place.kind == "city" and not toponym.landmark
    ]
    countries = Counter(place.country for _, place in cities)
    country, count = countries.most_common(1)[0] if countries else (None, 0)
    if count < MAJORITY * len(cities):
        cities = []
    settled: list[Toponym] = []
    where: list[Place | None] = []
    at_home = [(toponym, place) for toponym, place in cities if place.country == country]
    for toponym, place in zip(found, places, strict=True):
        if not (place or toponym.parent):
            if at_home and _is_settlement(article, toponym):
                toponym = replace(toponym, parent=at_home[0][1], candidates=())
            elif land is not None and _is_landform_of_country(toponym):
                toponym = replace(toponym, parent=land, candidates=())
        city = _city_of(article, toponym, at_home) if _is_built(toponym) and not place else None
        settled.append(replace(toponym, landmark=True) if city else toponym)
        where.append(city or place)
    return settled, where


def _is_settlement(article: Article, toponym: Toponym) -> bool:
    """True if the text calls it a village or the like."""
    before = article.text[max(0, toponym.start - 40) : toponym.start]
    called = cues.DESIGNATED.search(before)
    return called is not None and called["kind"].lower() in word_list("place_words", "settlement")


def _is_landform_of_country(toponym: Toponym) -> bool:
    """True for a mountain, a park and the like, and not for what lies between countries."""
    words = toponym.text.split()
    return is_landform(words) and word_list("place_words", "between countries").isdisjoint(words)


def _only_land(places: Sequence[Place | None]) -> Place | None:
    """The country that nearly all of the article's places lie in."""
    placed = [place for place in places if place is not None and place.country]
    countries = Counter(place.country for place in placed)
    country, count = countries.most_common(1)[0] if countries else (None, 0)
    if country is None or count < NEARLY_ALL * len(placed):
        return None
    return Place(id=0, name=country, feature="PCLI", country=country)


def _is_built(toponym: Toponym) -> bool:
    """True for a street, a building or the like that the gazetteer does not know."""
    words = toponym.text.split()
    kinds = word_list("place_words", "road") | word_list("place_words", "building")
    return not toponym.candidates and len(words) > 1 and not kinds.isdisjoint((words[0], words[-1]))


def _city_of(
    article: Article, toponym: Toponym, cities: Sequence[tuple[Toponym, Place]]
) -> Place | None:
    """The city right behind it, the last one before it in its paragraph, or the first of all."""
    for city, place in cities:
        if toponym.end < city.start <= toponym.end + REACH:
            return place
    paragraph = article.paragraph_at(toponym.start)
    before = [
        place
        for city, place in cities
        if paragraph is not None and paragraph.start <= city.start < toponym.start
    ]
    if before:
        return before[-1]
    return cities[0][1] if cities else None
