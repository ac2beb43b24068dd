"""Every screen, standard output and saved pages with hostile names and texts, byte by byte.

What is drawn is compared with the same screens where every string is harmless: there is no sequence
of a kind that these do not have, and no character between them that a terminal obeys.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tests.hostile.names import NAMES
from tests.hostile.terminals import Terminal, brief, on_terminal
from tests.hostile.test_names import hostile_in
from tests.hostile.workers import home_of_its_own, wait

SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])"
)
KEYS = (
    *("a", "\x1b[B", "i", "\x1b", "x", "1", "i", "\x1b", "y", "2", "\x1b[B", "i", "\x1b", "3", "i"),
    *(
        "\x1b",
        "f",
        "\x1b",
        "4",
        "\x1b[B",
        "z",
        "+",
        "\x1b",
        "5",
        "i",
        "\x1b",
        "b",
        "6",
        "t",
        "\x1b",
    ),
    *("/", "mill\r", "n", "\x1b", "?", "G", "\x1b", ":", "the", "\x1b", "s", "\x1b", "S", "\x1b"),
    *("]", "]", "o", "{typed}", "\x1b", "\x1b", "\x1b"),
)
"""To more than twenty screens and dialogs, one after the other."""
SCREENS = 26


def faults(folder: Path) -> Iterator[str]:
    """What reaches the terminal, standard output and saved files that should not."""
    # a heart that terminals draw in two widths, which brief itself writes sequences around
    baseline = {name: f"harmless {n} \u2764\ufe0f" for n, name in enumerate(NAMES)}
    drawn: dict[str, list[str]] = {}
    for kind, names in (("harmless", baseline), ("hostile", NAMES)):
        place = folder / kind
        files = write(place, names)
        with home_of_its_own(place, 0):
            drawn[kind] = list(screens(files, place, names))
        if kind == "hostile":
            yield from faults_of_output(files, place)
    kinds = {shape for text in drawn["harmless"] for shape in shapes(text)}
    for text in drawn["hostile"]:
        if strange := shapes(text) - kinds:
            yield f"sequences of other kinds: {sorted(strange)[:9]}"
        rows = SEQUENCE.sub("\n", text).replace("\r", "\n").split("\n")
        for row in sorted(set(hostile_in(rows))):
            yield f"drawn: {row!r}"
    size = sum(map(len, drawn["hostile"]))
    print(f"{len(NAMES)} strings, {SCREENS} screens, {size} characters drawn", flush=True)


def write(folder: Path, names: dict[str, str]) -> list[Path]:
    """A file for each string, which is its name, its title and words of its text."""
    folder.mkdir()
    files = []
    for name in names.values():
        path = os.fsencode(folder) + b"/" + os.fsencode(usable(name)) + b".txt"
        text = f"{name}\n\nThe mill in Oslo burned, “{name}” said Ana {name} Ruiz on Monday {name}."
        Path(os.fsdecode(path)).write_text(text, errors="replace")
        files.append(Path(os.fsdecode(path)))
    return files


def usable(name: str) -> str:
    """The string as a file may be named."""
    return os.fsdecode(
        name.replace("/", "∕")
        .replace("\x00", "")
        .encode(
            "utf-8",
            "surrogateescape"
            if all("\udc80" <= c <= "\udcff" or not "\ud800" <= c <= "\udfff" for c in name)
            else "replace",
        )
    )


def screens(files: list[Path], home: Path, names: dict[str, str]) -> Iterator[str]:
    """What is drawn on the way through all screens of the reader, and on the start screen."""
    some = " ".join(names.values()).replace("\x1b", "").replace("\r", "").replace("\n", "")[:300]
    with on_terminal(*brief(*files)) as terminal:
        terminal.see(b"burned")
        wait(terminal, 6)
        drive(terminal, some)
        yield terminal.seen.decode(errors="replace")
    with on_terminal(*brief()) as terminal:
        terminal.see(b"Recent")
        drive(terminal, some)
        yield terminal.seen.decode(errors="replace")
    with on_terminal(*brief(home / files[0].name / "nowhere")) as terminal:
        with suppress(AssertionError):
            terminal.ended(5)
        yield terminal.seen.decode(errors="replace")


def drive(terminal: Terminal, typed: str) -> None:
    """Press the keys to all screens."""
    for key in KEYS:
        if terminal.process.poll() is not None:
            return
        terminal.press(key.replace("{typed}", typed).encode(errors="replace"))
        wait(terminal, 0.15)


def shapes(text: str) -> set[str]:
    """The kinds of sequences in what was drawn: without their numbers and words."""
    return {re.sub(r"[\d;:]+", "", found)[:3] + found[-1] for found in SEQUENCE.findall(text)}


def faults_of_output(files: list[Path], folder: Path) -> Iterator[str]:
    """What standard output, standard error and saved pages have in them."""
    config = {"XDG_CONFIG_HOME": str(folder / usable("a\x1b[31m\u202eb"))}
    for options in (["--json"], ["--markdown"], ["--markdown", "--template", "memo"]):
        yield from _of_run([*options], files, config)
    for option in ("--settings", "--names"):
        yield from _of_run([option], [], config)
    yield from _of_run(["--json"], [file.with_name(file.name + "x") for file in files], config)
    for ending in ("--markdown", "--html"):
        target = folder / f"pages{ending}"
        yield from _of_run([ending, "-o", f"{target}/"], files, config)
        for page in sorted(target.iterdir()):
            yield from (f"{page.name}: {row!r}" for row in hostile_in(_rows(page.read_text())))


def _of_run(options: list[str], files: list[Path], config: dict[str, str]) -> Iterator[str]:
    done = subprocess.run(
        brief(*options, *files), env=os.environ | config, capture_output=True, check=False
    )
    for stream in (done.stdout, done.stderr):
        text = stream.decode("utf-8")
        for row in hostile_in(_rows(text)):
            yield f"{options}: {row[:200]!r}"
        if "Traceback" in text:
            yield f"{options}: a traceback"


def _rows(text: str) -> list[str]:
    return text.split("\n")
