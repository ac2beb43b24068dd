"""Several articles: the list beside the reader, and analyses in turn."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.events import Key

from briefing.errors import AnalysisError
from tests.tui.example import TEXT, brief_app, make_article
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, press, reader
from tui.session_state import Remembered

TOWNS = ("Velden", "Lund", "Brackwater")
ARTICLES = [make_article(TEXT.replace("Velden", town), f"Harbor of {town}") for town in TOWNS]


def app_of(engine):
    return brief_app(ARTICLES, engine.submit)


@pytest.mark.parametrize("size", [WIDE, (120, 36), (100, 24), MIDDLE, NARROW, (40, 12)])
async def test_the_list_shows_title_and_length_and_is_walked(engine, size):
    app = app_of(engine)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "a")
        words = drawn(app, "#articles")
        assert "Harbor of Velden" in words
        assert "Harbor of Lund" in words
        assert f"{ARTICLES[1].word_count} words" in words
        await press(pilot, "down")
        assert "Harbor of Lund" in drawn(app, "#header")
        await press(pilot, "enter")
        assert app.focused.id == "article"
        assert "Harbor of Lund" in drawn(app, "#article")


async def test_articles_of_one_title_are_told_apart_by_their_files(engine):
    here, there = (replace(ARTICLES[0], source=f"/news/{name}.txt") for name in ("here", "there"))
    app = brief_app([here, there, ARTICLES[1]], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a")
        words = drawn(app, "#articles")
        assert "here.txt  " in words
        assert "there.txt  " in words
        assert "harbor.txt" not in words


async def test_on_a_wide_terminal_the_list_stands_beside_all_panes(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        shown = [name for name in reader(app).panes if name != "figures"]  # in the dates' place
        regions = [app.screen.query_one(f"#{name}").region for name in shown]
        assert all(region.area for region in regions)
        for number, region in enumerate(regions):
            assert not any(region.overlaps(other) for other in regions[number + 1 :])
        await press(pilot, "]")
        assert app.screen.query_one("#articles").index == 1


async def test_one_article_has_no_list(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a")
        assert not app.screen.query("#articles")
        assert app.focused.id == "article"


async def test_the_articles_are_analyzed_in_turn_one_at_a_time(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        assert len(engine.jobs) == 1
        engine.jobs[0].end()
        await pilot.pause()
        assert len(engine.jobs) == 2
        assert "1 of 3 analyzed" in str(app.screen.query_one("#articles").border_subtitle)
        assert "Ada Fennimore" in drawn(app, "#articles")
        engine.jobs[1].fail(AnalysisError("no luck"))
        await pilot.pause()
        assert "analysis failed" in drawn(app, "#articles")
        assert len(engine.jobs) == 3
        engine.jobs[2].end()
        await pilot.pause()
        assert len(engine.jobs) == 3


async def test_the_article_that_is_looked_at_goes_first(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a", "G")
        assert len(engine.jobs) == 2
        engine.jobs[1].end()
        await pilot.pause()
        assert "Ada Fennimore" in drawn(app, "#actors")


async def test_articles_are_ticked(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a", "x", "down", "x")
        articles = app.screen.query_one("#articles")
        assert articles.ticked == {0, 1}
        assert drawn(app, "#articles").count("✓") == 2
        await press(pilot, "x")
        assert articles.ticked == {0}
        await press(pilot, "X")
        assert articles.ticked == {0, 1, 2}
        await press(pilot, "X")
        assert articles.ticked == set()


# Saving several


@pytest.fixture
def finished(engine, tmp_path):
    """The app with two of three articles analyzed, which saves into a folder of the test's."""
    remembered = Remembered()
    remembered.folder = tmp_path
    app = brief_app(ARTICLES, engine.submit, remembered=remembered)

    async def analyze(pilot):
        for number in range(2):
            engine.jobs[number].end()
            await pilot.pause()

    return app, analyze


