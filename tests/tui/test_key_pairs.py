"""Any two keys at once, on any screen, and any key pressed twice, are harmless.

A short run takes the pairs that leave or enter something and a few others. All pairs, in about
half an hour on two cores:

    BRIEF_ALL_PAIRS=1 python -m pytest -q tests/tui/test_key_pairs.py
"""

from __future__ import annotations

import os
import random
from asyncio import sleep
from itertools import product

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import until_whole
from tests.tui.states import MIDDLE, NARROW, STATES, State, ready
from tui.app import BriefApp
from tui.commands import COMMANDS
from tui.widgets.bar import Bar, items_that_fit

ALL = bool(os.environ.get("BRIEF_ALL_PAIRS"))
SEED = 14
SOME = 2
"""Pairs of each kind on each screen in a short run."""

SCREENS = STATES | {
    "zoomed": State(ready, "3 z"),
    "search-field": State(ready, "slash f e n"),
    "palette": State(ready, "colon"),
    "palette-of-card": State(ready, "3 i colon"),
    "help-of-card": State(ready, "3 i question_mark"),
    "help-of-save": State(ready, "question_mark question_mark s"),
    "replace": State(ready, "s enter s enter"),
    "start-beside": State(ready, "o"),
    "path": State(ready, "o slash"),
}
QUIET = 5
"""Rounds of the loop without a message, in which tasks come to rest."""
DIALOGS = {"save", "save-all", "replace", "help-of-save"}
LEAVES = {"q", "ctrl+q"}
"""Keys that end the program, which is then to end in good order."""
KEYS = sorted(
    {key for command in COMMANDS for key in command.keys.split(",") if key} - LEAVES
    | {"a", "y", "n", "down", "enter", "escape", "tab", "ctrl+o", "ctrl+c", "backspace", "1"}
)
DECISIVE = ("enter", "escape", "i", "s", "o", "slash", "question_mark", "colon", "y", "n")
"""Keys that open, leave or answer something."""
BROKE = (("enter", "enter"), ("right", "5"), ("enter", "pagedown"), ("pagedown", "pagedown"))
"""Pairs that ended the program once, or kept it busy for ever."""


def at_once(pilot: Pilot[None], *keys: str) -> None:
    """Gives keys to the program as a terminal does that has them all in one read."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        event = events.Key(key, NAMES.get(key, key if len(key) == 1 else None))
        event.set_sender(pilot.app)
        driver.send_message(event)


NAMES = {
    "slash": "/", "colon": ":", "question_mark": "?", "space": " ", "plus": "+", "minus": "-",
    "greater_than_sign": ">", "less_than_sign": "<", "enter": "\r", "tab": "\t",
}  # fmt: skip


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def pairs(screen: str) -> list[tuple[str, str]]:
    # a slash in the field of a dialog is the folder of all folders, where no test may write
    keys = [key for key in KEYS if key != "slash" or screen not in DIALOGS]
    every = list(product(keys, keys))
    if ALL:
        return every
    pick = random.Random(f"{SEED} {screen}")
    decisive = [pair for pair in product(DECISIVE, DECISIVE) if pair in every]
    twice = [(key, key) for key in DECISIVE if key in keys]
    decisive = pick.sample(decisive, SOME)
    return list(dict.fromkeys([*BROKE, *twice, *decisive, *pick.sample(every, SOME)]))


def where(app: BriefApp) -> object:
    """What the user sees, and where the keys go."""
    return app.screen_stack, app.focused


async def back_to(pilot: Pilot[None], state: State, depth: int) -> None:
    """To the screen again, from wherever a pair of keys has led."""
    app = pilot.app
    while len(app.screen_stack) > depth:
        await app.pop_screen()
    for key in ("escape", "escape", *state.keys.split()):
        at_once(pilot, key)
        await idle(app)


async def idle(app: BriefApp) -> None:
    """Waits until every message is handled."""
    quiet = 0
    while quiet < QUIET and app.is_running:
        await sleep(0)
        pumps = [app, *(node for screen in app.screen_stack for node in screen.walk_children())]
        handled = all(pump._message_queue.empty() for pump in (*pumps, *app.screen_stack))
        quiet = quiet + 1 if handled else 0


@pytest.mark.parametrize("name", SCREENS)
async def test_any_two_keys_at_once(engine, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tui.terminal.browsing.open_page", lambda *_: None)
    state = SCREENS[name]
    app = state.make(engine, "brief-dark")
    app.remembered.folder = tmp_path
    tried: list[tuple[str, str]] = []
    async with app.run_test(size=NARROW) as pilot:
        await until_whole(pilot)
        depth = len(app.screen_stack)
        await state.reach(pilot, engine)
        begun = where(app)
        for pair in pairs(name):
            tried.append(pair)
            at_once(pilot, *pair)
            await idle(app)
            assert app.is_running, tried[-3:]
            assert app._exception is None, tried[-3:]
            if where(app) != begun:
                await back_to(pilot, state, depth)
                begun = where(app)
        await settled(pilot)
        assert app.is_running, tried[-3:]


@pytest.mark.parametrize("name", SCREENS if ALL else ["actors", "card", "palette", "save", "start"])
async def test_leaving_at_once_with_another_key(engine, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    state = SCREENS[name]
    app = state.make(engine, "brief-dark")
    app.remembered.folder = tmp_path
    async with app.run_test(size=NARROW) as pilot:
        await state.reach(pilot, engine)
        at_once(pilot, "q", "enter", "q")
        await pilot.pause()
    assert app.return_code in (None, 0)
    assert app._exception is None


async def test_a_double_click_on_any_part_of_a_footer(engine, tmp_path):
    """Both clicks are on their way before the first is acted on."""
    for name in SCREENS if ALL else ("actors", "start-beside"):
        state = SCREENS[name]
        app = state.make(engine, "brief-dark")
        app.remembered.folder = tmp_path
        async with app.run_test(size=MIDDLE) as pilot:
            depth = len(app.screen_stack)
            await state.reach(pilot, engine)
            bar = app.screen_stack[depth - 1].query_one("#footer", Bar)
            parts = items_that_fit(bar._items, MIDDLE[0])[1]
            for x in [start for start, _, action in parts if action != "quit"]:
                await pilot.click(offset=(x + bar.content_region.x, MIDDLE[1] - 1), times=2)
                await idle(app)
                assert app.is_running, (name, x)
                assert app._exception is None, (name, x)
                assert len(app.screen_stack) <= depth + 2, (name, x)
                await back_to(pilot, state, depth)
