from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

import pytest
from spacy.tokens import Doc

from briefing.model import Article, Location
from briefing.tagging import locations
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities
from tests.conftest import SAMPLE

Find = Callable[[str], dict[str, Location]]


@pytest.fixture(scope="module")
def find(parse: Callable[[str], tuple[Article, Doc]]) -> Find:
    """The locations of a text by name, each of whose mentions is checked to be a span of it."""
    gazetteer = Gazetteer()

    def find(text: str) -> dict[str, Location]:
        article, doc = parse(text)
        found = locations.find(article, doc, entities.find(article, doc), gazetteer)
        spans = [span for location in found for span in location.mentions]
        assert len(spans) == len(set(spans))
        assert all(0 <= start < end <= len(article.text) for start, end in spans)
        assert [x.salience for x in found] == sorted((x.salience for x in found), reverse=True)
        return {location.name: location for location in found}

    return find


@pytest.fixture(scope="module")
def sample(find: Find) -> dict[str, Location]:
    return find(SAMPLE.read_text("utf-8"))


def km(location: Location, latitude: float, longitude: float) -> float:
    assert location.latitude is not None
    assert location.longitude is not None
    a, b = radians(location.latitude), radians(latitude)
    half = sin((b - a) / 2) ** 2
    half += cos(a) * cos(b) * sin(radians(longitude - location.longitude) / 2) ** 2
    return 12742 * asin(sqrt(half))


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("Kabul", (34.53, 69.17)),
        ("Kunduz", (36.73, 68.86)),
        ("Kandahar", (31.62, 65.72)),
        ("Herat", (34.35, 62.2)),
        ("Sheberghan", (36.67, 65.75)),
        ("Mazar-e-Sharif", (36.71, 67.11)),
    ],
)
def test_the_cities_of_the_sample(
    sample: dict[str, Location], name: str, point: tuple[float, float]
) -> None:
    city = sample[name]
    assert (city.kind, city.country) == ("city", "AF")
    assert city.admin1
    assert km(city, *point) < 50


def test_the_countries_of_the_sample_with_their_adjectives(sample: dict[str, Location]) -> None:
    assert len(sample["Afghanistan"].mentions) >= 10
    assert len(sample["United States"].mentions) >= 8
    assert sample["Afghanistan"].country == "AF"
    assert sample["United States"].kind == "country"


def test_the_sample_has_no_other_places(sample: dict[str, Location]) -> None:
    assert set(sample) - {"South Asia"} == {
        "Afghanistan",
        "United States",
        "Kabul",
        "Kunduz",
        "Kandahar",
        "Herat",
        "Sheberghan",
        "Mazar-e-Sharif",
    }


def test_one_country_under_all_its_names(find: Find) -> None:
    text = "US troops left on Friday. The U.S. said so, and Americans cheered. America was glad."
    found = find(text)
    assert [text[start:end] for start, end in found["United States"].mentions] == [
        "US",
        "U.S.",
        "Americans",
        "America",
    ]


def test_the_state_that_is_named_behind_a_city_decides(find: Find) -> None:
    found = find("The fair opened in Paris, Texas, on Monday. Visitors to Paris were few.")
    assert (found["Paris"].country, found["Paris"].admin1) == ("US", "Texas")
    assert len(found["Paris"].mentions) == 2
    assert found["Texas"].kind == "division"


def test_abbreviated_states_and_provinces(find: Find) -> None:
    found = find("She moved from Newport, R.I., to Richmond, B.C., and then to Frankfort, Ky.")
    assert (found["Newport"].admin1, found["Richmond"].admin1) == (
        "Rhode Island",
        "British Columbia",
    )
    assert {"Rhode Island", "British Columbia", "Kentucky"} <= set(found)


def test_a_country_before_another_is_no_town_in_it(find: Find) -> None:
    assert set(find("Delegates of the US, France and Italy walked out of the hall.")) == {
        "United States",
        "France",
        "Italy",
    }


def test_a_city_may_bear_the_name_of_a_country(find: Find) -> None:
    found = find("Fire broke out in Lebanon, N.H., on Monday. Lebanon has one fire engine.")
    assert (found["Lebanon"].kind, found["Lebanon"].admin1) == ("city", "New Hampshire")
    assert len(found["Lebanon"].mentions) == 2


def test_legislators_bring_their_state(find: Find) -> None:
    found = find("The bill of Sen. Marla Quimby, D-Ohio, and Rep. Todd Vance, R-Ky., failed.")
    assert set(found) == {"Ohio", "Kentucky"}


def test_a_list_of_states_is_no_city_in_a_state(find: Find) -> None:
    found = find("He campaigned in Florida, New York and Ohio last week.")
    assert found["Florida"].kind == "division"


