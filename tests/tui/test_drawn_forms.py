"""Frames stay whole on every terminal, whatever pictures and scripts an article has."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tests.tui.example import make_article, make_briefing
from tests.tui.screens_of_terminals import TERMINALS, by_character, rows_of
from tests.tui.test_reader import press
from tui.terminal.cell_widths import graphemes
from tui.terminal.drawn_forms import agreed
from tui.widgets.wrap import wrap

HARD = (
    "❤️", "☎︎", "👍🏽", "1️⃣", "#️⃣", "©️", "👩‍👩‍👧", "👩🏽‍⚕️", "🏳️‍🌈", "❤️‍🔥", "🇩🇪", "🇩", "🩷", "🪿", "🏽",
    "हिन्दी", "क्‍ष", "काः", "বাংলা", "র‍্যাব", "நன்றி", "తెలుగు", "ක්‍ර",
    "ကြာ", "ខ្មែរ", "漢字", "عربي", "می‌خواهم",
)  # fmt: skip
EDGES = tuple("│╭╮╰╯")
PLAIN = {
    "❤️": "❤ ",
    "👍🏽": "👍",
    "1️⃣": "1 ",
    "👩‍👩‍👧": "👩",
    "🇩🇪": "DE",
    "हिन्दी": "हिन्दी",
    "র‍্যাব": "র‍্যাব",
    "漢字": "漢字",
    "plain “text” — é": "plain “text” — é",
}


@pytest.mark.parametrize(("text", "drawn"), PLAIN.items())
def test_what_is_drawn(text, drawn):
    (row,) = rows_of(agreed(text), by_character, 20, 1)
    assert "".join(row).rstrip() == drawn.rstrip()
    assert agreed(text) == text or agreed(text).endswith(f"\x1b[{cell_len(text)}C")


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_follows_stands_where_it_is_meant_to(terminal):
    for text in (*HARD, " ".join(HARD), "".join(HARD)):
        width = cell_len(text)
        (row,) = rows_of(agreed(f"│{text}│"), terminal, 300, 1)
        assert [x for x, cell in enumerate(row) if cell == "│"] == [0, width + 1], text


def test_no_letter_is_parted_from_the_sign_beside_it():
    text = "বাংলা"
    assert [text[start:end] for start, end, _ in graphemes(text)] == ["বাং", "লা"]
    assert [text[start:end] for start, end in wrap(text, 0, len(text), 4)] == ["বাং", "লা"]


async def test_frames_stay_whole_on_every_terminal(finished_app):
    text = f"A title\n\n{' word '.join(HARD)}\n\n{' '.join(HARD * 3)}"
    briefing = make_briefing()
    named = replace(briefing.actors[0], name=" ".join(HARD))
    briefing = replace(briefing, article=make_article(text, HARD[9]), actors=(named,))
    app = finished_app([briefing])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "3")
        await pilot.pause()
        size = app.screen.size
        output = app.screen._compositor.render_update(full=True).render_segments(app.console)
    for terminal in TERMINALS:
        rows = rows_of(agreed(output), terminal, *size)
        frames = ["".join(row[x][:1] for x in (0, -1)) for row in rows[2:-1]]
        assert [*dict.fromkeys(frames)] == ["╭╮", "││", "╰╯"], terminal
        assert not any(cell in EDGES for row in rows for cell in row[1:-1])
        drawn = " ".join("".join(row) for row in rows)
        assert all(words in drawn for words in ("हिन्दी", "বাংলা", "DE", "漢字"))
