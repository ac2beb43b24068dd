"""Dates as written and what they mean. All sentences here are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model import Article, Paragraph
from briefing.tagging import dates
from tests.briefing.cases import Case, cases

SEED = Path(__file__).parents[3] / "seeds" / "000_67286731495c820e.txt"
MONDAY, SATURDAY = "2021-08-09", "2025-06-14"


def article_of(text: str, published: str | None = None) -> Article:
    paragraphs = tuple(Paragraph(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return Article(title="", source="-", text=text, paragraphs=paragraphs, published=published)


def find(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    article = article_of(text, published)
    found = dates.find(article)
    assert [text[m.start : m.end] for m in found] == [m.text for m in found]
    assert [m.start for m in found] == sorted(m.start for m in found)
    return [(mention.text, mention.value) for mention in found]


def lines(found: list[tuple[str, str | None]]) -> list[str]:
    """Dates as the files of cases write them."""
    return [f"{words} = {value or '?'}" for words, value in found]


@pytest.mark.parametrize("published", [None, MONDAY])
@pytest.mark.parametrize("case", cases("dates.txt"))
def test_dates_that_stand_for_themselves(case: Case, published: str | None) -> None:
    assert lines(find(case.text, published)) == case.expected


@pytest.mark.parametrize("case", cases("dates_by_publication.txt"))
def test_dates_that_depend_on_the_day_of_publication(case: Case) -> None:
    found = find(case.text, MONDAY)
    assert lines(found) == case.expected
    assert find(case.text) == [(words, None) for words, _ in found]


@pytest.mark.parametrize("case", cases("dates_in_context.txt"))
def test_what_the_words_around_tell(case: Case) -> None:
    assert lines(find(case.text, SATURDAY)) == case.expected


def test_one_sentence_can_look_back_and_ahead() -> None:
    text = "He announced in April that they will leave at the end of August."
    assert find(text, "2021-06-01") == [("April", "2021-04"), ("end of August", "2021-08")]


def test_furniture_is_not_read() -> None:
    text = "Posted May 3, 2020"
    article = Article(
        title="", source="-", text=text, paragraphs=(Paragraph(0, len(text), "furniture"),)
    )
    assert dates.find(article) == ()


def test_an_unreadable_day_of_publication_is_no_error() -> None:
    assert find("It opened on Monday.", "soon") == [("Monday", None)]


def test_the_seed_article() -> None:
    text = SEED.read_text("utf-8")
    assert find(text) == [
        ("weekend", None),
        ("Monday", None),
        ("April", None),
        ("end of August", None),
        ("1980s", "1980/1989"),
        ("late 1990s", "1990/1999"),
        ("9/11", "2001-09-11"),
        ("2001", "2001"),
        ("2020", "2020"),
        ("2015", "2015"),
        ("2016", "2016"),
        ("2001", "2001"),
        ("last month", None),
    ]
    known = dict(find(text, MONDAY))
    assert known["end of August"] == "2021-08"
    assert known["weekend"] == "2021-08-07/2021-08-08"


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "May ", "May 3-", "Monday", "2001-", "a ", "'90s", " "]
)
def test_what_is_found_in_a_flood_is_a_span_of_it(unit: str) -> None:
    text = unit * (20_000 // len(unit)) + "."
    found = dates.find(article_of(text, MONDAY))
    assert [text[mention.start : mention.end] for mention in found] == [m.text for m in found]
