"""The user's own editor has the terminal, and what it leaves is taken."""

from __future__ import annotations

import sys
from contextlib import nullcontext

import pytest

from briefing.errors import BriefingError
from tui.terminal import editing


class App:
    """An application that can give its terminal away, or not."""

    def __init__(self, *, can_give_terminal=True):
        self.can_give_terminal = can_give_terminal


@pytest.fixture
def editor(monkeypatch, tmp_path):
    """Makes a script the editor; the terminal of the test is not given to it."""
    monkeypatch.setattr(editing, "lent", lambda _app: nullcontext())
    monkeypatch.delenv("VISUAL", raising=False)

    def make(script: str) -> None:
        path = tmp_path / "editor.py"
        path.write_text(f"import sys, pathlib\npath = pathlib.Path(sys.argv[1])\n{script}\n")
        monkeypatch.setenv("EDITOR", f"{sys.executable} {path}")

    return make


def test_what_the_editor_leaves_is_the_text(editor):
    editor("path.write_text(path.read_text() + ' And more.\\n')")
    assert editing.edited(App(), "Two towns.") == "Two towns. And more."


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("sys.exit(3)", "ended with status 3"),
        ("path.write_bytes(b'\\xff')", "no UTF-8 text"),
        ("path.unlink()", "cannot take what your editor left"),
    ],
)
def test_an_editor_that_fails_changes_nothing(editor, script, words):
    editor(script)
    with pytest.raises(BriefingError, match=words):
        editing.edited(App(), "Two towns.")


@pytest.mark.parametrize("command", ["no-such-editor --wait", 'vi "'])
def test_an_editor_that_is_not_there_is_told(editor, monkeypatch, command):
    editor("")
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(BriefingError, match="set EDITOR to one that is there"):
        editing.edited(App(), "Two towns.")


def test_without_a_terminal_there_is_no_editor():
    with pytest.raises(BriefingError, match="no editor can be opened here"):
        editing.edited(App(can_give_terminal=False), "Two towns.")
