"""How many of the world's capitals, large cities and countries are found in plain sentences.

    python benchmarks/world_places.py [--misses]

The names are those of the gazetteer: every capital, every city of 300,000 and every country, under
the gazetteer's name and the English names of our tables. Each stands in six invented sentences. A
name is right if a place of that name is listed that is the one meant or, where the sentence names
no country, another one that is as well known. With --misses, the names that failed are printed.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from briefing.countries import country_name
from briefing.model import Article, Location
from briefing.reading import read
from briefing.tables import rows
from briefing.tagging import locations
from briefing.tagging.annotation import gazetteer, pipeline
from briefing.tagging.locations.gazetteer import Place
from briefing.tagging.locations.spelling import normalize
from briefing.tagging.names import entities
from briefing.tagging.pipeline import parse
from briefing.text import sentences

LARGE = 300_000
"""Inhabitants of a city that everybody may write about."""
NEAR = 161.0
"""Kilometers within which a place is the one meant."""
FRAMES = {
    "in": "Ministers of nine states met in {name} on Friday to talk about grain prices.",
    "from": "A delegation of bakers from {name} arrived on Monday for the trade fair.",
    "apposition": "Schools stayed shut in the north. {name}, {what}, was without power for hours.",
    "dateline": "{caps} (Newswire) — Workers at the harbor went on strike on Tuesday over pay.",
    "subject": "{name} wants to host the winter games again, the organizers of the bid confirmed.",
    "list": "The orchestra will play in Oslo, {name} and Nairobi before the end of the season.",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A name and the place that it should bring."""

    name: str
    place: Place

    def sentence(self, frame: str) -> str:
        """The frame's sentence with the name in it."""
        nation = country_name(self.place.country)
        what = f"a city in {nation}"
        if self.place.is_capital:
            what = f"the capital of {nation}"
        elif self.place.feature == "PCLI":
            what = "a member of the union"
        return FRAMES[frame].format(name=self.name, caps=self.name.upper(), what=what)


def targets() -> Iterator[Target]:
    """Every name with its place, each name of a place once."""
    english: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for code, names in rows("place_names"):
        for entry in names.split("|"):
            name, _, own = entry.partition("=")
            english[code].append((name, own))
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for code, names in rows("place_aliases"):
        aliases[code].extend(names.split("|"))
    for place in well_known():
        names = [place.name]
        if place.feature == "PCLI":
            names = [country_name(place.country) or place.name, *aliases[place.country or ""]]
        else:
            names += [
                name
                for name, _ in english[place.country or ""]
                if any(x.id == place.id and x.main for x in gazetteer().namesakes(name))
            ]
        for name in dict.fromkeys(names):
            yield Target(name, place)


def well_known() -> Iterator[Place]:
    """All countries, capitals and large cities, from the gazetteer's own file."""
    file = files("briefing").joinpath("data/gazetteer.sqlite")
    with closing(sqlite3.connect(f"{Path(str(file)).as_uri()}?mode=ro", uri=True)) as connection:
        known = connection.execute(
            "SELECT id, name FROM place WHERE feature IN ('PCLI', 'PPLC') "
            "OR (feature = 'PPL' AND population >= ?) ORDER BY id",
            (LARGE,),
        ).fetchall()
    for geonameid, name in known:
        yield from (place for place in gazetteer().namesakes(name) if place.id == geonameid)


def found(text: str) -> tuple[Article, tuple[Location, ...]]:
    """The places of a text."""
    article = read("-", stdin=BytesIO(text.encode()))
    doc = parse(pipeline(), article, sentences.split(article))
    return article, locations.find(article, doc, entities.find(article, doc), gazetteer())


def is_right(target: Target, frame: str) -> bool:
    """True if the place of the name is listed."""
    article, places = found(target.sentence(frame))
    known = _well_known(target.name, target.place.population)
    if frame == "apposition":
        known = tuple(place for place in known if place.country == target.place.country)
    allowed = (target.place, *known)
    return any(
        _is(location, place)
        for location in places
        if any(_names(article.text[start:end], target.name) for start, end in location.mentions)
        for place in allowed
    )


@cache
def _well_known(name: str, population: int) -> tuple[Place, ...]:
    """Countries, capitals and large cities of a name, and places larger than the one meant."""
    return tuple(
        place
        for place in gazetteer().namesakes(name)
        if place.main
        and (
            place.feature == "PCLI"
            or place.is_capital
            or (place.kind == "city" and place.population >= min(LARGE, population))
        )
    )


def _names(mention: str, name: str) -> bool:
    """True if a mention is the name, with or without small words before it."""
    return normalize(name.casefold()).endswith(normalize(mention.casefold()))


def _is(location: Location, place: Place) -> bool:
    """True if a location is a place, or near enough to it in its country."""
    if location.country != place.country:
        return False
    if place.feature == "PCLI":
        return location.kind in ("country", "region")
    if None in (location.latitude, location.longitude, place.latitude, place.longitude):
        return False
    a, b = radians(location.latitude or 0), radians(place.latitude or 0)
    half = sin((b - a) / 2) ** 2
    apart = radians((location.longitude or 0) - (place.longitude or 0))
    half += cos(a) * cos(b) * sin(apart / 2) ** 2
    return 12742 * asin(sqrt(half)) <= NEAR


def main() -> None:
    """Print the share that is right in each frame, for each kind of place."""
    kinds = {"PCLI": "countries", "PPLC": "capitals"}
    right: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    misses: defaultdict[str, list[str]] = defaultdict(list)
    for target in targets():
        kind = kinds.get(target.place.feature, "cities")
        for frame in FRAMES:
            good = is_right(target, frame)
            right[frame, kind].append(good)
            right[frame, "all"].append(good)
            if not good:
                misses[frame].append(target.name)
    columns = [*kinds.values(), "cities", "all"]
    print(f"{'':12}" + "".join(f"{column:>17}" for column in columns))
    for frame in FRAMES:
        cells = [right[frame, column] for column in columns]
        print(
            f"{frame:12}"
            + "".join(f"{sum(c):>6}/{len(c)}{100 * sum(c) / len(c):>6.1f}" for c in cells)
        )
    if "--misses" in sys.argv:
        for frame, names in misses.items():
            print(f"\n{frame}: {', '.join(names)}")


if __name__ == "__main__":
    main()