def test_a_city_in_it_tells_the_state_from_the_country(find: Find) -> None:
    state = find("Voters in Georgia go to the polls today. In Atlanta, the lines were long.")
    country = find("Georgia holds an election today. In Tbilisi, the lines were long.")
    assert (state["Georgia"].kind, state["Georgia"].country) == ("division", "US")
    assert (country["Georgia"].kind, country["Georgia"].country) == ("country", "GE")


def test_the_country_of_the_article_decides_between_namesakes(find: Find) -> None:
    spanish = find("Police in Spain searched houses in Madrid, Valencia and Cordoba on Tuesday.")
    argentine = find("Police in Argentina searched houses in Rosario and Cordoba on Tuesday.")
    assert spanish["Cordoba"].country == "ES"
    assert argentine["Cordoba"].country == "AR"


def test_gaza_is_not_in_mozambique(find: Find) -> None:
    found = find("GAZA (Reuters) - Aid reached Gaza on Monday after talks with Israel.")
    assert found["Gaza"].country == "PS"
    assert len(found["Gaza"].mentions) == 2


def test_a_city_comes_before_its_province_unless_the_text_says_province(find: Find) -> None:
    city = find("Fighters entered Kunduz in Afghanistan at dawn.")
    province = find("Villages across Kunduz province in Afghanistan were flooded.")
    assert city["Kunduz"].kind == "city"
    assert province["Kunduz province"].kind == "division"


def test_a_county_is_a_division(find: Find) -> None:
    found = find("The Harris County Sheriff's Office in Houston, Texas, is looking for a driver.")
    assert found["Harris County"].kind == "division"
    assert found["Harris County"].admin1 == "Texas"


def test_a_dateline_is_a_place(find: Find) -> None:
    assert find("OSLO (Reuters) - The bridge is closed.")["Oslo"].country == "NO"
    assert find("WARSAW — The bridge is closed.")["Warsaw"].country == "PL"


def test_adjectives_and_inhabitants_count_for_the_place(find: Find) -> None:
    found = find("Turkish officials met Danes. Scottish farmers and Texans were there too.")
    assert (found["Turkey"].country, found["Denmark"].country) == ("TR", "DK")
    assert {"Scotland", "Texas"} <= set(found)


def test_a_language_is_no_place(find: Find) -> None:
    assert "Spain" not in find("She answered in Spanish, and he spoke French.")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Lincoln met Jordan Wexford, a plumber, before lunch.",
        "“It was late,” said Preston Hargreave. Hargreave added that Ms Chester agreed.",
        "The Taliban and the European Union issued statements, and so did Hamas.",
        "In March and May, on Sunday, the University agreed.",
    ],
)
def test_people_bodies_and_days_are_no_places(find: Find, text: str) -> None:
    assert find(text) == {}


def test_a_club_is_no_place_but_its_city_is(find: Find) -> None:
    text = "Leeds United lost on Saturday. The players then drove home to Leeds."
    found = find(text)
    assert "Leeds United" not in found
    assert [text[start:].split()[-1] for start, _ in found["Leeds"].mentions[-1:]] == ["Leeds."]


def test_compounds_hold_the_country(find: Find) -> None:
    found = find("The US-led mission ended. A Houston-based firm and China-Russia trade grew.")
    assert {"United States", "Houston", "China", "Russia"} <= set(found)


def test_seas_rivers_and_regions(find: Find) -> None:
    found = find(
        "Ships crossed the Red Sea. Floods along the Danube reached villages in the Balkans."
    )
    assert found["Red Sea"].kind == "water"
    assert found["Danube"].kind == "water"
    assert found["Balkans"].kind == "region"
    assert found["Balkans"].country is None


def test_a_place_that_nobody_knows_has_no_point(find: Find) -> None:
    found = find("The ferry sank near the village of Qwortlemunde in Norway on Monday.")
    assert found["Norway"].country == "NO"
    unknown = found["Qwortlemunde"]
    assert (unknown.kind, unknown.country) == ("city", "NO")
    assert (unknown.latitude, unknown.longitude) == (None, None)


def test_what_the_article_is_about_is_most_salient(find: Find) -> None:
    found = find(
        "Floods hit Peru\n\nRivers rose in Peru on Monday. Peru asked for help. In Peru's capital, "
        "Lima, schools were closed. A team from Chile will arrive tomorrow."
    )
    assert next(iter(found)) == "Peru"
    assert found["Peru"].salience > found["Lima"].salience > found["Chile"].salience
    assert all(0 < location.salience <= 1 for location in found.values())


