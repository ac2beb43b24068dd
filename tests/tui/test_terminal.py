"""On a real pseudo-terminal: the terminal is restored when the system ends the program."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = """
import sys
from tests.tui.example import FakeEngine, make_article
from tui.app import BriefApp
app = BriefApp([make_article()], FakeEngine().submit)
app.run()
sys.exit(app.return_code)
"""


def read_until(terminal: int, marker: bytes, seconds: float = 20.0) -> bytes:
    data, end = b"", time.monotonic() + seconds
    while marker not in data and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                data += os.read(terminal, 65536)
            except OSError:
                break
    return data


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_leaves_the_terminal_restored(number, code):
    terminal, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=side,
        stdout=side,
        stderr=side,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"},
    )
    os.close(side)
    try:
        assert b"Velden" in read_until(terminal, b"Velden")
        process.send_signal(number)
        assert b"\x1b[?1049l" in read_until(terminal, b"\x1b[?1049l")
        assert process.wait(timeout=20) == code
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def test_the_screen_imports_no_language_tool():
    code = (
        "import sys, tui.app, tui.reader.screen, tui.screens.start, tui.map.braille;"
        "print(sorted({'spacy', 'sumy', 'nltk', 'numpy', 'trafilatura'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
