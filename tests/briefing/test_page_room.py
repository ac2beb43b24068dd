"""How much of what was found stands on a page, and what gives way when there is no room."""

from __future__ import annotations

import re

import pytest

from briefing.model import Briefing
from briefing.page import to_markdown
from tests.articles import brief_of

TOWNS = "Aba Beka Cori Deba Efra Fila Gola Hena Iska Jora".split()
PEOPLE = "Ann Bea Cay Dot Eve Fay Gus Hal Ivo".split()
YEARS = [str(1950 + number) for number in range(7)]


def crowded(filler: str = "", quoted: str = "") -> Briefing:
    """Nine paragraphs, each with a person, a town, a year and a quote; and one town more."""
    sayings = [f"We have number {n} here and wait {quoted}".strip() for n in range(9)]
    text = "\n\n".join(
        f"{person} came to {town} in {year}{filler}.\n\n“{words},” {person} said."
        for person, town, year, words in zip(
            PEOPLE, TOWNS[:9], [*YEARS, *YEARS[:2]], sayings, strict=True
        )
    )
    return brief_of(
        f"Many came\n\n{text}\n\nJora is far.",
        people=[(person, "engineer of the harbor of the old town here") for person in PEOPLE],
        places=[(town, "city", None) for town in TOWNS],
        dates=[(year, year) for year in YEARS],
        quotes=[(words, who, None, True) for words, who in zip(sayings, PEOPLE, strict=True)],
        length=9,
    )


def shown(page: str) -> dict[str, int]:
    """How many items of each part stand on a page."""
    line = {label: re.search(rf"^\*\*{label}\*\* (.*)", page, re.M) for label in ("Where", "When")}
    return {
        "sentences": len(re.findall(r"^\d\. ", page, re.M)),
        "actors": page.count("\n| ") - page.count("\n| Who"),
        "places": sum(town in line["Where"][1] for town in TOWNS) if line["Where"] else 0,
        "quotes": page.count("\n> — "),
        "dates": sum(year in line["When"][1] for year in YEARS) if line["When"] else 0,
    }


@pytest.mark.parametrize(
    ("longer_sentences", "longer_quotes", "expected"),
    [  # sentences, actors, places, quotes, dates
        (0, 0, (5, 7, 8, 5, 4)),  # the most of each, and a quote fewer
        (40, 0, (3, 5, 7, 2, 2)),  # a summary of long sentences has three
        (5, 35, (5, 6, 5, 2, 2)),  # long quotes give way first
        (5, 38, (5, 5, 8, 2, 2)),  # what they leave goes to others
        (50, 35, (3, 3, 3, 1, 0)),  # the least of each, and then the last dates go
    ],
)
def test_what_gives_way_when_there_is_no_room(longer_sentences, longer_quotes, expected):
    page = to_markdown(crowded(" and" + " spoke" * longer_sentences, "so " * longer_quotes))
    assert tuple(shown(page).values()) == expected


def test_what_does_not_stand_on_the_page_is_counted():
    page = to_markdown(crowded())
    told = re.search(r"Not shown here: ([^.]*)\.", page)[1]
    assert told == "4 quotes, 2 actors, 2 places, 3 dates"
