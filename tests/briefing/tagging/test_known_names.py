"""What the file of names says counts more than what the model finds."""

from __future__ import annotations

import pytest

from briefing.model import Actor, Location, Quote
from briefing.names_file import Entry, Point
from briefing.tagging import actors, locations, quotes
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities
from briefing.tagging.names.known import Refused


@pytest.fixture(scope="session")
def find(parse):
    gazetteer = Gazetteer()

    def find(text: str, *known: Entry) -> tuple[dict[str, Actor], dict[str, Location], list[Quote]]:
        article, doc = parse(text)
        names = entities.find(article, doc, known)
        places = locations.find(article, doc, names, gazetteer)
        found = actors.merge(article, doc, names, places, Refused(known))
        for item in (*found, *places):
            assert item.mentions == tuple(sorted(set(item.mentions)))
            assert all(article.text[start:end].strip() for start, end in item.mentions)
            assert 0 <= item.salience <= 1
        said = quotes.find(article, doc, found)
        by_name = {actor.name: actor for actor in found}
        return by_name, {place.name: place for place in places}, list(said)

    return find


RUIZ = Entry(name="Ana Ruiz", kind="person", role="mayor of Dunmere")
ZILM = Entry(name="Zilm Akers", other_names=("Zilm", "the Heron"), kind="person")
BRACK = Entry(name="Brack", kind="group")

ACTORS = [
    # one actor under all names, called as the file calls it
    ("Zilm spoke. The crowd cheered the Heron.", [ZILM], "Zilm Akers", "person", ["Zilm", "Heron"]),
    # the kind is the file's, and no evidence is needed
    ("They walked past Brack in the rain.", [BRACK], "Brack", "group", ["Brack"]),
    # what the tagger adds, the surname, is theirs
    ("Ana Ruiz left. Nobody saw Ruiz weep.", [RUIZ], "Ana Ruiz", "person", ["Ana Ruiz", "Ruiz"]),
    # a title makes no longer name
    ("Captain Brack Obi saw Mayor Ana Ruiz.", [RUIZ, BRACK], "Ana Ruiz", "person", ["Ana Ruiz"]),
    # a word that is never a name
    ("The night fell.", [Entry(name="The", kind="group")], "The", "group", ["The"]),
    # possessive and hyphen
    ("Brack’s men and Brack-led crews ran.", [BRACK], "Brack", "group", ["Brack", "Brack"]),
    # of two that the file tells apart, the surname goes to the one named more
    (
        "Ana Ruiz met Ada Ruiz. Ana Ruiz wept. Ruiz left.",
        [RUIZ, Entry(name="Ada Ruiz", kind="person")],
        "Ana Ruiz",
        "person",
        ["Ana Ruiz", "Ana Ruiz", "Ruiz"],
    ),
]


@pytest.mark.parametrize(("text", "known", "name", "kind", "mentions"), ACTORS)
def test_an_actor_is_what_the_file_says(find, text, known, name, kind, mentions):
    found, _, _ = find(text, *known)
    actor = found[name]
    words = [text[start:end].removeprefix("the ") for start, end in actor.mentions]
    assert (actor.kind, words, actor.by) == (kind, mentions, "names")
    assert not any(
        other.by for other in found.values() if other.name not in {e.name for e in known}
    )


LONGER = [
    ("The Ana Ruiz Foundation gave money to the port.", RUIZ),
    ("Henry Brack left the port. Henry Brack said he was tired.", BRACK),
    ("Brackmoor burned. Brack-Delgado wept.", BRACK),
    ("BRACK SAVES TOWN", BRACK),
]


@pytest.mark.parametrize(("text", "entry"), LONGER)
def test_a_part_of_a_longer_name_is_another_name(find, text, entry):
    assert entry.name not in find(text, entry)[0]


