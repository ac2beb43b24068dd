"""The card of details, beside the article that it lights."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.command import CommandPalette

from tests.tui.example import make_article, make_briefing
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, lit, press, reader
from tui.details.card import CardList


@pytest.mark.parametrize("size", [WIDE, (120, 36), (100, 24), MIDDLE, NARROW, (40, 12)])
async def test_the_card_of_an_actor_has_aliases_quotes_and_sentences(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3", "i")
        words = drawn(app, "#card")
        assert "the harbor master" in words
        card = app.screen.query_one("#card")
        everything = "\n".join(
            "".join(text for text, _ in line) for row in card.rows for line in row.draw(200, 99)
        )
        assert "We cannot wait for the winter storms" in everything
        assert "promised money" not in everything
        assert "Fishermen from Oran" in everything
        await press(pilot, "escape")
        assert app.focused.id == "actors"


async def test_a_row_of_the_card_is_copied(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "i", "down", "y")
        assert app.clipboard.startswith("“Every day costs us forty thousand crates")
        assert "Ada Fennimore (likely)" in app.clipboard


async def test_the_footer_names_the_keys_of_what_lies_above(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        footer = app.screen.query_one("#footer")
        await press(pilot, "3")
        before = footer.render_line(0).text
        assert "tab next pane" in before
        await press(pilot, "i")
        assert footer.render_line(0).text.split("  ")[:4] == [
            "enter go there",
            "y copy",
            "? help",
            "esc close",
        ]
        await press(pilot, "escape")
        assert footer.render_line(0).text == before
        await press(pilot, "question_mark")
        assert footer.render_line(0).text.strip() == "↓ ↑ scroll  esc close"
        await press(pilot, "escape")
        assert footer.render_line(0).text == before


async def test_commands_that_hold_everywhere_can_be_found_from_a_card(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "i", "colon")
        assert isinstance(app.screen, CommandPalette)


async def test_the_card_leaves_the_article_in_view_and_lights_its_rows_there(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        await press(pilot, "3", "i")
        assert app.screen.query_one("#card").region.x == view.region.right
        await press(pilot, "down")
        assert len(view.lights.evidence) == 1
        await press(pilot, "escape")
        assert lit(app)[0] == "Ada Fennimore"
        assert len(lit(app)) == 4


async def test_enter_on_the_card_goes_there_and_backspace_comes_back(finished_app):
    app = finished_app()
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "4", "i", "G", "enter")
        assert app.focused.id == "article"
        assert len(lit(app)) == 1
        await press(pilot, "backspace")
        assert app.focused.id == "places"


@pytest.mark.parametrize(("pane", "words"), [("2", "rank"), ("5", "speaker"), ("6", "written")])
async def test_every_pane_has_cards(finished_app, pane, words):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, pane, "i")
        assert words in drawn(app, "#card")


async def test_with_nothing_chosen_the_card_is_of_the_article_and_has_its_notes(finished_app):
    article = replace(make_article(), notes=("Hard-wrapped lines were joined.",))
    app = finished_app([replace(make_briefing(), article=article)])
    async with app.run_test(size=WIDE) as pilot:
        assert "see i" in str(reader(app).article_view.border_title)
        await press(pilot, "i")
        words = drawn(app, "#card")
        assert "Hard-wrapped lines were joined." in words
        assert "harbor.txt" in words
        await press(pilot, "i")
        assert app.focused.id == "article"


@pytest.mark.parametrize("size", [NARROW, (40, 12), (30, 8)])
async def test_all_facts_can_be_reached_where_there_is_little_room(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "5", "i")
        seen = drawn(app, "#card")
        for _ in range(len(app.screen.query_one("#card").rows)):
            await press(pilot, "down")
            seen += drawn(app, "#card")
        for words in ("Ada Fennimore", "the harbor master", "yes: the speaker", "We cannot wait"):
            assert all(word in seen for word in words.split())
        await press(pilot, "escape")
        assert lit(app)[0].startswith("We cannot wait")


async def test_a_card_of_facts_alone_goes_on_in_a_small_terminal(finished_app):
    app = finished_app()
    async with app.run_test(size=(100, 50)) as pilot:
        await press(pilot, "i")
        assert not app.screen.query_one(CardList)._details.rows
        for size in [(30, 10), (20, 5), (100, 50), (30, 10)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.query_one(CardList).index == 0
        assert "words" in drawn(app, "#card")
