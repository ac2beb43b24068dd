"""Dates as written and what they mean. All sentences here are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model import Article, Paragraph
from briefing.tagging import dates

SEED = Path(__file__).parents[3] / "seeds" / "000_67286731495c820e.txt"
MONDAY = "2021-08-09"


def article_of(text: str, published: str | None = None) -> Article:
    paragraphs = tuple(Paragraph(*match.span()) for match in re.finditer(r"[^\n]+", text))
    return Article(title="", source="-", text=text, paragraphs=paragraphs, published=published)


def find(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    article = article_of(text, published)
    found = dates.find(article)
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    assert [m.start for m in found] == sorted(m.start for m in found)
    return [(mention.text, mention.value) for mention in found]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("It opened on May 3, 2020.", "May 3, 2020", "2020-05-03"),
        ("It opened on 9 August 2019.", "9 August 2019", "2019-08-09"),
        ("It opened on the 9th of August, 2019.", "9th of August, 2019", "2019-08-09"),
        ("It opened on Monday, Aug. 9, 2021.", "Monday, Aug. 9, 2021", "2021-08-09"),
        ("Filed 2021-08-09 by wire.", "2021-08-09", "2021-08-09"),
        ("Paid on 8/25/2021.", "8/25/2021", "2021-08-25"),
        ("Paid on 25.12.2020.", "25.12.2020", "2020-12-25"),
        ("It closed in April 2014.", "April 2014", "2014-04"),
        ("It closed in early April 2014.", "early April 2014", "2014-04"),
        ("It closed in 2015.", "2015", "2015"),
        ("Under the 2020 agreement they left.", "2020", "2020"),
        ("The town was founded in 1066.", "1066", "1066"),
        ("They want it by 2050.", "2050", "2050"),
        ("In the summer of 2014 it rained.", "summer of 2014", "2014"),
        ("It began in the 1980s.", "1980s", "1980/1989"),
        ("It began in the late 1990s.", "late 1990s", "1990/1999"),
        ("It began in the '90s.", "'90s", "1990/1999"),
        ("A 19th-century mill stands there.", "19th-century", "1801/1900"),
        ("It ran May 3-5, 2020.", "May 3-5, 2020", "2020-05-03/2020-05-05"),
        (
            "It ran from May 30 to June 2, 2020.",
            "May 30 to June 2, 2020",
            "2020-05-30/2020-06-02",
        ),
        ("It ran from March to May 2021.", "March to May 2021", "2021-03/2021-05"),
        (
            "It ran from November to March 2021.",
            "November to March 2021",
            "2020-11/2021-03",
        ),
        ("The 2015-2016 season was wet.", "2015-2016", "2015/2016"),
        ("The crisis of 2008-9 was deep.", "2008-9", "2008/2009"),
        ("It fell from 2015 to 2016.", "2015 to 2016", "2015/2016"),
        ("It fell between 2001 and 2003.", "2001 and 2003", "2001/2003"),
        ("After the 9/11 attacks they left.", "9/11", "2001-09-11"),
    ],
)
def test_dates_that_stand_for_themselves(text: str, date: str, value: str) -> None:
    assert find(text) == [(date, value)]
    assert find(text, MONDAY) == [(date, value)]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The bridge fell on Monday.", "Monday", "2021-08-09"),
        ("The bridge fell on Friday.", "Friday", "2021-08-06"),
        ("The council will vote on Friday.", "Friday", "2021-08-13"),
        ("On Friday, the council will vote.", "Friday", "2021-08-13"),
        ("He said on Friday that it will open.", "Friday", "2021-08-06"),
        ("It opens next Friday.", "next Friday", "2021-08-20"),
        ("It opened last Monday.", "last Monday", "2021-08-02"),
        ("It opens this Friday.", "this Friday", "2021-08-13"),
        ("It fell on Saturday night.", "Saturday night", "2021-08-07"),
        ("It opened yesterday.", "yesterday", "2021-08-08"),
        ("It opens tomorrow.", "tomorrow", "2021-08-10"),
        ("It opened last night.", "last night", "2021-08-08"),
        ("It opened last week.", "last week", "2021-08-02/2021-08-08"),
        ("It opened last month.", "last month", "2021-07"),
        ("It opens next year.", "next year", "2022"),
        ("They took it over the weekend.", "weekend", "2021-08-07/2021-08-08"),
        ("It fell two days ago.", "two days ago", "2021-08-07"),
        ("It fell five years ago.", "five years ago", "2016"),
        ("He announced it in April.", "April", "2021-04"),
        ("He announced it in October.", "October", "2020-10"),
        ("They will leave at the end of August.", "end of August", "2021-08"),
        ("They will leave in March.", "March", "2022-03"),
        ("It opened on May 18.", "May 18", "2021-05-18"),
        ("It opened on November 5.", "November 5", "2020-11-05"),
        ("It will open on Jan. 4.", "Jan. 4", "2022-01-04"),
    ],
)
def test_dates_that_lean_on_the_day_of_publication(text: str, date: str, value: str) -> None:
    assert find(text, MONDAY) == [(date, value)]
    assert find(text) == [(date, None)]


SATURDAY = "2025-06-14"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The county has promised an inquiry, to report by August 1.", "2025-08-01"),
        ("Rain is forecast to go on until Wednesday.", "2025-06-18"),
        ("More rain is forecast for the coast until Wednesday, the office said.", "2025-06-18"),
        ("Talks resume on Monday.", "2025-06-16"),
        ("They agreed on a ceasefire that holds through Thursday.", "2025-06-19"),
        ("The strike ends on Sunday night.", "2025-06-15"),
        ("The court hears the appeal until Friday.", "2025-06-20"),
        ("The inquiry is to report by August 1.", "2025-08-01"),
        ("The deadline is September 3.", "2025-09-03"),
        ("The budget, due on July 4, was delayed.", "2025-07-04"),
        ("He was arrested on December 20.", "2024-12-20"),
        ("She resigned in March.", "2025-03"),
        ("Schools stayed closed until Thursday.", None),
        ("The mayor said schools would stay closed until Thursday.", "2025-06-19"),
        ("The union has until Friday to answer.", "2025-06-20"),
        ("The judge gave the union until Friday to answer.", "2025-06-20"),
        ("The hearing was postponed until Friday.", "2025-06-20"),
        ("The match was moved to Friday.", "2025-06-20"),
        ("By Friday, 40 people had died.", "2025-06-13"),
        ("At least 40 people had died by Friday.", "2025-06-13"),
        ("They were told to leave by Friday.", "2025-06-20"),
        ("She pledged an answer by Friday.", "2025-06-20"),
        ("The road has been closed since Thursday.", "2025-06-12"),
        ("Fares rise starting Monday.", "2025-06-16"),
        ("Lind said talks resume on Monday.", "2025-06-16"),
        ("Talks resumed on Monday.", "2025-06-09"),
        ("Polls open on Sunday.", "2025-06-15"),
        ("They quarreled after the vote on Sunday.", "2025-06-08"),
        ("He fell ill after the opening on Friday.", "2025-06-13"),
        ("He runs the shop that the fire on Friday destroyed.", "2025-06-13"),
        ("The vote will be held on Friday.", "2025-06-20"),
        ("She is expected to be sentenced on Friday.", "2025-06-20"),
        ("The mayor, who will retire in May, spoke on Friday.", "2025-06-13"),
        ("Ministers may meet on Friday.", "2025-06-20"),
        ("He would have turned 50 on Friday.", "2025-06-13"),
        ("They rallied ahead of the vote on Sunday.", None),
        ("Schools are closed on Monday.", "2025-06-16"),
        ("Police are investigating a shooting on Friday.", "2025-06-13"),
        ("He is accused of killing a man on Friday.", "2025-06-13"),
        ("Floodwaters cut the city off on Saturday.", "2025-06-14"),
        (
            "It reached them for the first time since Thursday, when the river burst its banks.",
            "2025-06-12",
        ),
        ("If we do not have clean water by Tuesday, we will be counting.", "2025-06-17"),
        ("It ignored forecasts issued on June 9.", "2025-06-09"),
        ("The school was open on Friday.", "2025-06-13"),
        ("The talks did not resume on Monday.", "2025-06-09"),
        ("Until Friday, the road was open.", "2025-06-13"),
        ("The ban took effect on Monday.", "2025-06-09"),
        ("The ban takes effect on Monday.", "2025-06-16"),
        ("The season opens in October.", "2025-10"),
        ("The exhibition runs through August 1.", "2025-08-01"),
        ("The festival ran from May 30 to June 2.", "2025-05-30/2025-06-02"),
        ("The festival will run from July 30 to August 2.", "2025-07-30/2025-08-02"),
        ("On Friday, the council will vote.", "2025-06-20"),
        ("He was jailed until Saturday.", "2025-06-14"),
        ("Voters go to the polls on Sunday.", "2025-06-15"),
        ("He hopes to open on Monday, he said.", "2025-06-16"),
    ],
)
def test_what_the_words_around_tell(text: str, value: str | None) -> None:
    """Published on a Saturday; None where looking back and ahead are as likely."""
    assert value in [found for _, found in find(text, SATURDAY)]


def test_one_sentence_can_look_back_and_ahead() -> None:
    text = "He announced in April that they will leave at the end of August."
    assert find(text, "2021-06-01") == [("April", "2021-04"), ("end of August", "2021-08")]


@pytest.mark.parametrize(
    "text",
    [
        "They may march, and we may not.",
        "Prime Minister Theresa May met April Jones.",
        "May said she would go.",
        "The March on Washington drew crowds.",
        "It cost 2,015 dollars, or $2015, or 1,900 euros.",
        "They sent 2000 troops and 1950 armed soldiers.",
        "They want more than 2000 and about 1990.",
        "Fans watch Monday Night Football.",
        "Black Friday and Good Friday are for shoppers and churches.",
        "She reads the Sunday Times and USA Today.",
        "Call 9-1-1 or 555-2020.",
        "It weighs 1984.5 grams and is 2016% larger.",
    ],
)
def test_no_junk(text: str) -> None:
    assert find(text, MONDAY) == []


def test_a_day_that_does_not_exist_or_can_be_two_has_no_value() -> None:
    assert find("Due on February 30, 2021.") == [("February 30, 2021", None)]
    assert find("Due on 8/9/2021.") == [("8/9/2021", None)]


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
def test_floods_are_read_in_one_pass(unit: str) -> None:
    """A quadratic pattern would not come back from this within the patience of a test run."""
    text = unit * (50_000 // len(unit)) + "."
    for mention in dates.find(article_of(text, MONDAY)):
        assert text[mention.start : mention.end] == mention.text
