"""Draws the pictures of README.md from the sample: `python tests/pictures/draw.py`."""

from __future__ import annotations

import asyncio
from pathlib import Path

from briefing.analysis import analyze
from briefing.model import Article, Briefing
from briefing.reading import read
from tui.app import BriefApp

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "seeds" / "000_67286731495c820e.txt"
SIZES = {"reader": (160, 45)}
KEYS = ("5", "down", "up")
"""To the quotes, with the first of them lit in the article."""


async def draw(article: Article, briefing: Briefing, name: str, size: tuple[int, int]) -> None:
    """One picture as SVG."""
    app = BriefApp([article], submit=_never, cached={0: briefing})
    async with app.run_test(size=size) as pilot:
        await pilot.press(*KEYS)
        await pilot.pause()
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="brief"))


def _never(*_: object) -> None:
    raise AssertionError("the briefing is there already")


def main() -> None:
    """Draw all pictures."""
    article = read(str(SAMPLE))
    briefing = analyze(article)
    for name, size in SIZES.items():
        asyncio.run(draw(article, briefing, name, size))


if __name__ == "__main__":
    main()
