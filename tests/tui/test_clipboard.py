"""Copying goes to the system's clipboard where there is one, to tmux, else to the terminal."""

from __future__ import annotations

import asyncio
import base64
import os
import re
from pathlib import Path

import pytest

from tests.tui.test_reader import WIDE
from tui.terminal import clipboard

TEXT = "“We ran,” said Ana Ruiz.\nmill.txt\n"
LONG = "long " * 20_000
OF_THE_ENVIRONMENT = ("SSH_CONNECTION", "SSH_TTY", "TMUX", "DISPLAY", "WAYLAND_DISPLAY")
SENT, NOT_SENT = (TEXT, "sent to the terminal"), ""

XCLIP = """#!/bin/sh
if [ "$3" = -o ]; then cat {folder}/kept; else cat > {folder}/kept; fi
"""
FAILS = "#!/bin/sh\nexit 1\n"
FORGETS = '#!/bin/sh\n[ "$3" = -o ] && echo before || cat > /dev/null\n'
HANGS = "#!/bin/sh\necho $$ > {folder}/hanging\nexec sleep 1000\n"
STAYS_ON = XCLIP.replace("kept; fi", "kept; sleep 2 & fi")
TMUX = '#!/bin/sh\necho "$@" > {folder}/options\ncat > {folder}/kept\n'
OLD_TMUX = TMUX.replace("echo", '[ "$2" = - ] || exit 1\necho')


class Programs:
    """Programs that stand in for those of a system, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(script.format(folder=self.folder))
        path.chmod(0o755)

    @property
    def kept(self) -> str:
        return (self.folder / "kept").read_text()

    @property
    def hanging(self) -> bool:
        """True if the program that hangs is still there."""
        return Path(f"/proc/{(self.folder / 'hanging').read_text().strip()}/cmdline").exists()


@pytest.fixture
def system(monkeypatch, tmp_path) -> Programs:
    """A system with a screen of its own, at a terminal that is here."""
    for name in OF_THE_ENVIRONMENT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    monkeypatch.setattr("sys.platform", "linux")
    return Programs(tmp_path)


async def copied(app, text=TEXT) -> tuple[str, str]:
    """(what went through the terminal, what the user was told)."""
    written: list[str] = []
    async with app.run_test(size=WIDE) as pilot:
        app._driver.write = written.append
        app.copy_to_clipboard(text)
        await app.workers.wait_for_complete()
        await pilot.pause()
        (note,) = app._notifications
        assert app.clipboard == text  # which fields paste
        sent = re.findall(r"\x1b\]52;c;(.*?)\a", "".join(written))
        return "".join(base64.b64decode(one).decode() for one in sent), note.message


@pytest.mark.parametrize("script", [XCLIP, STAYS_ON])
async def test_the_systems_clipboard_comes_first(finished_app, system, script):
    system.add("xclip", script)
    assert await copied(finished_app()) == (NOT_SENT, "copied")
    assert system.kept == TEXT


@pytest.mark.parametrize("script", [FAILS, FORGETS])
async def test_a_clipboard_that_fails_leaves_it_to_the_terminal(finished_app, system, script):
    system.add("xclip", script)
    assert await copied(finished_app()) == SENT


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
async def test_a_terminal_elsewhere_has_a_clipboard_of_its_own(
    finished_app, system, monkeypatch, variable
):
    system.add("xclip", XCLIP)
    monkeypatch.setenv(variable, "there")
    assert await copied(finished_app()) == SENT


async def test_a_clipboard_that_hangs_is_ended(finished_app, system, monkeypatch):
    monkeypatch.setattr(clipboard, "SECONDS_TO_COPY", 0.3)
    system.add("xclip", HANGS)
    assert await copied(finished_app()) == SENT
    assert not system.hanging


async def test_a_clipboard_that_hangs_holds_up_no_way_out(finished_app, system, monkeypatch):
    monkeypatch.setattr(clipboard, "SECONDS_TO_COPY", 1_000)
    system.add("xclip", HANGS)
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        app.copy_to_clipboard(TEXT)
        while not (system.folder / "hanging").exists():
            await pilot.pause()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    await asyncio.gather(*others, return_exceptions=True)  # as at the end of a run
    assert not system.hanging


@pytest.mark.parametrize(
    ("script", "text", "options", "told"),
    [
        (TMUX, TEXT, "load-buffer -w -", "in tmux's buffer, and sent to the terminal"),
        (OLD_TMUX, TEXT, "load-buffer -", "in tmux's buffer"),
        (TMUX, LONG, "load-buffer -", "in tmux's buffer"),
    ],
)
async def test_tmux_takes_it_and_sends_it_on(
    finished_app, system, monkeypatch, script, text, options, told
):
    monkeypatch.setenv("TMUX", "there")
    system.add("tmux", script)
    assert await copied(finished_app(), text) == (NOT_SENT, told)
    assert system.kept == text
    assert (system.folder / "options").read_text().strip() == options


async def test_a_tmux_that_does_not_answer_leaves_it_to_the_terminal(
    finished_app, system, monkeypatch
):
    monkeypatch.setenv("TMUX", "there")
    system.add("tmux", FAILS)
    assert await copied(finished_app()) == SENT


@pytest.mark.usefixtures("system")
async def test_no_more_is_sent_than_a_terminal_takes(finished_app):
    assert await copied(finished_app(), "é" * 37_497) == ("é" * 37_497, "sent to the terminal")
    assert await copied(finished_app(), LONG) == (
        NOT_SENT,
        "not copied: 100 kB, and a terminal takes 75; select less, or save the page",
    )
