"""No order of keys ends the program."""

from __future__ import annotations

import random

import pytest

from tests.tui.example import TEXT, brief_app, make_article
from tests.tui.test_start_and_save import FakeLibrary
from tui.commands import COMMANDS
from tui.session_state import Remembered

SIZES = [(160, 45), (100, 30), (60, 20), (40, 12)]
LEFT_OUT = {"q", "ctrl+p", "colon"}
"""Leaving ends the program, and what is typed at the palette may find that."""
KEYS = sorted(
    {key for command in COMMANDS for key in command.keys.split(",") if key} - LEFT_OUT
    | {"a", "e", "backspace", "escape", "enter", "tab"}
)
CHUNKS, CHUNK = 4, 20


@pytest.mark.parametrize("seed", range(2))
async def test_the_program_goes_on(engine, tmp_path, monkeypatch, seed):
    monkeypatch.chdir(tmp_path)  # what is typed into the save dialog may be the name of a file
    pick = random.Random(seed)
    remembered = Remembered()
    remembered.folder = tmp_path
    articles = [make_article(), make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")]
    app = brief_app(
        articles[: 1 + seed % 2], engine.submit, library=FakeLibrary(), remembered=remembered
    )
    pressed: list[str] = []
    async with app.run_test(size=SIZES[seed % len(SIZES)]) as pilot:
        for number in range(CHUNKS):
            for job in engine.jobs[number : number + 1]:
                job.end()
            keys = pick.choices(KEYS, k=CHUNK)
            pressed += keys
            await pilot.press(*keys)
            await pilot.pause()
            assert app.is_running, pressed
        assert app.return_code in (None, 0), pressed