async def test_all_finished_articles_are_saved_and_the_others_told(finished, tmp_path):
    app, analyze = finished
    async with app.run_test(size=WIDE) as pilot:
        await analyze(pilot)
        await press(pilot, "S")
        assert "Save 2 pages" in str(app.screen.query_one(".dialog").border_title)
        assert "1 not analyzed yet" in drawn(app, "#answer")
        await press(pilot, "enter")
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == ["harbor-of-lund.md", "harbor-of-velden.md"]
        assert "Ada Fennimore" in (tmp_path / names[0]).read_text()
        assert "saved 2 pages" in [note.message for note in app._notifications][-1]


async def test_only_ticked_articles_are_saved_and_as_html_on_demand(finished, tmp_path):
    app, analyze = finished
    async with app.run_test(size=WIDE) as pilot:
        await analyze(pilot)
        await press(pilot, "a", "j", "x", "S", "tab", "enter")
        assert [path.name for path in tmp_path.iterdir()] == ["harbor-of-lund.html"]


@pytest.mark.parametrize(("key", "kept"), [("n", True), ("y", False)])
async def test_pages_that_are_there_are_replaced_only_after_a_yes(finished, tmp_path, key, kept):
    app, analyze = finished
    old = tmp_path / "harbor-of-lund.md"
    old.write_text("mine")
    async with app.run_test(size=WIDE) as pilot:
        await analyze(pilot)
        await press(pilot, "S", "enter")
        assert "1 of 2 is there already" in drawn(app, "#answer")
        await press(pilot, key)
        assert (old.read_text() == "mine") == kept
        assert (tmp_path / "harbor-of-velden.md").exists()


async def test_articles_of_one_title_keep_their_files_whichever_are_saved(engine, tmp_path):
    remembered = Remembered()
    remembered.folder = tmp_path
    app = brief_app([ARTICLES[0], ARTICLES[0]], engine.submit, remembered=remembered)
    async with app.run_test(size=WIDE) as pilot:
        for number in range(2):
            engine.jobs[number].end()
            await pilot.pause()
        await press(pilot, "a", "j", "x", "S", "enter")
        assert [path.name for path in tmp_path.iterdir()] == ["harbor-of-velden-2.md"]
        await press(pilot, "a", "X", "S", "enter")
        assert "harbor-of-velden-2.md" in drawn(app, "#answer")
        await press(pilot, "n")
        assert len(list(tmp_path.iterdir())) == 2
        assert "saved 1 page" in [note.message for note in app._notifications][-1]
        assert "1 left as it was" in [note.message for note in app._notifications][-1]


async def test_where_saving_fails_it_is_said_how_far_it_came(finished, tmp_path):
    app, analyze = finished
    (tmp_path / "file").write_text("")
    async with app.run_test(size=WIDE) as pilot:
        await analyze(pilot)
        await press(pilot, "S")
        app.screen.query_one("#path").value = str(tmp_path / "file")
        await press(pilot, "enter")
        assert "0 saved, then: cannot save" in drawn(app, "#answer")
        await press(pilot, "escape")
        assert app.screen is reader(app)


async def test_nothing_is_saved_before_anything_is_analyzed(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "S")
        assert app.screen is reader(app)
        assert "none of them is analyzed" in [note.message for note in app._notifications][-1]


# In the list, and from one to another


async def test_a_search_in_the_list_goes_from_article_to_article(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a", "slash", *"brack")
        assert "Harbor of Brackwater" in drawn(app, "#header")
        assert reader(app).search.words() == "1 of 1"
        await press(pilot, "x")
        assert reader(app).search.words() == "not in the list of articles"
        await press(pilot, "escape")
        assert app.focused.id == "articles"
        assert "Harbor of Velden" in drawn(app, "#header")


async def test_keys_that_come_at_once_in_the_list_mean_the_article_they_led_to(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "a")
        for key in "ji":
            app.post_message(Key(key, key))
        await pilot.pause()
        assert "Harbor of Lund" in drawn(app, "#card")


async def test_an_article_is_found_again_as_it_was_left(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        for job in range(len(ARTICLES)):
            engine.jobs[job].end()
            await pilot.pause()
        await press(pilot, "3", "down", "f", "5", "]")
        assert "only" not in drawn(app, "#header")
        assert reader(app).evidence.span is None
        await press(pilot, "[")
        assert "only Tomas Brill" in drawn(app, "#header")
        assert reader(app).state.owner == "quotes"
        assert reader(app).evidence.row.item.text == "a quiet closure"
