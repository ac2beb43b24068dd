"""How soon the article is on the screen, and the panes beside it.

The first frame is measured beside a bare Textual app with one line of text, on a pseudo-terminal of
120 × 36 cells, from the fork to the read that holds the text; the panes, on one of 160 × 45 cells,
beside `brief --json` of the same article. The library is empty at each start.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.measuring import BRIEF, SAMPLE, Row, home, ratios, run
from benchmarks.terminal import Terminal

BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("hello reader")

Bare().run()
"""
FIRST = "first frame with the article ÷ bare Textual app"
WEB_PAGE = "first frame with a web page of 500 kB"
SUMMARY = "summary pane after launch ÷ cold `brief --json`"
PANES = "panes complete after launch ÷ cold `brief --json`"
SIZE, LARGE = (120, 36), (160, 45)
SUMMARY_COME = b"of 31 sentences"
ALL_COME = b"6 quotes"
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


def rows(runs: int) -> Iterator[Row]:
    """The four rows."""
    bare, plain, web, json, summary, panes = ([] for _ in range(6))
    with home() as environment:
        path = Path(environment["XDG_CACHE_HOME"]) / "page.html"
        path.write_text(page())
        for _ in range(runs + 1):  # the first of each only warms the file cache
            bare.append(_shown((sys.executable, "-c", BARE), environment, b"hello reader"))
            plain.append(_first(SAMPLE, b"Since US President"))
            web.append(_first(path, b"The ferry from Velmora"))
    for _ in range(runs + 1):
        began = time.perf_counter()
        with home() as environment:
            run((*BRIEF, "--json", str(SAMPLE)), environment)
        json.append((time.perf_counter() - began) * 1000)
        with home() as environment, Terminal(_opening(SAMPLE), *LARGE, environment) as terminal:
            summary.append(terminal.until(SUMMARY_COME))
            panes.append(terminal.until(ALL_COME))
    yield _row(FIRST, 1.25, plain, bare)
    yield Row(WEB_PAGE, None, web[1:], " ms", "its articles are read in a process of its own")
    yield _row(SUMMARY, 0.5, summary, json)
    yield _row(PANES, 1.15, panes, json)


def _opening(path: Path) -> tuple[str, ...]:
    return (*BRIEF, str(path))


def _first(path: Path, words: bytes) -> float:
    """Milliseconds until words of an article are drawn, with an empty library."""
    with home() as environment:
        return _shown(_opening(path), environment, words)


def _shown(command: Sequence[str], environment: Mapping[str, str], words: bytes) -> float:
    with Terminal(command, *SIZE, environment) as terminal:
        return terminal.until(words)


def _row(measure: str, goal: float, ours: Sequence[float], other: Sequence[float]) -> Row:
    ours, other = ours[1:], other[1:]
    note = " ÷ ".join(f"{statistics.median(each):.0f}" for each in (ours, other)) + " ms"
    return Row(measure, goal, ratios(ours, other), note=note)
