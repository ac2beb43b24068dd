"""Selecting with the mouse: what is copied is the text's own, of one view only."""

from __future__ import annotations

import pytest
from textual import events
from textual.widget import Widget
from textual.widgets._toast import Toast

from tests.tui.conftest import until_whole
from tests.tui.example import TEXT, make_article, make_briefing
from tests.tui.test_reader import WIDE, drawn, press, reader
from tui.article.layout import ArticleLayout
from tui.article.selecting import paragraph_at, place_near, selection_of, span_of, word_at

TEXT_OF_PLACES = {f"¶{number}" for number in range(1, 9)}


def place_of(view: Widget, words: str) -> tuple[int, int]:
    """The cell at which words begin, from the corner of the screen."""
    region = view.scrollable_content_region
    for y in range(region.height):
        x = view.render_line(y).text.find(words)
        if x >= 0:
            return region.x + x, region.y + y
    raise AssertionError(words)


async def drag(pilot, start: tuple[int, int], *ways: tuple[int, int]) -> str:
    """What is copied after the mouse was dragged."""
    await pilot.mouse_down(offset=start)
    for way in ways:
        await pilot.hover(offset=way)
    await pilot.mouse_up(offset=ways[-1])
    return pilot.app.screen.get_selected_text() or ""


async def test_a_drag_in_the_article_stays_in_it_and_ends_beside_the_mouse(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        layout, top = view._layout_rows, view.scrollable_content_region.y
        start, end = place_of(view, "harbor of Velden"), place_of(view, "Velden will")
        assert await drag(pilot, start, end) == "harbor of V"
        assert await drag(pilot, end, start) == "harbor of V"
        first, inside = TEXT.index("harbor of Velden"), (start[0] + 5, start[1])
        in_a_pane, in_the_header, in_a_far_pane = (115, 6), (30, 0), (118, 20)
        for place in (in_a_pane, in_the_header, in_a_far_pane):
            selected = await drag(pilot, start, inside, place)
            row = place[1] - top
            assert selected == (TEXT[: first + 1] if row < 0 else TEXT[first : layout.ends[row]])
            assert list(app.screen.selections) == [view]


async def test_a_drag_over_paragraphs_is_copied_as_the_article_has_them(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        (first, second), x = view.article.paragraphs[1:3], view.scrollable_content_region.x
        y = place_of(view, TEXT[first.start : first.start + 20])[1]
        last = place_of(view, "¶3")[1]
        assert (
            await drag(pilot, (x, y), (x + 30, y + 1), (x, last)) == TEXT[first.start : second.end]
        )
        await press(pilot, "ctrl+c")
        assert app.clipboard == TEXT[first.start : second.end]


async def test_two_clicks_take_a_word_and_three_the_paragraph(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        place = place_of(view, "Velden will")
        for times, taken in ((2, "Velden"), (3, TEXT[slice(*_second_paragraph(view))]), (1, "")):
            corner = view.region
            await pilot.click(view, offset=(place[0] - corner.x, place[1] - corner.y), times=times)
            await pilot.pause()
            assert (app.screen.get_selected_text() or "") == taken


def _second_paragraph(view):
    paragraph = view.article.paragraphs[1]
    return paragraph.start, paragraph.end


async def test_what_is_selected_is_seen_and_ends_with_its_rows(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        x, y = place_of(view, "harbor of Velden")
        before = view.render_line(y - view.scrollable_content_region.y)
        await drag(pilot, (x, y), (x + 5, y))
        after = view.render_line(y - view.scrollable_content_region.y)
        assert after.text == before.text
        changed = [a.text for a, b in zip(cells_of(after), cells_of(before), strict=True) if a != b]
        assert "".join(changed) == "harbor"
        await pilot.resize_terminal(80, 30)
        assert not app.screen.get_selected_text()


def cells_of(strip):
    return [segment for cell in range(strip.cell_length) for segment in strip.crop(cell, cell + 1)]


async def test_a_drag_in_a_pane_takes_its_words_and_no_others(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        pane = reader(app).pane("actors")
        rows = [line.strip("│ ▌") for line in drawn(app, "#actors").splitlines()[1:3]]
        x, y = place_of(pane, rows[0][:6])
        assert await drag(pilot, (x, y), (x + 2, y)) == rows[0][:3]
        selected = await drag(pilot, (x, y), (x + 3, y + 1), (2, y + 1))
        assert selected.split() == rows[0].split()
        assert list(app.screen.selections) == [pane]


async def test_a_drag_in_a_card_takes_its_words(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "i")
        card = app.screen.query_one("#card")
        x, y = place_of(card, "¶")
        assert await drag(pilot, (x, y), (x + 1, y)) in TEXT_OF_PLACES
        await press(pilot, "ctrl+c")
        assert app.clipboard in TEXT_OF_PLACES


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("the US-based group", "US", "US-based"),
        ("“Don’t go,” he said", "t go", "Don’t"),
        ("“Don’t go,” he said", "“", None),
        ("in the U.S. today", "S.", "U.S"),
        ("the Cafe\u0301-owner", "f", "Cafe\u0301-owner"),
        ("a b", " ", None),
    ],
)
def test_words(text, at, word):
    span = word_at(text, text.index(at))
    assert (text[slice(*span)] if span else None) == word


@pytest.mark.parametrize("width", [7, 20, 60])
def test_any_span_is_found_again_from_its_rows(width):
    article = make_briefing().article
    layout = ArticleLayout(article, width)
    layout.finish()
    for paragraph in article.paragraphs:
        span = (paragraph.start, paragraph.end)
        assert paragraph_at(layout, paragraph.start) == span
        assert span_of(layout, selection_of(layout, span)) == span


def test_places_beside_the_text():
    layout = ArticleLayout(make_article(), 40)
    assert place_near(layout, 0, -1).x == -1
    assert place_near(layout, 0, 39).x == layout.ends[0] - layout.starts[0]
    assert place_near(layout, 10_000, 0).y == len(layout) - 1


async def test_a_press_on_a_message_that_has_just_gone_selects_nothing(finished_app):
    app = finished_app()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await until_whole(pilot)
        app.say("a message")
        while not app.screen.query(Toast) or not app.screen.query_one(Toast).region:
            await pilot.pause()
        toast = app.screen.query_one(Toast)
        x, y = toast.content_region.offset
        parent = toast.parent
        toast._detach()
        press = events.MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y)
        app.screen._forward_event(press)
        toast._attach(parent)  # which its end asks for
        assert app.screen.get_selected_text() is None
