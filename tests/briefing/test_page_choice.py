"""Which quotes and sentences a page prefers."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from briefing import analyze, read_text
from briefing.page import to_markdown
from tests.articles import brief_of


def quotes_on(page: str) -> list[str]:
    return re.findall(r"^> “(.*)”$", page, re.M)


@pytest.mark.parametrize(("words", "shown"), [(44, True), (45, True), (46, False)])
def test_a_quote_has_at_most_forty_five_words(words, shown):
    said = " ".join(["ever"] * words)
    page = to_markdown(
        brief_of(
            f"Pier closed\n\nIt was shut. It is old.\n\n“{said},” she said.",
            quotes=((said, None, None, True),),
        )
    )
    assert quotes_on(page) == [said] * shown


def test_a_question_that_is_no_turn_of_an_interview_is_a_quote_like_others():
    said = ("Who will pay for all of this now?", "Nobody has told us who will pay for it")
    told = "Pier closed\n\nIt was shut. It is old."
    text = f"{told}\n\n“{said[0]}” asked Ann Oor.\n\n“{said[1]},” said Bea Tirn."
    quotes = [(words, who, None, True) for words, who in zip(said, ("Ann", "Bea"), strict=True)]
    assert quotes_on(to_markdown(brief_of(text, quotes=quotes))) == list(said)


def test_quotes_of_fewer_than_five_words_come_after_the_others():
    said = ["It will be gone", "We all want it back", *(f"The pier is {n} old" for n in range(5))]
    text = "Pier closed\n\nIt was shut.\n\n" + "\n\n".join(
        f"“{words},” a man said." for words in said
    )
    quotes = [(words, f"Man {n}", None, True) for n, words in enumerate(said)]
    page = to_markdown(brief_of(text, quotes=quotes, length=1))
    assert said[0] not in quotes_on(page)
    assert said[1] in quotes_on(page)


def test_of_a_long_summary_the_best_ranked_sentences_stay():
    told = [f"The pier was{' very' * 40} closed for {number} days." for number in range(2, 11)]
    briefing = brief_of("Pier closed\n\n" + " ".join(told), length=9)
    ranked = [s for s in briefing.sentences if s.rank is not None]
    from_the_end = tuple(
        replace(sentence, rank=len(ranked) - 1 - sentence.rank) for sentence in ranked
    )
    page = to_markdown(replace(briefing, sentences=from_the_end).with_summary(9))
    shown = re.findall(r"^\d\. (.*) ¶1$", page, re.M)
    assert 3 <= len(shown) < 9
    assert shown == told[-len(shown) :]


def test_a_figure_that_no_word_gives_is_not_on_the_page():
    briefing = analyze(read_text("Hunter found dead\n\nThree dogs were with him for 20 miles."))
    assert "Hunter" in {figure.text for figure in briefing.figures}
    assert "**Figures** Three dogs, 20 miles" in to_markdown(briefing)
