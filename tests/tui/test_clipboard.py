"""Copying goes to the system's clipboard where there is one, else through the terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.tui.test_reader import WIDE
from tui import clipboard

TEXT = "“We ran,” said Ana Ruiz.\nmill.txt\n"


class FakeClipboard(ModuleType):
    """Stands in for pyperclip.

    Args:
        works: Whether there is a clipboard that takes what it is given.
    """

    def __init__(self, *, works: bool = True, fails: bool = False) -> None:
        super().__init__("pyperclip")
        self.works = works
        self.fails = fails
        self.text = "before"

    def copy(self, text: str) -> None:
        if self.fails:
            raise RuntimeError("no mechanism")
        if self.works:
            self.text = text.replace("\n", "\r\n")

    def paste(self) -> str:
        return self.text


@pytest.fixture
def system(monkeypatch) -> FakeClipboard:
    """A system's clipboard, at a terminal that is here."""
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    fake = FakeClipboard()
    monkeypatch.setitem(sys.modules, "pyperclip", fake)
    return fake


async def copied(app) -> tuple[str, str]:
    """(what went through the terminal, what the user was told)."""
    async with app.run_test(size=WIDE) as pilot:
        clipboard.copy(app, TEXT)
        await app.workers.wait_for_complete()
        await pilot.pause()
        (note,) = app._notifications
        return app.clipboard, note.message


async def test_the_systems_clipboard_comes_first(finished_app, system):
    assert await copied(finished_app()) == ("", "copied")
    assert system.text.split() == TEXT.split()


@pytest.mark.parametrize("fault", ["fails", "silently"])
async def test_a_clipboard_that_fails_leaves_it_to_the_terminal(finished_app, system, fault):
    system.fails, system.works = fault == "fails", False
    assert await copied(finished_app()) == (TEXT, "sent to the clipboard")


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
async def test_a_terminal_elsewhere_has_a_clipboard_of_its_own(
    finished_app, system, monkeypatch, variable
):
    monkeypatch.setenv(variable, "there")
    assert await copied(finished_app()) == (TEXT, "sent to the clipboard")
    assert system.text == "before"


def test_nothing_of_it_is_loaded_before_it_is_wanted():
    code = (
        "import sys, tui.app, tui.clipboard, tui.reader.screen; print('pyperclip' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
