"""Two people of one name stay two in the panes, the cards and what everything is narrowed to."""

from __future__ import annotations

import pytest

from tests.briefing.test_namesakes import CAPTAIN_SAYS, SON_SAYS, namesakes
from tests.tui.test_reader import WIDE, press, reader
from tui.panes.quotes import by_speaker
from tui.panes.registry import details_of


def test_quotes_are_grouped_by_who_said_them():
    groups = [[quote.text for quote in group] for group in by_speaker(namesakes().quotes)]
    assert groups == [[CAPTAIN_SAYS], [SON_SAYS]]


@pytest.mark.parametrize("number", [0, 1])
def test_a_card_counts_only_what_that_one_said(number):
    briefing = namesakes()
    assert dict(details_of(briefing, briefing.actors[number]).facts)["speaks"].startswith("1 quote")


def test_the_card_of_a_sentence_has_nothing_of_one_who_is_not_named_in_it():
    briefing = namesakes()
    (sentence,) = briefing.summary
    spans = [row.spans for row in details_of(briefing, sentence).rows]
    assert spans == [((sentence.start, sentence.end),)]


@pytest.mark.parametrize(("keys", "said"), [("5", CAPTAIN_SAYS), ("5 j", SON_SAYS)])
async def test_everything_is_narrowed_to_the_speaker_of_the_chosen_quote(finished_app, keys, said):
    app = finished_app([namesakes()])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, *keys.split(), "f")
        assert [row.item.text for row in reader(app).pane("quotes").rows] == [said]


async def test_the_chosen_one_stays_chosen_when_the_panes_are_narrowed_and_back(finished_app):
    app = finished_app([namesakes()])
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "j", "f")
        assert [row.item.id for row in reader(app).pane("actors").rows] == ["a2"]
        await press(pilot, "f")
        assert reader(app).pane("actors").chosen.id == "a2"
