"""The real program from opening an article to a saved page, one key after another.

Nothing sleeps: each key waits for what the screen says.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests.tui.test_terminal import read_until
from tests.tui.test_whole_program import running

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

COLORS = re.compile(rb"\x1b\[[0-9;]*m")


def press(terminal: int, keys: str, words: str, seconds: float = 20.0) -> None:
    """Give keys and wait until the words are drawn."""
    os.write(terminal, keys.encode())
    see(terminal, words, seconds)


def see(terminal: int, words: str, seconds: float = 20.0) -> None:
    drawn = read_until(terminal, words.encode(), seconds)
    assert words in COLORS.sub(b"", drawn).decode(errors="replace")


def test_open_narrow_search_save_and_leave(tmp_path: Path, sample: Path, own_folders: Path):
    report = tmp_path / "report.json"
    with running(report, str(sample)) as terminal:
        see(terminal, "6 quotes", 60)
        press(terminal, "3", "1 of 14")
        press(terminal, "f", "esc shows all")  # only what concerns the first actor
        press(terminal, "f", "6 quotes")  # and all of it again
        press(terminal, "1/", "the article")
        press(terminal, "warlord", "1 of ")
        press(terminal, "\r", "help")  # the footer is back
        press(terminal, "s", "afghanistan-update.md")
        press(terminal, "\r", "saved to")
        press(terminal, "q", "\x1b[?1049l")
    assert json.loads(report.read_text())["code"] == 0
    (page,) = own_folders.rglob("*.md")
    assert page.read_text().startswith("# Afghanistan Update\n")
