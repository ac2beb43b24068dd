"""A dossier of open articles: its rows lead to the words that they stand on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Figure
from tests.tui.example import TEXT, make_article, make_briefing
from tests.tui.test_correcting import SIZE, said
from tests.tui.test_reader import drawn, press, reader
from tui.correcting.asking import AskScreen
from tui.dossier.panes import SPEC_OF_NAME
from tui.dossier.screen import DossierScreen

OTHER = TEXT.replace("forty thousand", "fifty thousand")


def briefings():
    """Two briefings whose articles differ in a number."""
    other = make_briefing(make_article(TEXT, "Harbor of Velden closes for repairs"))
    start = OTHER.index("fifty thousand")
    figure = Figure(
        text="fifty thousand",
        start=start,
        end=start + len("fifty thousand"),
        value=50_000,
        what="crates",
        what_mention=(start + len("fifty thousand "), start + len("fifty thousand crates")),
    )
    article = replace(make_article(OTHER, "Port shut until 2031"), source="port.txt")
    return [other, replace(other, article=article, figures=(figure,))]


def dossier_screen(app):
    assert isinstance(app.screen, DossierScreen)
    return app.screen


async def test_where_two_articles_differ_leads_to_both(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        screen = dossier_screen(app)
        shown = drawn(app, "#differ")
        assert "forty thousand" in shown
        assert "fifty thousand" in shown
        number = next(
            n
            for n, row in enumerate(screen.pane.rows)
            if "fifty thousand" in [one.text for one in row.item.passages]
        )
        await press(pilot, *["down"] * number)
        assert "“Every day costs us forty thousand crates" in drawn(app, "#evidence")
        await press(pilot, "right")
        passage = screen.passage
        assert (passage.article, passage.text) == (1, "fifty thousand")
        await press(pilot, "enter")
        assert reader(app).state.number == 1
        assert reader(app).evidence.span == (passage.start, passage.end)


async def test_back_leads_to_the_row_and_the_passage_that_were_left(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D", "3", "down", "right")
        place = dossier_screen(app).place
        assert (place.pane, place.row, place.turn) == ("actors", 1, 1)
        await press(pilot, "enter")
        assert reader(app).state.number == 1
        await press(pilot, "backspace")
        assert dossier_screen(app).place == place


async def test_every_row_stands_on_words_of_its_article(finished_app):
    both = briefings()
    app = finished_app(both)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        panes = dossier_screen(app).panes
        passages = [p for pane in panes.values() for row in pane.rows for p in row.item.passages]
        assert len(passages) > 10
        for passage in passages:
            text = both[passage.article].article.text
            assert text[passage.start : passage.end] == passage.text


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 16)])
async def test_each_pane_has_a_key_and_shows_what_its_row_stands_on(finished_app, size):
    app = finished_app(briefings())
    async with app.run_test(size=size) as pilot:
        await press(pilot, "D")
        screen = dossier_screen(app)
        for name, spec in SPEC_OF_NAME.items():
            await press(pilot, spec.key)
            assert screen.place.pane == name
            assert screen.pane.display
            assert screen.pane.has_focus
            wanted = len(screen.cited.passages) if screen.cited else 0
            assert len(screen.evidence.rows) == wanted


async def test_tab_walks_all_panes_and_comes_back(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "D")
        screen, seen = dossier_screen(app), []
        for _ in range(len(SPEC_OF_NAME) + 1):
            await press(pilot, "tab")
            seen.append(screen.focused.id)
        assert sorted(seen) == sorted([*SPEC_OF_NAME, "evidence"])


async def test_the_places_of_all_articles_stand_on_the_map(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "D", "4")
        await app.workers.wait_for_complete()
        shown = drawn(app, "#places")
        assert "1 Marseille" in shown
        assert any("⠀" < char <= "⣿" for char in shown)


async def test_a_row_is_put_on_the_page_and_taken_off_and_that_is_undone(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "D", "p", "7")
        page = drawn(app, "#page")
        assert "They differ" in page
        assert drawn(app, "#differ").startswith("▌■")
        await press(pilot, "space")
        assert drawn(app, "#differ").startswith("▌□")
        await press(pilot, "u")
        assert drawn(app, "#differ").startswith("▌■")
        assert drawn(app, "#page") == page


async def test_own_lines_stand_on_the_page_when_the_dossier_is_opened_again(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "D", "w", "enter")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, *"Closed", "enter")
        assert "Closed" in drawn(app, "#header")
        await press(pilot, "escape", "D", "p")
        assert drawn(app, "#page").startswith("  Closed")
        await press(pilot, "u")
        assert "Closed" not in drawn(app, "#page")


@pytest.mark.parametrize(("ending", "begins"), [(".md", b"# "), (".html", b"<!DOCTYPE html>")])
async def test_a_dossier_is_saved_as_the_name_says_and_nothing_replaced(
    finished_app, tmp_path, ending, begins
):
    path = tmp_path / f"dossier{ending}"
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D", "s")
        app.screen.field.value = str(path)
        await press(pilot, "enter")
        assert path.read_bytes().startswith(begins)
        path.write_text("mine")
        await press(pilot, "s")
        app.screen.field.value = str(path)
        await press(pilot, "enter", "n")
        assert path.read_text() == "mine"


async def test_a_dossier_is_not_saved_as_what_it_cannot_be(finished_app, tmp_path):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D", "s")
        app.screen.field.value = str(tmp_path / "dossier.ics")
        await press(pilot, "enter")
        said = " ".join(drawn(app, "#answer").split())
        assert "end the name with .md, .html, .docx, .txt or .json" in said
        assert not list(tmp_path.iterdir())


async def test_one_article_is_no_dossier(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        assert "two articles" in next(iter(app._notifications)).message


async def test_html_and_word_of_a_dossier_are_told_from_markdown(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D", "m")
        view = dossier_screen(app).page_view
        assert str(view.border_title).startswith("1 Page as HTML and Word")
        assert "HTML and Word" in drawn(app, "#page")
        await press(pilot, "m")
        assert str(view.border_title).startswith("1 Page as Markdown")


@pytest.mark.parametrize(
    ("key", "words"), [("i", "a dossier has no details"), ("z", "cannot take the whole screen")]
)
async def test_keys_of_an_article_that_do_nothing_here_say_so(finished_app, key, words):
    app = finished_app(briefings())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "D", key)
        assert words in said(app)
        dossier_screen(app)
