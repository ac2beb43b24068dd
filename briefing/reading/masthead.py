"""What stands around a headline: who wrote the article and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
TIME = (
    r"(?:[\s,|@•·T–—-]*(?:at\s+)?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,4}\)?)?)?"
)
LABEL = (
    r"(?:(?:first\s+)?(?P<label>published|posted|updated|last\s+updated|date)(?:\s+on|\s*:)?\s*)?"
)
# Patterns stand as strings here: few articles need them, and compiling them costs a start.
DATE_LINES = tuple(
    rf"(?i:{LABEL}{WEEKDAY}{written}{TIME}\.?)"
    for written in (
        rf"{MONTH}\s+{DAY},?\s+{YEAR}",
        rf"{DAY}\s+{MONTH},?\s+{YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)

NAME_WORD = r"(?:[A-Z][\w’'.-]*|[Dd][ae]l?|[Vv][ao]n|[Dd]er|[Dd]i|bin|al|el|la|le)"
NAME = rf"[A-Z][\w’'.-]*(?:\s+{NAME_WORD}){{0,3}}\s+[A-Z][\w’'-]+"
AND = r"(?:,?\s+(?:and|AND|&)\s+|,\s+)"
BY = ("By", "BY", "Written by", "Story by", "Words by")
BYLINE = (
    rf"(?:{'|'.join(BY)}):?\s+(?P<names>{NAME}(?:{AND}{NAME})*)"
    r"(?P<rest>(?:,\s|\s*[|/•·–—-]\s*|\s+(?:for|in|of|at)\s+).{2,80})?"
)


def authors_of(line: str) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else, or nothing."""
    if not line.startswith(BY) or line.endswith((".", "?", "!", ":", ";")):
        return ()
    match = re.fullmatch(BYLINE, line)
    if match is None:
        return ()
    return tuple(re.split(AND, match["names"]))


def is_date_line(line: str) -> bool:
    """Whether the line is a full date and nothing else."""
    return any(_date_matches(line))


def published_of(line: str) -> str | None:
    """The publication date that a date line gives, as YYYY-MM-DD.

    None for a line that is no date, that tells of an update, or that names no day there is.
    """
    for match in _date_matches(line):
        if "updated" not in (match["label"] or "").lower():
            return _iso(match["year"], match["month"], match["day"])
    return None


def _date_matches(line: str) -> Iterator[re.Match[str]]:
    if any(char.isdigit() for char in line):
        for pattern in DATE_LINES:
            if match := re.fullmatch(pattern, line):
                yield match


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else 1 + MONTHS.index(month.lower())
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