ROLES = [
    ("Ana Ruiz, a nurse, left.", RUIZ, ("mayor of Dunmere", "names")),
    ("Ana Ruiz, the mayor of Dunmere, left.", RUIZ, ("mayor of Dunmere", None)),
    ("Ana Ruiz, a nurse, left.", Entry(name="Ana Ruiz", kind="person"), ("nurse", None)),
]


@pytest.mark.parametrize(("text", "entry", "role"), ROLES)
def test_a_role_says_if_it_is_from_the_file(find, text, entry, role):
    actor = find(text, entry)[0]["Ana Ruiz"]
    assert (actor.role, actor.role_by) == role


def test_speakers_are_called_as_in_the_file(find):
    text = "“Nobody asked,” said Zilm. “It is late,” the mayor said. Ana Ruiz left."
    found, _, (first, second) = find(text, ZILM, RUIZ)
    assert (first.speaker, first.speaker_id) == ("Zilm Akers", found["Zilm Akers"].id)
    assert second.speaker in ("Ana Ruiz", "the mayor")


REFUSED = [
    ("Tidewatch failed. Tidewatch said it was sorry.", "Tidewatch"),
    ("The Harbor Council met. The Harbor Council said it was late.", "Harbor Council"),
]


@pytest.mark.parametrize(("text", "name"), REFUSED)
def test_what_is_never_an_actor_is_none(find, text, name):
    assert name in find(text)[0]
    assert name not in find(text, Entry(name=name, never_an_actor=True))[0]


HERE = Point(latitude=60.5, longitude=5.5, country="NO")
GEORGETOWN = Point(latitude=6.8, longitude=-58.15, country="GY")
IN_TEXAS = Point(latitude=30.63, longitude=-97.68, country="US")

PLACES = [
    # one that no gazetteer knows, under two names
    (
        "Boats left Velmora. In Old Vel nobody slept.",
        Entry(name="Velmora", other_names=("Old Vel",), kind="place", place=HERE),
        ("NO", 60.5, 5.5, 2),
    ),
    # the namesake that the reader means, whatever the article is about
    (
        "Austin and Dallas are far from Georgetown, Mayor Obi said.",
        Entry(name="Georgetown", kind="place", place=GEORGETOWN),
        ("GY", 6.8, -58.15, 1),
    ),
    (
        "In Guyana, Georgetown was calm.",
        Entry(name="Georgetown", kind="place", place=IN_TEXAS),
        ("US", 30.63, -97.68, 1),
    ),
    # a country alone chooses among the namesakes
    (
        "Georgetown was calm.",
        Entry(name="Georgetown", kind="place", place=Point(country="GY")),
        ("GY", 6.8045, -58.1553, 1),
    ),
    # what the model takes for a person
    (
        "Ottoline Reach flooded. Two boats sank near Ottoline Reach.",
        Entry(name="Ottoline Reach", kind="place", place=HERE),
        ("NO", 60.5, 5.5, 2),
    ),
    # a place, wherever it is
    ("They drove past Brackmoor.", Entry(name="Brackmoor", kind="place"), (None, None, None, 1)),
]


@pytest.mark.parametrize(("text", "entry", "expected"), PLACES)
def test_a_place_is_where_the_file_says(find, text, entry, expected):
    found, places, _ = find(text, entry)
    place = places[entry.name]
    assert (place.country, place.latitude, place.longitude, len(place.mentions)) == expected
    assert place.by == "names"
    assert entry.name not in found


def test_a_known_actor_is_no_place(find):
    text = "Georgetown signed the contract. Georgetown said it would build the pier."
    assert "Georgetown" in find(text)[1]
    found, places, _ = find(text, Entry(name="Georgetown", kind="organization"))
    assert len(found["Georgetown"].mentions) == 2
    assert "Georgetown" not in places


def test_a_name_of_no_actor_can_be_a_place(find):
    entry = Entry(name="Georgetown", kind="place", place=GEORGETOWN, never_an_actor=True)
    found, places, _ = find("Georgetown said no. Two ships left Georgetown.", entry)
    assert "Georgetown" not in found
    assert len(places["Georgetown"].mentions) == 2
