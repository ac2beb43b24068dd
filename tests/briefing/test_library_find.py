"""Searching the library: what is found, where it stands, and what is not."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import suppress
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.corrections.values import Correction, Target
from briefing.library.searching.query import QueryError, parse
from briefing.library.store import Library
from briefing.model import (
    Actor,
    Article,
    Briefing,
    Figure,
    Location,
    Paragraph,
    Quote,
    Sentence,
)
from briefing.options import Options

MADE = "2026-11-26T10:00:00+00:00"
FLOOD = (
    "Levee holds in Velden\n"
    "Ana Ruiz, the mayor of Velden, said “the levee held all night”. Some 120 homes were flooded.\n"
    "“We need pumps,” said José Lima. The levee is old."
)
FIRE = "Mill burns\nA mill burned in Orlo. “The levee is no help here,” said Ana Ruiz."


def span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def made(
    text: str, published: str | None, quotes: dict[str, str], places: tuple[str, ...] = (), **more
) -> Briefing:
    """A briefing of an invented text, whose first line is its title."""
    lines, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = "text" if number else "title"
        lines.append(Paragraph(at, at + len(line), kind, number or None))
        at += len(line) + 1
    sentences = [
        Sentence(start=text.index(s), end=text.index(s) + len(s))
        for line in text.split("\n")[1:]
        for s in line.replace(". ", ".\t").split("\t")
    ]
    names = list(dict.fromkeys(quotes.values()))
    actors = tuple(
        Actor(id=f"a{n}", name=name, kind="person", mentions=(span(text, name),))
        for n, name in enumerate(names, 1)
    )
    found = []
    for words, name in quotes.items():
        start, end = span(text, words)
        speaker = f"a{names.index(name) + 1}"
        found.append(Quote(text=words, start=start, end=end, speaker=name, speaker_id=speaker))
    article = Article(
        title=text.partition("\n")[0],
        source=f"{text[:4]}.txt",
        text=text,
        published=published,
        word_count=len(text.split()),
        paragraphs=tuple(lines),
        **more,
    )
    return Briefing(
        article=article,
        sentences=tuple(sentences),
        actors=actors,
        quotes=tuple(found),
        locations=tuple(
            Location(id=f"l{n}", name=name, kind="city", country="NO", mentions=(span(text, name),))
            for n, name in enumerate(places)
        ),
    )


def flood() -> Briefing:
    quotes = {"the levee held all night": "Ana Ruiz", "We need pumps,": "José Lima"}
    start, end = span(FLOOD, "120")
    figure = Figure(text="120", start=start, end=end, value=120, what="homes")
    briefing = made(FLOOD, "2026-11-18", quotes, ("Velden",), outlet="The Velden Post")
    return replace(briefing, figures=(figure,))


def fire() -> Briefing:
    return made(FIRE, "2026-11-25", {"The levee is no help here,": "Ana Ruiz"}, ("Orlo",))


@pytest.fixture
def library(tmp_path, monkeypatch):
    seconds = count()
    monkeypatch.setattr(
        "briefing.library.store._now", lambda: f"2026-11-26T10:{next(seconds):02}:00.000+00:00"
    )
    library = Library(tmp_path / "library.sqlite")
    for briefing in (flood(), fire()):
        library.save(briefing, Options())
    yield library
    library.close()


def found(library: Library, typed: str) -> list[tuple[str, str]]:
    """What kinds of hits there are, and in which words."""
    hits = library.find(parse(typed, date(2026, 11, 26)))
    texts = {"Levee holds in Velden": FLOOD, "Mill burns": FIRE}
    assert all(hit.start is None or hit.text == texts[hit.entry.title][hit.start :][: len(hit.text)]
               for hit in hits)  # fmt: skip
    return [(hit.kind, texts[hit.entry.title][slice(*hit.span)] if hit.span else hit.text)
            for hit in hits]  # fmt: skip


NIGHT = ("quote", "the levee held all night")
PUMPS = ("quote", "We need pumps,")
NO_HELP = ("quote", "The levee is no help here,")


@pytest.mark.parametrize(
    ("typed", "hits"),
    [
        ("burned", [("text", "burned")]),
        ("BURNED orlo", [("text", "burned")]),
        ("levee", [("quote", "levee"), ("quote", "levee")]),
        ("levee night", [("quote", "levee")]),
        ('"levee held"', [("quote", "levee held")]),
        ('"held levee"', []),
        ("nowhere", []),
        ("levee -burned", [("quote", "levee")]),
        ("levee velden mayor", [("text", "mayor")]),
        ("holds", [("title", "holds")]),
        ("title:levee levee", [("title", "Levee")]),
        ("-burned", [("title", "Levee holds in Velden")]),
        ("pump", []),
        ("pum*", [("quote", "pumps")]),
        ("lev* hom*", [("quote", "levee")]),
        ("speaker:ruiz", [NO_HELP, NIGHT]),
        ("speaker:jose", [PUMPS]),
        ("speaker:Ana Ruiz", [NO_HELP, NIGHT]),
        ("speaker:ruiz help", [NO_HELP]),
        ("speaker:ruiz pumps", []),
        ("speaker:ruiz -night", [NO_HELP]),
        ("speaker:ruiz -place:orlo", [NIGHT]),
        ("speaker:ruiz last week", [NIGHT]),
        ("speaker:ruiz yesterday", [NO_HELP]),
        ("quote:levee", [NO_HELP, NIGHT]),
        ("quote:old", []),
        ("actor:lima", [("actor", "José Lima")]),
        ("place:velden", [("place", "Velden")]),
        ("place:norway after:2026-11-20", [("place", "Orlo")]),
        ("place:norway before:2026-11-20", [("place", "Velden")]),
        ("outlet:post", [("outlet", "Levee holds in Velden")]),
        ("title:mill", [("title", "Mill")]),
        ("figure:homes", [("figure", "120")]),
        ("last week", [("title", "Levee holds in Velden")]),
        ("note:anything", []),
    ],
)
def test_what_is_found(library, typed, hits):
    if typed in ("-burned", "last week"):  # nothing of the text is asked for
        assert [hit.entry.title for hit in library.find(parse(typed, date(2026, 11, 26)))] == [
            "Levee holds in Velden"
        ]
    else:
        assert found(library, typed) == hits


def test_a_hit_is_shown_in_its_sentence(library):
    (hit,) = library.find("speaker:lima pumps")
    assert hit.text == "“We need pumps,” said José Lima."
    assert [hit.text[slice(*lit)] for lit in hit.lit] == ["pumps"]
    assert (hit.number, hit.speaker, hit.entry.published) == (2, "José Lima", "2026-11-18")
    assert FLOOD[hit.start :].startswith(hit.text)
    assert FLOOD[slice(*hit.span)] == "We need pumps,"


def test_the_latest_published_come_first_and_no_more_than_are_wanted(library):
    assert [hit.entry.title[:4] for hit in library.find("levee", 1)] == ["Mill"]
    assert library.find("levee", 0) == ()


def test_what_the_reader_writes_is_found_and_what_is_undone_is_not(library):
    target = Target(part="page", text="why")
    note = Correction(kind="write", target=target, to="Dams near Tarn", made=MADE)
    library.corrections.add(FLOOD, note)
    (hit,) = library.find("note:tarn")
    assert (hit.kind, hit.text, hit.span) == ("note", "Dams near Tarn", None)
    assert [hit.text[slice(*lit)] for lit in hit.lit] == ["Tarn"]
    assert hit.entry.is_noted
    assert [hit.kind for hit in library.find("tarn")] == ["note"]
    library.corrections.undo(FLOOD)
    assert library.find("note:tarn") == ()
    library.corrections.redo(FLOOD)
    assert len(library.find("note:tarn")) == 1


def test_the_reader_s_title_and_date_are_those_of_the_list(library):
    target = Target(part="article")
    library.corrections.add(
        FIRE,
        Correction(kind="set_published", target=target, to="2026-10-02", made=MADE),
        Correction(kind="set_title", target=target, to="The old mill", made=MADE),
    )
    (hit,) = library.find(parse("burned last month", date(2026, 11, 26)))
    assert (hit.entry.title, hit.entry.published) == ("The old mill", "2026-10-02")
    assert hit.entry.is_corrected
    assert library.find("burned after:2026-11") == ()
    assert library.recent()[0].title == "The old mill"


def test_an_article_that_is_kept_twice_is_found_once(library):
    library.save(replace(fire(), actors=()), Options(method="lead"))
    assert len(library.find("burned")) == 1
    assert len(library.recent()) == 2


def test_opening_an_article_again_makes_nothing_anew(library):
    library.touch(flood().article, Options())
    assert library.due == 0


def test_what_was_put_in_by_a_command_comes_after_what_was_read(library):
    for number in range(3):
        briefing = made(f"Batch {number}\nText {number}.", None, {})
        library.save(briefing, Options(), batch="2026-11-26T12:00:00")
    library.touch(made("Batch 1\nText 1.", None, {}).article, Options())
    library.touch(flood().article, Options(), batch="2026-11-26T13:00:00")
    listed = [(entry.title, entry.batch is not None) for entry in library.recent()]
    assert listed == [
        ("Batch 1", False),
        ("Mill burns", False),
        ("Levee holds in Velden", False),
        ("Batch 2", True),
        ("Batch 0", True),
    ]


def test_articles_of_an_earlier_brief_are_found_after_a_while(tmp_path):
    path = tmp_path / "library.sqlite"
    shutil.copy(Path(__file__).parent / "data" / "library.1.sqlite", path)
    library = Library(path)
    assert library.due == 1
    assert [entry.title for entry in library.recent()] == ["Night trains return to Tarnholm"]
    assert library.index_due() == 1
    assert (library.due, library.index_due()) == (0, 0)
    hits = library.find("speaker:holt")
    assert {hit.entry.title for hit in hits} == {"Night trains return to Tarnholm"}
    assert {hit.speaker for hit in hits} == {"Mira Holt"}
    assert library.recent()[0].published == "2026-03-03"
    library.close()


def test_a_briefing_that_is_damaged_is_listed_and_costs_no_other(library):
    database = sqlite3.connect(library.path)
    database.execute(
        "UPDATE briefings SET briefing = x'7b' WHERE key ="
        " (SELECT key FROM articles WHERE title = 'Mill burns')"
    )
    database.execute("UPDATE articles SET is_due = 1")
    database.commit()
    database.close()
    assert found(library, "levee") == [("quote", "levee")]
    assert (len(library.recent()), library.due) == (2, 0)


@pytest.mark.parametrize("seed", range(40))
def test_no_query_fails(library, seed):
    pick = random.Random(seed)
    parts = ["levee", "speaker:", "-", '"', "*", "(", ")", ":", "OR", "NEAR/2", "^", "+", "last",
             "week", "note:“", "\\", "'", ";", "{text}", "É", "\ud7ff", "-quote:", "0"]  # fmt: skip
    for _ in range(20):
        with suppress(QueryError):  # a date that is none, "l*"
            library.find(
                "".join(pick.choice([*parts, " ", " "]) for _ in range(pick.randint(1, 12)))
            )
