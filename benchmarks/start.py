"""How soon the article is on the screen, beside a bare Textual app with one line of text.

    python benchmarks/start.py [RUNS]

Both are started in turn on a pseudo-terminal of 120 × 36 cells; a time runs from the fork to the
read that holds the text. The library is empty at each start, so that nothing is cached.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_67286731495c820e.txt"
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("hello reader")

Bare().run()
"""
ESCAPES = re.compile(rb"\x1b\][^\x07]*\x07|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[=>78]")
PATIENCE = 20.0


def milliseconds(command: list[str], marker: bytes) -> float:
    """From the fork to the marker on the screen."""
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    written = b""
    try:
        while time.perf_counter() - began < PATIENCE:
            if select.select([terminal], [], [], 0.05)[0]:
                data = os.read(terminal, 65536)
                if b"\x1b[?2026$p" in data:
                    os.write(terminal, b"\x1b[?2026;2$y")
                written += data
                if marker in ESCAPES.sub(b"", written):
                    return (time.perf_counter() - began) * 1000
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    raise SystemExit(f"{command} did not show {marker!r}")


def main() -> None:
    """Print both medians and their ratio."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare, brief = [], []
    for _ in range(runs + 1):  # the first of each only warms the file cache
        bare.append(milliseconds([sys.executable, "-c", BARE], b"hello reader"))
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_DATA_HOME"] = folder
            command = [sys.executable, "-m", "tui", str(SAMPLE)]
            brief.append(milliseconds(command, b"Since US President"))
    for name, times in (("bare Textual", bare[1:]), ("brief", brief[1:])):
        print(f"{name:12} median {statistics.median(times):4.0f} ms, best {min(times):4.0f}")
    print(f"ratio {statistics.median(brief[1:]) / statistics.median(bare[1:]):.2f}")


if __name__ == "__main__":
    main()
