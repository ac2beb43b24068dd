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


TUESDAY = "2023-11-14"


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The ferry, which ran aground in February, will sail again.", "February", "2023-02"),
        ("The museum, burgled in July, will reopen with new locks.", "July", "2023-07"),
        ("A man who was stabbed on Saturday will recover, doctors said.", "Saturday", "2023-11-11"),
        ("Victims of the fire on Sunday will be buried this week.", "Sunday", "2023-11-12"),
        ("Frost is forecast for Thursday.", "Thursday", "2023-11-16"),
        ("A gale warning for Wednesday was lifted.", "Wednesday", "2023-11-15"),
        ("The verdict is due in January.", "January", "2024-01"),
        ("The bridge had been due in June.", "June", "2023-06"),
        ("The refund is payable by December 1.", "December 1", "2023-12-01"),
        ("Her book comes out in March.", "March", "2024-03"),
        ("Her book came out in March.", "March", "2023-03"),
        (
            "The dam broke on October 9, 1963. Rescuers gave up on October 14.",
            "October 14",
            "1963-10-14",
        ),
        ("On March 3, 2011, the mine flooded; by April 2 all were out.", "April 2", "2011-04-02"),
        ("He was jailed in December 2015 and freed in February.", "February", "2016-02"),
        ("The lighthouse, built in May 1902, was sold in October.", "October", "2023-10"),
        ("He was hired in May 2019. The firm will close in December.", "December", "2023-12"),
        ("The election is on December 10.", "December 10", "2023-12-10"),
        ("The election was on December 10.", "December 10", "2022-12-10"),
        ("Voting begins on Thursday.", "Thursday", "2023-11-16"),
        ("Talks are set to resume Monday.", "Monday", "2023-11-20"),
        ("The quake hit on Monday.", "Monday", "2023-11-13"),
        ("The store will shut on Friday.", "Friday", "2023-11-17"),
        ("The store shut on Friday.", "Friday", "2023-11-10"),
        ("The mayor said Monday the pool would open in June.", "Monday", "2023-11-13"),
        ("The mayor said Monday the pool would open in June.", "June", "2024-06"),
        ("The pool, expected to open in September, is still dry.", "September", "2023-09"),
        ("The hearing is on Thursday week.", "Thursday week", "2023-11-23"),
        ("The strike starts a week on Monday.", "a week on Monday", "2023-11-27"),
        ("The hearing is set for a week from Friday.", "a week from Friday", "2023-11-24"),
        ("He died on Thursday of last week.", "Thursday of last week", "2023-11-09"),
        ("He died last week on Thursday.", "Thursday", "2023-11-09"),
        ("The vote is on Wednesday next week.", "Wednesday next week", "2023-11-22"),
        ("They left last Sunday.", "last Sunday", "2023-11-12"),
        ("He will leave this coming Sunday.", "coming Sunday", "2023-11-19"),
        ("They met this past Sunday.", "past Sunday", "2023-11-12"),
        ("A vote is set for next Thursday.", "next Thursday", "2023-11-23"),
        ("Since 1998 sales have doubled.", "1998", "1998"),
        ("The 1987 storm felled oaks.", "1987", "1987"),
        ("The class of 1979 met.", "1979", "1979"),
        ("She won gold in Turin in 2006.", "2006", "2006"),
        ("They had sold the 1965 car.", "1965", "1965"),
        ("Before 1990 factories lined the river.", "1990", "1990"),
        ("The year 2012 was wet.", "2012", "2012"),
        ("Her 2009 novel sold well.", "2009", "2009"),
        ("The winter 2010 was cold.", "winter 2010", "2010"),
        ("It closed in 1997, 1998 and 2003.", "1998", "1998"),
        ("Profit fell in the third quarter.", "third quarter", "2023-07/2023-09"),
        ("Profit will fall in the fourth quarter.", "fourth quarter", "2023-10/2023-12"),
        ("It expects a loss in the first quarter.", "first quarter", "2024-01/2024-03"),
        ("Sales fell in the same quarter of 2021.", "2021", "2021"),
        ("Sales fell in the three months to September.", "September", "2023-09"),
        (
            "Rents rose in the second half of last year.",
            "second half of last year",
            "2022-07/2022-12",
        ),
        (
            "Rents fell in the first six months of 2022.",
            "first six months of 2022",
            "2022-01/2022-06",
        ),
        (
            "Rents fell in the first nine months of the year.",
            "first nine months of the year",
            "2023-01/2023-09",
        ),
        ("It sold 40 boats in Q2.", "Q2", "2023-04/2023-06"),
        ("It sold 40 boats in 2Q 2022.", "2Q 2022", "2022-04/2022-06"),
        ("Third-quarter sales fell.", "Third-quarter", "2023-07/2023-09"),
        ("The second quarter of 2019 was good.", "second quarter of 2019", "2019-04/2019-06"),
        ("In the first half of 2021 it rained.", "first half of 2021", "2021-01/2021-06"),
        (
            "The work ends in the first half of next year.",
            "first half of next year",
            "2024-01/2024-06",
        ),
        ("In the mid-seventies he moved.", "mid-seventies", "1970/1979"),
        ("In the early 'eighties he moved.", "eighties", "1980/1989"),
        ("The school opened in the 1950s.", "1950s", "1950/1959"),
        ("The budget for the 2023/24 financial year is tight.", "2023/24", "2023/2024"),
        ("The budget for FY24 is tight.", "FY24", "2024"),
        ("The house burned on New Year's Eve 1999.", "New Year's Eve 1999", "1999-12-31"),
        ("They wed on Christmas Day, 1987.", "Christmas Day, 1987", "1987-12-25"),
        ("The shop will close on Christmas Eve.", "Christmas Eve", "2023-12-24"),
        ("The parade is on New Year’s Day.", "New Year’s Day", "2024-01-01"),
        ("He vanished on Halloween.", "Halloween", "2023-10-31"),
        ("The spill began on May Day 2010.", "May Day 2010", "2010-05-01"),
        ("He turned 18 on New Year's Day.", "New Year's Day", "2023-01-01"),
        ("It lasted from the spring to the autumn of 1999.", "autumn of 1999", "1999"),
        ("The law of 12 Dec 1985 stands.", "12 Dec 1985", "1985-12-12"),
        ("In the 2010s it grew.", "2010s", "2010/2019"),
        ("In the decade to 2020 it grew.", "2020", "2020"),
        ("Paid on 13/11/23.", "13/11/23", "2023-11-13"),
        ("It closed on 14/11/2023 and opened on 05/10/2023.", "05/10/2023", "2023-10-05"),
        ("It opened 11/14/2023 and closed 05/10/2023.", "05/10/2023", "2023-05-10"),
        ("It closed on 25-10-2023.", "25-10-2023", "2023-10-25"),
        ("It closed on 2023/10/25.", "2023/10/25", "2023-10-25"),
        ("It closed on 2023-10-25T10:00:00Z.", "2023-10-25", "2023-10-25"),
        ("The paper is from 3.11.2022.", "3.11.2022", "2022-11-03"),
    ],
)
def test_what_a_reader_takes_a_date_for(text: str, date: str, value: str) -> None:
    assert value in [found for written, found in find(text, TUESDAY) if date in written]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The second hearing is due on Saturday week.", "Saturday week", "2021-08-21"),
        ("The court will meet on Friday week.", "Friday week", "2021-08-20"),
        ("The boat sank on Monday of last week.", "Monday of last week", "2021-08-02"),
        ("They will meet on Thursday of next week.", "Thursday of next week", "2021-08-19"),
        ("She was freed last Friday.", "last Friday", "2021-08-06"),
        ("The strike ended last Thursday.", "last Thursday", "2021-08-05"),
        ("The line opens next Wednesday.", "next Wednesday", "2021-08-18"),
        ("It opens this Friday.", "this Friday", "2021-08-13"),
        ("They voted this Sunday.", "this Sunday", "2021-08-08"),
        ("The factory, which closed in March, will become flats.", "March", "2021-03"),
        ("The mill, which burned down on Friday, will be rebuilt.", "Friday", "2021-08-06"),
        ("The road that was cut on Saturday will be mended.", "Saturday", "2021-08-07"),
        ("A warning was issued for Tuesday.", "Tuesday", "2021-08-10"),
        ("Rain warnings were issued for Thursday and Friday.", "Friday", "2021-08-13"),
        ("The report is due in September.", "September", "2021-09"),
        ("A report, due in October, was not ready.", "October", "2021-10"),
        ("The first ship is expected in January.", "January", "2022-01"),
        (
            "The ship sank on December 16, 2010, and was raised on December 27.",
            "December 27",
            "2010-12-27",
        ),
        ("He was born in March 1950 and baptized in April.", "April", "1950-04"),
        ("The trial began in November 2018. It ended on December 3.", "December 3", "2018-12-03"),
        ("She left on Friday and will return on Sunday.", "Friday", "2021-08-06"),
        ("She left on Friday and will return on Sunday.", "Sunday", "2021-08-15"),
        ("The vote is planned for October 3.", "October 3", "2021-10-03"),
        ("Those who lost homes in June will get help.", "June", "2021-06"),
        ("The hearing was set for Friday.", "Friday", "2021-08-13"),
        ("The 2020 storms cut the road.", "2020", "2020"),
        ("In 2019 storms cut the road.", "2019", "2019"),
        ("In 2019 bicycles were stolen.", "2019", "2019"),
        ("She joined the 2018 team.", "2018", "2018"),
        (
            "It ran from 15/04/2021 to 24/04/2021. It was signed on 03/02/2021.",
            "03/02/2021",
            "2021-02-03",
        ),
        ("Filed on 04/25/2021. It was signed on 03/02/2021.", "03/02/2021", "2021-03-02"),
        ("It ran from 15/04/2021. She wrote on 1.5.21.", "1.5.21", "2021-05-01"),
        ("Sales fell in the second quarter.", "second quarter", "2021-04/2021-06"),
        ("Sales fell in the first quarter of 2020.", "first quarter of 2020", "2020-01/2020-03"),
        ("Profit rose in Q3 2019.", "Q3 2019", "2019-07/2019-09"),
        ("Profit rose in the first half of the year.", "first half of the year", "2021-01/2021-06"),
        ("Profit rose in H1 2020.", "H1 2020", "2020-01/2020-06"),
        ("It was built in the second half of 2018.", "second half of 2018", "2018-07/2018-12"),
        ("The town grew in the late eighties.", "late eighties", "1980/1989"),
        ("They met in the sixties.", "sixties", "1960/1969"),
        ("It was a hit in the nineties.", "nineties", "1990/1999"),
        ("It must pay by the end of fiscal 2024.", "fiscal 2024", "2024"),
        ("In the financial year 2019-20 it lost money.", "financial year 2019-20", "2019/2020"),
        ("It froze in the winter of 2018-19.", "winter of 2018-19", "2018/2019"),
        ("They wed on Christmas Eve 2019.", "Christmas Eve 2019", "2019-12-24"),
        ("They wed on New Year's Day 2020.", "New Year's Day 2020", "2020-01-01"),
        ("They struck on May Day.", "May Day", "2021-05-01"),
        ("The mine flooded on Christmas Day.", "Christmas Day", "2020-12-25"),
        ("The fire broke out on New Year’s Eve.", "New Year’s Eve", "2020-12-31"),
        ("Boys drowned on Boxing Day 2004.", "Boxing Day 2004", "2004-12-26"),
        ("It grew in the last quarter of 2020.", "last quarter of 2020", "2020-10/2020-12"),
    ],
)
def test_dates_with_their_clause_and_their_period(text: str, date: str, value: str) -> None:
    assert value in [found for written, found in find(text, MONDAY) if date in written]


