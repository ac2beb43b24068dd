"""What a date means: ISO 8601 values, for those that lean on the day of publication too."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "future", "near"]
Unit = Literal["day", "week", "weekend", "month", "year", "decade", "century"]
WEEK = 7
MONDAY, SATURDAY = 0, 5
FAR, CLOSE = 300, 60
"""Days from publication."""


def full(year: int, month: int, day: int) -> str | None:
    """A calendar date, or None where there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_of(year: int, month: int) -> str:
    """A month of a year."""
    return f"{year:04}-{month:02}"


def interval(start: str | None, end: str | None) -> str | None:
    """From one value to another, both included; None where one is unknown or they are reversed."""
    return f"{start}/{end}" if start and end and start <= end else None


def decade(year: int) -> str:
    """The ten years that a decade's first year begins."""
    return f"{year:04}/{year + 9:04}"


def century(number: int) -> str:
    """The years of the n-th century: the 20th runs from 1901 to 2000."""
    return f"{100 * number - 99:04}/{100 * number:04}"


def day_of_month(published: date, month: int, day: int, tense: Tense) -> str | None:
    """The latest such day up to publication, or the next one where the words look ahead."""
    years = range(published.year, published.year - 5, -1)
    if tense == "future":
        years = range(published.year, published.year + 5)
    for year in years:
        value = full(year, month, day)
        if value is None:
            continue
        if (
            (value <= published.isoformat())
            if tense == "past"
            else (value >= published.isoformat())
        ):
            return value
    return None


def likely_day(published: date, month: int, day: int, tense: Tense) -> str | None:
    """The same, but for a day that is some weeks off on the other side and all but a year on this.

    Of a day so long ago, or so far ahead, an article would give the year.
    """
    told = day_of_month(published, month, day, tense)
    other = day_of_month(published, month, day, "past" if tense == "future" else "future")
    if told is None or other is None:
        return told
    is_far = abs((date.fromisoformat(told) - published).days) >= FAR
    is_close = abs((date.fromisoformat(other) - published).days) <= CLOSE
    return other if is_far and is_close else told


def bare_month(published: date, month: int, tense: Tense) -> str:
    """The latest such month up to publication, or the next one where the words look ahead."""
    if tense == "past":
        return month_of(published.year - (month > published.month), month)
    return month_of(published.year + (month < published.month), month)


def weekday(published: date, number: int, tense: Tense, which: str) -> str:
    """The day that a weekday's name means.

    Args:
        published: Day of publication.
        number: 0 for Monday to 6 for Sunday.
        tense: Whether the words around look back or ahead.
        which: "last", "next", "this" or "".
    """
    monday = published - timedelta(days=published.weekday())
    if which == "this":
        found = monday + timedelta(days=number)
        if tense == "past" and found > published:
            found -= timedelta(days=WEEK)
        if tense == "future" and found < published:
            found += timedelta(days=WEEK)
    elif which == "next":
        found = monday + timedelta(days=WEEK + number)
    elif which == "last":
        found = published - timedelta(days=(published.weekday() - number - 1) % WEEK + 1)
    elif tense == "future":
        found = published + timedelta(days=(number - published.weekday()) % WEEK)
    else:
        found = published - timedelta(days=(published.weekday() - number) % WEEK)
    return found.isoformat()


def weekday_of_week(published: date, number: int, steps: int) -> str:
    """The day of the week so many weeks from that of publication: "Monday of last week"."""
    return (published + timedelta(days=WEEK * steps + number - published.weekday())).isoformat()


def weekday_after_next(published: date, number: int) -> str:
    """A week after the coming day of that name: "Saturday week"."""
    return (published + timedelta(days=(number - published.weekday()) % WEEK + WEEK)).isoformat()


def nearest(published: date, back: str | None, ahead: str | None) -> str | None:
    """The one of two days or months that lies nearer to the day of publication."""
    if back is None or ahead is None:
        return back or ahead
    past, future = (date.fromisoformat(f"{value}-01"[:10]) for value in (back, ahead))
    return back if published - past < future - published else ahead


def quarter(year: int, number: int) -> str:
    """The months of a calendar quarter."""
    return f"{year:04}-{3 * number - 2:02}/{year:04}-{3 * number:02}"


def half(year: int, number: int) -> str:
    """The months of half a calendar year."""
    return f"{year:04}-{6 * number - 5:02}/{year:04}-{6 * number:02}"


def shifted(published: date, unit: Unit, steps: int) -> str | None:
    """The day, week, weekend, month, year, decade or century so many steps from publication.

    Weeks run from Monday to Sunday; the weekend of step 0 is the one in the week of publication.
    """
    if unit == "day":
        return (published + timedelta(days=steps)).isoformat()
    if unit in ("week", "weekend"):
        monday = published + timedelta(days=WEEK * steps - published.weekday())
        start = monday + timedelta(days=SATURDAY if unit == "weekend" else MONDAY)
        return interval(start.isoformat(), (monday + timedelta(days=WEEK - 1)).isoformat())
    if unit == "month":
        months = published.year * 12 + published.month - 1 + steps
        return month_of(months // 12, months % 12 + 1)
    if unit == "year":
        return f"{published.year + steps:04}"
    if unit == "decade":
        return decade(published.year // 10 * 10 + 10 * steps)
    return century((published.year - 1) // 100 + 1 + steps)


def last_day(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]
