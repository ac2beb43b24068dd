"""What a reader reads and has chosen stays, whatever comes in and whichever way leads back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Actor
from tests.tui.example import TEXT, brief_app, make_article, make_briefing
from tests.tui.test_reader import WIDE, lit, press, reader
from tui.messages import TextClicked

LOW = (160, 14)
"""Beside all panes, the article shows half of its rows."""


@pytest.fixture
async def reading(engine):
    """An app whose reader chose a sentence at the top and read on far below, and its engine."""
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=LOW) as pilot:
        engine.jobs[0].finish("summary")
        await pilot.pause()
        await press(pilot, "2", "1", "G")
        yield app, pilot, engine.jobs[0]


async def test_parts_that_come_leave_the_article_where_it_is_read(reading):
    app, pilot, job = reading
    screen = reader(app)
    before, top = lit(app), screen.article_view.scroll_offset.y
    assert top > 0
    for stage in ("dates", "locations", "actors", "quotes"):
        job.finish(stage)
        await pilot.pause()
        assert screen.article_view.scroll_offset.y == top
    job.end()
    await pilot.pause()
    assert screen.article_view.scroll_offset.y == top
    assert lit(app) == before


async def test_the_chosen_actor_stays_chosen_when_another_one_is_found(engine):
    app = brief_app([make_article()], engine.submit)
    whole = make_briefing()
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].report("actors", replace(whole, actors=whole.actors[1:]))
        await pilot.pause()
        await press(pilot, "3", "n")
        assert lit(app) == ["Tomas Brill", "Brill"]
        engine.jobs[0].report("quotes", whole)
        await pilot.pause()
        assert reader(app).pane("actors").chosen.name == "Tomas Brill"
        assert lit(app) == ["Tomas Brill", "Brill"]
        assert TEXT[slice(*reader(app).evidence.span)] == "Brill"


async def test_backspace_leads_to_the_same_actor_though_others_were_found(engine):
    app = brief_app([make_article()], engine.submit)
    whole = make_briefing()
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].report("actors", replace(whole, actors=whole.actors[1:]))
        await pilot.pause()
        await press(pilot, "3", "enter")
        engine.jobs[0].report("quotes", whole)
        await pilot.pause()
        await press(pilot, "3", "up", "1", "backspace", "backspace")
        assert app.focused.id == "actors"
        assert reader(app).pane("actors").chosen.name == "Tomas Brill"
        assert lit(app) == ["Tomas Brill", "Brill"]


async def test_a_sentence_more_leaves_the_chosen_one_chosen(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "2", "G")
        chosen, before = reader(app).pane("summary").chosen, lit(app)
        await press(pilot, *"++++++")
        assert reader(app).pane("summary").chosen.text == chosen.text
        assert lit(app) == before


async def test_where_the_chosen_sentence_goes_the_nearest_one_is_chosen(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        pane = reader(app).pane("summary")
        await press(pilot, *"++++++", "2", "G")
        places = [row.spans[0] for row in pane.rows]
        await press(pilot, "-", "-")
        kept = [row.spans[0] for row in pane.rows]
        gone_from = places[-1][0]
        nearest = min(kept, key=lambda span: abs(span[0] - gone_from))
        assert pane.row.spans == (nearest,)
        assert lit(app) == [TEXT[slice(*nearest)]]


async def test_narrowing_keeps_the_mention_that_is_read(finished_app):
    app = finished_app()
    async with app.run_test(size=LOW) as pilot:
        screen = reader(app)
        await press(pilot, "3", "n", "n", "n", "1")
        span, top = screen.evidence.span, screen.article_view.scroll_offset.y
        assert top > 0
        await press(pilot, "f")
        assert screen.state.only_name == "Ada Fennimore"
        assert (screen.evidence.span, screen.article_view.scroll_offset.y) == (span, top)
        await press(pilot, "escape")
        assert (screen.evidence.span, screen.article_view.scroll_offset.y) == (span, top)


async def test_backspace_leads_to_the_very_rows_that_were_left(finished_app):
    app = finished_app()
    async with app.run_test(size=LOW) as pilot:
        view = reader(app).article_view
        await press(pilot, "3", "1", "G")
        top = view.scroll_offset.y
        assert top > 0
        await press(pilot, "enter", "down", "enter", "backspace", "backspace")
        assert app.focused.id == "article"
        assert lit(app) == ["Ada Fennimore", "Fennimore", "Fennimore", "Fennimore"]
        assert view.scroll_offset.y == top


@pytest.mark.parametrize(
    "ways", [("3", "down", "1"), ("tab", "down", "shift+tab"), ("5", "escape")]
)
async def test_backspace_leads_back_to_where_the_article_was_read(finished_app, ways):
    app = finished_app()
    async with app.run_test(size=(160, 20)) as pilot:
        view = reader(app).article_view
        await press(pilot, "G")
        top = view.scroll_offset.y
        assert top > 0
        await press(pilot, *ways)
        assert view.scroll_offset.y != top
        assert app.focused.id == "article"
        await press(pilot, "backspace")
        assert app.focused.id == "article"
        assert view.scroll_offset.y == top
        assert lit(app) == []


async def test_backspace_leads_back_from_a_search(finished_app):
    app = finished_app()
    async with app.run_test(size=(160, 14)) as pilot:
        view = reader(app).article_view
        await press(pilot, "G")
        top = view.scroll_offset.y
        await press(pilot, "slash", *"velden", "enter", "n", "escape")
        assert view.scroll_offset.y != top
        await press(pilot, "backspace")
        assert view.scroll_offset.y == top


async def test_a_click_on_a_row_can_be_taken_back_too(finished_app):
    app = finished_app()
    async with app.run_test(size=(160, 20)) as pilot:
        view = reader(app).article_view
        await press(pilot, "G")
        top = view.scroll_offset.y
        await pilot.click("#summary", offset=(8, 1))
        await pilot.pause()
        assert view.scroll_offset.y != top
        await press(pilot, "backspace")
        assert view.scroll_offset.y == top


async def test_escape_in_the_article_does_not_go_through_all_that_was_read(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "1", "j", "4", "1", "escape")
        assert app.focused.id == "article"
        assert lit(app) == []


async def test_a_card_that_is_closed_has_moved_nothing(finished_app):
    app = finished_app()
    async with app.run_test(size=LOW) as pilot:
        screen = reader(app)
        await press(pilot, "3", "n", "1", "G")
        span, top = screen.evidence.span, screen.article_view.scroll_offset.y
        await press(pilot, "i", "down")
        assert screen.article_view.scroll_offset.y != top
        await press(pilot, "escape")
        assert (screen.evidence.span, screen.article_view.scroll_offset.y) == (span, top)
        assert app.focused.id == "article"


async def test_backspace_after_a_card_leads_to_where_it_was_opened(finished_app):
    app = finished_app()
    async with app.run_test(size=LOW) as pilot:
        screen = reader(app)
        await press(pilot, "3", "n", "1", "G")
        span, top = screen.evidence.span, screen.article_view.scroll_offset.y
        await press(pilot, "i", "down", "enter")
        assert screen.article_view.scroll_offset.y != top
        await press(pilot, "backspace")
        assert (screen.evidence.span, screen.article_view.scroll_offset.y) == (span, top)


def crowded():
    """The briefing with so many actors that they never fit."""
    whole = make_briefing()
    others = [
        Actor(
            id=f"p{number}",
            name=f"Person {number}",
            kind="person",
            mentions=((number, number + 1),),
        )
        for number in range(60)
    ]
    return replace(whole, actors=(*whole.actors, *others))


def chosen_is_in_view(app, name):
    pane = reader(app).pane(name)
    return any("▌" in pane.render_line(y).text for y in range(pane.content_size.height))


async def test_the_chosen_row_is_in_view_when_its_pane_comes_up(finished_app):
    app = finished_app([crowded()])
    async with app.run_test(size=(100, 30)) as pilot:
        reader(app).article_view.post_message(TextClicked(50))
        await pilot.pause()
        assert reader(app).pane("actors").chosen.name == "Person 50"
        assert chosen_is_in_view(app, "actors")


async def test_the_chosen_row_is_in_view_among_all_rows_again(finished_app):
    app = finished_app([crowded()])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "G", "f", "escape")
        assert reader(app).pane("actors").chosen.name == "Person 59"
        assert chosen_is_in_view(app, "actors")
