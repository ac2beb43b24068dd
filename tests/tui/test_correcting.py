"""The reader corrects what was found: on the screen at once, in the library, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from briefing.corrections.corrector import Corrector
from briefing.corrections.values import Target
from briefing.library.store import Library
from briefing.model import (
    Actor,
    Article,
    Briefing,
    DateMention,
    Location,
    Quote,
    SummarySentence,
)
from tests.tui.test_reader import drawn, press
from tui.app import BriefApp
from tui.correcting.asking import AskScreen
from tui.correcting.changes import Change, changes_of
from tui.correcting.picking import PickScreen
from tui.reader.screen import ReaderScreen

SIZE = (160, 45)


def shown(app: BriefApp) -> Briefing:
    screen = next(one for one in app.screen_stack if isinstance(one, ReaderScreen))
    return screen.analysis.briefing


def names(app: BriefApp) -> list[str]:
    return [actor.name for actor in shown(app).actors]


def said(app: BriefApp) -> str:
    return next(iter(app._notifications)).message


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_a_row_is_hidden_and_comes_back(finished_app, key):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "down", key)
        assert names(app) == ["Ada Fennimore", "Dockers' Union"]
        assert "Tomas Brill" not in drawn(app, "#actors")
        assert app.focused.row.name == "Dockers' Union"  # the next one
        await press(pilot, "u")
        assert "Tomas Brill" in drawn(app, "#actors")
        await press(pilot, "U")
        assert "Tomas Brill" not in drawn(app, "#actors")


async def test_a_name_is_typed_and_the_row_says_whose_it_is(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "e", *"ren", "enter")
        assert isinstance(app.screen, AskScreen)
        assert app.screen.query_one(Input).value == "Ada Fennimore"
        await press(pilot, *"A. F.", "enter")
        assert names(app)[0] == "A. F."
        assert "✎ A. F." in drawn(app, "#actors")
        assert "A. F." in drawn(app, "#quotes")


async def test_a_quote_gets_another_speaker_and_an_inferred_one_is_confirmed(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "e", *"speaker", "enter", *"orga", "enter")
        assert (shown(app).quotes[0].speaker, shown(app).quotes[0].certain) == (
            "Dockers' Union",
            True,
        )
        number = next(n for n, q in enumerate(shown(app).quotes) if q.speaker and not q.certain)
        await press(pilot, "g", *["down"] * number, "e", *"conf", "enter")
        assert shown(app).quotes[number].certain


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("actors", ["rename", "set-role", "set-kind", "merge", "split", "hide"]),
        ("locations", ["set-place", "rename", "set-kind", "merge", "split", "hide"]),
        ("quotes", ["set-speaker", "confirm-speaker", "hide"]),
        ("dates", ["set-date", "hide"]),
        ("summary", ["hide"]),
    ],
)
def test_a_menu_begins_with_changes_and_ends_with_hiding(part, expected):
    at = (0, 3)
    items = {
        "actors": Actor(id="a", name="Ada", kind="person", mentions=(at, (9, 12))),
        "locations": Location(id="l", name="Velden", kind="city", mentions=(at, (9, 12))),
        "quotes": Quote(text="Ada", start=0, end=3, speaker="Ada", certain=False),
        "dates": DateMention(text="Ada", start=0, end=3),
        "summary": SummarySentence(text="Ada", start=0, end=3, score=1.0),
    }
    item = items[part]
    briefing = Briefing(article=Article(title="", source="", text="Ada, and Ada."))
    assert [change.id for change in changes_of(briefing, item, at)] == expected


@pytest.mark.parametrize(
    ("name", "into", "kept"),
    [
        ("Ada Fennimore", "Fennimore", "Ada Fennimore"),
        ("Fennimore", "Ada Fennimore", "Ada Fennimore"),
        ("Ada Fennimore", "Tomas Brill", "Tomas Brill"),
        ("Brill", "brill", "brill"),
    ],
)
def test_the_fuller_name_stays_where_rows_are_merged(name, into, kept):
    one, other = (Target(part="actors", span=None, text=text) for text in (name, into))
    merge = Change(id="merge", label="", kind="merge", target=one, asks="option")
    (made,) = merge.corrections(other, "")
    assert {made.target, made.to} == {one, other}
    assert made.to.text == kept


async def test_two_rows_become_one(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "down", "down", "e", *"mer", "enter", *"bri", "enter")
        assert names(app) == ["Ada Fennimore", "Tomas Brill"]


async def test_a_place_is_another_one_of_its_name(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "4")
        place = app.screen.pane("places").row.item
        await press(pilot, "e", *"ano", "enter")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "end", "enter")
        (changed,) = (one for one in shown(app).locations if one.id == place.id)
        assert (changed.by, changed.latitude) == ("reader", None)


async def test_what_cannot_be_is_said_and_asked_again(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "6", "e", *"mea", "enter", *"soon", "enter")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, "escape")
        assert shown(app).corrections == ()


async def test_the_article_itself_is_described_and_dated(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"tit", "enter", *"Wall!", "enter")
        assert "Wall!" in drawn(app, "#header")
        await press(pilot, "u")
        assert "Wall!" not in drawn(app, "#header")


async def test_escape_changes_nothing(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "e", "escape", "e", *"ren", "enter", "escape")
        assert isinstance(app.screen, ReaderScreen)
        assert shown(app).corrections == ()
        await press(pilot, "u")
        assert [note.message for note in app._notifications] == ["nothing was corrected yet"]


async def test_corrections_are_there_when_the_article_is_opened_again(finished_app, tmp_path: Path):
    for keys, expected in ((["3", "down", "x"], 2), ([], 2), (["u"], 3), ([], 3)):
        library = Library(tmp_path / "library.sqlite")
        app = finished_app(corrector=Corrector(lambda library=library: library.corrections))
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, *keys)
            assert len(names(app)) == expected
        library.close()


async def test_what_is_shown_as_found_is_not_corrected(finished_app):
    app = finished_app(corrector=Corrector(as_found=True))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "x")
        assert len(names(app)) == 3
        assert "--as-found" in next(iter(app._notifications)).message


async def test_another_day_is_analyzed_anew_while_the_rows_stay(engine, finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e", *"day", "enter", *"2031-05-04", "enter")
        assert len(engine.jobs) == 1
        assert "Ada Fennimore" in drawn(app, "#actors")
        engine.jobs[0].end()
        await pilot.pause()
        assert shown(app).article.published == "2031-05-04"


async def test_what_was_hidden_is_named_counted_and_brought_back_later(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        before = drawn(app, "#header")
        await press(pilot, "3", "down", "x")
        assert said(app) == "hidden: Tomas Brill · u brings it back"
        assert "3 actors" in before
        assert "2 actors" in drawn(app, "#header")
        await press(pilot, "up", "e", *"ren", "enter", *"A. F.", "enter")
        await app.run_command("hidden_rows", app.screen)
        await pilot.pause()
        assert isinstance(app.screen, PickScreen)
        await press(pilot, "enter")
        assert names(app) == ["A. F.", "Tomas Brill", "Dockers' Union"]
        assert said(app) == "brought back: Tomas Brill · U hides it again"
        await press(pilot, "U")
        assert names(app) == ["A. F.", "Dockers' Union"]


async def test_nothing_hidden_is_said(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await app.run_command("hidden_rows", app.screen)
        await pilot.pause()
        assert said(app) == "nothing is hidden"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["3", "x"], "actor “Ada Fennimore” is hidden"),
        (
            ["3", "e", *"ren", "enter", *"A. F.", "enter"],
            "“Ada Fennimore” is called “A. F.”",
        ),
        (
            ["w", *"headl", "enter", *"Velden shuts", "enter"],
            "your line under Headline: “Velden shuts”",
        ),
        (["e", *"tit", "enter", *"Wall!", "enter"], "the title is “Wall!”"),
        (["p", "3", "space"], "“Ada Fennimore” is off the page"),
    ],
)
async def test_it_is_said_what_was_taken_back(finished_app, keys, expected):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *keys, "u")
        assert said(app) == f"taken back: {expected}"
        await press(pilot, "U")
        assert said(app) == f"made again: {expected}"
