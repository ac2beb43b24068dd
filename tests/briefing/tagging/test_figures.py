"""Figures: how many or how much, of what, and who says so."""

from __future__ import annotations

import pytest

from briefing import analyze
from briefing.model import Figure
from briefing.reading import read_text

STAGES = ("dates", "locations", "actors", "quotes", "figures")


def figures(text: str) -> list[Figure]:
    article = read_text(f"News from Dunmere\n\n{text}")
    found = analyze(article, stages=STAGES).figures
    for figure in found:
        assert article.text[figure.start : figure.end] == figure.text
        if figure.what_mention:
            assert article.text[slice(*figure.what_mention)] == figure.what
    return list(found)


def only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("The repair cost $4.5 million.", 4_500_000, None, None, "USD"),
        ("The ferry earned £20m for the port.", 20_000_000, None, None, "GBP"),
        ("The port wants 300,000 euros.", 300_000, None, None, "EUR"),
        ("A crate costs $14.95 a month.", 14.95, None, None, "USD per month"),
        ("Prices rose by 3.5 per cent.", 3.5, None, None, "percent"),
        ("Support fell by two percentage points.", 2, None, None, "percentage point"),
        ("The pier is 47 feet long.", 47, None, None, "foot"),
        ("Winds reached 155mph at the harbor.", 155, None, None, "mile per hour"),
        ("The hull weighs about 180 tonnes.", 180, None, None, "tonne"),
        ("The work takes 20 to 30 days.", None, 20, 30, "day"),
        ("It needs between 300 and 900 tonnes.", None, 300, 900, "tonne"),
        ("It needs at least 31 kilometers of rope.", None, 31, None, "kilometer"),
        ("It takes up to 12 hours.", None, None, 12, "hour"),
        ("Some 40 or more boats were lost.", None, 40, None, None),
        ("The port has $8 to $10 million.", None, 8_000_000, 10_000_000, "USD"),
        ("Half of the boats are new.", 0.5, None, None, None),
        ("A third of the boats are new.", pytest.approx(1 / 3), None, None, None),
        ("One in five boats is new.", 0.2, None, None, None),
        ("Two hundred and six boats sailed.", 206, None, None, None),
        ("Half a million boats sailed.", 500_000, None, None, None),
        ("Dozens of boats sailed.", None, None, None, None),
    ],
)
def test_value_bounds_and_unit(text, value, low, high, unit):
    figure = figures(text)[0]
    assert (figure.value, figure.low, figure.high, figure.unit) == (value, low, high, unit)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The port built 50 new wooden houses.", "new wooden houses"),
        ("Some 60% of the adults in town voted.", "adults"),
        ("Dozens of fishing boats sailed.", "fishing boats"),
    ],
)
def test_what_is_counted(text, what):
    assert figures(text)[0].what == what


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Three people were killed and 12 others were injured.", [(3, "killed"), (12, "injured")]),
        ("The blast killed three fishermen.", [(3, "killed")]),
        ("The storm left 40 families homeless.", [(40, "displaced")]),
        ("Nine sailors are missing.", [(9, "missing")]),
        ("Police arrested four men.", [(4, "arrested")]),
        ("There were 17 deaths.", [(17, "killed")]),
        ("A woman was killed and another injured.", [(1, "killed"), (1, "injured")]),
        ("The town has four ferries.", [(4, None)]),
    ],
)
def test_who_was_harmed(text, kinds):
    assert [(figure.value, figure.kind) for figure in figures(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "The pier was built in 1987.",
        "It opened on May 4, 2019, at 8:30 a.m.",
        "Ana Ruiz, 34, lives there.",
        "The 34-year-old lives there.",
        "He is aged 51.",
        "Call 555-0134 or (071) 555-0199.",
        "He lives at 17 Harbor Street.",
        "She sat in Row 21 of Section 4.",
        "It is one of the oldest.",
        "It was the 22nd storm.",
        "The town won 3-1.",
        "Bus 42 goes there.",
        "It is a three-story house.",
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The police said that 31 boats were lost.", "The police"),
        ("According to the harbor master, 31 boats were lost.", "the harbor master"),
        ("In all, 31 boats were lost.", None),
        ("“We lost 31 boats in one night,” said Ana Ruiz, the harbor master.", "Ana Ruiz"),
    ],
)
def test_who_says_so(text, speaker):
    assert figures(text)[0].speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        "VELDEN, Norway — Fishermen say 20 boats sank in the storm.",
        "VELDEN -- Peder Holm, the owner, said 20 boats sank in the storm.",
    ],
)
def test_a_dateline_says_nothing(text):
    assert "VELDEN" not in str(figures(f"Boats sink\n\n{text}")[0].speaker)