def test_furniture_is_not_searched(find: Find) -> None:
    assert set(find("Heavy rain fell in Dublin, Ireland.\n\nSource link")) == {"Dublin", "Ireland"}


def test_the_same_text_gives_the_same_places(find: Find) -> None:
    text = SAMPLE.read_text("utf-8")
    assert find(text) == find(text)


def test_a_city_in_a_list_is_no_person(find: Find) -> None:
    found = find(
        "Fourteen ships were waiting at anchor by noon, among them two bound for Alexandria and"
        " one for Tunis."
    )
    assert set(found) == {"Alexandria", "Tunis"}


def test_a_name_that_speaks_or_bears_a_title_is_no_city(find: Find) -> None:
    assert not find("“We are late,” said Mr. Houston. Later Houston told the crew to wait.")


def test_a_sea_in_the_name_of_a_union_is_no_place_of_its_own(find: Find) -> None:
    assert not find("“No,” said Dimo Karastev, who leads the Black Sea Dockers' Union.")


def test_a_title_is_no_place(find: Find) -> None:
    text = "We begin with the Secretary of Defense, Orrin Maddock. Mr. Secretary, who did it?"
    assert not find(text)


Placed = set[tuple[str, str | None, str | None]]


def shown(found: dict[str, Location], *, point: bool | None = None) -> Placed:
    """Name, country and first-level division; only those with or without a point, if asked for."""
    return {
        (name, place.country, place.admin1)
        for name, place in found.items()
        if point is None or (place.latitude is not None) == point
    }


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Engineers met in Cologne on Friday.", "Cologne", "DE"),
        ("A choir from Seville sang on Sunday.", "Seville", "ES"),
        ("Talks opened in Geneva on Monday.", "Geneva", "CH"),
        ("Pilgrims left Mecca by bus.", "Mecca", "SA"),
        ("Trams ran again in Kiev after the storm.", "Kiev", "UA"),
        ("A tanker bound for Odessa left Izmir.", "Odessa", "UA"),
        ("Prices rose in Dar es Salaam and Cote d'Ivoire.", "Dar es Salaam", "TZ"),
        ("Saint John's, the capital of Antigua and Barbuda, slept.", "Saint John's", "AG"),
    ],
)
def test_english_names_of_foreign_cities(find: Find, text: str, name: str, country: str) -> None:
    assert find(text)[name].country == country


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire broke out in Reading, Berkshire, and in Bath, Somerset.", {"Reading", "Bath"}),
        ("A buyer from Nancy in France came on Tuesday.", {"Nancy", "France"}),
        ("Bo Reading said that Nice Cells and Mobile Reach had no orders.", set()),
        ("The firm moves to Linz (Austria) and Trento (Italy).", {"Linz", "Trento"}),
        ("Patients will be sent to Celje, 48 kilometers away.", {"Celje"}),
        ("A clinic in Namibia will move. Families now settle at Swakopmund.", {"Swakopmund"}),
        ("Workers from L.A. met growers in NSW on Friday.", {"Los Angeles", "New South Wales"}),
    ],
)
def test_towns_where_the_words_around_them_say_so(
    find: Find, text: str, expected: set[str]
) -> None:
    found = find(text)
    assert expected <= set(found)
    assert expected or not found


@pytest.mark.parametrize(
    "text",
    [
        "Ada Ross, U.S. ambassador to the fund, said no.",
        "Nadia Lincoln, Canada's envoy, left the hall.",
        "Irvin E. Rhodes won the vote. Rhodes thanked the voters.",
    ],
)
def test_a_country_behind_a_persons_name_makes_no_town(find: Find, text: str) -> None:
    assert all(place.kind == "country" for place in find(text).values())


