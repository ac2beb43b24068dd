"""What stands beside a name and says what its bearer is; the name itself must not matter."""

from __future__ import annotations

import pytest

from briefing import analyze, read_text
from briefing.model import Actor

NAMES = ("Tomasz Wolski", "Nkechi Obi", "Marcus Hale", "Ana Ruiz")
OPENING = "The meeting of the council went on for many hours in the hall."
ROLES = [
    ("{}, a hydrologist at Norland University, said it rose.", "hydrologist at Norland University"),
    ("Hydrologist {} said the river would rise.", "Hydrologist"),
    ("Norland Steel chief executive {} said it would close.", "Norland Steel chief executive"),
    ("Norland Steel's chief executive, {}, said it closed.", "Norland Steel's chief executive"),
    ("{}, 54, an epidemiologist from Leeds, warned of it.", "epidemiologist from Leeds"),
    ("“We sailed on,” said skipper {}.", "skipper"),
    ("Denmark's finance minister {} said taxes would rise.", "Denmark's finance minister"),
    ("The president of Nigeria, {}, arrived on Monday.", "president of Nigeria"),
    ("{}, president of Nigeria, arrived on Monday.", "president of Nigeria"),
    ("{} (composer) died in Rome.", "composer"),
    (
        "{}, a senior fellow at the Harbor Institute for Peace, said talks had failed.",
        "senior fellow at the Harbor Institute for Peace",
    ),
    (
        "{}, director of research and policy at the Harbor Institute, said talks had failed.",
        "director of research and policy at the Harbor Institute",
    ),
    ("{}, a nephew of the late king, was seen in Oslo.", "nephew of the late king"),
    ("{}, an investment banker turned novelist, left.", "investment banker turned novelist"),
    ("{} is a tenant of the block.", "tenant of the block"),
    ("{} was appointed chairman of the board in 2019.", "chairman of the board"),
    ("Deputy Prime Minister {} told reporters the plan was dead.", "Deputy Prime Minister"),
    ("{}, leader of the opposition, walked out.", "leader of the opposition"),
    ("“No,” said {}, spokesperson for the mayor's office.", "spokesperson for the mayor's office"),
    ("A spokesman for the port, {}, declined to comment.", "spokesman for the port"),
    ("The club's manager, {}, said they would appeal.", "club's manager"),
    ("{}, the ranger who found the body, wept.", "ranger"),
    (
        "{}, co-founder and chief technology officer of Vexel, quit.",
        "co-founder and chief technology officer of Vexel",
    ),
    ("Vexel founder and chief executive {} quit.", "Vexel founder and chief executive"),
    ("Minister for Health {} resigned.", "Minister for Health"),
    ("{} - head of the union - called a strike.", "head of the union"),
    ("“It works,” said {}, its president.", "president"),
]
NO_ROLES = [
    "{}, his wife Lucy and two ministers left the hall. {} wept.",
    "{}, teachers and nurses marched. {} said they would win.",
    "{}, however, said the plan was dead. {} left.",
    "According to {}, officials knew. {} said so twice.",
    "She told {}, a plan was ready. {} said nothing.",
]


def actor_of(sentence: str, name: str) -> Actor:
    found = analyze(read_text(f"{OPENING}\n\n{sentence.format(name, name)}")).actors
    return next(actor for actor in found if actor.name == name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("sentence", "role"), ROLES)
def test_a_role_is_whole_whoever_bears_it(sentence: str, role: str, name: str) -> None:
    actor = actor_of(sentence, name)
    assert (actor.kind, actor.role) == ("person", role)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sentence", NO_ROLES)
def test_what_is_no_role_is_none(sentence: str, name: str) -> None:
    assert actor_of(sentence, name).role is None


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        (
            "Battery seller Norvolt Technology said sales rose.",
            "Norvolt Technology",
            "Battery seller",
        ),
        (
            "Norvolt, a carmaker in Velden, said it closed. Norvolt paid.",
            "Norvolt",
            "carmaker in Velden",
        ),
    ],
)
def test_an_organization_has_what_it_is_as_its_role(sentence: str, name: str, role: str) -> None:
    assert actor_of(sentence, name).role == role
