"""Draws the pictures of README.md from the sample: `python tests/pictures/draw.py`."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import NamedTuple

from briefing.analysis import analyze
from briefing.model import Article, Briefing
from briefing.reading import read
from tui.app import BriefApp
from tui.reader.screen import ReaderScreen
from tui.theme import DARK, LIGHT

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "seeds" / "000_67286731495c820e.txt"


class Picture(NamedTuple):
    """What is drawn: a size in columns and rows, the keys pressed first, and a theme."""

    size: tuple[int, int]
    keys: tuple[str, ...]
    theme: str = DARK


PICTURES = {
    "wide": Picture((160, 45), ("5", "down", "up")),
    "middle": Picture((100, 30), ("3",), LIGHT),
    "narrow": Picture((60, 20), ("2",)),
}


async def draw(article: Article, briefing: Briefing, name: str, picture: Picture) -> None:
    """One picture as SVG."""
    app = BriefApp([article], submit=_never, cached={0: briefing}, theme=picture.theme)
    async with app.run_test(size=picture.size) as pilot:
        while not (isinstance(app.screen, ReaderScreen) and app.screen.complete):
            await pilot.pause()
        await pilot.press(*picture.keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        (HERE / f"{name}.svg").write_text(app.export_screenshot(title="brief"))


def _never(*_: object) -> None:
    raise AssertionError("the briefing is there already")


def main() -> None:
    """Draw all pictures."""
    article = read(str(SAMPLE))
    briefing = analyze(article)
    for name, picture in PICTURES.items():
        asyncio.run(draw(article, briefing, name, picture))


if __name__ == "__main__":
    main()
