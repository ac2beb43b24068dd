"""Apps on the invented article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from briefing.model import Briefing
from tests.tui.example import FakeEngine, make_briefing
from tui.app import BriefApp


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
        return BriefApp(
            [one.article for one in chosen],
            engine.submit,
            cached=dict(enumerate(chosen)),
            **rest,
        )

    return make