@pytest.mark.parametrize(
    ("text", "date", "value"),
    [
        ("The brewery, which went bankrupt in June, will be sold in November.", "June", "2022-06"),
        ("Fares that rose in January will rise again.", "January", "2022-01"),
        ("An alert issued for Sunday covers the coast.", "Sunday", "2022-10-09"),
        ("The report had been due in March.", "March", "2022-03"),
        ("The judge will rule in the case in December.", "December", "2022-12"),
        ("He left in August 2015, came back in October and stayed.", "October", "2015-10"),
        ("Work began in May 2021. On Monday the mayor opened the bridge.", "Monday", "2022-10-03"),
        ("The park, he said on Tuesday, will open on Saturday.", "Tuesday", "2022-10-04"),
        ("The vote was put off to Tuesday week.", "Tuesday week", "2022-10-18"),
        ("He was seen last Tuesday.", "last Tuesday", "2022-10-04"),
        ("The fair opens this Friday.", "this Friday", "2022-10-07"),
        ("The 1999 eclipse was total.", "1999", "1999"),
        ("By 2030 emissions must fall.", "2030", "2030"),
        ("Sales in the third quarter of 2020 fell.", "third quarter of 2020", "2020-07/2020-09"),
        ("It fell in H1 2021 and H2 2021.", "H2 2021", "2021-07/2021-12"),
        ("They met in the late fifties.", "late fifties", "1950/1959"),
        ("He was shot on Christmas Eve 1914.", "Christmas Eve 1914", "1914-12-24"),
        ("The pier will open on New Year's Day.", "New Year's Day", "2023-01-01"),
        ("The plan covers fiscal 2023.", "fiscal 2023", "2023"),
        ("He came in the autumn of 1956.", "autumn of 1956", "1956"),
        ("It was dated 09/13/2022, and stamped 04/10/2022.", "04/10/2022", "2022-04-10"),
        ("It was dated 5/10/2022, and stamped 04/10/2022.", "04/10/2022", "2022-10-04"),
    ],
)
def test_dates_told_on_a_wednesday(text: str, date: str, value: str) -> None:
    assert value in [found for written, found in find(text, "2022-10-05") if date in written]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was a Sunday morning and the quay was empty.", "Sunday"),
        ("The club meets the last Tuesday of the month.", "Tuesday"),
        ("It was a wet and windy Monday.", "Monday"),
        ("She never worked on a Saturday.", "Saturday"),
        ("Each and every Friday they dance.", "Friday"),
        ("The Wednesday Society owns the hall.", "Wednesday"),
        ("Sheffield Wednesday lost again.", "Wednesday"),
        ("Ms. Monday sings.", "Monday"),
        ("On any given Sunday the square is full.", "Sunday"),
        ("It was a Friday in late autumn.", "Friday"),
        ("She works alternate Saturdays.", "Saturday"),
        ("Trading on a Friday is thin.", "Friday"),
        ("It happened on a quiet Sunday.", "Sunday"),
        ("The Thursday Bridge Club met.", "Thursday"),
        ("Members of the Sunday Walkers got lost.", "Sunday"),
        ("Mass is said every second Sunday.", "Sunday"),
        ("It opens on the first Saturday of the month.", "Saturday"),
        ("He wanted just one more Sunday at sea.", "Sunday"),
        ("What a Monday, said the cook.", "Monday"),
        ("Bring your own cup on a Thursday.", "Thursday"),
        ("Some Sundays he swims.", "Sunday"),
        ("The Friday Club has 40 members.", "Friday"),
        ("The market is held every Monday.", "Monday"),
        ("We needed one more Friday, she said.", "Friday"),
        ("The museum is free on the first Sunday of each month.", "Sunday"),
        ("On Mondays the baths are closed.", "Monday"),
        ("They fish each Saturday.", "Saturday"),
        ("He was paid any Friday he asked.", "Friday"),
        ("It rained on most Tuesdays.", "Tuesday"),
        ("It was a cold Thursday night.", "Thursday"),
        ("The choir sings on the last Friday of every month.", "Friday"),
        ("The union called it a Black Monday.", "Monday"),
        ("The Sunday Tribune first reported it.", "Sunday"),
        ("Her Tuesday class was full.", "Tuesday"),
        ("He plays in a Thursday band.", "Thursday"),
        ("They married on a Tuesday.", "Tuesday"),
        ("The baker sleeps late on Sundays and Mondays.", "Sunday"),
        ("The third Thursday of the month is library day.", "Thursday"),
        ("The Monday Fund gave 40 pounds.", "Monday"),
        ("He founded Friday Press in a barn.", "Friday"),
        ("The Sunday Herald wrote of it.", "Sunday"),
        ("The Saturday market sold eels.", "Saturday"),
        ("The boats go out every other Wednesday.", "Wednesday"),
        ("It was the kind of Friday that bakers dread.", "Friday"),
        ("He had never seen a Sunday like it.", "Sunday"),
        ("They meet Tuesdays and Thursdays.", "Tuesday"),
        ("Buses run Monday to Saturday.", "Monday"),
        ("She works one Saturday in three.", "Saturday"),
        ("It felt like a Monday.", "Monday"),
        ("They left the previous Sunday.", "Sunday"),
        ("He was found the following Sunday.", "Sunday"),
        ("He left that Sunday.", "Sunday"),
        ("It fell out of use by the turn of the century.", "century"),
        ("They spent every Christmas Eve there.", "Christmas Eve"),
        ("It opened in the summer.", "summer"),
        ("It opened last summer.", "last summer"),
        ("It closed on 05-10-2023.", "05-10-2023"),
    ],
)
def test_a_day_that_is_none_in_particular_has_no_value(text: str, words: str) -> None:
    assert [value for written, value in find(text, MONDAY) if words in written and value] == []


