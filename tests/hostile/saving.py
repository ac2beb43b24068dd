"""Pages saved and libraries written while everything goes wrong."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from briefing.library.store import Library
from briefing.options import Options
from tests.hostile.libraries import briefing
from tests.hostile.shelves import faults_of_index
from tests.hostile.terminals import brief

SAVING = """
import sys
from pathlib import Path
from briefing.page.saving import save_page
path = Path(sys.argv[1])
print("ready", flush=True)
number = 0
while True:
    number += 1
    save_page(f"{number % 10}" * 200_000, path, overwrite=True)
"""
WRITING = """
import sys
from pathlib import Path
from briefing.library.store import Library
from briefing.options import Options
from tests.hostile.libraries import briefing
first, last = int(sys.argv[2]), int(sys.argv[3])
library = Library(Path(sys.argv[1]))
print("ready", flush=True)
for number in range(first, last):
    library.save(briefing(number), Options())
    print(number, flush=True)
"""


def faults_of_kills(count: int, folder: Path) -> Iterator[str]:
    """A program that saves one page after the other is killed so many times."""
    choose, path = random.Random(0), folder / "page.md"
    for number in range(count):
        command = [sys.executable, "-c", SAVING, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            program.stdout.readline()
            with suppress(subprocess.TimeoutExpired):  # killed at any moment, and not awaited
                program.wait(choose.uniform(0, 0.05))
            program.kill()
        if path.exists():
            text = path.read_text()
            if len(text) != 200_000 or len(set(text)) != 1:
                yield f"kill {number}: a torn page of {len(text)} characters"
    left = [name for name in os.listdir(folder) if name != path.name]  # noqa: PTH208
    print(f"{count} kills while saving, {len(left)} temporary files left", flush=True)
    if len(left) > count // 100:
        yield f"temporary files are left: {left[:5]}"


def faults_of_writers(count: int, kills: int, folder: Path) -> Iterator[str]:
    """Two programs write so many briefings each into one library, and are killed meanwhile."""
    path, choose = folder / "library.sqlite", random.Random(0)
    last = {0: count, count: 2 * count}
    done: set[int] = set()
    killed = 0
    begin = dict.fromkeys(last)

    def start(first: int) -> subprocess.Popen[str]:
        at = max((n + 1 for n in done if first <= n < last[first]), default=first)
        command = [sys.executable, "-c", WRITING, str(path), str(at), str(last[first])]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    programs = {first: start(first) for first in begin}
    while programs:
        for first, program in list(programs.items()):
            assert program.stdout is not None
            lives = choose.randint(1, max(2, 2 * count // max(kills, 1)))
            ended = False
            for _ in range(lives):
                line = program.stdout.readline()
                ended = not line
                if ended:
                    break
                if line.strip().isdigit():
                    done.add(int(line))
            if not ended and killed < kills:
                program.kill()
                killed += 1
                done.update(int(line) for line in program.stdout if line.strip().isdigit())
                ended = True
            if ended:
                program.wait()
                program.stdout.close()
                del programs[first]
                if any(n not in done for n in range(first, last[first])):
                    programs[first] = start(first)
    library = Library(path)
    lost = [n for n in sorted(done) if library.briefing_of(briefing(n).article, Options()) is None]
    not_found = [n for n in sorted(done) if not library.find(f'"Mill {n} burned"', 1)]
    yield from faults_of_index(library)
    library.close()
    print(f"2 programs wrote {len(done)} briefings, {killed} kills, {len(lost)} lost", flush=True)
    if lost or not_found or len(done) != 2 * count:
        yield f"lost: {lost[:5]}, not found: {not_found[:5]}, written {len(done)}"


def _without_space() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _unset_home(folder: Path) -> dict[str, str]:
    del folder
    return {"HOME": ""}


HOMES: dict[str, Callable[[Path], dict[str, str]]] = {
    "no folder": lambda folder: {"HOME": str(folder / "nowhere")},
    "a file": lambda folder: {"HOME": str(_file(folder))},
    "a device": lambda _: {"HOME": "/dev/null"},
    "read-only": lambda _: {"HOME": "/proc"},
    "empty": _unset_home,
    "a circle": lambda folder: {"HOME": str(_circle(folder))},
}


def _file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file"


def _circle(folder: Path) -> Path:
    with suppress(FileExistsError):
        (folder / "circle").symlink_to("circle")
    return folder / "circle"


def faults_of_disks(count: int, folder: Path) -> Iterator[str]:
    """A disk that is full or read-only, and a HOME that is missing: a briefing, and one line."""
    article = folder / "mill.txt"
    article.write_text("Mill fire\n\nThe mill in Oslo burned down on Monday, said Ana Ruiz.")
    clean = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    runs = 0
    for name, home in HOMES.items():
        done = _run(brief("--json", article), clean | home(folder))
        runs += 1
        if done.returncode or done.stdout.count("\n") != 1 or "Traceback" in done.stderr:
            yield f"HOME is {name}: {done.returncode} {done.stderr[-300:]}"
        elif done.stderr.count("\n") > 3:  # of the settings, the library, and the names
            yield f"HOME is {name}: {done.stderr}"
    page = folder / "page.md"
    page.write_text("mine")
    for number in range(count):
        target = page if number % 2 else folder / "new.md"
        command = brief("--markdown", "--overwrite", "-o", target, article)
        done = _run(command, clean | {"HOME": str(folder)}, _without_space)
        runs += 1
        told = "cannot save" in done.stderr or "cannot analyze" in done.stderr
        if done.returncode != 1 or "Traceback" in done.stderr or not told:
            yield f"full disk: {done.returncode} {done.stderr[-300:]}"
    for target in ("/proc/page.md", "/sys/page.md", "/dev/full", "/dev/null/page.md"):
        done = _run(brief("--markdown", "--overwrite", "-o", target, article), clean)
        runs += 1
        if done.returncode != 1 or done.stderr.count("\n") != 1:
            yield f"{target}: {done.returncode} {done.stderr[-300:]}"
    if page.read_text() != "mine" or list(folder.glob("*.tmp")) or (folder / "new.md").exists():
        yield "a full disk changed what was there"
    print(f"{runs} runs with a full or read-only disk or without HOME", flush=True)


def _run(
    command: object, environment: dict[str, str], before: Callable[[], object] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        list(command),  # type: ignore[call-overload]
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=before,
        timeout=60,
    )
