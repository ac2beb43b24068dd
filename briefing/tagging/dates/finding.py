"""Dates of an article as they are written, with what they mean where that can be known.

Patterns go from the most exact to the vaguest and each claims its characters, so that the month in
"May 3, 2020" is not found again. A relative date, and one without a year, has a value only where
the day of publication is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from briefing.model import Article, DateMention
from briefing.tagging.dates import values as values
from briefing.tagging.dates.patterns import NUMBERS, PATTERNS, WEEKDAYS, Kind
from briefing.tagging.dates.tense import tense
from briefing.tagging.dates.values import Tense, Unit
from briefing.text.calendar_words import months

DateMatch = re.Match[str]
Meaning = Callable[[DateMatch, "_Anchor"], str | None]

MONTH_NUMBERS = {month.name[:3].lower(): i for i, month in enumerate(months(), start=1)}


class _Anchor:
    """The day of publication and the text around a date: what a date without a year leans on."""

    def __init__(self, text: str, published: date | None) -> None:
        self._text = text
        self.published = published

    def value(self, match: DateMatch, value: Callable[[Tense], str | None]) -> str | None:
        """The value of a date in the tense that the words around it tell.

        Where they tell none, a date has a value only if it is the same looking back and ahead.
        """
        told = tense(self._text, *match.span("date"))
        if told:
            return value(told)
        back = value("past")
        return back if back == value("future") else None


def find(article: Article) -> tuple[DateMention, ...]:
    """All dates of the title and the text paragraphs, in order and not overlapping.

    Args:
        article: The article; with `published`, relative dates and dates without a year get values.
    """
    anchor = _Anchor(article.text, _published(article))
    taken = bytearray(len(article.text))
    found: list[DateMention] = []
    for pattern, kind in PATTERNS:
        for paragraph in article.paragraphs:
            if paragraph.kind == "furniture":
                continue
            for match in pattern.finditer(article.text, paragraph.start, paragraph.end):
                start, end = match.span("date")
                if any(taken[start:end]):
                    continue
                taken[start:end] = b"\1" * (end - start)
                found.append(
                    DateMention(
                        text=match["date"],
                        start=start,
                        end=end,
                        value=MEANINGS[kind](match, anchor),
                    )
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published) if article.published else None
    except ValueError:
        return None


def _number(word: str) -> int | None:
    """The number of a month, a day with or without its ending, or a count in words."""
    lowered = word.lower()
    if lowered[:3] in MONTH_NUMBERS and not lowered[:1].isdigit():
        return MONTH_NUMBERS[lowered[:3]]
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else NUMBERS.get(lowered)


def _parts(match: DateMatch, *names: str) -> tuple[int | None, ...]:
    return tuple(_number(match[name]) if match[name] else None for name in names)


def _date(match: DateMatch, anchor: _Anchor) -> str | None:
    year, month, day = _parts(match, "year", "month", "day")
    if month is None or day is None:
        return None
    if year is not None:
        return values.full(year, month, day)
    published = anchor.published
    if published is None:
        return None
    return anchor.value(match, lambda told: values.day_of_month(published, month, day, told))


def _days(match: DateMatch, anchor: _Anchor) -> str | None:
    """Days from and to, as "May 3-5, 2020" and "May 30 to June 2": the first leans on the last."""
    year, month, day, month2, day2 = _parts(match, "year", "month", "day", "month2", "day2")
    last = month2 or month
    month = month or month2
    if month is None or last is None or day is None or day2 is None:
        return None
    if year is None:
        published = anchor.published
        if published is None:
            return None
        end = anchor.value(match, lambda told: values.day_of_month(published, last, day2, told))
        year = int(end[:4]) if end else None
        if year is None:
            return None
    first_year = year - 1 if month > last else year
    return values.interval(values.full(first_year, month, day), values.full(year, last, day2))


def _months(match: DateMatch, anchor: _Anchor) -> str | None:
    """Months from and to, as "March to May 2021" and "November 2019 to March 2020"."""
    year, month, month2, first = _parts(match, "year", "month", "month2", "first")
    if month is None or month2 is None:
        return None
    if year is None:
        published = anchor.published
        if published is None:
            return None
        end = anchor.value(match, lambda told: values.bare_month(published, month2, told))
        if end is None:
            return None
        year = int(end[:4])
    first = first or (year - 1 if month > month2 else year)
    return values.interval(values.month_of(first, month), values.month_of(year, month2))


def _month(match: DateMatch, anchor: _Anchor) -> str | None:
    year, month = _parts(match, "year", "month")
    if month is None:
        return None
    if year is not None:
        return values.month_of(year, month)
    published = anchor.published
    if published is None:
        return None
    which = (match.groupdict().get("which") or "").lower()
    if which in ("last", "next"):
        return values.bare_month(published, month, "past" if which == "last" else "future")
    return anchor.value(match, lambda told: values.bare_month(published, month, told))


def _years(match: DateMatch, _: _Anchor) -> str | None:
    """Years from and to, as "2015-2016"; the last may lack its first digits: "2008-9"."""
    start, end = match["year"], match["year2"]
    return values.interval(start, start[: 4 - len(end)] + end)


def _decade(match: DateMatch, _: _Anchor) -> str | None:
    digits = match["decade"]
    year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return values.decade(year)


def _century(match: DateMatch, _: _Anchor) -> str | None:
    number = int(re.sub(r"\D", "", match["century"]))
    return values.century(number) if 1 <= number <= 21 else None


def _numeric(match: DateMatch, _: _Anchor) -> str | None:
    """Numbers only: "8/25/2021" can be but one day; "8/9/2021" can be two, and so is none."""
    first, second, year = _parts(match, "first", "second", "year")
    if first is None or second is None or year is None:
        return None
    if first == second or second > 12:
        return values.full(year, first, second)
    return values.full(year, second, first) if first > 12 else None


def _weekday(match: DateMatch, anchor: _Anchor) -> str | None:
    published = anchor.published
    if published is None:
        return None
    number = WEEKDAYS.index(match["weekday"])
    which = (match["which"] or "").lower()
    return anchor.value(match, lambda told: values.weekday(published, number, told, which))


NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _named_day(match: DateMatch, anchor: _Anchor) -> str | None:
    words = " ".join(match["date"].lower().split())
    steps = NAMED_DAYS.get(words, 0)
    return values.shifted(anchor.published, "day", steps) if anchor.published else None


STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1, "previous": -1}


def _weekend(published: date, which: str, told: Tense) -> str | None:
    ahead = which in ("this", "next", "coming") or (not which and told == "future")
    over = published.weekday() < values.SATURDAY
    steps = (1 if which == "next" else 0) if ahead else (-1 if over else 0)
    return values.shifted(published, "weekend", steps)


def _span(match: DateMatch, anchor: _Anchor) -> str | None:
    """A span of the calendar, as "last month", "this week" and "the weekend"."""
    published = anchor.published
    if published is None:
        return None
    unit = match["unit"].lower()
    which = (match["which"] or "").lower()
    if unit == "weekend":
        return anchor.value(match, lambda told: _weekend(published, which, told))
    steps = STEPS[which]
    known: dict[str, Unit] = {u: u for u in ("week", "month", "year", "decade", "century")}
    return values.shifted(published, known[unit], steps) if unit in known else None


def _ago(match: DateMatch, anchor: _Anchor) -> str | None:
    count = _number(match["count"])
    if anchor.published is None or count is None or match["when"] != "ago":
        return None
    unit = match["unit"].lower().rstrip("s")
    if unit == "decade":
        return values.shifted(anchor.published, "year", -10 * count)
    known: dict[str, Unit] = {u: u for u in ("day", "week", "month", "year")}
    return values.shifted(anchor.published, known[unit], -count) if unit in known else None


def _year(match: DateMatch, _: _Anchor) -> str | None:
    return match["year"]


def _attacks(_: DateMatch, __: _Anchor) -> str | None:
    return "2001-09-11"


MEANINGS: dict[Kind, Meaning] = {
    "attacks": _attacks,
    "date": _date,
    "numeric": _numeric,
    "days": _days,
    "months": _months,
    "month": _month,
    "years": _years,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "ago": _ago,
    "weekday": _weekday,
    "named_day": _named_day,
    "span": _span,
}
