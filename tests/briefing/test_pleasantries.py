"""Greetings and thanks are for those who talk, and not for the reader of a briefing."""

from __future__ import annotations

import pytest

from briefing.analysis import analyze
from briefing.page.citing import preferred_quotes
from briefing.text.pleasantries import are_mostly_pleasantries, is_pleasantry
from tests.conftest import article_of


@pytest.mark.parametrize(
    "sentence",
    [
        "Good morning, and welcome to The Long Hour.",
        "Good to be with you, Helen.",
        "It's a pleasure to be here.",
        "Thank you for having me.",
        "Mr. Secretary, thank you for being here.",
        "Thank you very much, Dr. Poe.",
        "“Thanks, Helen.”",
        "You're welcome.",
        "We'll be right back.",
    ],
)
def test_pleasantries(sentence):
    assert is_pleasantry(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to the rain, the harvest was good.",
        "Thank you for letting the river flood our homes.",
        "Good evening news is rare in Dunmere, where the paper comes out in the morning and nobody"
        " reads it before noon on any day but Sunday.",
        "Welcome rain fell on Monday.",
        "It is good to see the bridge open after three years of waiting for steel from abroad.",
        "Goodbye to the old bridge, said the mayor.",
    ],
)
def test_sentences_of_the_news_are_none(sentence):
    assert not is_pleasantry(sentence)


def test_a_turn_that_also_says_something_is_none():
    assert not are_mostly_pleasantries(
        "Good morning, Ines. The bridge will open to walkers in May."
    )
    assert are_mostly_pleasantries("Good morning. Dr. Poe, thank you for coming.")


def test_neither_summary_nor_page_shows_them():
    briefing = analyze(
        article_of(
            "HELEN ARBUTH: Good morning, and welcome to The Long Hour.\n\n"
            "TOM REED: Good to be with you, Helen.\n\n"
            "HELEN ARBUTH: When will the bridge of Dunmere open again?\n\n"
            "TOM REED: The bridge will open to walkers in May and to cars in September.\n\n"
            "HELEN ARBUTH: Thank you for coming in.\n"
        )
    )
    answer = "The bridge will open to walkers in May and to cars in September."
    assert [sentence.text for sentence in briefing.summary] == [answer]
    assert [quote.text for quote in preferred_quotes(briefing, [])] == [answer]
