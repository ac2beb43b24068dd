"""Whatever the terminal, the shell or the system does to the screen: the terminal is given back."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.terminals import LEFT, Terminal, brief, on_terminal, until_nobody
from tui.terminal.driver import ASK_FOR_CHARSET

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

ARTICLE = b"The Taliban offensive swept"
STRAY = {
    "a byte that is no UTF-8": b"\xff",
    "the report of an old mouse": b"\x1b[M\x20\xff\xfe",
    "a report that looks like a letter": b"\x1b[M \xc3\xa9",
    "half a report": b"\x1b[M",
    "half a letter": b"\xe2\x82",
    "a letter beyond Unicode": b"\x1b[99999999999u",
    "a size beyond all": b"\x1b[48;99999999999999999;1;1;1t",
    "what no terminal sends": bytes(range(128, 256)),
}


@pytest.fixture
def command(sample) -> tuple[str, ...]:
    return tuple(brief(sample))


def leave(terminal: Terminal) -> None:
    terminal.press(b"q")
    terminal.see(LEFT)
    assert terminal.ended() == 0
    assert terminal.modes() == terminal.before
    assert until_nobody(terminal.process.pid) == set()


def test_no_byte_of_the_terminal_ends_the_screen(command):
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        for stray in STRAY.values():
            terminal.press(stray)
            terminal.press(b"gggg?")  # half a report eats three of them
            terminal.see(b"Help")
            terminal.press(b"?")
            terminal.see(b"Taliban")
        leave(terminal)


@pytest.mark.parametrize("name", ["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"])
def test_a_signal_ends_it_with_its_status_and_all_processes(command, name):
    number = signal.Signals[name]
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        os.kill(terminal.process.pid, number)
        terminal.see(LEFT)
        assert terminal.ended() == 128 + number
        assert terminal.modes() == terminal.before
        assert until_nobody(terminal.process.pid) == set()
        assert b"Traceback" not in terminal.seen


def test_a_terminal_that_goes_away_leaves_no_process(command):
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        os.close(terminal.side)
        terminal.side = -1
        assert until_nobody(terminal.process.pid) == set()
        assert terminal.process.wait() == 128 + signal.SIGHUP


def test_a_terminal_that_takes_nothing_more_does_not_hold_up_the_end(command):
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        terminal.press(b"\x0c" * 200)  # far more than a terminal takes that nobody reads
        os.kill(terminal.process.pid, signal.SIGTERM)
        assert until_nobody(terminal.process.pid, 4) == set()
        assert terminal.process.wait() == 128 + signal.SIGTERM


LIGHT_GROUND = b"48;2;250;247;240m"


def test_a_terminal_that_tells_its_ground_is_followed_and_its_answers_are_no_keys(command):
    with on_terminal(*command) as terminal:
        terminal.see(b"\x1b]11;?\x1b\\\x1b[?2031h")
        terminal.press(b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
        terminal.see(LIGHT_GROUND)
        terminal.press(b"\x1b[?997;1n")
        terminal.see(b"48;2;21;23;28m")
        terminal.press(b"?")
        terminal.see(b"Help")
        terminal.press(b"?")
        terminal.see(b"Taliban")
        leave(terminal)
        assert b"\x1b[?2031l" in terminal.seen


@pytest.mark.skipif(shutil.which("localedef") is None, reason="makes a locale without UTF-8")
def test_without_utf8_frames_are_of_ascii_until_the_terminal_shows_that_it_has_it(
    command, tmp_path, monkeypatch
):
    made = tmp_path / "de_DE.ISO-8859-1"
    subprocess.run(["localedef", "-i", "de_DE", "-f", "ISO-8859-1", made], capture_output=True)
    if not made.exists():
        pytest.skip("the sources of locales are not here")
    monkeypatch.setenv("LOCPATH", str(tmp_path))
    monkeypatch.setenv("LC_ALL", made.name)
    with on_terminal(*command) as terminal:
        terminal.see(ASK_FOR_CHARSET)
        terminal.see(ARTICLE)
        assert terminal.seen.replace(ASK_FOR_CHARSET, b"").isascii()
        terminal.press(b"\x1b[1;2R")
        terminal.see("╭".encode())
        leave(terminal)


def test_the_shell_is_one_key_away_and_fg_comes_back(command):
    with on_terminal("bash", "--norc", "--noprofile", "-i") as shell:
        shell.press(f"PS1='ready> '; {shlex.join(command)}\r".encode())
        shell.see(ARTICLE)
        for _ in range(2):
            shell.press(b"\x1a")
            shell.see(LEFT)
            shell.see(b"ready> ")
            shell.press(b"echo it is $((6 * 7))\r")
            shell.see(b"it is 42")
            shell.press(b"fg\r")
            shell.see(b"Taliban")
            shell.press(b"?")
            shell.see(b"Help")
            shell.press(b"?")
        shell.press(b"q")
        shell.see(b"ready> ")
        shell.press(b"exit $?\r")
        assert shell.ended() == 0


def test_a_job_that_is_stopped_can_be_killed(command):
    with on_terminal("bash", "--norc", "--noprofile", "-i") as shell:
        shell.press(f"PS1='ready> '; {shlex.join(command)}\r".encode())
        shell.see(ARTICLE)
        shell.press(b"\x1a")
        shell.see(b"ready> ")
        shell.press(b"kill %1\r")
        shell.press(b"wait; jobs; echo none is left\r")
        shell.see(b"none is left\r\n")
        assert until_nobody(shell.process.pid, but=shell.process.pid) == set()


def test_without_a_shell_to_go_back_to_the_screen_goes_on(command):
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        terminal.press(b"\x1a")
        terminal.see(LEFT)
        terminal.see(b"Taliban")
        leave(terminal)


def test_what_was_stopped_from_outside_draws_all_anew(command):
    with on_terminal(*command) as terminal:
        terminal.see(ARTICLE)
        os.kill(terminal.process.pid, signal.SIGSTOP)
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.see(b"Taliban")
        leave(terminal)


def test_messages_may_go_elsewhere(command):
    with (
        Path(os.devnull).open("w") as nowhere,
        on_terminal(*command, stderr=nowhere.fileno()) as terminal,
    ):
        terminal.see(ARTICLE)
        leave(terminal)
