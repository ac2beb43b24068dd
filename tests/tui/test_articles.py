"""Several articles: the list beside the reader, and analyses in turn."""

from __future__ import annotations

import pytest

from briefing.errors import AnalysisError
from tests.tui.example import TEXT, make_article
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, press, reader
from tui.app import BriefApp

TOWNS = ("Velden", "Lund", "Brackwater")
ARTICLES = [make_article(TEXT.replace("Velden", town), f"Harbor of {town}") for town in TOWNS]


def app_of(engine):
    return BriefApp(ARTICLES, engine.submit)


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


async def test_on_a_wide_terminal_the_list_stands_beside_all_panes(engine):
    app = app_of(engine)
    async with app.run_test(size=WIDE) as pilot:
        regions = [app.screen.query_one(f"#{name}").region for name in reader(app).panes]
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
