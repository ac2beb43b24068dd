"""What the values of dates say: their days, and their words; pure.

Values are ISO 8601 days, months, years and intervals of these, as `briefing.model` has them.
"""

from __future__ import annotations

from datetime import date, timedelta

from briefing.text.calendar_words import months

MONTHS = [month.name for month in months()]
DECADE = 9
"""Years from the first of a decade to its last."""


def days(value: str | None) -> tuple[date, date] | None:
    """The first and the last day of a value; None for what is unknown or no such value."""
    if not value:
        return None
    first, _, last = value.partition("/")
    begins, ends = _days_of(first), _days_of(last or first)
    return (begins[0], ends[1]) if begins and ends else None


def _days_of(value: str) -> tuple[date, date] | None:
    try:
        parts = [int(part) for part in value.split("-")]
        year, month, day = (*parts, 0, 0)[:3]
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - _DAY
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None


_DAY = timedelta(days=1)


def in_words(value: str) -> str:
    """A value as people write it: "August 3 to 5, 2021", "July 2021", "the 1980s"."""
    first, _, last = value.partition("/")
    if not days(value):
        return value
    if not last:
        return _words(first)
    if len(first) == len(last) == 4:
        years = int(last) - int(first)
        if years == DECADE and first.endswith("0"):
            return f"the {first}s"
        return f"{int(first)} to {int(last)}"
    a, b = days(first), days(last)
    if a and b and a[0].year == b[0].year and len(first) == len(last):
        month, other = MONTHS[a[0].month - 1], MONTHS[b[0].month - 1]
        if len(first) == len("2021-08"):
            return f"{month} to {other} {a[0].year}"
        if month == other:
            return f"{month} {a[0].day} to {b[0].day}, {a[0].year}"
        return f"{month} {a[0].day} to {other} {b[0].day}, {a[0].year}"
    return f"{_words(first)} to {_words(last)}"


def _words(value: str) -> str:
    """A day, month or year."""
    year, *rest = (int(part) for part in value.split("-"))
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1]
    return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"


def short(value: str) -> str:
    """The begin of a value in few cells: "1996", "Jul 2021", "Aug 9, 2021"."""
    first = value.partition("/")[0]
    if not days(first):
        return first
    year, *rest = (int(part) for part in first.split("-"))
    if not rest:
        return str(year)
    month = MONTHS[rest[0] - 1][:3]
    return f"{month} {rest[1]}, {year}" if len(rest) > 1 else f"{month} {year}"
