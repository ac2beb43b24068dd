"""On a terminal with few rows: what asks and what is chosen can be seen, or takes no keys."""

from __future__ import annotations

import pytest
from textual.command import CommandList

from tests.tui.example import make_article, make_briefing
from tests.tui.test_reader import press
from tui.saving.save import SaveScreen
from tui.session_state import Remembered

SIZES = [(80, 10), (50, 9), (40, 12), (20, 3)]
LOWEST = SIZES[1::2]


def words_on_screen(app) -> str:
    strips = app.screen._compositor.render_strips(app.screen.size)
    rows = ["".join(part.text for part in strip) for strip in strips]
    return " ".join("".join(row.strip("│ ▁▂▃▄▅▆▇") + " " for row in rows).split())


@pytest.fixture
def saving(finished_app, tmp_path):
    """An app that saves where there is a file already."""
    remembered = Remembered()
    remembered.folder = tmp_path
    (tmp_path / "harbor-of-velden-closes-for-repairs.md").write_text("kept")
    return finished_app(remembered=remembered)


async def test_a_question_and_the_keys_that_answer_it_are_in_view(saving, tmp_path):
    async with saving.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "s", "enter")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            shown = words_on_screen(saving)
            assert shown.replace(" ", "").count("Replaceit?yyesnno") == 1, (size, shown)
            assert saving.screen.question_in_view
        await press(pilot, "y")
        assert not isinstance(saving.screen, SaveScreen)
    assert (tmp_path / "harbor-of-velden-closes-for-repairs.md").read_text() != "kept"


async def test_a_question_that_cannot_be_seen_is_not_answered(saving, tmp_path):
    async with saving.run_test(size=(20, 1)) as pilot:
        await press(pilot, "s", "enter", "y", "n")
        assert saving.screen.asking
        await pilot.resize_terminal(20, 3)
        await press(pilot, "n")
        assert not saving.screen.asking
    assert (tmp_path / "harbor-of-velden-closes-for-repairs.md").read_text() == "kept"


async def test_the_path_its_formats_and_keys_are_in_view(saving):
    async with saving.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "s")
        for size in SIZES[:3]:
            await pilot.resize_terminal(*size)
            shown = words_on_screen(saving)
            for words in ("Markdown HTML", "enter save esc cancel"):
                assert words in shown, (size, shown)


async def test_the_chosen_command_of_the_palette_is_in_view(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, "colon")
        await app.workers.wait_for_complete()
        await press(pilot, "up")  # the last of all
        commands = app.screen.query_one(CommandList)
        chosen = commands.get_option_at_index(commands.option_count - 1)
        for size in LOWEST:
            await pilot.resize_terminal(*size)
            await press(pilot, "up", "down")
            assert commands.highlighted == commands.option_count - 1
            shown = words_on_screen(app)
            assert str(chosen.prompt).split("\n")[0] in shown, (size, shown)
            assert "🔎" in shown


@pytest.mark.parametrize(("keys", "words"), [("3 i", "kind"), ("question_mark", "Moving")])
async def test_cards_and_help_show_where_they_are(finished_app, keys, words):
    article = make_article()
    app = finished_app([make_briefing(article)])
    async with app.run_test(size=SIZES[0]) as pilot:
        await press(pilot, *keys.split())
        for size in LOWEST:
            await pilot.resize_terminal(*size)
            assert words in words_on_screen(app), size


@pytest.mark.usefixtures("sample_listed")
async def test_the_article_that_enter_opens_is_in_view(finished_app):
    app = finished_app([])
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in LOWEST:
            await pilot.resize_terminal(*size)
            assert "▌The sample article" in words_on_screen(app), size
