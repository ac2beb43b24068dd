"""The file of names on the disk: kept whole, whoever writes it, and read again when it changes."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

import pytest

from briefing.errors import BriefingError
from briefing.model import Article
from briefing.names_file import Entry, NamesFile, Point
from briefing.sanitize import is_clean

KEPT = """\
# our desk

[[entry]]   # since May
other_names = ["La Capitana"]  # a nickname
name = "Ana Ruiz"
kind = "person"

# places
[[entry]]
name = "Dunmere"
kind = "place"
place = {country = "NO"}
"""
PERSON = Entry(name="Tor Vale", kind="person")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "brief" / "names.toml"


def written(path, text: str) -> NamesFile:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return NamesFile(path)


CHANGES = [
    (Entry(name="Ana Ruiz", kind="person", role="mayor"), 'kind = "person"\nrole = "mayor"\n'),
    (Entry(name="Ana Ruiz", kind="group"), 'name = "Ana Ruiz"\nkind = "group"\n'),
    (
        Entry(name="Ana Vega", other_names=("Ana Ruiz",), kind="person"),
        'other_names = ["La Capitana", "Ana Ruiz"]  # a nickname\nname = "Ana Vega"\n',
    ),
    (
        Entry(name="Dunmere", kind="place", place=Point(latitude=60.5, longitude=5.0)),
        "place = {latitude = 60.5, longitude = 5.0}\n",
    ),
    (PERSON, '[[entry]]\nname = "Tor Vale"\nkind = "person"\n'),
    (Entry(name="Oru", never_an_actor=True), '[[entry]]\nname = "Oru"\nnever_an_actor = true\n'),
]


@pytest.mark.parametrize(("entry", "said"), CHANGES)
def test_what_is_remembered_stands_among_what_the_user_wrote(path, entry, said):
    names = written(path, KEPT)
    assert len(names.entries) == 2
    names.remember(entry)
    text = path.read_text()
    assert said in text
    for comment in ("# our desk\n", "[[entry]]   # since May\n", "# a nickname", "\n# places\n"):
        assert comment in text
    (after,) = [one for one in names.entries if one.name == entry.name]
    assert entry.kind in (None, after.kind)
    assert names.problems == ()


def test_what_is_remembered_twice_is_there_once_and_can_be_forgotten(path):
    names = NamesFile(path)
    names.remember(PERSON)
    once = path.read_text()
    names.remember(PERSON)
    assert path.read_text() == once
    assert names.entries == (PERSON,)
    assert names.forget("Tor Vale")
    assert not names.forget("Tor Vale")
    assert names.entries == ()
    names.remember(PERSON)
    assert names.entries == (PERSON,)


def test_forgetting_leaves_the_comments_of_others(path):
    names = written(path, KEPT)
    assert names.forget("Ana Ruiz")
    assert path.read_text() == "# our desk\n\n\n# places\n" + KEPT.split("# places\n")[1]


def test_an_actor_again_is_no_longer_none(path):
    names = NamesFile(path)
    names.remember(Entry(name="Oru", never_an_actor=True))
    names.remember(Entry(name="Oru", kind="group"))
    assert names.entries == (Entry(name="Oru", kind="group"),)


def test_entries_that_cannot_be_used_are_kept(path):
    wrong = '[[entry]]\nname = "Oru"\nkind = "boat"\nx = 1979-05-27\n'
    names = written(path, wrong)
    names.remember(PERSON)
    assert path.read_text().startswith(wrong)
    assert names.entries == (PERSON,)


def test_what_is_watched_is_no_other_entry_and_can_be_left_again(path):
    names = written(path, KEPT)
    for name in ("Ana Ruiz", "Oru"):
        names.remember(Entry(name=name, watched=True))
    assert [entry.name for entry in names.watched] == ["Ana Ruiz", "Oru"]
    article = Article(title="", source="", text="Ana Ruiz met Oru.")
    assert names.about(article) == (
        Entry(name="Ana Ruiz", other_names=("La Capitana",), kind="person"),
    )
    assert names.stop_watching("Ana Ruiz")
    assert names.stop_watching("Oru")
    assert path.read_text().strip() == KEPT.strip()
    assert not names.stop_watching("Oru")
    assert not names.stop_watching("Nobody")


BROKEN = [
    (lambda path: path.write_text("[[entry"), "it is not TOML"),
    (lambda path: path.write_bytes(b"\xff"), "it is no UTF-8 text"),
    (lambda path: path.write_text('entry = "Ana"'), "entry is no list of tables"),
    (lambda path: path.mkdir(), "ordinary file"),
    (lambda path: os.mkfifo(path), "ordinary file"),
]


@pytest.mark.parametrize(("make", "said"), BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_one_line_and_is_left_alone(path, make, said):
    path.parent.mkdir()
    make(path)
    names = NamesFile(path)
    assert names.entries == ()
    (problem,) = names.problems
    assert str(path) in problem
    assert problem.endswith("; brief goes on without it")
    assert is_clean(problem)
    before = path.read_bytes() if path.is_file() else b""
    for change in (lambda: names.remember(PERSON), lambda: names.forget("Oru")):
        with pytest.raises(BriefingError, match=said) as caught:
            change()
        assert is_clean(str(caught.value))
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_what_makes_no_sense_is_not_remembered(path):
    with pytest.raises(BriefingError, match="it has no kind"):
        NamesFile(path).remember(Entry(name="Oru"))
    assert not path.exists()


def test_a_file_that_is_not_there_says_nothing(path):
    names = NamesFile(path)
    assert (names.entries, names.problems) == ((), ())
    assert not path.parent.exists()


def large(other: str) -> str:
    return KEPT + "".join(
        f'[[entry]]\nname = "{other} {number}"\nkind = "person"\n' for number in range(3_000)
    )


def test_a_large_file_is_read_once(path, monkeypatch):
    cache = path.parent / "cache.json"
    written(path, large("Tor"))
    entries = NamesFile(path, cache).entries
    monkeypatch.setattr("briefing.names_file.reading.parsed", lambda _: pytest.fail("again"))
    assert NamesFile(path, cache).entries == entries
    monkeypatch.undo()
    for spoil in (lambda: path.write_text(large("Ana")), lambda: cache.write_text("{")):
        spoil()
        fresh = NamesFile(path, cache).entries
        assert fresh == NamesFile(path).entries
        assert len(fresh) == 3_002


def test_a_change_by_hand_is_seen(path):
    names = written(path, KEPT)
    assert len(names.entries) == 2
    path.write_text('[[entry]]\nname = "Oru"\nkind = "group"\n')
    assert names.entries == (Entry(name="Oru", kind="group"),)


def test_two_programs_at_once_lose_nothing(path):
    """Each of them adds 15 names of its own."""
    code = (
        "import sys; from pathlib import Path; from briefing.names_file import Entry, NamesFile\n"
        "names = NamesFile(Path(sys.argv[1]))\n"
        "for number in range(15):\n"
        "    names.remember(Entry(name=f'{sys.argv[2]} {number}', kind='person'))"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in ("Tor", "Ana")
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    entries = tomllib.loads(path.read_text())["entry"]
    names = {f"{name} {number}" for name in ("Tor", "Ana") for number in range(15)}
    assert {entry["name"] for entry in entries} == names
    assert len(entries) == 30
    assert [each.name for each in path.parent.iterdir()] == ["names.toml"]


ABOUT = [
    ("Ana Ruiz left.", "", ["Ana Ruiz"]),
    ("La Capitana left Dunmere.", "", ["Ana Ruiz", "Dunmere"]),
    ("Anabel left.", "", []),
    ("The Courier asked.", "", []),
    ("The Courier asked.", "the courier", ["Harbor Courier"]),
    ("The Mirror asked.", "Mirror", ["The Mirror"]),
    ("It told the Harbor Mirror.", "", ["The Harbor Mirror"]),
    ("It told the Mirror.", "", ["The Mirror"]),
    ("Mirror images", "", []),
]
OUTLETS = """
[[entry]]
name = "Harbor Courier"
outlet = ["The Courier"]

[[entry]]
name = "The Mirror"
kind = "organization"
outlet = ["mirror.example"]

[[entry]]
name = "The Harbor Mirror"
kind = "organization"
"""


@pytest.mark.parametrize(("text", "outlet", "about"), ABOUT)
def test_an_article_is_told_of_its_own_names_only(path, text, outlet, about):
    article = Article(title="", source="-", text=text, outlet=outlet)
    found = written(path, KEPT + OUTLETS).about(article)
    assert [entry.name for entry in found] == about
    assert all(entry.never_an_actor for entry in found if entry.outlet and outlet)
