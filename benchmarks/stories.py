"""Which of many articles tell the same event: how time and memory grow with their number.

The articles are generated: invented people, places and numbers, a hundred articles a day, one to
six on each event. The largest folder takes some minutes.
"""

from __future__ import annotations

import json
import math
import os
import random
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from benchmarks.measuring import BRIEF, ROOT, Row, home

SIZES = (1_000, 10_000, 100_000)
A_DAY = 100
EXPONENT = "`brief --stories`, {}: exponent of the time, greatest of the steps"
FIRST = date(2021, 3, 1)
SYLLABLES = (
    "ba dor el fen gar hol is jun kor lam mer nor os pel quin ras sol tar ul vis wen yor".split()
)
COMMON = (
    "officials residents witnesses emergency investigation damage reported building morning"
    " evening hospital statement families neighbors repair council department water company road"
    " night crews announced following expected several according without before another office"
).split()
OPENINGS = (
    "{people} people were {harm} when {what} in {place} on {weekday}, officials said.",
    "{What} in {place} left {people} {harm} on {weekday}.",
    "Crews in {place} worked through the night after {what} on {weekday}; {people} were {harm}.",
)
SENTENCES = (
    "{who}, {age}, was near number {house} on {street} when it happened.",
    "“We heard it from {street},” said {who}, a neighbor.",
    "{official}, who leads the inquiry, spoke of {amount} tons of debris.",
    "Nobody in {place} can remember anything like it, said {official}.",
    "The road past {house} {street} is closed until further notice.",
)
EVENTS = (
    "a warehouse burned down",
    "a bridge gave way",
    "a bus left the road",
    "a boiler burst",
    "a river broke its banks",
    "a crane fell over",
)


def rows() -> Iterator[Row]:
    """The rows: growth, then time and memory for 10,000."""
    figures: dict[int, tuple[float, float]] = {}
    notes = []
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder, home() as environment:
            events = write(Path(folder), size)
            seconds, memory, found = _run(folder, environment)
            figures[size] = seconds, memory
            right = _same_pairs(found, events)
            notes.append(f"{size:,}: {seconds:.1f} s, {memory:.0f} MB, pairs F1 {right:.2f}")
    logs = [(math.log(size), math.log(figures[size][0])) for size in SIZES]
    steps = [(later - earlier) / (more - less) for (less, earlier), (more, later) in pairwise(logs)]
    sizes = " → ".join(f"{size:,}" for size in SIZES)
    yield Row(EXPONENT.format(sizes), 1.2, steps, note="; ".join(notes), figure=max)
    yield Row("`brief --stories` of 10,000 articles", 60, [figures[10_000][0]], " s")
    yield Row("memory of all of its processes", 1000, [figures[10_000][1]], " MB")


def write(folder: Path, articles: int) -> dict[str, int]:
    """Write so many articles, the same at each call; gives the number of the event of each."""
    pick = random.Random(articles)
    events: dict[str, int] = {}
    event = 0
    while len(events) < articles:
        facts, day = _event(pick), FIRST + timedelta(days=len(events) // A_DAY)
        for _ in range(min(pick.choice((1, 1, 1, 2, 2, 3, 6)), articles - len(events))):
            name = f"{len(events):06}.txt"
            published = day + timedelta(days=pick.choice((0, 0, 0, 1, 1, 3)))
            text = _text(pick, facts | {"weekday": f"{day:%A}"})
            title = f"{facts['What']} in {facts['place']}"
            (folder / name).write_text(f"{title}\n\nPublished: {published}\n\n{text}\n")
            events[name] = event
        event += 1
    return events


def _event(pick: random.Random) -> dict[str, str]:
    def name(most: int = 3) -> str:
        return "".join(pick.choices(SYLLABLES, k=pick.randint(2, most))).capitalize()

    what = pick.choice(EVENTS)
    return {
        "what": what,
        "What": what.capitalize(),
        "place": name(2),
        "people": str(pick.randint(2, 60)),
        "harm": pick.choice(("killed", "hurt", "rescued", "missing")),
        "who": f"{name()} {name()}",
        "official": f"{name()} {name()}",
        "street": f"{name()} Street",
        "house": str(pick.randint(1, 4000)),
        "age": str(pick.randint(18, 90)),
        "amount": str(pick.randint(100, 9000)),
    }


def _text(pick: random.Random, facts: dict[str, str]) -> str:
    """Some of the facts in some order, between sentences that any article might have."""
    told = [pick.choice(OPENINGS), *pick.sample(SENTENCES, pick.randint(2, len(SENTENCES)))]
    paragraphs = []
    for sentence in told:
        filler = " ".join(pick.choices(COMMON, k=pick.randint(20, 60))).capitalize()
        paragraphs.append(f"{sentence.format_map(facts)} {filler}.")
    return "\n\n".join(paragraphs)


def _same_pairs(found: list[list[str]], events: dict[str, int]) -> float:
    """The F1 of the pairs of articles that are told to be on one event."""

    def pairs(sizes: Iterator[int]) -> int:
        return sum(size * (size - 1) // 2 for size in sizes)

    def sizes(numbers: list[int]) -> Iterator[int]:
        return (numbers.count(number) for number in set(numbers))

    groups = [[events[Path(path).name] for path in group] for group in found]
    both = sum(pairs(sizes(group)) for group in groups)
    ours = pairs(len(group) for group in groups)
    counts = [0] * (max(events.values()) + 1)
    for number in events.values():
        counts[number] += 1
    return 2 * both / (ours + pairs(iter(counts)))


def _run(folder: str, environment: dict[str, str]) -> tuple[float, float, list[list[str]]]:
    """Seconds, megabytes of all processes together at most, and the groups."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [*BRIEF, "--stories", "--json", folder], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    most = [0.0]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.1):
            most[0] = max(most[0], _resident(process.pid))

    watching = threading.Thread(target=watch)
    watching.start()
    output, _ = process.communicate()
    ended.set()
    watching.join()
    if process.returncode:
        raise SystemExit(f"brief ended with {process.returncode}")
    return time.perf_counter() - began, most[0], json.loads(output)


def _resident(process: int) -> float:
    """Megabytes that a process and its descendants have now."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        children = [child for task in tasks for child in (task / "children").read_text().split()]
    except (OSError, IndexError):  # it has ended
        return 0.0
    own = pages * os.sysconf("SC_PAGESIZE") / 1024**2
    return own + sum(_resident(int(child)) for child in children)
