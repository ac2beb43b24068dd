"""What quarters, halves, financial years, decades and named days mean."""

from __future__ import annotations

import re
from datetime import date

from briefing.tagging.dates import values
from briefing.tagging.dates.anchor import Anchor, Match, number
from briefing.tagging.dates.values import Tense
from briefing.tagging.dates.words import DECADES, HOLIDAYS, ORDINALS

RELATIVE_YEARS = {"last": -1, "previous": -1, "this": 0, "the": 0, "next": 1}
MONTHS_OF_QUARTER = 3
QUARTERS = 4
SPORT = re.compile(
    r"\b(?:points|touchdowns?|yards?|goals?|half[- ]?time|rebounds|quarterback|match|coach"
    r"|kick(?:ed|s)?|game|scored|lead(?:ing)? by|trail(?:ed|ing)?)\b"
)
REPORTED = re.compile(r" (?:net )?(?:earnings|results|profits?|losse?s?|figures|revenues?|sales)\b")


def decade(match: Match, _: Anchor) -> str | None:
    """Ten years, as "1980s", "'80s" and "eighties"."""
    written = match["decade"].lower()
    if written in DECADES:
        return values.decade(DECADES[written])
    return values.decade(int(written) if len(written) == len("1980") else 1900 + int(written))


def quarter(match: Match, anchor: Anchor) -> str | None:
    """Three months; those of a financial year have no value, for it can begin in any month."""
    if match["fiscal"]:
        return None
    word = (match["nth"] or match.groupdict().get("nth2") or "").lower()
    nth, published = ORDINALS[word], anchor.published
    year = _year(match, anchor)
    if year is not None:
        return values.quarter(year, nth)
    if published is None or match["of"] or anchor.goes_with(match, SPORT):
        return None
    if word == "last":
        return _last_quarter(published)
    if anchor.is_followed_by(match, REPORTED):
        return _nearest_quarter(published, nth, "past")
    if word == "final":
        return None
    return anchor.value(match, lambda told: _nearest_quarter(published, nth, told))


def _last_quarter(published: date) -> str:
    now = (published.month - 1) // MONTHS_OF_QUARTER + 1
    return values.quarter(published.year - (now == 1), now - 1 or QUARTERS)


def _nearest_quarter(published: date, nth: int, told: Tense) -> str:
    """The latest such quarter that has begun, or the first one that has not ended."""
    now = (published.month - 1) // MONTHS_OF_QUARTER + 1
    if told == "past":
        return values.quarter(published.year - (nth > now), nth)
    return values.quarter(published.year + (nth < now), nth)


def half(match: Match, anchor: Anchor) -> str | None:
    """Six months."""
    if match["fiscal"]:
        return None
    year, published = _year(match, anchor), anchor.published
    if year is None and published is not None and not match["of"]:
        year = published.year
    return values.half(year, ORDINALS[match["nth"].lower()]) if year else None


def first_months(match: Match, anchor: Anchor) -> str | None:
    """The first three, six or nine months of a year."""
    year, count = _year(match, anchor), number(match["months"])
    if year is None or count is None:
        return None
    return values.interval(values.month_of(year, 1), values.month_of(year, count))


def _year(match: Match, anchor: Anchor) -> int | None:
    """The year that is given, or the one that "of last year" means."""
    if match["year"]:
        return int(match["year"])
    which = (match["which"] or "").lower()
    if which and anchor.published:
        return anchor.published.year + RELATIVE_YEARS[which]
    return None


def fiscal(match: Match, _: Anchor) -> str | None:
    """A financial year goes by the calendar year that it is named after."""
    start, end = match["year"] or f"20{match['short']}", match["year2"]
    return values.interval(start, start[: 4 - len(end)] + end) if end else start


def holiday(match: Match, anchor: Anchor) -> str | None:
    """A day with a name and a fixed date, as "New Year's Eve"."""
    name = " ".join(match["holiday"].lower().replace("’", "'").replace(".", "").split())
    month, day = HOLIDAYS[name]
    if match["year"]:
        return values.full(number(match["year"]) or 0, month, day)
    published = anchor.published
    if published is None:
        return None
    which = (match["which"] or "").lower()
    if which in ("last", "next"):
        return values.day_of_month(published, month, day, "past" if which == "last" else "future")
    return anchor.day(match, month, day)
