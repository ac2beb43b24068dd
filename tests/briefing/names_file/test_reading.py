"""What the file of names says, and what is said of what it should not."""

from __future__ import annotations

import pytest

from briefing.names_file.reading import MOST_ENTRIES, MOST_TOLD, parsed
from briefing.names_file.values import Entry, Point
from briefing.sanitize import is_clean

ALL_KEYS = """
# the town hall
[[entry]]
name = "Ana Ruiz"
other_names = ["La Capitana"]
kind = "person"
role = "mayor of Dunmere"

[[entry]]
name = "Dunmere"
kind = "place"
place = { latitude = 60.5, longitude = 5, country = "NO" }

[[entry]]
name = "The Dunmere Courier"
outlet = ["Courier"]

[[entry]]
name = "Tidewatch"
never_an_actor = true

[[entry]]
name = "Oru"
watched = true
"""
ENTRIES = (
    Entry(name="Ana Ruiz", other_names=("La Capitana",), kind="person", role="mayor of Dunmere"),
    Entry(name="Dunmere", kind="place", place=Point(latitude=60.5, longitude=5.0, country="NO")),
    Entry(name="The Dunmere Courier", outlet=("Courier",)),
    Entry(name="Tidewatch", never_an_actor=True),
    Entry(name="Oru", watched=True),
)


def test_every_key_has_its_place_in_an_entry():
    assert parsed(ALL_KEYS.encode()) == (ENTRIES, ())


BROKEN = [
    ('[[entry]]\nname = "Ana', "it is not TOML: "),
    (b"\xff\xfe\x00", "it is not TOML"),
    ("x = " + "[" * 100_000, "it is not TOML"),
    ('entry = "Ana"', "entry is no list of tables; write [[entry]]"),
    ("entry = [1]", "entry 1: it is no table; write [[entry]]"),
    ("[names]", "there is no table names; write [[entry]]"),
    ("[[entry]]\nkind = 'person'", "entry 1: it has no name; give 2 to 120 characters"),
    ("[[entry]]\nname = 'Ana'", "entry 1 (Ana): it has no kind; give one of person,"),
    ("[[entry]]\nname = 'Ana'\nkind = 'boat'", "entry 1 (Ana): kind cannot be 'boat'; give one"),
    ("[[entry]]\nname = 'Ana'\nrolle = 'x'", "entry 1 (Ana): there is no rolle; did you mean role"),
    ("[[entry]]\nname = 'Ana'\nkind = 'person'\nother_names = 'A'", "other_names cannot be 'A';"),
    ("[[entry]]\nname = 'Ana'\nkind = 'person'\nplace = {}", 'place goes with kind = "place" only'),
    ("[[entry]]\nname = 'Oru'\nkind = 'place'\nrole = 'x'", "role goes with the kind of an actor"),
    ("[[entry]]\nname = 'Oru'\nkind = 'place'\nplace = {latitude = 95}", "place cannot be {'lat"),
    ("[[entry]]\nname = 'Oru'\nkind = 'place'\nplace = {latitude = nan}", "place cannot be {'lat"),
    ("[[entry]]\nname = 'Oru'\nkind = 'place'\nplace = {latitude = 5}", "or longitude alone; give"),
    ('[[entry]]\nname = "A\\u001b[31mna"\nkind = "person"', "has characters that are not shown"),
    ('[[entry]]\nname = "A\\nna"\nkind = "person"', "has characters that are not shown"),
    ('[[entry]]\nname = "--"\nkind = "person"', "the name -- has no letters; give another one"),
    (f"[[entry]]\nname = '{'A' * 121}'\nkind = 'person'", "name cannot be 'AAAA"),
    ('[[entry]]\n"\\u001b[2J" = 1\nname = "Ana"', "there is no ?; take one of name,"),
    ("[[entry]]\n" * (MOST_ENTRIES + 1), "it has 50,001 entries, more than 50,000; shorten it"),
    (b"#" * 16_000_001, "it is larger than 16 MB; shorten it"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN, ids=range(len(BROKEN)))
def test_what_cannot_be_used_is_one_safe_line(text, said):
    entries, (problem,) = parsed(text if isinstance(text, bytes) else text.encode())
    assert entries == ()
    assert said in problem
    assert is_clean(problem)
    assert len(problem) < 250


def test_one_wrong_entry_leaves_the_others_and_many_are_counted():
    wrong = "[[entry]]\nname = 'Ana'\nkind = 'boat'\n" * 1_000
    entries, problems = parsed((ALL_KEYS + wrong).encode())
    assert entries == ENTRIES
    assert len(problems) == MOST_TOLD + 1
    assert problems[-1] == "995 more entries cannot be used"
