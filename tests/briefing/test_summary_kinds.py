"""What a summary takes from articles of every kind, what it leaves, and what it takes first."""

from __future__ import annotations

import re

import pytest

from briefing.model import summary_of
from briefing.options import METHODS
from briefing.summary import rank
from briefing.tables import rows
from briefing.text import sentences
from tests.briefing.cases import Case, cases
from tests.conftest import article_of

EVERYTHING = 20


def summary(text: str, length: int = 4, method: str = "brief") -> list[str]:
    article = article_of(text)
    ranked = rank(article, sentences.split(article), method)
    return [sentence.text for sentence in summary_of(article.text, ranked, length)]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("case", cases("summaries.txt"))
def test_what_a_summary_may_take(case: Case, method: str) -> None:
    assert summary(case.text, EVERYTHING, method) == case.expected


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("case", cases("openings.txt"))
def test_the_summary_begins_after_dateline_and_time(case: Case, method: str) -> None:
    more = "A boat struck the pier on Tuesday night."
    texts = [f"Ferries stopped\n\n{line}\n\n{more}" for line in case.text.split("\n")]
    assert [summary(text, 2, method)[0] for text in texts] == case.expected


@pytest.mark.parametrize("case", cases("page_sentences.txt"))
def test_words_about_the_page_are_not_taken_and_the_same_words_in_the_news_are(case: Case) -> None:
    told = "The council of Dunmere closed the bridge over the Aune on Monday."
    about_the_page, _, news = case.text.partition("\n")
    assert re.fullmatch(dict(rows("page_sentences"))[case.title], about_the_page, re.IGNORECASE)
    text = f"Bridge closed\n\n{about_the_page}\n\n{told} {news}"
    assert summary(text, EVERYTHING) == [told, *case.expected]


def test_every_rule_about_the_page_has_its_case() -> None:
    titles = [param.values[0].title for param in cases("page_sentences.txt")]
    assert titles == [name for name, _ in rows("page_sentences")]


@pytest.mark.parametrize(
    "text", ["Dunmere", "14:32", "Who pays?", "1 2 3", "Ferry stopped\n\n14:32\n\n15:10"]
)
def test_no_summary_is_empty(text):
    assert summary(text)


def test_a_line_that_announces_the_items_waits():
    text = (
        "Rules for the market\n\nFrom May on these rules hold for the market in Dunmere:\n\n"
        "1. Stalls may open at six in the morning and not before.\n"
        "2) Dealers must take all of their packaging home in the evening.\n"
        "- Engines are to be turned off between the rows of stalls.\n"
    )
    assert summary(text, 3) == [
        "Stalls may open at six in the morning and not before.",
        "Dealers must take all of their packaging home in the evening.",
        "Engines are to be turned off between the rows of stalls.",
    ]


LIVE = """Storm Hedda: live updates

{}Trains on the northern line stay suspended until the morning, the railway says.

{}Police in Orlo say that a man was taken to hospital after a tree fell on his car.

{}The weather institute raises its warning to the highest level for the whole coast.
"""


class TestLiveBlogs:
    @pytest.mark.parametrize(
        "stamp",
        [
            "{}:32\n\n",
            "{}:32 ",
            "{}:32 – ",
            "{}:32 GMT: ",
            "[{}:32] ",
            "Updated at {}:32 CET\n\n",
            "Friday, {}:32\n\n",
            "March 3, {}:32 ",
            "3 March 2024 {}:32\n",
            "{}.05 p.m.\n\n",
            "{}.05pm ",
            "{}:05 p.m. ET — ",
            "{} a.m.\n\n",
            "{}h32 ",
        ],
    )
    def test_the_time_of_an_entry_is_no_part_of_the_summary(self, stamp):
        text = LIVE.format(*(stamp.format(hour) for hour in (11, 10, 9)))
        entries = [line.removeprefix("{}") for line in LIVE.splitlines() if line.startswith("{}")]
        assert summary(text, EVERYTHING) == entries
        assert set(summary(text, 2)) < set(entries)


TRANSCRIPT = """Interview: Forty years of ice

{narration}MARSH: Let us begin with the hut. What did the glacier look like then?

OKONJO: It reached the hut. We walked onto the ice after breakfast without a rope.

MARSH: And today?

OKONJO: You walk two hours over rubble before you touch any ice. Is that not sad? It is.

MARSH: I have read that the word retreat annoys you. Why?

OKONJO: An army that retreats may come back, and this ice will never come back.
"""
NARRATION = (
    "Ruvim Okonjo has measured the ice above the village of Orlo for forty years. The professor"
    " spoke with Anneke Marsh about what the villages must prepare for.\n\n"
)


class TestTranscripts:
    def test_turns_come_after_what_is_told(self):
        text = TRANSCRIPT.format(narration=NARRATION)
        assert " ".join(summary(text, 2)) == NARRATION.strip()
        assert set(summary(text, 2)) < set(summary(text, 4))

    @pytest.mark.parametrize("names", [("Q", "A"), ("Anneke Marsh", "Ruvim Okonjo")])
    def test_whatever_the_labels(self, names):
        text = TRANSCRIPT.format(narration=NARRATION)
        text = text.replace("MARSH", names[0]).replace("OKONJO", names[1])
        assert " ".join(summary(text, 2)) == NARRATION.strip()

    def test_lines_that_announce_something_are_no_turns(self):
        told = "The council of Dunmere closed the bridge over the Aune on Monday."
        more = "Engineers had found long cracks in two of the piers of the bridge in March."
        text = f"Bridge closed\n\nNEW: {told}\n\nNEW: {more}\n\nUPDATE: {more}\n\nREAD: {told}"
        assert [s.split(": ")[-1] for s in summary(text, 2)] == [told, more]


SPOKEN = (
    "Ruvim Okonjo has measured the ice above the village of Orlo for forty years.\n\n"
    "You began in 1983. What did the glacier look like?\n\n"
    "It reached the hut, and I walked onto the ice after breakfast without a rope.\n\n"
    "What has changed since then?\n\n"
    "Now we walk two hours over rubble before we touch any ice at all.\n\n"
    "Do you still go up yourself?\n\n"
    "Every September I carry less up the valley and rest more often than before."
)


def test_what_is_told_comes_before_the_answers_of_an_interview():
    assert summary(SPOKEN, 1) == [SPOKEN.split("\n\n")[0]]


def test_a_line_that_was_cut_is_a_sentence_as_good_as_any():
    text = (
        "Jail after a raid\n\nA man was brought to the jail of Dunmere on Monday after police\n"
        "found stolen bicycles in his cellar.\nThe judge set no date.\n"
    )
    assert summary(text, 1) == ["A man was brought to the jail of Dunmere on Monday after police"]
