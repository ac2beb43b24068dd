"""The file of names by way of the command: listed, and the highest authority in a briefing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.briefing.test_schema import validate

ARTICLE = """Ferry stops at Velmora

VELMORA, March 3, 2026 - The ferry to Velmora stopped on Monday, Zilm said.

"Nobody asked us," Zilm said. The Brack declined to comment.
"""
NAMES = """
[[entry]]
name = "Zilm Akers"
other_names = ["Zilm"]
kind = "person"
role = "captain of the old ferry"

[[entry]]
name = "The Brack"
never_an_actor = true

[[entry]]
name = "Velmora"
kind = "place"
place = { latitude = 60.5, longitude = 5.5, country = "NO" }
"""


@pytest.fixture
def brief(tmp_path):
    """Runs the command with this file of names."""

    def brief(names: str | None, *arguments: str) -> subprocess.CompletedProcess:
        if names is not None:
            file = tmp_path / "config" / "brief" / "names.toml"
            file.parent.mkdir(parents=True)
            file.write_text(names)
        return subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            input=ARTICLE.encode(),
            capture_output=True,
            env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config")},
            timeout=120,
            check=False,
        )

    return brief


LISTED = [
    (None, "0 entries", " (there is no such file yet)", ""),
    (NAMES, "3 entries: 1 person, 1 place, 1 name of no actor", "", ""),
    ("[[entry]]\nname = 'Oru'\n", "0 entries", "", "entry 1 (Oru): it has no kind; give one"),
]


def test_what_is_watched_is_counted(brief):
    watched = f"{NAMES}watched = true\n[[entry]]\nname = 'Oru'\nwatched = true\n"
    assert brief(watched, "--names").stdout.decode().splitlines()[1:] == [
        "4 entries: 1 person, 1 place, 1 name of no actor",
        "2 watched",
    ]


@pytest.mark.parametrize(("names", "entries", "there", "problem"), LISTED)
def test_the_file_is_listed_and_what_is_wrong_with_it(brief, names, entries, there, problem):
    done = brief(names, "--names")
    path, counted = done.stdout.decode().splitlines()
    assert path.endswith(f"names.toml{there}")
    assert counted == entries
    assert problem in done.stderr.decode()
    assert done.stderr.decode().count("\n") == bool(problem)
    assert done.returncode == 0


def test_a_briefing_says_what_the_file_knows(brief):
    done = brief(NAMES, "--json", "-")
    assert done.stderr.decode() == ""
    briefing = json.loads(done.stdout)
    validate(briefing)
    (actor,) = briefing["actors"]
    known = {"name": "Zilm Akers", "kind": "person", "by": "names"}
    known |= {"role": "captain of the old ferry", "role_by": "names"}
    assert {key: actor[key] for key in known} == known
    text = briefing["article"]["text"]
    assert {text[start:end] for start, end in actor["mentions"]} == {"Zilm"}
    (place,) = briefing["locations"]
    known = {"name": "Velmora", "country": "NO", "latitude": 60.5, "by": "names"}
    assert {key: place[key] for key in known} == known
    (quote,) = briefing["quotes"]
    assert (quote["speaker"], quote["speaker_id"]) == ("Zilm Akers", actor["id"])
    assert quote["role"] is None
