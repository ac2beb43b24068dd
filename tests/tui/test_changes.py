"""The menu of what can be done with a row."""

import pytest

from tests.briefing.corrections.example import BRIEFING
from tui.correcting.changes import changes_of

ROWS = [
    *BRIEFING.actors,
    *BRIEFING.locations,
    *BRIEFING.quotes,
    *BRIEFING.dates,
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_the_first_entry_asks_and_the_last_one_hides(row):
    entries = changes_of(BRIEFING, row, None)
    assert entries[0].asks != "nothing"
    assert [entry.id for entry in entries if entry.id == "hide"] == [entries[-1].id]
