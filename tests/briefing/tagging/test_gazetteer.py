from __future__ import annotations

from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.tables import rows
from briefing.tagging.locations.gazetteer import Gazetteer, Place
from briefing.tagging.locations.spelling import normalize


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer()


def km(place: Place, latitude: float, longitude: float) -> float:
    assert place.latitude is not None
    assert place.longitude is not None
    a, b = radians(place.latitude), radians(latitude)
    half = sin((b - a) / 2) ** 2
    half += cos(a) * cos(b) * sin(radians(longitude - place.longitude) / 2) ** 2
    return 12742 * asin(sqrt(half))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("Mazar-e-Sharif", "Mazār-e Sharīf"),
        ("St. John's", "Saint Johns"),
        ("The Hague", "Hague"),
        ("Łódź", "Lodz"),
        ("U.S.", "US"),
    ],
)
def test_spellings_of_one_name_are_the_same(one: str, other: str) -> None:
    assert normalize(one) == normalize(other) != ""


@pytest.mark.parametrize(
    ("name", "country", "admin1", "point"),
    [
        ("Mazar-e-Sharif", "AF", "Balkh", (36.7, 67.1)),
        ("Munich", "DE", "Bavaria", (48.14, 11.58)),
        ("Kyiv", "UA", None, (50.45, 30.52)),
        ("Bombay", "IN", "Maharashtra", (19.08, 72.88)),
        ("Nairobi", "KE", None, (-1.29, 36.82)),
    ],
)
def test_a_city_is_found_with_its_country_division_and_point(
    gazetteer: Gazetteer, name: str, country: str, admin1: str | None, point: tuple[float, float]
) -> None:
    city = next(place for place in gazetteer.lookup(name) if place.kind == "city")
    assert city.country == country
    assert admin1 is None or city.admin1 == admin1
    assert km(city, *point) < 25


@pytest.mark.parametrize("name", ["Aarhus", "Århus", "Duesseldorf", "Zuerich", "Tromsoe"])
def test_a_name_in_english_letters_is_as_good_as_the_other(gazetteer: Gazetteer, name: str) -> None:
    assert next(place for place in gazetteer.lookup(name) if place.population > 10_000).main


def test_all_places_of_a_name_are_found_the_most_populous_first(gazetteer: Gazetteer) -> None:
    found = [place for place in gazetteer.lookup("Springfield") if place.kind == "city"]
    assert len({place.admin1 for place in found}) > 10
    assert [place.population for place in found] == sorted(
        (place.population for place in found), reverse=True
    )


def test_capitals_are_marked(gazetteer: Gazetteer) -> None:
    capitals = {
        place.country
        for name in ("Kabul", "Paris", "New Delhi", "Brasília", "Washington")
        for place in gazetteer.lookup(name)
        if place.is_capital
    }
    assert capitals == {"AF", "FR", "IN", "BR", "US"}


@pytest.mark.parametrize(
    ("name", "code"),
    [("US", "US"), ("U.S.", "US"), ("UK", "GB"), ("Britain", "GB"), ("UAE", "AE"), ("Burma", "MM")],
)
def test_other_names_of_countries(gazetteer: Gazetteer, name: str, code: str) -> None:
    assert [(p.kind, p.country) for p in gazetteer.lookup(name)] == [("country", code)]


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Afghan", "AF"),
        ("Turkish", "TR"),
        ("Turks", "TR"),
        ("Britons", "GB"),
        ("Dutch", "NL"),
        ("Swiss", "CH"),
        ("Danes", "DK"),
        ("South Korean", "KR"),
    ],
)
def test_adjectives_and_inhabitants(gazetteer: Gazetteer, word: str, code: str) -> None:
    place = gazetteer.demonym(word)
    assert place is not None
    assert (place.kind, place.country) == ("country", code)


def test_adjectives_of_places_inside_a_country(gazetteer: Gazetteer) -> None:
    scottish, texan, gazan = map(gazetteer.demonym, ("Scottish", "Texans", "Gazan"))
    assert scottish is not None
    assert (scottish.name, scottish.country) == ("Scotland", "GB")
    assert texan is not None
    assert (texan.name, texan.kind) == ("Texas", "division")
    assert gazan is not None
    assert gazan.name == "Gaza Strip"
    assert gazetteer.demonym("afghan rug") is None


@pytest.mark.parametrize(
    ("short", "name", "code"),
    [
        ("Ky.", "Kentucky", "US"),
        ("KY", "Kentucky", "US"),
        ("N.C.", "North Carolina", "US"),
        ("B.C.", "British Columbia", "CA"),
        ("Ont.", "Ontario", "CA"),
    ],
)
def test_abbreviations_of_states(gazetteer: Gazetteer, short: str, name: str, code: str) -> None:
    place = gazetteer.abbreviation(short)
    assert place is not None
    assert (place.name, place.country, place.kind) == (name, code, "division")


def test_every_row_of_the_tables_leads_to_a_place(gazetteer: Gazetteer) -> None:
    assert len(gazetteer.demonyms) > 500
    assert len(gazetteer.aliases) > 100
    assert len(gazetteer.abbreviations) > 100


def test_every_country_has_a_point(gazetteer: Gazetteer) -> None:
    for code in ("US", "AF", "XK", "PS", "SX", "SG", "VA", "FJ"):
        country = gazetteer.country(code)
        assert country.latitude is not None
        assert country.longitude is not None


def test_regions_are_found_and_say_where_their_point_is_from(gazetteer: Gazetteer) -> None:
    regions = list(rows("regions"))
    assert len(regions) > 200
    for row in regions:
        assert len(row) == 7, row
        assert row[6], row
        names = {place.name for place in gazetteer.lookup(row[0])}
        assert row[0] in names, row


def test_a_division_that_is_in_our_table_too_is_one_place(gazetteer: Gazetteer) -> None:
    for name in ("England", "Scotland", "Bavaria", "Catalonia"):
        assert len([p for p in gazetteer.lookup(name) if p.kind in ("division", "region")]) == 1


def test_an_unknown_name_has_no_places(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Xyzzyville") == ()
    assert gazetteer.lookup("") == ()
    assert gazetteer.lookup("'; DROP TABLE place") == ()


def test_a_missing_gazetteer_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"is missing; install .*pip install -e"):
        Gazetteer(tmp_path / "none.sqlite")


def test_a_damaged_gazetteer_is_an_error_in_one_line(tmp_path: Path) -> None:
    damaged = tmp_path / "gazetteer.sqlite"
    damaged.write_bytes(b"no database" * 100)
    with pytest.raises(BriefingError) as caught:
        Gazetteer(damaged)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "country"),
    [("Cologne", "DE"), ("Mekelle", "ET"), ("Nara", "JP"), ("Goyang", "KR"), ("Calicut", "IN")],
)
def test_an_english_name_is_a_main_name(gazetteer: Gazetteer, name: str, country: str) -> None:
    assert country in {place.country for place in gazetteer.lookup(name) if place.main}


def test_an_alias_may_mean_a_city_or_a_state(gazetteer: Gazetteer) -> None:
    assert [place.name for place in gazetteer.lookup("L.A.")] == ["Los Angeles"]
    assert [place.name for place in gazetteer.lookup("NSW")] == ["New South Wales"]
