"""From a key to its paint while a real analysis runs in the other process.

    python -m benchmarks.key_paint [KEYS]

Rows and pages of a long article, and changes of panes, on a terminal of 160 × 45 cells. Two times
run from a key: to the end of the first frame, and to the last byte before the terminal was quiet,
which holds what the parts of a briefing draw when they come just then. The article is opened anew,
with another word in it so that no library knows it, until there are enough keys.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from benchmarks.big_text import p95
from benchmarks.terminal import Terminal

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_67286731495c820e.txt"
TIMES = 25
"""How often the sample's paragraphs stand in the long article: 15,000 words."""
KEYS = (b"j", b"j", b" ", b"k", b"3", b"1", b"j", b" ", b"k", b"5", b"1", b"j", b"2", b"1")
"""Each of them draws something, whatever has been found by then."""
DONE = " actors · ".encode()


def article(number: int) -> str:
    """A long article that no other run has."""
    return "\n\n".join([f"Opening words of number {number}.", *[SAMPLE.read_text()] * TIMES])


def main() -> None:
    """Print the figures."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    firsts: list[float] = []
    lasts: list[float] = []
    number = 0
    while len(lasts) < wanted:
        number += 1
        with tempfile.TemporaryDirectory() as home:
            os.environ |= {
                f"XDG_{kind}_HOME": home for kind in ("DATA", "STATE", "CONFIG", "CACHE")
            }
            path = Path(home) / "article.txt"
            path.write_text(article(number))
            with Terminal([sys.executable, "-m", "tui", str(path)], 160, 45) as terminal:
                terminal.until(b"Opening words")
                terminal.settle(0.2)
                keys = cycle(KEYS)
                while len(lasts) < wanted and not terminal.shows(DONE):
                    first, last = terminal.paint(next(keys))
                    firsts.append(first)
                    lasts.append(last)
    print(f"{wanted} keys; load {os.getloadavg()[0]:.1f}")
    for name, times in (("first frame", firsts), ("last byte", lasts)):
        print(f"{name:<11}  p50 {statistics.median(times):4.0f} ms", end="  ")
        print(f"p95 {p95(times):4.0f} ms  longest {max(times):4.0f} ms")


if __name__ == "__main__":
    main()
