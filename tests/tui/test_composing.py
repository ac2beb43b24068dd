"""The page is shown live, rows are put on it, and the reader writes lines of their own."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from briefing.page import to_markdown
from briefing.page.formats.docx_styles import SHEET
from briefing.page.sheet.fitting import fitted
from tests.tui.test_correcting import SIZE, said, shown
from tests.tui.test_reader import drawn, press, reader
from tui.composing.writing import WriteScreen


def page(app) -> str:
    return drawn(app, "#page")


def signs(app, pane: str) -> list[str]:
    return [row.sign for row in reader(app).pane(pane).rows]


async def test_the_page_stands_in_the_place_of_the_article_and_gives_it_back(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        assert app.focused.id == "page"
        assert not reader(app).article_view.display
        assert "Summary" in page(app)
        assert signs(app, "actors") == ["■", "■", "■"]
        await press(pilot, "escape")
        assert app.focused.id == "article"
        assert signs(app, "actors") == ["", "", ""]
        await press(pilot, "3", "p")
        assert app.focused.id == "actors"
        await press(pilot, "p")
        assert reader(app).article_view.display


@pytest.mark.parametrize("size", [(160, 45), (110, 30), (90, 24), (60, 14)])
async def test_the_page_is_there_at_every_size(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "3", "p")
        assert "Harbor of Velden" in page(app)
        await press(pilot, "p")
        assert reader(app).article_view.display or app.focused.id == "actors"


async def test_a_row_is_taken_off_the_page_and_put_on_it_again(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p", "3", "down")
        name = reader(app).pane("actors").row.name
        before = page(app)
        await press(pilot, "space")
        assert signs(app, "actors") == ["■", "□", "■"]
        assert page(app) != before
        assert f"| {name}" not in to_markdown(shown(app))
        await press(pilot, "space")
        assert signs(app, "actors") == ["■", "■", "■"]
        await press(pilot, "u")
        assert signs(app, "actors") == ["■", "□", "■"]


async def test_rows_move_on_the_page(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5", "p", "down", "{")
        first, second = (quote.text for quote in shown(app).quotes[:2])
        markdown = to_markdown(shown(app))
        assert markdown.index(second[:20]) < markdown.index(first[:20])
        await press(pilot, "}")
        markdown = to_markdown(shown(app))
        assert markdown.index(first[:20]) < markdown.index(second[:20])


async def test_what_is_narrowed_is_the_page(finished_app, tmp_path):
    path = tmp_path / "page.md"
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "down", "p")
        whole = page(app)
        await press(pilot, "f")
        assert page(app) != whole
        await press(pilot, "s")
        app.screen.field.value = str(path)
        await press(pilot, "enter")
        assert path.read_text() == to_markdown(app.screen.briefing)


async def test_the_room_left_is_said_and_what_is_too_long(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        view = reader(app).page_view
        assert str(view.border_subtitle).startswith("room for ")
        await press(pilot, "w", *"why", "enter")
        app.screen.query_one(TextArea).load_text("word " * 390)
        await press(pilot, "ctrl+s")
        assert "too long for one page" in str(view.border_subtitle)
        await press(pilot, "u")
        assert str(view.border_subtitle).startswith("room for ")


async def test_rows_that_make_room_are_named(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "p")
        before = reader(app).page_view.room
        await press(pilot, "w", *"why", "enter")
        app.screen.query_one(TextArea).load_text("word " * 200)
        await press(pilot, "ctrl+s")
        after = reader(app).page_view.room
        gone = [one.text for one in before.on_page if one not in after.on_page]
        assert gone
        message = said(app)
        assert message.startswith(f"made room: {gone[0][:30]}")
        assert message.endswith("off the page")


async def test_a_short_line_takes_no_room_from_a_row(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"headl", "enter", *"Shut", "enter")
        assert not app._notifications


async def test_what_html_and_word_hold_besides_is_listed_and_taken_off_there_too(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"why", "enter")
        app.screen.query_one(TextArea).load_text("word " * 200)
        await press(pilot, "ctrl+s", "p")
        view = reader(app).page_view
        assert str(view.border_title) == "1 Page as Markdown · m shows HTML and Word"
        number = signs(app, "quotes").index("□")
        await press(pilot, "m")
        assert str(view.border_title) == "1 Page as HTML and Word · m shows Markdown"
        quote = shown(app).quotes[number]
        assert quote.text[:20] in page(app)
        assert quote in fitted(shown(app)).selection.part("quotes")
        assert signs(app, "quotes")[number] == "■"
        await press(pilot, "5", *["down"] * number, "space")
        assert quote not in fitted(shown(app)).selection.part("quotes")
        assert quote not in fitted(shown(app), SHEET).selection.part("quotes")
        assert signs(app, "quotes")[number] == "□"
        await press(pilot, "m")
        assert "Harbor of Velden" in page(app)


async def test_html_and_word_with_nothing_besides_say_so(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        assert "HTML and Word hold the same rows as Markdown." in page(app)
        await press(pilot, "p", "p")
        assert "HTML and Word hold" in page(app)
        await press(pilot, "m")
        assert "Harbor of Velden" in page(app)


async def test_lines_are_written_kept_and_left_as_they_were(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "w", *"headl", "enter", *"Velden shuts", "enter")
        await press(pilot, "w", *"why", "enter", *"Winter.", "enter", *"No ships.", "ctrl+s")
        composition = shown(app).composition
        assert (composition.headline, composition.why) == ("Velden shuts", "Winter.\nNo ships.")
        await press(pilot, "w", *"why", "enter", "X", "escape")
        assert isinstance(app.screen, WriteScreen)  # it asks first
        await press(pilot, "escape")
        assert shown(app).composition == composition
        await press(pilot, "p")
        assert "Velden shuts" in page(app)


async def test_a_highlight_goes_on_the_page_and_is_forgotten(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v", "s", "enter", *"highl", "enter", *"Ask.", "enter")
        (kept,) = shown(app).composition.highlights
        await press(pilot, "w", *"ask", "enter", "enter", "p")
        assert shown(app).composition.highlights[0].on_page
        assert "Ask." in page(app)
        await press(pilot, "w", *"ask", "enter", "down", "enter")
        assert reader(app).evidence.span == (kept.start, kept.end)
        assert reader(app).article_view.display
        await press(pilot, "w", *"ask", "enter", *"forget", "enter")
        assert shown(app).composition.highlights == ()


async def test_the_whole_page_is_copied(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "Y")
        assert app.clipboard == to_markdown(shown(app))


@pytest.mark.parametrize(
    ("typed", "said"), [("head -n 1", "done: # "), ("exit 3", "ended with status 3")]
)
async def test_the_page_is_sent_to_a_command(finished_app, typed, said):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "|", *typed, "enter")
        await app.workers.wait_for_complete()
        assert said in next(iter(app._notifications)).message
        assert app.remembered.command == typed


async def test_nothing_is_composed_of_nothing(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, ":", *"up on the page", "enter")
        assert shown(app).corrections == ()
