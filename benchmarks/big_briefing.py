"""How long the screen stands still as the briefing of a long text comes, and when it is used.

    python -m benchmarks.big_briefing [TIMES]

The text is the sample, that many times one behind the other; it is analyzed first, in this process
(300 times are 1.3 MB and take half a minute). For each thing that then happens on a screen of
160 × 45 cells, the longest time is told for which the loop that takes the keys did not turn.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefing import analyze, read
from briefing.model import Article, Briefing
from tui.analyses import StageReport
from tui.app import BriefApp
from tui.panes.registry import EVIDENCE_PANES
from tui.reader.screen import ReaderScreen

SAMPLE = Path(__file__).parent.parent / "seeds" / "000_67286731495c820e.txt"
SIZE = (160, 45)
WATCHED = 0.4
"""Seconds for which each thing is watched."""
KEYS = {
    "to the actors": ["3"],
    "the next actor": ["down"],
    "its next mention": ["n"],
    "only this actor": ["f"],
    "all again": ["escape"],
    "the card of an actor": ["i"],
    "the card closed": ["escape"],
    "the next marked word": ["1", "right"],
    "to the quotes": ["5"],
    "a page of quotes": ["pagedown"],
    "the last quote": ["G"],
    "quotes by speaker": ["b"],
    "to the summary": ["2"],
    "a sentence more": ["plus"],
    "a wider article": ["greater_than_sign"],
}


class Stage(Struct):
    """A part of the briefing that has come."""

    stage: str
    briefing: Briefing


class Job(Struct):
    """An analysis whose parts come when the benchmark says so."""

    came: Callable[[StageReport], None]
    future: Future[Briefing]

    def cancel(self) -> None:
        """It ends by itself."""


async def longest_halt(happens: Callable[[], Awaitable[object]]) -> float:
    """Milliseconds for which the loop stood still at most after something has happened."""
    longest, last = 0.0, time.perf_counter()
    end = last + WATCHED
    task = asyncio.ensure_future(happens())
    while last < end or not task.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000


async def measure(article: Article, whole: Briefing) -> None:
    """Print the figures."""
    jobs: list[Job] = []

    def submit(_: Article, __: object, came: Callable[[StageReport], None] | None) -> Job:
        assert came is not None
        jobs.append(Job(came, Future()))
        return jobs[-1]

    app = BriefApp([article], submit)
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, ReaderScreen) and jobs):
            await pilot.pause()
        await pilot.pause(2)
        so_far = Briefing(article=article)
        for stage in (spec.stage for spec in EVIDENCE_PANES):
            names = ("summary", "sentences") if stage == "summary" else (stage,)
            so_far = replace(so_far, **{name: getattr(whole, name) for name in names})

            async def come(stage: str = stage, so_far: Briefing = so_far) -> None:
                jobs[0].came(Stage(stage, so_far))

            print(f"{f'{stage} come':<24}{await longest_halt(come):6.0f} ms")
        jobs[0].future.set_result(whole)
        await pilot.pause(WATCHED)
        for name, keys in KEYS.items():

            async def press(keys: list[str] = keys) -> None:
                await pilot.press(*keys)

            print(f"{name:<24}{await longest_halt(press):6.0f} ms")


def main() -> None:
    """Analyze the text and print the figures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text("\n\n".join([SAMPLE.read_text()] * times))
        article = read(str(path))
    whole = analyze(article)
    mentions = sum(len(actor.mentions) for actor in whole.actors)
    print(
        f"{len(article.text) / 1e6:.1f} million characters, {len(whole.sentences)} sentences,"
        f" {mentions} mentions of actors, {len(whole.quotes)} quotes, {len(whole.dates)} dates"
    )
    asyncio.run(measure(article, whole))


if __name__ == "__main__":
    main()
