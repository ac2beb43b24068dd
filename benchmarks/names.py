"""What a file of ten thousand names costs: a warm article, a new one and a known one beside none.

A few of the names are in the article, as they would be; the others are made of syllables.
"""

from __future__ import annotations

import random
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from benchmarks.measuring import BRIEF, SAMPLE, Row, costs, home, ratios, run
from benchmarks.warm import milliseconds
from briefing.analysis import analyze
from briefing.model import Briefing
from briefing.names_file import NamesFile
from briefing.options import Options
from briefing.reading import read

COUNT = 10_000
WARM = f"warm article with {COUNT:,} names ÷ without"
NEW = f"cold `brief --json` with {COUNT:,} names ÷ without"
KNOWN = f"`brief --json` of a known article with {COUNT:,} names ÷ without"
READ = f"a file of {COUNT:,} names read"
SYLLABLES = ("ka", "lo", "mi", "ren", "tor", "vas", "del", "bri", "quo", "nas", "pel", "ur")


def rows(runs: int) -> Iterator[Row]:
    """The four rows."""
    article = read(str(SAMPLE))
    found = analyze(article)
    text = names_toml(COUNT, found)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.toml"
        path.write_text(text)
        reading = [milliseconds(lambda: NamesFile(path).entries) for _ in range(runs)]
        yield Row(READ, None, reading, " ms")
        names = NamesFile(path)
        known = names.about(article)

        def with_names() -> Briefing:
            return analyze(article, replace(Options(), names=names.about(article)))

        bare, whole = [], []
        for _ in range(3 * runs):
            bare.append(milliseconds(analyze, article))
            whole.append(milliseconds(with_names))
        both = " ÷ ".join(f"{statistics.median(each):.0f}" for each in (whole, bare))
        note = f"{both} ms; {len(known)} of the names are in it"
        yield Row(WARM, 1.1, ratios(whole, bare), note=note)
    yield from _of_commands(runs, text)


def _of_commands(runs: int, text: str) -> Iterator[Row]:
    command = (*BRIEF, "--json", str(SAMPLE))

    def new(environment: dict[str, str]) -> None:
        for file in Path(environment["XDG_DATA_HOME"], "brief").glob("library*"):
            file.unlink()
        run(command, environment)

    with home() as kept, home() as without:
        _put(text, kept)
        found = costs(runs, {"with": lambda: new(kept), "without": lambda: new(without)})
        yield Row(NEW, 1.1, ratios(found["with"].clock, found["without"].clock))
        commands = {"with": lambda: run(command, kept), "without": lambda: run(command, without)}
        found = costs(runs, commands)
        both = " ÷ ".join(f"{statistics.median(cost.clock) * 1000:.0f}" for cost in found.values())
        yield Row(
            KNOWN, None, ratios(found["with"].clock, found["without"].clock), note=f"{both} ms"
        )


def _put(names: str, environment: dict[str, str]) -> None:
    folder = Path(environment["XDG_CONFIG_HOME"]) / "brief"
    folder.mkdir(exist_ok=True)
    (folder / "names.toml").write_text(names)


def names_toml(count: int, found: Briefing) -> str:
    """A file of so many names, those of a briefing among them; the same at each call."""
    entries = [_of_actor(actor.name, actor.kind) for actor in found.actors]
    entries += [f'name = "{place.name}"\nkind = "place"\n' for place in found.locations]
    pick = random.Random(1)

    def word() -> str:
        return "".join(pick.choices(SYLLABLES, k=3)).title()

    while len(entries) < count:
        first, last = word(), word()
        entries.append(
            f'name = "{first} {last}"\nother_names = ["{first[0]}. {last}"]\n'
            f'kind = "person"\nrole = "mayor of {word()}"\n'
        )
    return "\n".join(f"[[entry]]\n{entry}" for entry in entries)


def _of_actor(name: str, kind: str) -> str:
    return f'name = "{name}"\nkind = "{kind}"\n'
