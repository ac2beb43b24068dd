"""Dates as metadata gives them: ISO 8601, RFC 2822, in words."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from briefing.reading.masthead import published_in

ISO = re.compile(
    r"\s*(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T\s](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?!\d)",
    re.I,
)
FIRST_YEAR = 1990
"""A date before it is a placeholder: zero of a clock, an empty field."""


def day_of(text: str) -> str | None:
    """The day of a date in metadata as YYYY-MM-DD, in its own zone; None where it is not told."""
    moment = _moment(text)
    if moment is not None:
        return moment.date().isoformat()
    with suppress(ValueError):
        if (iso := ISO.match(text)) is not None:
            return _plausible(date(*(int(part) for part in iso.groups()[:3])))
    return published_in([text.strip()]) if 6 <= len(text) <= 60 else None


def moment_of(text: str) -> str | None:
    """The date and time of metadata as ISO 8601; None where it gives no time."""
    moment = _moment(text)
    return moment.isoformat(timespec="minutes") if moment else None


def _moment(text: str) -> datetime | None:
    found = None
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        iso = ISO.match(text)
        if iso is not None:
            year, month, day, clock, zone = iso.groups()
            if clock is None:
                return None
            offset = "+00:00" if zone and zone.upper() in ("Z", "UTC", "GMT") else zone or ""
            found = datetime.fromisoformat(f"{year}-{month}-{day}T{clock[:8]}{offset}")
        elif re.match(r"\s*(?:[A-Z][a-z]{2},\s*)?\d{1,2}\s+[A-Z][a-z]{2}\s+\d{4}\s+\d", text):
            found = parsedate_to_datetime(text)
    return found if found and _plausible(found.date()) else None


def _plausible(day: date) -> str | None:
    return day.isoformat() if day.year >= FIRST_YEAR else None
