"""Two programs keep, correct, find and remove in one library, and are killed meanwhile."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from briefing.library.store import Library
from briefing.options import Options
from tests.hostile.libraries import briefing

LIVING = """
import random, sys
from itertools import count
from pathlib import Path
from briefing.corrections.values import Correction, Target
from briefing.library.store import Library
from briefing.options import Options
from tests.hostile.libraries import briefing
first, seed = int(sys.argv[2]), int(sys.argv[3])
choose = random.Random(seed)
library = Library(Path(sys.argv[1]))
target = Target(part="page", text="why")
mine = [n for n in range(first, first + 60) if library.briefing_of(briefing(n).article, Options())]
tell = lambda *words: print(*words, flush=True)
tell("ready")
while True:
    number = choose.randrange(first, first + 60)
    article = briefing(number).article
    if number not in mine:
        library.save(briefing(number), Options())
        mine.append(number)
        tell("kept", number)
        note = Correction(kind="write", target=target, to=f"noted{number}", made="2026")
        library.corrections.add(article.text, note)
        tell("noted", number)
        continue
    match choose.randrange(4):
        case 0:
            library.find(f"note:noted{number}")
        case 1:
            hits = library.find(f'"Mill {number} burned"', 1)
            tell("removing", number)
            library.shelf.remove([hit.entry.key for hit in hits])
            if choose.random() < 0.5:
                library.shelf.restore()
                tell("kept", number)
            else:
                mine.remove(number)
                tell("removed", number)
        case 2:
            library.touch(article, Options())
        case 3:
            library.index_due()
"""


def faults_of_shelves(kills: int, folder: Path) -> Iterator[str]:
    """Kill two programs so many times, and look for what they said that they had done."""
    path, choose = folder / "library.sqlite", random.Random(0)
    Library(path).close()
    state: dict[int, str] = {}
    noted: set[int] = set()
    for number in range(0, kills, 2):
        programs = [
            subprocess.Popen(
                [sys.executable, "-c", LIVING, str(path), str(first), str(number)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for first in (0, 1_000)
        ]
        for program in programs:
            assert program.stdout is not None
            program.stdout.readline()
        for program in programs:
            with suppress(subprocess.TimeoutExpired):  # killed at any moment, and not awaited
                program.wait(choose.uniform(0.05, 0.6))
            program.kill()
            said, failed = program.communicate()
            if failed:
                yield f"kill {number}: {failed[-500:]}"
            for line in said.splitlines():
                word, _, of = line.partition(" ")
                if of.isdigit() and word == "noted":
                    noted.add(int(of))
                elif of.isdigit():
                    state[int(of)] = word
    yield from _faults(path, state, noted)
    done = list(state.values())
    print(
        f"2 programs, {kills} kills: {done.count('kept')} articles kept,"
        f" {done.count('removed')} removed, {len(noted)} noted",
        flush=True,
    )


def _faults(path: Path, state: dict[int, str], noted: set[int]) -> Iterator[str]:
    library = Library(path)
    while library.index_due(50):
        pass
    if library.notice:
        yield library.notice
    for number, word in state.items():
        there = library.briefing_of(briefing(number).article, Options()) is not None
        found = {hit.entry.title for hit in library.find(f'"Mill {number} burned"')}
        if word == "kept" and not (there and found == {f"Mill {number} burned"}):
            yield f"{number} was kept, and is not there or not found: {there}, {found}"
        if word == "removed" and (there or found):
            yield f"{number} was removed, and is there or found: {there}, {found}"
        if number in noted and not library.corrections.of(briefing(number).article.text):
            yield f"what the reader wrote about {number} is lost"
        if number in noted and there and not library.find(f"note:noted{number}"):
            yield f"what the reader wrote about {number} is not found"
    yield from faults_of_index(library)
    library.close()


def faults_of_index(library: Library) -> Iterator[str]:
    """What does not fit together in a library of which nothing is due."""
    (whole,) = library._rows("PRAGMA integrity_check")[0]
    if whole != "ok":
        yield f"the file: {whole}"
    library._rows("INSERT INTO words (words) VALUES ('integrity-check')")
    for what, statement in {
        "articles without words": "SELECT count(*) FROM articles WHERE place IS NULL"
        " OR place NOT IN (SELECT rowid FROM words)",
        "words without an article": "SELECT count(*) FROM words"
        " WHERE rowid NOT IN (SELECT place FROM articles)",
        "articles without a briefing": "SELECT count(*) FROM articles"
        " WHERE key NOT IN (SELECT key FROM briefings)",
        "articles that were not opened": "SELECT count(*) FROM articles"
        " WHERE key NOT IN (SELECT key FROM openings)",
    }.items():
        (count,) = library._rows(statement)[0]
        if count:
            yield f"{count} {what}"
