"""A few pictures of the screen, to be looked at; test_what_stands_where has the other states.

To renew them after a change that is meant: pytest tests/tui/test_snapshots.py --snapshot-update
"""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.example import FakeEngine
from tests.tui.states import MIDDLE, NARROW, STATES, WIDE
from tui.theme import ANSI, DARK, LIGHT

PICTURES = [
    ("article", WIDE, DARK),
    ("article", MIDDLE, LIGHT),
    ("article", NARROW, DARK),
    ("partial", WIDE, LIGHT),
    ("quotes", WIDE, ANSI),
    ("when", WIDE, DARK),
    ("map", WIDE, DARK),
    ("searching", MIDDLE, DARK),
    ("card", MIDDLE, LIGHT),
    ("save", MIDDLE, DARK),
    ("articles", MIDDLE, DARK),
    ("start", MIDDLE, LIGHT),
]


@pytest.mark.parametrize(
    ("name", "size", "theme"),
    PICTURES,
    ids=[f"{name}-{size[0]}x{size[1]}-{theme}" for name, size, theme in PICTURES],
)
@pytest.mark.usefixtures("sample_listed")
def test_a_state(name: str, size: tuple[int, int], theme: str, snap_compare: Any) -> None:
    engine = FakeEngine()

    async def reach(pilot: Pilot[None]) -> None:
        await STATES[name].reach(pilot, engine)

    app = STATES[name].make(engine, theme)
    assert snap_compare(app, terminal_size=size, run_before=reach)
