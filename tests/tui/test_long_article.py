"""A text that is wrapped bit by bit reads like any other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from briefing.model import Article, Briefing
from tests.conftest import article_of
from tui.app import BriefApp
from tui.article.view import AHEAD, ArticleView
from tui.session_state import Remembered

LINE = "{} is the number of a paragraph whose words are many enough for some rows of the screen. "


@pytest.fixture
def article() -> Article:
    """Ten times what is wrapped before the first frame."""
    numbers = range(10 * AHEAD // (3 * len(LINE)))
    return article_of("\n\n".join(LINE.format(f"Number-{n}") * 3 for n in numbers))


def view_of(app: BriefApp) -> ArticleView:
    return app.screen.query_one(ArticleView)


def rows(view: ArticleView) -> list[str]:
    return [view.render_line(y).text for y in range(view.view_height)]


async def until_wrapped(pilot: Pilot[None]) -> None:
    while not view_of(pilot.app)._layout_rows.complete:
        await pilot.pause()
    await pilot.pause()


async def test_it_opens_where_it_was_left_and_a_resize_keeps_the_place(
    finished_app: Callable[..., BriefApp], article: Article
):
    middle = article.paragraphs[len(article.paragraphs) // 2].start
    remembered = Remembered()
    remembered.keep_place(article, middle)
    app = finished_app([Briefing(article=article)], remembered=remembered)
    word = article.text[middle:].split()[0]
    async with app.run_test(size=(160, 45)) as pilot:
        view = view_of(app)
        assert word in rows(view)[0]
        for size in ((160, 45), (90, 30), (130, 50), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert word in rows(view)[0]
            await until_wrapped(pilot)
            assert word in rows(view)[0]
            assert view.place == middle


async def test_the_end_is_the_end_at_once(finished_app: Callable[..., BriefApp], article: Article):
    app = finished_app([Briefing(article=article)])
    async with app.run_test(size=(100, 30)) as pilot:
        view = view_of(app)
        await pilot.resize_terminal(90, 30)  # wraps anew
        view.action_last()
        await pilot.pause()
        assert view.scroll_offset.y == view.max_scroll_y
        assert rows(view)[-1].split()[-1] == article.text.split()[-1]
        await until_wrapped(pilot)
        assert rows(view)[-1].split()[-1] == article.text.split()[-1]
        await pilot.press("g")
        assert "Number-0 " in rows(view)[0]


async def test_what_is_lit_far_below_is_shown_and_ticked(
    finished_app: Callable[..., BriefApp], article: Article
):
    app = finished_app([Briefing(article=article)])
    at = article.text.index("Number-600 ")
    async with app.run_test(size=(100, 30)) as pilot:
        view = view_of(app)
        await pilot.resize_terminal(90, 30)
        view.light([(at, at + 10), (len(article.text) - 5, len(article.text))], 0)
        view.reveal()
        await pilot.pause()
        assert any("Number-600 " in row for row in rows(view))
        await until_wrapped(pilot)
        assert any("Number-600 " in row for row in rows(view))
        assert rows(view)[-1].endswith("▐")