@pytest.mark.parametrize(
    "text",
    [
        "Gallup asked 900 people whether Earth is warming, and Proton and Titan paid for it.",
        "The judge found that Amazon had sold the lamp. She bought it in an Amazon sale.",
        "A geologist at Columbia University wrote to a friend at Princeton University.",
        "Mill owners praised Chaudhary Bansi Lal for his patience.",
    ],
)
def test_firms_schools_and_people_are_no_places(find: Find, text: str) -> None:
    assert shown(find(text)) == set()


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Fire broke out in Vernon, Calif., on Monday.", ("Vernon", "US", "California")),
        ("She lives in Pleasant Hollow, Kentucky, today.", ("Pleasant Hollow", "US", "Kentucky")),
        ("Floods hit the village of Kerowat in Ukraine.", ("Kerowat", "UA", None)),
        ("Boats left the isles and islands of Qworlo and Skarnu.", ("Skarnu", None, None)),
        ("The bus burned in Wexoru county in Sichuan province.", ("Wexoru", "CN", "Sichuan")),
    ],
)
def test_a_town_that_the_gazetteer_lacks_stays_where_the_text_puts_it(
    find: Find, text: str, town: tuple[str, str, str | None]
) -> None:
    assert town in shown(find(text), point=False)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The lodge overlooks Lac Belmont, a guide said in Canada.", ("Lac Belmont", "CA", None)),
        ("Canada closed Holmer National Park.", ("Holmer National Park", "CA", None)),
        ("Snow fell on Torvald Mountain in Norway.", ("Torvald Mountain", "NO", None)),
        ("France and Peru sent help to Lake Velder.", ("Lake Velder", None, None)),
        ("Troops from Peru landed on Tivu Island.", ("Tivu Island", None, None)),
        ("The road goes from Walvis Bay to Groenbaai in South Africa's Northern Cape province.",
         ("Groenbaai", "ZA", "Northern Cape")),
        ("They raided a post in the Mangrum area of Sarkh, Logar.", ("Mangrum", "AF", "Logar")),
        ("Hundreds met in Guildhall Square in Plymouth.", ("Guildhall Square", "GB", "England")),
        ("He worked in Washington, D.C., for years.",
         ("Washington, D.C.", "US", "District of Columbia")),
    ],
)  # fmt: skip
def test_land_that_the_gazetteer_lacks(
    find: Find, text: str, place: tuple[str, str | None, str | None]
) -> None:
    assert place in shown(find(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drones flew over Russian-occupied Crimea.", {"Russia", "Crimea"}),
        ("The New York-based fund sold it.", {"New York"}),
        ("They met in New York, NY, on Monday.", {"New York, NY"}),
        ("Maritime experts met in Djibouti, the capital of Djibouti.", {"Djibouti"}),
        ("The Moscow region was hit, and Moscow was not.", {"Moscow region", "Moscow"}),
        ("Fire broke out in Bila Tserkva in the Kyiv region.", {"Bila Tserkva", "Kyiv region"}),
        ("Dayton's city council met in Quebec.", {"Dayton", "Quebec"}),
        ("They saw it in Eurogorp's Stadia review.", set()),
        ("NASA's Goddard Space Flight Center said so.", set()),
        ("She sat beside Veronica Lake on Monday.", set()),
        ("Reports\n\nKUANTAN, Nov. 22 — Firms paid for it.", {"Kuantan"}),
    ],
)
def test_what_stands_beside_a_hyphen_or_in_a_name(find: Find, text: str, names: set[str]) -> None:
    assert set(find(text)) == names


def test_a_district_of_a_city_is_in_the_city(find: Find) -> None:
    found = find("Police raided homes in the Chaoyang District of Beijing on Monday.")
    assert km(found["Chaoyang"], 39.9, 116.4) < 100


def test_a_street_lies_in_the_city_told_beside_it(find: Find) -> None:
    found = find("Shops burned in Dayton, Ohio, on Monday. Police closed Quimby Street at noon.")
    assert (found["Quimby Street"].kind, found["Quimby Street"].country) == ("landmark", "US")
    assert km(found["Quimby Street"], 39.76, -84.19) < 50


def test_the_street_of_an_article_about_two_countries_has_no_point(find: Find) -> None:
    found = find("Mayors from Lyon and Turin met. The office on Quimby Street stayed shut.")
    assert found["Quimby Street"].latitude is None


def test_a_capital_that_has_an_envoy_is_no_state_of_its_name(find: Find) -> None:
    capital = find("Washington's envoy met growers in Seattle. Khartoum said Washington was late.")
    state = find("Growers in Seattle, in the state of Washington, sent apples.")
    assert (capital["Washington"].kind, len(capital["Washington"].mentions)) == ("city", 2)
    assert capital["Khartoum"].country == "SD"
    assert state["Washington"].kind == "division"


def test_a_small_town_far_from_all_else_gives_way_to_a_namesake_nearby(find: Find) -> None:
    found = find("The islands of Bonaire, Sint Eustatius and Saba were taken off the list.")
    assert {found["Sint Eustatius"].country, found["Saba"].country} == {"BQ"}


def test_a_small_american_town_needs_support_where_all_else_is_elsewhere(find: Find) -> None:
    text = (
        "Engineers from Lyon, Lille, Nantes and Toulouse looked at the bridge in France. One of"
        " the designs was called Norbury, another Jamison, and both were sent to Paris."
    )
    assert {place.country for place in find(text).values()} == {"FR"}
    cork = find(text.replace("called Norbury", "made in Cork"))
    assert cork["Cork"].country == "IE"
