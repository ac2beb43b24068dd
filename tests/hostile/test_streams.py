"""Standard streams that are closed, full, or pipes that nobody reads: one line, never a traceback.

One option is tried with each stream in each of these ways, every other that prints with those three
that the writing itself meets.
"""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys

import pytest

from tests.hostile.terminals import brief

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")

PRINTING = [
    "--settings",
    "--names",
    "--version",
    "--help",
    "--json {}",
    "--markdown {}",
    "--html {}",
]
STREAMS = {
    "> /dev/full": (1, "brief: cannot write to standard output: No space left on device\n"),
    ">&-": (1, "brief: cannot write to standard output: Bad file descriptor\n"),
    "> /dev/null 2>&-": (0, ""),
    "> /dev/null 2> /dev/full": (0, ""),
    "> /dev/null <&-": (0, ""),
    "<&- >&- 2>&-": (1, ""),
    "| true": (0, ""),
}
OF_WRITING = ("> /dev/full", ">&-", "| true")


def run(command: str) -> tuple[int, str]:
    """The exit status of brief in a line of the shell, and its messages."""
    done = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stderr


@pytest.fixture
def line(sample) -> str:
    """The command, after one run that leaves its briefing in the library."""
    command = shlex.join(brief())
    assert run(f"{command} --json {shlex.quote(str(sample))} > /dev/null") == (0, "")
    return command


def test_every_option_and_every_stream(line, sample):
    for option in PRINTING:
        for streams, expected in STREAMS.items():
            if option != "--json {}" and streams not in OF_WRITING:
                continue
            if os.path.exists("/dev/full") or "full" not in streams:  # noqa: PTH110
                written = option.format(shlex.quote(str(sample)))
                assert run(f"{line} {written} {streams}") == expected, (option, streams)


@pytest.mark.parametrize("streams", ["2>&-", "2> /dev/full"])
def test_wrong_usage_is_told_by_the_status_where_nobody_hears_it(streams):
    assert run(f"{shlex.join(brief())} --nonsense {streams}") == (2, "")


def test_standard_input_that_is_closed_is_said():
    status, said = run(f"{shlex.join(brief('--json', '-'))} <&-")
    assert status == 1
    assert said.startswith("brief: cannot read standard input")
    assert said.count("\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_old_encoding_is_no_reason_to_fail(encoding, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", f"{encoding}:strict")
    for option in ("--help", "--settings", "--names", "--version"):
        assert run(f"{shlex.join(brief())} {option} > /dev/null") == (0, "")


MOMENTS = ["tui.command.streams", "argparse", "msgspec", "tui.settings", "briefing.service",
           "sqlite3", "tui.command.headless", "briefing.codec"]  # fmt: skip
"""Modules whose loading tells how far a run is."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_is_quiet_at_any_moment_of_the_start(sample, moment):
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "tui", "--json", str(sample)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    seen = []
    for line in process.stderr:
        seen.append(line)
        if line.rpartition("|")[2].strip() == moment:
            process.send_signal(signal.SIGINT)
            break
    else:
        pytest.fail(f"{moment} is not loaded: {seen[-3:]}")
    rest = process.communicate(timeout=30)[1]
    said = [line for line in rest.splitlines() if not line.startswith("import time:")]
    assert said == []
    assert process.returncode == 130
