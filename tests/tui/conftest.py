"""Apps on the invented article."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from briefing.model import Briefing
from tests.tui.example import FakeEngine, brief_app, make_briefing
from tui.app import BriefApp
from tui.reader.screen import ReaderScreen


@pytest.fixture
def briefing() -> Briefing:
    return make_briefing()


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def finished_app(engine: FakeEngine) -> Callable[..., BriefApp]:
    """Makes an app whose briefings are finished from the start."""

    def make(briefings: Sequence[Briefing] | None = None, **rest: object) -> BriefApp:
        chosen = list(briefings) if briefings is not None else [make_briefing()]
        return brief_app(
            [one.article for one in chosen],
            engine.submit,
            cached=dict(enumerate(chosen)),
            **rest,
        )

    return make


@pytest.fixture
def sample_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The start screen lists the sample, also in a checkout that has not been built."""
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: Path("sample.txt"))


async def until_whole(pilot: Pilot[None]) -> None:
    """Waits for the panes, which come after the first frame."""
    while isinstance(pilot.app.screen, ReaderScreen) and not pilot.app.screen.complete:
        await pilot.pause()
    await pilot.pause()


@pytest.fixture(autouse=True)
def no_clipboard_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copying goes to the terminal, which a test can ask, and never to who runs the tests."""
    monkeypatch.setenv("SSH_TTY", "/dev/elsewhere")
    monkeypatch.delenv("TMUX", raising=False)


@pytest.fixture(autouse=True)
def all_colors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screens are drawn with all colors, whatever the terminal of who runs the tests has."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def whole_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests begin when the screen is whole."""
    run_test = BriefApp.run_test

    @asynccontextmanager
    async def run_until_whole(app: BriefApp, **options: Any) -> AsyncIterator[Pilot[None]]:
        async with run_test(app, **options) as pilot:
            await until_whole(pilot)
            yield pilot

    monkeypatch.setattr(BriefApp, "run_test", run_until_whole)
