"""A pane whose part could not be made says why."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Missing
from tests.tui.test_reader import NARROW, WIDE, drawn, press, reader

REASON = "brief finds them in English articles only; this one is in French"


@pytest.fixture
def french(briefing):
    parts = ("dates", "locations", "actors", "quotes")
    return replace(
        briefing,
        actors=(),
        locations=(),
        quotes=(),
        dates=(),
        missing=tuple(Missing(part=part, reason=REASON) for part in parts),
    )


@pytest.mark.parametrize("pane", ["actors", "places", "quotes", "when"])
async def test_an_empty_pane_says_why(finished_app, french, pane):
    app = finished_app([french])
    async with app.run_test(size=WIDE):
        assert REASON in " ".join(drawn(app, f"#{pane}").replace("│", " ").split())
        assert reader(app).pane("summary").rows


async def test_what_is_only_empty_says_so(finished_app, briefing):
    app = finished_app([replace(briefing, quotes=())])
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "5")
        assert "nobody is quoted" in drawn(app, "#quotes")
