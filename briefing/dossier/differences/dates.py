"""Dates that differ in two sentences that tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from briefing.dossier.alignment import Unit, has_year
from briefing.dossier.differences.slots import Slot, SlotPair
from briefing.dossier.sources import Sources
from briefing.dossier.words import folded, terms
from briefing.model import DateMention
from briefing.text.calendar_words import weekdays

SAID_WHEN = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed|wrote|published|statement|according)\b"
    r"[^.;:“”\"]{0,40}$|@\w+\)\s*$",
    re.IGNORECASE,
)
"""Before a date: when somebody said it, which differs from one article to the next."""

SAID_THEN = re.compile(
    r"\s+(?:e-?mail|statement|(?:news|press) (?:release|conference|briefing)|briefing|report|post"
    r"|tweet|interview)\b",
    re.IGNORECASE,
)
"""The same after a date."""
DATELINE = re.compile(r"\([^()]{0,30}\)")
"""A sentence as far as the end of its date: when it was written."""
NEAR_BY = 3
"""Words before a date, but for names, that tell what happened then; at a beginning, after it."""
SHARED_NEAR_BY = 2
NIGHT_BEFORE = 12
"""Characters before a date."""
LATE = re.compile(r"\b(?:overnight|night|late|midnight|evening)\b", re.IGNORECASE)
EARLY = re.compile(r"\b(?:overnight|early|midnight|morning)\b", re.IGNORECASE)
ONE_WEEK = 4
"""Days between two articles that may mean the same by "Friday"."""
WEEKDAYS = [folded(day.name) for day in weekdays("en")]


def differing_dates(sources: Sources, unit: Unit, other: Unit) -> Iterator[SlotPair]:
    """The one date of each sentence that the other has not."""
    mine, theirs = _dates_in(sources, unit), _dates_in(sources, other)
    left = [one for one in mine if not any(_agree(one, two) for two in theirs)]
    right = [one for one in theirs if not any(_agree(one, two) for two in mine)]
    if len(left) == len(right) == 1 and _may_differ(left[0], right[0]):
        if _mean_own_days(sources, unit, left[0], other, right[0]):
            return
        if _are_one_night(sources, unit, left[0], other, right[0]):
            return
        mine_near = _words_around(sources, unit, left[0])
        theirs_near = _words_around(sources, other, right[0])
        fewest = SHARED_NEAR_BY if min(len(mine_near), len(theirs_near)) >= NEAR_BY else 1
        if len(mine_near & theirs_near) >= fewest:
            yield _slot(unit, left[0]), _slot(other, right[0])


def _may_differ(one: DateMention, other: DateMention) -> bool:
    """True if both are days, or both years; two articles may mean two days by "Friday"."""
    is_one_size = len(one.value or "") == len(other.value or "")
    return is_one_size and (_weekday(one) is None or _weekday(one) != _weekday(other))


def _has_day(when: DateMention) -> bool:
    """False for "Friday", which is counted from the day of the report."""
    return any(char.isdigit() for char in when.text)


def _mean_own_days(
    sources: Sources, unit: Unit, one: DateMention, other: Unit, two: DateMention
) -> bool:
    """True for weekdays that each report counts from its own day: its today, or its own week."""
    if _has_day(one) and _has_day(two):
        return False
    try:
        days = [
            date.fromisoformat(sources.briefings[sentence.article].article.published or "")
            for sentence in (unit, other)
        ]
        ago = [
            day - date.fromisoformat(when.value or "")
            for day, when in zip(days, (one, two), strict=True)
        ]
    except ValueError:
        return False
    apart = abs((days[0] - days[1]).days)
    return apart > ONE_WEEK or (apart > 0 and ago[0] == ago[1] >= timedelta(0))


def _are_one_night(
    sources: Sources, unit: Unit, one: DateMention, other: Unit, two: DateMention
) -> bool:
    """True for "overnight Saturday" and "early Sunday"."""
    found = sorted(
        (
            when.value or "",
            sources.text(sentence.article)[max(0, when.start - NIGHT_BEFORE) : when.end],
        )
        for sentence, when in ((unit, one), (other, two))
    )
    (first, evening), (second, morning) = found
    try:
        nights = date.fromisoformat(second) - date.fromisoformat(first)
    except ValueError:
        return False
    return nights.days == 1 and bool(LATE.search(evening)) and bool(EARLY.search(morning))


def _words_around(sources: Sources, unit: Unit, when: DateMention) -> frozenset[str]:
    """What is said near a date: two dates in sentences that tell much may be of two things."""
    text, (start, end) = sources.text(unit.article), unit.span
    before = [term for at, _, term in terms(text[start : when.start]) if text[start + at].islower()]
    after = [term for at, _, term in terms(text[when.end : end]) if text[when.end + at].islower()]
    near = before[-NEAR_BY:]
    return frozenset(near or after[:NEAR_BY])


def _slot(unit: Unit, when: DateMention) -> Slot:
    return Slot("date", unit, (when.start, when.end), when.value)


def _dates_in(sources: Sources, unit: Unit) -> list[DateMention]:
    """The dates of a sentence that have a value and do not only say when somebody spoke.

    Those in quotations are counted from when they were spoken; "today" is the day of each report.
    """
    start, end = unit.span
    text = sources.text(unit.article)
    briefing = sources.briefings[unit.article]
    return [
        when
        for when in briefing.dates
        if start <= when.start
        and when.end <= end
        and when.value
        and (_weekday(when) or any(char.isdigit() for char in when.text))
        and not SAID_WHEN.search(text[start : when.start])
        and not SAID_THEN.match(text, when.end)
        and not DATELINE.fullmatch(text[start : when.end + 1])
        and not any(quote.start <= when.start < quote.end for quote in briefing.quotes)
    ]


def _agree(one: DateMention, other: DateMention) -> bool:
    """True if two dates may be the same: "2031-03" and "2031-03-04", "Friday" and any Friday."""
    return any(_overlap(mine, theirs) for mine in _readings(one) for theirs in _readings(other))


def _overlap(one: str, other: str) -> bool:
    first, second = one.partition("/"), other.partition("/")
    begin, last = first[0], first[2] or first[0]
    other_begin, other_last = second[0], second[2] or second[0]
    return begin <= f"{other_last}~" and other_begin <= f"{last}~"


def _readings(when: DateMention) -> list[str]:
    """The values that a date may have, since a year or a week that is not written is a guess."""
    value = when.value or ""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return [value]
    if has_year(when):
        return [value]
    if _weekday(when) == WEEKDAYS[day.weekday()]:
        return [(day + timedelta(days)).isoformat() for days in (-7, 0, 7)]
    if any(char.isdigit() for char in when.text):
        return [f"{day.year + years}{value[4:]}" for years in (-1, 0, 1)]
    return [value]


def _weekday(when: DateMention) -> str | None:
    """The weekday that a date is written with: "friday" for "late Friday night"."""
    return next((word for word in folded(when.text).split() if word in WEEKDAYS), None)
