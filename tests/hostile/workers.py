"""The processes of the screen killed or stopped at any moment: the article stays readable."""

from __future__ import annotations

import os
import random
import re
import select
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.hostile.terminals import Terminal, brief, family, on_terminal

TITLE = "Mill fire in Oslo"
WORDS = "The mill in Oslo burned down on Monday"
ARTICLE = f"{TITLE}\n\n" + "\n\n".join(
    f"{WORDS}, said officials of Norway. “We ran from house number {number},” said Ana Ruiz."
    for number in range(40)
)
SEQUENCE = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b[()][0-9A-B]|\x1b[78=>]")
LATEST = 4.0
"""Seconds after which the panes are filled, whatever the machine."""


def wait(terminal: Terminal, seconds: float) -> None:
    """Take what is drawn for so long, or until the program ends."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and terminal.process.poll() is None:
        if select.select([terminal.side], [], [], 0.02)[0]:
            with suppress(OSError):
                terminal._take()


def fault_after(number: int, seconds: float, article: Path, choose: random.Random) -> str:
    """Do something to one of the processes after so many seconds; what is wrong then, or ""."""
    sign = signal.SIGKILL if number % 3 else signal.SIGSTOP
    with on_terminal(*brief(article)) as terminal:
        terminal.see(WORDS.encode()[:12])
        wait(terminal, seconds)
        others = sorted(family(terminal.process.pid) - {terminal.process.pid})
        hit = [choose.choice(others)] if others else []
        if number % 5 == 4:
            hit = others
        for process in hit:
            with suppress(ProcessLookupError):
                os.kill(process, sign)
        wait(terminal, 0.3)
        what = f"{sign.name} of {len(hit)} of {len(others)} after {seconds:.2f} s"
        return after(terminal, what)


def after(terminal: Terminal, what: str) -> str:
    """What is wrong with a screen on which the article is to be readable, or ""."""
    if terminal.process.poll() is not None:
        return f"{what}: it ended with {terminal.process.returncode}: {last_of(terminal)}"
    for keys, marker in ((b"?", b"Moving"), (b"\x1b", b"Mill fire")):
        terminal.press(keys)
        try:
            terminal.see(marker, 5)
        except AssertionError:
            return f"{what}: no answer to a key: {last_of(terminal)}"
    if b"Traceback" in terminal.seen:
        return f"{what}: a traceback"
    terminal.press(b"\x11")  # ctrl+q; q after an escape would be another key
    try:
        status = terminal.ended(5)
    except Exception:
        return f"{what}: it does not end"
    return f"{what}: exit status {status}" if status else ""


def last_of(terminal: Terminal) -> str:
    """The last words that were drawn."""
    return SEQUENCE.sub(b" ", terminal.seen)[-200:].decode(errors="replace")


def faults(count: int, folder: Path) -> Iterator[str]:
    """Kill or stop processes at so many moments, spread over start, reading and analysis."""
    article = folder / "mill.txt"
    article.write_text(ARTICLE)
    choose = random.Random(0)
    for number in range(count):
        with home_of_its_own(folder, number):
            fault = fault_after(number, LATEST * number / count, article, choose)
        if fault:
            yield fault
    print(f"processes of {count} screens killed or stopped", flush=True)


@contextmanager
def home_of_its_own(folder: Path, number: int) -> Iterator[None]:
    """Where nothing is known yet, so that the article is analyzed."""
    before = os.environ["HOME"]
    os.environ["HOME"] = str(folder / f"home-{number}")
    try:
        yield
    finally:
        os.environ["HOME"] = before


MEMORY = (250, 300, 350, 400, 450, 500, 550, 600, 700, 800, 1000, 1250, 1500)
"""Megabytes of address space for each process."""
WHY = (
    b"analysis needs more memory",
    b"analysis crashed",
    b"analysis cannot run",
    b"analysis failed",
)
FULL = b"Norway"
"""Stands in a pane when the analysis has found it, and in the article too far below."""
LIMITED = 'ulimit -v "$1"; shift; exec "$@"'


def faults_of_memory(limits: Sequence[int], folder: Path) -> Iterator[str]:
    """With so little memory: the article, and the panes or one line that says why not."""
    article = folder / "mill.txt"
    article.write_text(ARTICLE)
    told = []
    for number, limit in enumerate(limits):
        command = ["sh", "-c", LIMITED, "sh", str(limit * 1024), *brief(article)]
        with home_of_its_own(folder, 10_000 + number), on_terminal(*command) as terminal:
            end = time.monotonic() + 20
            while time.monotonic() < end and terminal.process.poll() is None:
                wait(terminal, 0.2)
                seen = SEQUENCE.sub(b"", terminal.seen)
                if any(why in seen for why in WHY) or b"min \xc2\xb7" in seen:
                    break
            seen = SEQUENCE.sub(b"", terminal.seen)
            reason = next((why.decode() for why in WHY if why in seen), "complete")
            told.append(f"{limit} MB: {reason}")
            if WORDS.encode()[:12] not in seen:
                yield f"{limit} MB: no article: {last_of(terminal)}"
            elif fault := after(terminal, f"{limit} MB"):
                yield fault
    print("; ".join(told), flush=True)
