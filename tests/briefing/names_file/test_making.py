"""What of a correction in one article is true of all."""

from __future__ import annotations

import pytest

from briefing.corrections.values import Correction, Target
from briefing.model import Actor, Location
from briefing.names_file import Entry, Point, entry_from

ACTOR = Actor(
    name="Ana Ruiz",
    kind="person",
    role="mayor",
    aliases=("Ana Ruis", "Ruiz", "La Capitana", "the mayor"),
)
PLACE = Location(name="Dunmere", kind="city", country="NO", latitude=60.5, longitude=5.5)

CASES = [
    (
        "rename",
        "Ana Ruis",
        ACTOR,
        Entry(name="Ana Ruiz", other_names=("Ana Ruis", "La Capitana"), kind="person"),
    ),
    (
        "rename",
        "Ruiz",
        ACTOR,
        Entry(name="Ana Ruiz", other_names=("Ruiz", "Ana Ruis", "La Capitana"), kind="person"),
    ),
    (
        "set_role",
        "Ana Ruiz",
        Actor(name="Ana Ruiz", kind="person", role="mayor of Dunmere", role_by="reader"),
        Entry(name="Ana Ruiz", kind="person", role="mayor of Dunmere"),
    ),
    ("hide", "Ana Ruiz", ACTOR, Entry(name="Ana Ruiz", never_an_actor=True)),
    (
        "set_place",
        "Dunmere",
        PLACE,
        Entry(
            name="Dunmere",
            kind="place",
            place=Point(latitude=60.5, longitude=5.5, country="NO"),
        ),
    ),
    (
        "add",
        "Oru",
        Location(name="Oru", kind="landmark"),
        Entry(name="Oru", kind="place"),
    ),
    ("set_outlet", None, None, Entry(name="Courier", outlet=("Courier",))),
    ("hide", "Dunmere", PLACE, None),
    ("split", "Ana Ruiz", ACTOR, None),
    ("set_speaker", None, None, None),
]


@pytest.mark.parametrize(("kind", "text", "item", "entry"), CASES)
def test_an_entry_says_what_other_articles_can_use(kind, text, item, entry):
    part = "article" if kind == "set_outlet" else "actors"
    to = "Courier" if kind == "set_outlet" else None
    target = Target(part=part, text=text)
    correction = Correction(kind=kind, target=target, to=to, made="2026-01-31T12:00:00Z")
    assert entry_from(correction, item) == entry
