"""Who was harmed: numbers, people told of one by one, and people who are only named."""

from __future__ import annotations

import pytest

from briefing import analyze
from briefing.reading import read_text

STAGES = ("dates", "locations", "actors", "quotes", "figures")
HARM = ("killed", "injured")


def harmed(text: str, headline: str = "Shooting in Dunmere") -> list[tuple[float | None, str]]:
    """The first figure of each kind, killed before injured."""
    found = analyze(read_text(f"{headline}\n\n{text}"), stages=STAGES).figures
    first = {figure.kind: figure.value for figure in reversed(found)}
    return [(first[kind], kind) for kind in HARM if kind in first]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The fire killed one man and wounded five others.", [(1, "killed"), (5, "injured")]),
        ("A gunman fired on the ferry, killing 49 people and wounding 53 others.",
         [(49, "killed"), (53, "injured")]),
        ("One man died and four others, including one woman, were injured.",
         [(1, "killed"), (4, "injured")]),
        ("Six people — five men and one woman — were taken to the hospital.", [(6, "injured")]),
        ("Four men were shot, one fatally.", [(1, "killed")]),
        ("Ten people were injured in the crash and two have died.",
         [(2, "killed"), (10, "injured")]),
        ("Police found the bodies of two children and one adult.", [(3, "killed")]),
        ("A man is accused of shooting three people at the pier.", [(3, "injured")]),
        ("Neither of the two men was hurt.", []),
        ("There should have been five people dead.", []),
        ("There were 31 people wounded or killed.", []),
        ("One person was killed and three people were held by the police.", [(1, "killed")]),
        ("Her sons, 7 and 8, were critically hurt.", []),
    ],
)  # fmt: skip
def test_numbers_of_those_harmed(text, kinds):
    assert harmed(text) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A man killed his wife, two sons and himself.", [(4, "killed")]),
        ("A father and son were found dead.", [(2, "killed")]),
        ("A couple and their two small children were found shot to death.", [(4, "killed")]),
        ("The death of a woman and her two sons found with gunshot wounds was a murder.",
         [(3, "killed")]),
        ("A man of 60 was taken to the hospital after a crash.", [(1, "injured")]),
        ("A town mourned the death of a son.", [(1, "killed")]),
        ("A boy was shot at the pier. He died at the hospital.", [(1, "killed")]),
        ("A boy was shot at the pier. He is in stable condition.", [(1, "injured")]),
        ("A woman was killed. A man was also shot, but is expected to recover.",
         [(1, "killed"), (1, "injured")]),
        ("Police heard a shot, followed by another shot.", []),
    ],
)  # fmt: skip
def test_people_who_are_told_of_one_by_one(text, kinds):
    assert harmed(text) == kinds


@pytest.mark.parametrize(
    ("headline", "kinds"),
    [
        ("Man kills woman, her son, himself in Dunmere", [(3, "killed")]),
        ("1 Dead, 3 Hurt in Dunmere Market Shooting", [(1, "killed"), (3, "injured")]),
        ("Couple, children dead in Dunmere home", []),
        ("Dunmere Teen Hospitalized After Shooting Pronounced Dead", [(1, "killed")]),
        ("Off-duty officer kills robber in Dunmere", [(1, "killed")]),
        ("War veteran Tom Arden dies aged 91", []),
    ],
)
def test_headlines(headline, kinds):
    assert harmed("Nothing else was known on Monday.", headline) == kinds


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ana Ruiz was shot and killed near the pier.", [(1, "killed")]),
        ("Ana Ruiz, 31, and her brother Tom Ruiz were wounded.", [(2, "injured")]),
        ("Ana Ruiz was killed. Tom Arden was wounded and treated at a hospital.",
         [(1, "killed"), (1, "injured")]),
    ],
)  # fmt: skip
def test_people_who_are_only_named(text, kinds):
    assert harmed(text) == kinds


def test_nobody_is_killed_where_no_violence_is_told():
    text = "Ana Ruiz, who wrote nine novels, died at home on Monday. She was 82."
    assert harmed(text, "The writer Ana Ruiz") == []
