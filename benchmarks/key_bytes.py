"""How many bytes a key makes brief send to the terminal.

    python -m benchmarks.key_bytes [COLUMNSxROWS ...]

A slow line carries 10,000 bytes a second, so that 1,000 bytes are a tenth of a second. The article
is analyzed before the first key; every key is pressed several times, and the median is shown.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.key_paint import SAMPLE
from benchmarks.terminal import Terminal

SIZES = ((80, 24), (120, 36), (200, 60))
DOWN, UP, PAGE_DOWN, PAGE_UP = b"\x1b[B", b"\x1b[A", b"\x1b[6~", b"\x1b[5~"
ENTER, BACKSPACE, TAB, ESCAPE = b"\r", b"\x7f", b"\t", b"\x1b"
PANES = {"summary": b"2", "actors": b"3", "places": b"4", "quotes": b"5", "when": b"6"}
TIMES = 5
COPIES = 4
"""How often the sample's paragraphs stand in the article: 2,400 words."""
SECONDS_TO_ANALYZE = 8.0
"""Without a byte: then the parts of the briefing have all come."""
Steps = list[tuple[str, bytes]]

IN_ARTICLE: Steps = [
    ("article: down", DOWN),
    ("article: up", UP),
    ("article: page down", PAGE_DOWN),
    ("article: page up", PAGE_UP),
    ("article: next mark", b"l"),
    ("tab", TAB),
    ("shift+tab", b"\x1b[Z"),
    ("card: open", b"i"),
    ("card: close", ESCAPE),
    ("help: open", b"?"),
    ("help: close", ESCAPE),
]
IN_PANE: Steps = [("down", DOWN), ("up", UP), ("enter", ENTER), ("backspace", BACKSPACE)]


def measured(columns: int, rows: int) -> dict[str, float]:
    """Bytes of each key on a terminal of this size."""
    sent: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {f"XDG_{kind}_HOME": home for kind in ("DATA", "STATE", "CONFIG", "CACHE")}
        path = Path(home) / "article.txt"
        path.write_text(
            "\n\n".join([f"Opening words of {columns}.", *[SAMPLE.read_text()] * COPIES])
        )
        with Terminal([sys.executable, "-m", "tui", str(path)], columns, rows) as terminal:
            terminal.until(b"Opening words")
            terminal.settle(SECONDS_TO_ANALYZE)

            def press(name: str, key: bytes) -> None:
                sent.setdefault(name, []).append(terminal.bytes_of(key))

            press("ctrl+l", b"\x0c")
            for _ in range(TIMES):
                for name, key in IN_ARTICLE:
                    press(name, key)
            for pane, number in PANES.items():
                press(f"{pane}: go there", number)
                for _ in range(TIMES):
                    for name, key in IN_PANE:
                        press(f"{pane}: {name}", key)
                press(f"{pane}: escape", ESCAPE)
    return {name: statistics.median(counts) for name, counts in sent.items()}


def main() -> None:
    """Print the figures."""
    given = [tuple(map(int, one.split("x"))) for one in sys.argv[1:]]
    sizes = [(columns, rows) for columns, rows in given] or list(SIZES)
    found = [measured(*size) for size in sizes]
    print(f"{'bytes':<22}" + "".join(f"{f'{c} × {r}':>12}" for c, r in sizes))
    for name in found[0]:
        print(f"{name:<22}" + "".join(f"{one[name]:>12,.0f}" for one in found))


if __name__ == "__main__":
    main()
