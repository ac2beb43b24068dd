"""How soon the article is on the screen, beside a bare Textual app with one line of text.

    python benchmarks/start.py [RUNS]

A bare app, brief with a plain text and brief with a web page of 500 kB are started in turn on a
pseudo-terminal of 120 × 36 cells; a time runs from the fork to the read that holds the text. The
library is empty at each start, so that nothing is cached.
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
SENTENCES = (
    "The ferry from Velmora to Dunmere was cancelled for the third time in a week. ",
    "“It cannot carry another winter,” said Tor Quillfeather of the port authority. ",
    "Nobody could say on Tuesday what a new pier would cost or who would pay for it. ",
    "The council approved the plan after months of debate about the old customs house. ",
)
PAGE_SIZE = 500_000


def page() -> str:
    """A web page: an article of 40 kB between menus, scripts and lists of other articles."""
    paragraphs = "".join(
        f"<p>{SENTENCES[n % 4] * 2}{SENTENCES[n * 3 % 4]}</p>\n" for n in range(160)
    )
    links = "".join(
        f'<li class="item"><a href="/news/{n}/ferry">Ferry {n}</a> <span>{n} min</span></li>\n'
        for n in range(2_000)
    )
    start = (
        "<!DOCTYPE html><html><head><title>Ferry cancelled again | Velmora</title></head><body>"
        f"<nav><ul>{links[: len(links) // 4]}</ul></nav><article><h1>Ferry cancelled again</h1>"
        f"{paragraphs}</article><aside><ul>{links}</ul></aside><script>var items = ["
    )
    end = "];</script></body></html>"
    item = '{"id": 17, "kind": "story", "seen": false}, '
    return start + item * ((PAGE_SIZE - len(start) - len(end)) // len(item)) + end


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
    """Print the medians, the ratio to the bare app, and by how much later the page stands."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    times: dict[str, list[float]] = {"bare Textual": [], "plain text": [], "web page": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page())
        for run in range(runs + 1):  # the first of each only warms the file cache
            os.environ["XDG_DATA_HOME"] = f"{folder}/{run}"
            times["bare Textual"].append(
                milliseconds([sys.executable, "-c", BARE], b"hello reader")
            )
            command = [sys.executable, "-m", "tui"]
            times["plain text"].append(milliseconds([*command, str(SAMPLE)], b"Since US President"))
            times["web page"].append(milliseconds([*command, str(path)], b"The ferry from Velmora"))
    for name, taken in times.items():
        print(
            f"{name:12} median {statistics.median(taken[1:]):4.0f} ms, best {min(taken[1:]):4.0f}"
        )
    bare, plain, web = (statistics.median(taken[1:]) for taken in times.values())
    print(f"ratio of the plain text to the bare app {plain / bare:.2f}")
    print(f"the web page of {PAGE_SIZE // 1000} kB stands {web - plain:.0f} ms later")


if __name__ == "__main__":
    main()