@pytest.mark.parametrize(
    "text",
    [
        "Flight 2017 landed late.",
        "He flew on Flight 1999.",
        "They met in room 2015.",
        "The 0630 GMT bulletin carried it; the 2030 GMT one did not.",
        "They won by 2012 votes to 1987.",
        "The valley lies 1950 m above the sea.",
        "It makes 2000 bhp.",
        "It drew 1990 viewers.",
        "There are 1987 steps.",
        "All 1995 of them left.",
        "The lake lies at 1900 metres.",
        "She wrote 2001 postcards.",
        "Apartment 1908 burned.",
        "Patrol car 1977 was hit.",
        "A gift of 1990 dollars came.",
        "Only 1990 were sold.",
        "He is in his early thirties.",
        "Flight 1984 to Orlo was late.",
        "The thief took 1999 bicycles.",
        "At 1115 GMT the ground shook.",
        "It cost 1999 pounds.",
        "The score stood at 2010 to 1950.",
        "A herd of 1998 reindeer passed.",
        "About 2015 fans came.",
        "He counted 2019 geese.",
        "Over 2000 came.",
        "Form 1040 is due.",
        "They gave away 1999 bicycles.",
        "He slept in Room 1984.",
        "The quake struck at 1115 GMT.",
        "The blast came at 2015 local time.",
        "The path is 1950 yards long.",
        "He beat her by 2010 to 1998 in the count.",
        "The bus cost 2000 kroner.",
        "Bus 2012 was empty.",
        "The engine weighs 1960 kilos.",
        "Call extension 2021 for help.",
        "The library holds 2010 maps and 1990 letters.",
        "The index fell to 2016.5 from 1998.2.",
        "Lot 1934 went for 2005 euros.",
        "Section 1983 lets them sue.",
        "He was in his late eighties.",
        "Temperatures in the eighties are common.",
        "The second quarter of the game was dull.",
        "Train 2045 was late.",
        "The yard holds 1985 pallets.",
        "They planted 2021 oaks.",
        "Highway 2010 is shut.",
        "The climb is 1920 meters.",
        "The tower is 1999 ft high.",
        "He bid $1995 for it.",
        "It sells at 1990 rupees.",
        "It was priced at €2015.",
        "At 1930 hours the siren sounded.",
        "The ship left at 2030.",
        "Ticket No. 1987 won.",
        "House number 1972 burned.",
        "The team scored 2001 points.",
        "The parish has 1965 souls.",
        "Engine 1944 pulled the train.",
        "Asteroid 2012 passed by.",
        "The hotel has 2000 beds.",
        "The case file is 2016 pages.",
        "Unit 2019 is empty.",
        "The hall seats 1980.",
        "A crowd of 2015 watched.",
        "Some 1950 signed it.",
        "Hut 1960 burned.",
        "She ran 2010 laps.",
        "PO Box 1998 is hers.",
        "He typed the code 1991 twice.",
        "The firm earned 2020 marks.",
        "About 1985 eggs were broken.",
        "She was in her early sixties.",
        "Version 1.5.23 is out.",
    ],
)
def test_numbers_that_count_or_label_are_no_dates(text: str) -> None:
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
