"""Dates as metadata write them, into a day and, where one is given, a time of that day."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from briefing.reading.masthead import published_in
from briefing.tables import ENGLISH

LONGEST: Final = 60
"""Characters; a longer value is no date."""
FIRST_YEAR, LAST_YEAR = 1700, 2100
NO_DATES: Final = frozenset({"1970-01-01"})
"""Days that programs write where they have none."""
ISO: Final = re.compile(
    r"(?P<year>\d{4})(?P<dash>[-/.]?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    r"(?:(?:[Tt]|,?\s+)(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"(?:\s*(?P<zone>[Zz]|UTC|GMT|[+-]\d\d(?::?\d\d)?))?)?(?:\s+[A-Z]{2,5})?"
)
ASIDE: Final = re.compile(
    r"\[\[|\]\]|\s*\([A-Za-z .]{2,40}\)$|\[[A-Z]\w+/[\w/]+\]$|\bGMT(?=[+-]\d)"
)
"""Marks of links, and names of time zones beside their offsets."""
HALF_OF_DAY: Final = re.compile(r"\d\s*[ap]\.?m\b", re.I)
UNPADDED: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
MIDNIGHT: Final = "T00:00:00"
"""What stands where only a day is known."""


def day_and_time(written: str, language: str = ENGLISH) -> tuple[str | None, str | None]:
    """The day as YYYY-MM-DD and the moment in ISO 8601, each None where it is not told.

    The day is the one that is written, in the time zone in which it is written.

    Args:
        written: ISO 8601, the form of mail, or a date in words.
        language: What a date in words is written in.
    """
    written = ASIDE.sub("", " ".join(written[: 2 * LONGEST].split())).strip()
    if not 6 <= len(written) <= LONGEST:
        return None, None
    written = UNPADDED.sub(lambda date: "{}-{:0>2}-{:0>2}".format(*date.groups()), written)
    moment = None if HALF_OF_DAY.search(written) else _of_iso(written) or _of_mail(written)
    day = moment.partition("T")[0] if moment else published_in((written,), language)
    if day is None or day in NO_DATES or not FIRST_YEAR <= int(day[:4]) <= LAST_YEAR:
        return None, None
    return day, moment if moment and "T" in moment and MIDNIGHT not in moment else None


def _of_iso(written: str) -> str | None:
    """A day or a moment in ISO 8601 from a text of about that form."""
    match = ISO.fullmatch(written)
    if match is None:
        return None
    moment = f"{match['year']}-{match['month']}-{match['day']}"
    if match["hour"]:
        moment += f"T{match['hour']:0>2}:{match['minute']}:{match['second'] or '00'}"
        moment += _offset(match["zone"] or "")
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return None
    return moment


def _offset(zone: str) -> str:
    if not zone or zone[0] not in "+-":
        return "+00:00" if zone else ""
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _of_mail(written: str) -> str | None:
    """A moment in the form of mail: "Sun, 31 Jul 2022 08:30:00 +0200"."""
    if not re.search(r"\d:\d\d", written):  # a day alone is left to the words
        return None
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds")
