"""What is drawn on the screen in a state: its rows, and the frames with what stands in them."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.tui.example import FakeEngine
from tests.tui.states import STATES
from tui.theme import DARK

TOP = re.compile("╭─ (.*?) ─+╮")


class Frame(NamedTuple):
    """A frame as it is drawn: its title, where it stands, in cells, and what stands in it."""

    title: str
    x: int
    y: int
    width: int
    height: int
    words: str


DRAWN: dict[tuple[str, tuple[int, int]], list[str]] = {}
"""What was drawn in each state at each size; drawn once, for the tests only look."""


async def lines(name: str, size: tuple[int, int]) -> list[str]:
    """The screen in a state, row by row."""
    if (name, size) not in DRAWN:
        engine = FakeEngine()
        app = STATES[name].make(engine, DARK)
        async with app.run_test(size=size) as pilot:
            await STATES[name].reach(pilot, engine)
            strips = app.screen._compositor.render_strips(app.screen.size)
            DRAWN[name, size] = ["".join(part.text for part in strip) for strip in strips]
    return DRAWN[name, size]


async def frames(name: str, size: tuple[int, int]) -> list[Frame]:
    rows = await lines(name, size)
    return [
        frame_at(rows, y, *top.span(), top[1])
        for y, row in enumerate(rows)
        for top in TOP.finditer(row)
    ]


def frame_at(rows: list[str], y: int, left: int, right: int, title: str) -> Frame:
    end = next(n for n in range(y + 1, len(rows)) if rows[n][left] == "╰")
    inside = [row[left + 1 : right - 1].strip(" ─") for row in rows[y + 1 : end + 1]]
    words = " ".join(" ".join(inside).split())
    return Frame(title, left, y, right - left, end + 1 - y, words)
