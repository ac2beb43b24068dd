"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from briefing.tagging import sentences
from tests.conftest import article_of


def split(text: str) -> list[str]:
    article = article_of(text)
    return [article.text[start:end] for start, end in sentences.split(article)]


@pytest.mark.parametrize(
    "expected",
    [
        ["The dam held.", "Nobody was hurt."],
        ["The council vowed to defend it.", "The mayor agreed."],
        ["Rep. Dale Orr (D-Ohio) spoke at 5 p.m. on Monday.", "Few came."],
        ["The U.S. Army left in the morning.", "It was raining."],
        ["They closed the base last month.", "A U.S. official told reporters so."],
        ["“We waited all night.", "Nobody came,” Ito said."],
        ["The fee, e.g. for parking, rose by 2.5 percent.", "Drivers protested!"],
        ["Was it the wind?", "“Perhaps,” she said."],
        ["Police say that a tree fell on his car.", "His life is not in danger."],
        ["Rents rose to 900 a month.", "Her staff moved out."],
    ],
)
def test_sentences_are_told_apart(expected):
    assert split(" ".join(expected)) == expected


def test_glued_sentences_share_a_boundary():
    article = article_of("The town vowed to defend it.The Marchers held it briefly.")
    first, second = sentences.split(article)
    assert first[1] == second[0]
    assert article.text[slice(*second)] == "The Marchers held it briefly."


@pytest.mark.parametrize(
    "text", ["He left the U.S.A few days later.", "See www.example.org for more."]
)
def test_periods_inside_words_do_not_end_a_sentence(text):
    assert split(text) == [text]


def test_no_sentence_runs_over_a_line_break_and_furniture_has_none():
    text = "Mill fire\n\nThe mill burned down on Monday night\n\nNobody was hurt.\n\nSource link"
    assert split(text) == ["Mill fire", "The mill burned down on Monday night", "Nobody was hurt."]
