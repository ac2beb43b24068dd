"""The real command on a real pseudo-terminal, from the first key to the last."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.test_boundaries import HEAVY, PARSERS
from tests.tui.test_terminal import read_until

TESTS = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

# The command itself, which notes at its end what it has loaded.
SCRIPT = """
import json, sys
from tui.cli import main
code = main(sys.argv[2:])
with open(sys.argv[1], "w") as report:
    json.dump({"code": code, "modules": sorted(sys.modules)}, report)
"""


@contextmanager
def running(report: Path, *arguments: str) -> Iterator[int]:
    """The command in a terminal of 160 × 45 cells."""
    terminal, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(report), *arguments],
        stdin=side,
        stdout=side,
        stderr=side,
        start_new_session=True,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "160", "LINES": "45"},
    )
    os.close(side)
    try:
        yield terminal
        process.wait(timeout=30)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def read_and_leave(report: Path, sample: Path) -> dict:
    with running(report, str(sample)) as terminal:
        assert b"6 quotes" in read_until(terminal, b"6 quotes", 60)
        os.write(terminal, b"q")
        read_until(terminal, b"\x1b[?1049l")
    return json.loads(report.read_text())


def test_the_screen_stays_light_and_a_second_opening_needs_no_worker(tmp_path, sample):
    first = read_and_leave(tmp_path / "first.json", sample)
    assert first["code"] == 0
    assert "textual" in first["modules"]
    assert "briefing.engine.workers" in first["modules"]  # a worker did the analysis
    assert not (HEAVY | PARSERS | {"httpcore"}) & set(first["modules"])

    second = read_and_leave(tmp_path / "second.json", sample)
    assert second["code"] == 0
    assert "briefing.engine.workers" not in second["modules"]


def test_the_morning_page_is_a_list_that_opens_articles(tmp_path):
    folder = TESTS / "articles" / "digest"
    report = tmp_path / "report.json"
    with running(report, "--digest", str(folder / "voice"), "/none.txt") as terminal:
        assert b"Morning page" in read_until(terminal, b"Morning page", 60)
        for title in (b"In the articles", b"1 Article"):
            os.write(terminal, b"\r")
            assert title in read_until(terminal, title, 60)
        os.write(terminal, b"q")
        read_until(terminal, b"\x1b[?1049l")
    done = json.loads(report.read_text())
    assert done["code"] == 1  # there is no such file
    assert not (HEAVY | PARSERS | {"httpcore"}) & set(done["modules"])


def test_a_page_is_saved_from_the_screen(tmp_path, sample, own_folders):
    with running(tmp_path / "report.json", str(sample)) as terminal:
        assert b"6 quotes" in read_until(terminal, b"6 quotes", 60)
        os.write(terminal, b"s")
        assert b"Save as one page" in read_until(terminal, b"Save as one page")
        os.write(terminal, b"\r")
        assert b"saved" in read_until(terminal, b"saved").lower()
        os.write(terminal, b"q")
        read_until(terminal, b"\x1b[?1049l")
    (page,) = own_folders.rglob("*.md")
    assert page.read_text().startswith("# Afghanistan Update\n")
