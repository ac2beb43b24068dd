"""What a text of 5 MB costs on the screen beside one of 100 kB.

    python -m benchmarks.big_text [RUNS]

Both are made of invented words, with the quotation marks and dashes of real articles. Measured on a
pseudo-terminal of 120 × 36 cells, with an empty library:

- start: from the fork to the read that holds the article's first words;
- page down, search, resize: from the key or the new size to the last byte of what was drawn;
- memory: of the drawing process, after all of that.

The analysis is told to use a model that is not there, so that nothing but these is drawn; see
`benchmarks.key_paint` for keys while an analysis runs.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.terminal import LONG_QUIET, Terminal

SIZES = {"100 kB": 100_000, "5 MB": 5_000_000}
PAGES = 60
VOCABULARY = 6_000
OPENING = "Opening words of an invented article"
QUERY = b"he said"
"""Typed letter by letter; the first letters alone stand in every row."""


def invented(size: int) -> str:
    """A text of so many bytes or a few more, the same at each call."""
    pick = random.Random(1)
    words = [
        "".join(pick.choices("abdeiklmnoprstu", k=pick.randint(2, 10))) for _ in range(VOCABULARY)
    ]
    weights = [1 / (place + 3) for place in range(VOCABULARY)]

    def sentence() -> str:
        text = " ".join(pick.choices(words, weights, k=pick.randint(6, 28))).capitalize()
        return pick.choice(("{}.", "{}.", "{}.", "“{},” he said.", "{} — {}.")).format(
            text, pick.choice(words)
        )

    paragraphs, length = [f"{OPENING}. {sentence()}"], 0
    while length < size:
        paragraphs.append(" ".join(sentence() for _ in range(pick.randint(1, 5))))
        length += len(paragraphs[-1].encode()) + 2
    return "\n\n".join(paragraphs)


def command(path: Path) -> list[str]:
    """What opens the text."""
    return [sys.executable, "-m", "tui", "--model", "none", str(path)]


def p95(times: list[float]) -> float:
    """What 95 of 100 take at most."""
    return statistics.quantiles(times, n=20)[-1]


def measured(path: Path) -> dict[str, float]:
    """One run through a text."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {f"XDG_{kind}_HOME": home for kind in ("DATA", "STATE", "CONFIG", "CACHE")}
        with Terminal(command(path)) as terminal:
            figures["start, ms"] = terminal.until(OPENING.encode())
            terminal.until(b"analysis failed")
            terminal.settle(seconds=6)  # until the note about it is gone
            figures["page down p95, ms"] = p95([terminal.press(b" ") for _ in range(PAGES)])
            terminal.press(b"/", LONG_QUIET)
            figures["search, slowest letter, ms"] = max(
                terminal.press(bytes([letter]), LONG_QUIET) for letter in QUERY
            )
            terminal.press(b"\r", LONG_QUIET)
            figures["next hit, ms"] = terminal.press(b"n")
            figures["resize, slowest, ms"] = max(
                terminal.resize(*size, LONG_QUIET) for size in ((100, 40), (160, 45), (120, 36))
            )
            figures["memory, MB"] = terminal.megabytes()
    return figures


def main() -> None:
    """Print a table of medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    taken: dict[str, list[dict[str, float]]] = {name: [] for name in SIZES}
    with tempfile.TemporaryDirectory() as folder:
        for name, size in SIZES.items():
            (Path(folder) / name).write_text(invented(size))
        for _ in range(runs):
            for name in SIZES:
                taken[name].append(measured(Path(folder) / name))
    print(f"{'':28}" + "".join(f"{name:>9}" for name in SIZES))
    for figure in taken["5 MB"][0]:
        medians = (statistics.median(run[figure] for run in taken[name]) for name in SIZES)
        print(f"{figure:28}" + "".join(f"{median:9.0f}" for median in medians))
    print(f"median of {runs} runs; load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
