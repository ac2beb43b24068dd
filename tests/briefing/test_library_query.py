"""What may be typed to search the library, and what it means."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

import briefing.library.searching.folding
import briefing.library.searching.query
import briefing.library.searching.search
import briefing.library.store
from briefing.library.searching.query import QueryError, parse

TODAY = date(2026, 11, 26)
"""A Thursday."""


@pytest.mark.parametrize(
    "module",
    [
        briefing.library.searching.folding,
        briefing.library.searching.query,
        briefing.library.searching.search,
        briefing.library.store,
    ],
)
def test_the_examples_of_the_documentation_hold(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def shown(typed: str) -> list[str]:
    """The terms of a query, in short."""
    return [
        f"{'-' * term.is_excluded}{term.field or ''}:{' '.join(term.words)}{'*' * term.is_prefix}"
        for term in parse(typed, TODAY).terms
    ]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("flood Levee", [":flood", ":levee"]),
        ('"flood levee" held', [":flood levee", ":held"]),
        ("“flood levee”", [":flood levee"]),
        ('"flood lev', [":flood lev"]),
        ("speaker:Ruiz", ["speaker:ruiz"]),
        ('SPEAKER: "Ana Ruíz"', ["speaker:ana ruiz"]),
        ("-levee -place:Oslo", ["-:levee", "-place:oslo"]),
        ("fire-brigade", [":fire brigade"]),
        ("flo* figure:12", [":flo*", "figure:12"]),
        ("12:30 https://a.example/b", [":12 30", ":https a example b"]),
        ("colour:red", [":colour red"]),
        ("speaker: ((( -- \" * NEAR( ''", [":near"]),
        ("a AND b OR NOT", [":a", ":and", ":b", ":or", ":not"]),
        ("speaker:", []),
        ('"today" -today note:today', [":today", "-:today", "note:today"]),
    ],
)
def test_terms(typed, terms):
    assert shown(typed) == terms


@pytest.mark.parametrize(
    ("typed", "after", "before"),
    [
        ("flood", None, None),
        ("today", "2026-11-26", "2026-11-27"),
        ("flood Yesterday", "2026-11-25", "2026-11-26"),
        ("this week", "2026-11-23", "2026-11-30"),
        ("last week flood", "2026-11-16", "2026-11-23"),
        ("this month", "2026-11-01", "2026-12-01"),
        ("last month", "2026-10-01", "2026-11-01"),
        ("after:2026-11-03", "2026-11-03", None),
        ("after: 2026-11 before:2026", "2026-11-01", "2026-01-01"),
        ("after:last week before:yesterday", "2026-11-16", "2026-11-25"),
        ("this month before:2026-11-20", "2026-11-01", "2026-11-20"),
        ("last", None, None),
        ("after:", None, None),
    ],
)
def test_dates(typed, after, before):
    query = parse(typed, TODAY)
    assert (query.after and query.after.isoformat()) == after
    assert (query.before and query.before.isoformat()) == before


def test_last_month_in_january_is_of_the_year_before():
    query = parse("last month", date(2026, 1, 31))
    assert (query.after, query.before) == (date(2025, 12, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("after:soon", "after:soon is no date; write after:2026-11-01 or after:yesterday"),
        ("before:2026-13", "before:2026-13 is no date; write before:2026-11-01"),
        ("after:2026-02-30", "after:2026-02-30 is no date"),
        ("before:0000", "before:0000 is no date"),
        ("levee fl*", "give 3 letters or more before a *"),
        ("w " * 33, "that is too much to look for; take 32 words or fewer"),
    ],
)
def test_what_makes_no_sense_is_told_in_one_line(typed, told):
    with pytest.raises(QueryError) as caught:
        parse(typed, TODAY)
    assert str(caught.value).startswith(told)
    assert str(caught.value).isprintable()


def test_the_last_word_may_go_on_while_it_is_typed():
    assert parse("speaker:Ruiz leve", is_typing=True).terms[1].is_prefix
    assert not parse("leve ", is_typing=True).terms[0].is_prefix
    assert not parse("le", is_typing=True).terms[0].is_prefix
