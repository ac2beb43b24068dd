"""Hours of random keys, resizes, articles and saves on a pseudo-terminal: memory stays flat."""

from __future__ import annotations

import fcntl
import os
import random
import struct
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.hostile.terminals import Terminal, brief, family, on_terminal, until_nobody
from tests.hostile.workers import ARTICLE, home_of_its_own, last_of, wait

KEYS_A_SECOND = 5.0
MINUTE = 60.0
ANSWER = 30.0
"""Seconds within which the screen is drawn anew when asked."""
GROWTH = 1.25
"""How much more memory the last quarter may take than the second, once all screens were seen."""
FEWEST_MINUTES = 8
"""From which on the growth is looked at."""
CALM = b"\x1b" * 5
"""Out of every dialog."""
KEYS = (
    *"jkgGhlnNifb+-1234567zvyexuUpwY]\\[aSDxtX{}<>HJKL0?:s,W i+-jjkk\r\t ",
    *("\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1b", "\x7f"),
    *("\x04", "\x15", "\x0c", "\x1b[<0;20;8M\x1b[<0;20;8m", "\x1b[<65;30;9M", "é", "漢"),
)
"""Single keys and clicks; none that ends the program or starts another one, and no slash, with
which a random path could leave the folder."""
SENTENCES = (
    "The mill in Oslo burned down on Monday, said Ana Ruiz, who runs it.",
    "“We lost 450 tonnes of grain,” the owner Peder Holm told reporters in Bergen. 🔥",
    "Between 300 and 900 people live near the river, the council of Narvik said.",
    "Officials from Norway and Peru met in Geneva on 3 May 2024 to talk about the port.",
    "She added that “nobody will be left without work this winter”.",
)


def faults(minutes: float, folder: Path) -> Iterator[str]:
    """Use the program for so many minutes; what goes wrong, and what is left afterwards."""
    choose = random.Random(0)
    temporary = folder / "tmp"
    temporary.mkdir(parents=True)
    articles = write(folder)
    before = os.environ.copy()
    os.environ |= {
        "TMPDIR": str(temporary),
        "PYTHONPATH": str(Path.cwd()),
        "PATH": str(temporary),  # no program but brief's own runs
        "EDITOR": "true",
    }
    try:
        with home_of_its_own(folder, 0):
            end = time.monotonic() + minutes * MINUTE
            while time.monotonic() < end:
                yield from _faults_of_one(choose, articles, folder, end)
    finally:
        os.environ.clear()
        os.environ |= before
    left = [path.name for path in temporary.iterdir() if not path.name.startswith("pymp-")]
    if left:
        yield f"{len(left)} temporary files are left: {left[:5]}"


def write(folder: Path) -> list[Path]:
    """Short and long articles of invented news."""
    articles = []
    for number, sentences in enumerate((3, 5, 40, 900, 12, 200)):
        rows = [SENTENCES[(number + i) % len(SENTENCES)] for i in range(sentences)]
        path = folder / f"a{number}.txt"
        path.write_text(f"Mill fire {number}\n\n{ARTICLE}\n\n" + "\n\n".join(rows))
        articles.append(path)
    return articles


def _faults_of_one(
    choose: random.Random, articles: list[Path], folder: Path, end: float
) -> Iterator[str]:
    """Use one process until it ends, or the time is over and its terminal goes away."""
    memory: list[float] = []
    pressed: list[str] = []
    with on_terminal(*brief(choose.choice(articles)), folder=folder) as terminal:
        terminal.see(b"Mill fire")
        look = time.monotonic() + MINUTE
        while (now := time.monotonic()) < end and terminal.process.poll() is None:
            pressed = [*pressed[-200:], _act(terminal, choose, articles)]
            wait(terminal, 1 / KEYS_A_SECOND)
            terminal.seen = terminal.seen[-20_000:]
            if now >= look:
                look = now + MINUTE
                memory.append(_report(terminal))
                if not _answers(terminal):
                    yield f"no answer after {''.join(pressed)!r}: {last_of(terminal)}"
                    return
        status = terminal.process.poll()
        if status not in (None, 0, 130) or b"Traceback" in terminal.seen:
            yield f"exit status {status} after {''.join(pressed)!r}: {last_of(terminal)}"
        session = terminal.process.pid
        os.close(terminal.side)
        terminal.side = -1
        terminal.process.wait(ANSWER)
        if left := until_nobody(session):
            yield f"{len(left)} processes are left"
    if len(memory) >= FEWEST_MINUTES:
        quarter = len(memory) // 4
        early, late = median(memory[quarter : 2 * quarter]), median(memory[-quarter:])
        print(f"memory of {len(memory)} minutes: {early:.0f} MB, then {late:.0f} MB", flush=True)
        if late > GROWTH * early:
            yield f"memory grows from {early:.0f} to {late:.0f} MB"


def _act(terminal: Terminal, choose: random.Random, articles: list[Path]) -> str:
    """Press, resize, open an article, search, or save, mostly press; what was done."""
    number = choose.random()
    if number < 0.01:
        rows, columns = choose.randint(5, 60), choose.randint(20, 220)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(terminal.side, termios.TIOCSWINSZ, size)
        return f"<{columns}x{rows}>"
    keys = choose.choice(KEYS).encode()
    if number < 0.015:
        keys = CALM + b"o" + choose.choice(articles).name.encode() + b"\r"
    elif number < 0.02:
        keys = CALM + b"/" + choose.choice((b"mill", b"Oslo", b"nobody")) + b"\r"
    elif number < 0.025:
        keys = CALM + b"s" + b"\x15" + b"page%d.md\r" % choose.randint(0, 9)
    terminal.press(keys)
    return keys.decode()


def _report(terminal: Terminal) -> float:
    """Print what the processes of the session take, and return it in megabytes."""
    sizes = {number: _megabytes(number) for number in family(terminal.process.pid)}
    main = terminal.process.pid
    files = len(list(Path(f"/proc/{main}/fd").iterdir())) if main in sizes else 0
    print(
        f"{time.strftime('%H:%M')} screen {sizes.get(main, 0):.0f} MB, {len(sizes) - 1} others"
        f" {sum(sizes.values()) - sizes.get(main, 0):.0f} MB, {files} files open",
        flush=True,
    )
    return sizes.get(main, 0.0)


def _megabytes(number: int) -> float:
    try:
        pages = int(Path(f"/proc/{number}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _answers(terminal: Terminal) -> bool:
    """True if the screen is drawn anew when it is asked to."""
    terminal.press(CALM + b"\x0c")
    try:
        terminal.see(b"\x1b[", ANSWER)
    except AssertionError:
        return terminal.process.poll() is not None
    return True
