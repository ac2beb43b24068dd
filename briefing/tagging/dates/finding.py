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
from briefing.tagging.dates import periods, values
from briefing.tagging.dates.anchor import Anchor, Match, number, parts
from briefing.tagging.dates.patterns import CUES, PATTERNS
from briefing.tagging.dates.values import Tense, Unit
from briefing.tagging.dates.words import WEEKDAYS, Kind
from briefing.text.day_order import day_and_month

LATEST_SHORT_YEAR = 39
"""The last year of this century that two digits mean: "1.5.39" is 2039, "1.5.40" is 1940."""

Meaning = Callable[[Match, Anchor], str | None]


def find(article: Article) -> tuple[DateMention, ...]:
    """All dates of the title and the text paragraphs, in order and not overlapping.

    Args:
        article: The article; with `published`, relative dates and dates without a year get values.
    """
    anchor = Anchor(article.text, _published(article))
    taken = bytearray(len(article.text))
    found: list[DateMention] = []
    spans = [(p.start, p.end) for p in article.paragraphs if p.kind != "furniture"]
    with_cue = {
        cue: [span for span in spans if cue.search(article.text, *span)]
        for cue in set(CUES.values())
    }
    for pattern, kind in PATTERNS:
        for span in with_cue[CUES[kind]] if kind in CUES else spans:
            for match in pattern.finditer(article.text, *span):
                start, end = match.span("date")
                if any(taken[start:end]):
                    continue
                taken[start:end] = b"\1" * (end - start)
                if kind.startswith("no_"):
                    continue
                value = MEANINGS[kind](match, anchor)
                if kind == "years" and value is None:
                    continue  # "2005-1990" is a score
                found.append(DateMention(text=match["date"], start=start, end=end, value=value))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.published) if article.published else None
    except ValueError:
        return None


def _date(match: Match, anchor: Anchor) -> str | None:
    year, month, day = parts(match, "year", "month", "day")
    if month is None or day is None:
        return None
    if year is not None:
        anchor.note(match)
        return values.full(year, month, day)
    published = anchor.published
    if told_year := anchor.year_told(match, month):
        return values.full(told_year, month, day)
    if published is None:
        return None
    return anchor.day(match, month, day)


def _days(match: Match, anchor: Anchor) -> str | None:
    """Days from and to, as "May 3-5, 2020" and "May 30 to June 2": the first leans on the last."""
    year, month, day, month2, day2 = parts(match, "year", "month", "day", "month2", "day2")
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


def _months(match: Match, anchor: Anchor) -> str | None:
    """Months from and to, as "March to May 2021" and "November 2019 to March 2020"."""
    year, month, month2, first = parts(match, "year", "month", "month2", "first")
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


def _month(match: Match, anchor: Anchor) -> str | None:
    year, month = parts(match, "year", "month")
    if month is None:
        return None
    if year is not None:
        anchor.note(match)
        return values.month_of(year, month)
    which = (match.groupdict().get("which") or "").lower()
    if not which and (told_year := anchor.year_told(match, month)):
        return values.month_of(told_year, month)
    published = anchor.published
    if published is None:
        return None
    if which in ("last", "next"):
        return values.bare_month(published, month, "past" if which == "last" else "future")
    return anchor.value(
        match, lambda told: values.bare_month(published, month, told), may_be_near=True
    )


def _years(match: Match, _: Anchor) -> str | None:
    """Years from and to, as "2015-2016"; the last may lack its first digits: "2008-9"."""
    start, end = match["year"], match["year2"]
    return values.interval(start, start[: 4 - len(end)] + end)


def _century(match: Match, _: Anchor) -> str | None:
    number = int(re.sub(r"\D", "", match["century"]))
    return values.century(number) if 1 <= number <= 21 else None


def _numeric(match: Match, anchor: Anchor) -> str | None:
    """Numbers only: "8/25/2021" is one day; "8/9/2021" is two unless the text proves an order."""
    first, second, year = parts(match, "first", "second", "year")
    if first is None or second is None or year is None:
        return None
    found = day_and_month(first, second, match["dot"], anchor.day_first)
    if found is None:
        return None
    if len(match["year"]) == len("23"):
        year += 1900 if year > LATEST_SHORT_YEAR else 2000
    return values.full(year, found[1], found[0])


def _weekday(match: Match, anchor: Anchor) -> str | None:
    published = anchor.published
    if published is None:
        return None
    day = WEEKDAYS.index(match["weekday"])
    which = (match["which"] or "").lower()
    if which in ("coming", "past"):
        return values.weekday(published, day, "future", "last" if which == "past" else "")
    if ago := match.groupdict().get("ago"):
        weeks = number(ago)
        return values.weekday_of_week(published, day, -weeks) if weeks else None
    week = (match.groupdict().get("week") or "").lower()
    if week:
        return values.weekday_of_week(published, day, STEPS[week])
    if match.groupdict().get("after"):
        return values.weekday_after_next(published, day)
    otherwise: Tense = "future" if which == "this" else "past"
    return anchor.value(match, lambda told: values.weekday(published, day, told, which), otherwise)


NAMED_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}


def _named_day(match: Match, anchor: Anchor) -> str | None:
    words = " ".join(match["date"].lower().split())
    steps = NAMED_DAYS.get(words, 0)
    return values.shifted(anchor.published, "day", steps) if anchor.published else None


STEPS = {"last": -1, "this": 0, "next": 1, "coming": 1, "past": -1, "previous": -1}


def _weekend(published: date, which: str, told: Tense) -> str | None:
    ahead = which in ("this", "next", "coming") or (not which and told == "future")
    over = published.weekday() < values.SATURDAY
    steps = (1 if which == "next" else 0) if ahead else (-1 if over else 0)
    return values.shifted(published, "weekend", steps)


def _span(match: Match, anchor: Anchor) -> str | None:
    """A stretch of the calendar, as "last month", "this week" and "the weekend"."""
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


def _ago(match: Match, anchor: Anchor) -> str | None:
    count = number(match["count"])
    if anchor.published is None or count is None or match["when"] != "ago":
        return None
    unit = match["unit"].lower().rstrip("s")
    if unit == "decade":
        return values.shifted(anchor.published, "year", -10 * count)
    known: dict[str, Unit] = {u: u for u in ("day", "week", "month", "year")}
    return values.shifted(anchor.published, known[unit], -count) if unit in known else None


def _year(match: Match, _: Anchor) -> str | None:
    return match["year"]


def _attacks(_: Match, __: Anchor) -> str | None:
    return "2001-09-11"


MEANINGS: dict[Kind, Meaning] = {
    "attacks": _attacks,
    "date": _date,
    "numeric": _numeric,
    "days": _days,
    "months": _months,
    "month": _month,
    "years": _years,
    "decade": periods.decade,
    "quarter": periods.quarter,
    "half": periods.half,
    "fiscal": periods.fiscal,
    "first_months": periods.first_months,
    "holiday": periods.holiday,
    "century": _century,
    "year": _year,
    "ago": _ago,
    "weekday": _weekday,
    "named_day": _named_day,
    "span": _span,
}
