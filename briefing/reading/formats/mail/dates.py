"""When a letter was written, as its headers say; a date that can be two days is none."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from briefing.reading.masthead import published_in

STANDARD = re.compile(
    r"\s*(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d\d(?::\d\d)?"
    r"\s*(?:[+-]\d{4}|[A-Z]{1,4})?\s*(?:\([^()]*\))?\s*"
)
"""As RFC 5322 writes it."""
CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?\s*(?P<half>[ap])?\.?(?:m\b\.?)?", re.I
)
BEFORE_CLOCK = re.compile(r"[\s,]*(?:\b(?:at|um|à)\b)?[\s,]*$", re.I)
OFFSET = re.compile(
    r"\s*\(?(?:GMT|UTC)?\s?(?P<sign>[+−-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b"
)
"""The zone behind a time: "GMT-5", "+0100"."""
FIRST_YEAR = 1975
"""No letter is older; a clock that was never set says 1970."""


class Moment(NamedTuple):
    """A day as YYYY-MM-DD, and the time in ISO 8601 where one is given; None where unknown."""

    day: str | None = None
    at: str | None = None


def moment_of(header: str) -> Moment:
    """When a header says that a letter was sent, in the sender's own zone.

    Args:
        header: "Mon, 04 Mar 2030 10:00:00 +0100", or "Monday, 4 March 2030 10:00 AM" as programs
            write it above a letter that they forward.
    """
    if STANDARD.fullmatch(header):
        try:
            told = parsedate_to_datetime(header)
        except (ValueError, TypeError, IndexError, OverflowError):
            return Moment()
        if told.year < FIRST_YEAR:
            return Moment()
        return Moment(told.date().isoformat(), told.isoformat())
    clock = CLOCK.search(header)
    before = BEFORE_CLOCK.sub("", header[: clock.start()]) if clock else header
    day = published_in([before.strip(" *()")])
    if day is None or int(day[:4]) < FIRST_YEAR:
        return Moment()
    time = _time(clock) if clock else None
    return Moment(day, f"{day}T{time}{_offset(header[clock.end() :])}" if clock and time else None)


def _offset(zone: str) -> str:
    """The distance to UTC that stands behind a time, or ""."""
    told = OFFSET.match(zone)
    if told is None or int(told["hours"]) > 14:
        return ""
    sign = "+" if told["sign"] == "+" else "-"
    return f"{sign}{int(told['hours']):02}:{told['minutes'] or '00'}"


def _time(clock: re.Match[str]) -> str | None:
    hour, minute, half = int(clock["hour"]), int(clock["minute"]), (clock["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
