"""A dossier of open articles: its rows lead to the words that they stand on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Figure
from tests.tui.example import TEXT, make_article, make_briefing
from tests.tui.test_correcting import SIZE
from tests.tui.test_reader import drawn, press, reader
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


async def test_where_two_articles_differ_leads_to_both(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        assert isinstance(app.screen, DossierScreen)
        shown = drawn(app, "#dossier")
        assert "They differ" in shown
        assert "forty thousand" in shown
        assert "fifty thousand" in shown
        rows = app.screen.listed.rows
        number = next(
            n for n, row in enumerate(rows) if row.item.passages[0].text == "fifty thousand"
        )
        await press(pilot, *["down"] * number, "enter")
        assert reader(app).state.number == 1
        (passage,) = rows[number].item.passages
        assert reader(app).evidence.span == (passage.start, passage.end)


async def test_every_row_stands_on_words_of_its_article(finished_app):
    both = briefings()
    app = finished_app(both)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        passages = [p for row in app.screen.listed.rows for p in row.item.passages]
        assert len(passages) > 10
        for passage in passages:
            text = both[passage.article].article.text
            assert text[passage.start : passage.end] == passage.text


async def test_left_and_right_choose_the_article(finished_app):
    app = finished_app(briefings())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "D")
        rows = app.screen.listed.rows
        number = next(n for n, row in enumerate(rows) if len(row.item.passages) == 2)
        await press(pilot, *["down"] * number, "right", "enter")
        assert reader(app).state.number == rows[number].item.passages[1].article


@pytest.mark.parametrize(
    ("ending", "begins"), [(".md", b"# "), (".html", b"<!DOCTYPE html>"), (".docx", b"PK")]
)
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
