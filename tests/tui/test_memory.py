"""What is closed is forgotten."""

import gc

import pytest
from textual._styles_cache import StylesCache

from tests.tui.test_reader import WIDE, press


def drawn_by_widgets() -> int:
    """How many widgets keep what they drew, also those that are gone."""
    gc.collect()
    return sum(type(one) is StylesCache for one in gc.get_objects())


@pytest.mark.parametrize(
    "keys", [("3", "i", "escape"), ("?", "escape"), ("s", "escape"), ("/", "m", "escape")]
)
async def test_what_a_closed_screen_drew_is_forgotten(finished_app, keys):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(2):
            await press(pilot, *keys)
        before = drawn_by_widgets()
        for _ in range(4):
            await press(pilot, *keys)
        assert drawn_by_widgets() <= before
