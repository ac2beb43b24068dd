"""The figures pane: by weight, by what is counted, and a card that says how a value was read."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Figure
from briefing.weight_of_figures import by_weight, is_told, words_of
from tests.tui.example import TEXT, make_article, make_briefing
from tests.tui.test_correcting import SIZE, shown
from tests.tui.test_reader import drawn, press
from tui.details.facts import figure_details


def figure(words: str, **rest: object) -> Figure:
    start = TEXT.index(words)
    return Figure(text=words, start=start, end=start + len(words), **rest)


def briefing_with(*figures: Figure):
    return replace(make_briefing(make_article()), figures=figures)


KILLED = figure("Paris", value=3, what="sailors", kind="killed")
MONEY = figure("money", value=4_000_000, unit="USD")
VAGUE = figure("strikes", what="strikes")
PLAIN = figure("boats", value=12, what="boats")


def test_who_was_harmed_comes_first_and_what_has_no_value_last():
    briefing = briefing_with(VAGUE, PLAIN, MONEY, KILLED, KILLED)
    assert by_weight(briefing) == [KILLED, MONEY, PLAIN, VAGUE]


@pytest.mark.parametrize(
    ("one", "told"),
    [(KILLED, True), (MONEY, True), (VAGUE, False), (figure("2031", value=5), False)],
)
def test_what_says_something_by_itself(one, told):
    assert is_told(one) == told


def test_a_figure_and_what_it_counts_are_one_span():
    one = make_briefing(make_article()).figures[0]
    assert words_of(make_article(), one) == "forty thousand crates"


@pytest.mark.parametrize(
    ("rest", "value"),
    [
        ({"value": 40_000}, "40,000"),
        ({"low": 31}, "31 or more"),
        ({"high": 12.5}, "12.5 or less"),
        ({"low": 300, "high": 900}, "300 to 900"),
        ({}, "not known; it is no exact number"),
    ],
)
def test_the_card_says_how_a_value_was_read(rest, value):
    one = figure("boats", **rest)
    assert dict(figure_details(briefing_with(one), one).facts)["value"] == value


async def test_the_pane_shares_its_place_with_the_dates(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        assert app.screen.pane("when").display
        assert not app.screen.pane("figures").display
        await press(pilot, "7")
        assert not app.screen.pane("when").display
        assert "forty thousand" in drawn(app, "#figures")
        await press(pilot, "1")
        assert app.screen.pane("figures").display
        await press(pilot, "6")
        assert app.screen.pane("when").display


async def test_a_figure_is_hidden_and_comes_back(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "7", "x")
        assert shown(app).figures == ()
        await press(pilot, "u")
        assert len(shown(app).figures) == 1
