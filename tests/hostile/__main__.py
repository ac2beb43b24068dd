"""All promises of SECURITY.md with their full counts; an hour, not seconds.

    python -m tests.hostile [NAME...] [--share SHARE]

Without names, all of them; `--share 0.1` runs a tenth of each count. A line or more for each
promise says what was done, and each fault has a line. The exit status is 1 where there is a fault.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.hostile import readers, saving, screens, shelves, signals, soak, workers
from tests.hostile.markdown import faults_of_page, faults_of_text, renderers, texts

ROOT = Path(__file__).parents[2]
MINUTES_OF_SOAK = 120


class Run:
    """What a probe is given: a folder of its own, and the share of its full count to run."""

    def __init__(self, folder: Path, share: float) -> None:
        self.folder = folder
        self.share = share

    def of(self, count: int) -> int:
        """The share of a full count, at least one."""
        return max(1, round(count * self.share))

    def tests(self, *paths: str, **variables: str) -> Iterator[str]:
        """Run tests of the suite, with counts from variables of the environment."""
        command = [sys.executable, "-m", "pytest", "-q", "-n2", *paths]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        lines = done.stdout.strip().splitlines()
        print(" ".join(paths), lines[-1] if lines else "", flush=True)
        if done.returncode:
            yield "\n".join(lines[-40:])


def markdown(run: Run) -> Iterator[str]:
    """Hostile texts in Markdown, rendered by every program that is installed."""
    count = run.of(500)
    for name, render in renderers().items():
        found = [fault for text in texts(count) for fault in faults_of_text(text, render)]
        lines = list(texts(run.of(300), seed=1))
        for at in range(0, len(lines), 6):
            found += faults_of_page(lines[at : at + 6], render)
        print(f"{name}: {count} texts, {-(-len(lines) // 6)} pages", flush=True)
        yield from (f"{name}: {fault}" for fault in found)


PROBES: dict[str, Callable[[Run], Iterable[str]]] = {
    "files": lambda _: readers.faults_of_files(),
    "random": lambda run: readers.faults_of_random_bytes(run.of(2_000)),
    "non-files": lambda run: run.tests("tests/hostile/test_non_files.py"),
    "sanitizer": lambda run: run.tests(
        "tests/briefing/test_sanitize.py", BRIEF_CASES=str(run.of(20_000))
    ),
    "screens": lambda run: screens.faults(run.folder),
    "names": lambda run: run.tests("tests/hostile/test_names.py"),
    "markdown": markdown,
    "templates": lambda run: run.tests("tests/hostile/test_templates.py", BRIEF_ALL_TEMPLATES="1"),
    "kills": lambda run: saving.faults_of_kills(run.of(300), run.folder),
    "libraries": lambda run: run.tests("tests/hostile/test_libraries.py"),
    "writers": lambda run: saving.faults_of_writers(run.of(500), run.of(40), run.folder),
    "shelves": lambda run: shelves.faults_of_shelves(run.of(40), run.folder),
    "disks": lambda run: saving.faults_of_disks(run.of(20), run.folder),
    "signals": lambda run: signals.faults(run.of(20), run.folder),
    "ends": lambda run: run.tests(
        "tests/hostile/test_signals_on_screen.py",
        "tests/hostile/test_signals_to_families.py",
        "tests/hostile/test_streams.py",
    ),
    "network": lambda run: run.tests("tests/hostile/test_no_network.py", "tests/web"),
    "workers": lambda run: workers.faults(run.of(60), run.folder),
    "memory": lambda run: workers.faults_of_memory(workers.MEMORY, run.folder),
    "soak": lambda run: soak.faults(run.share * MINUTES_OF_SOAK, run.folder),
    "keys": lambda run: run.tests("tests/tui/test_key_pairs.py", BRIEF_ALL_PAIRS="1"),
}


def main() -> int:
    """Run the probes that are named, print what they find, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROBES))
    parser.add_argument("--share", type=float, default=1.0)
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - PROBES.keys():
        parser.error(f"there is no {', '.join(sorted(unknown))}; take {', '.join(PROBES)}")
    count = 0
    for name in arguments.names or PROBES:
        began = time.monotonic()
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix="brief-hostile-") as folder:
            for fault in PROBES[name](Run(Path(folder), arguments.share)):
                count += 1
                print("FAULT", fault, flush=True)
        print(f"   {time.monotonic() - began:.0f} s", flush=True)
    print(f"{count} faults")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
