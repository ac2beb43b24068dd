"""What stands around a headline: who wrote the article and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.text.calendar_words import months, names, short_forms, weekdays
from briefing.text.datelines import AGENCY, DASH, NAMES, TOWN

MONTHS = tuple(month.name[:3].lower() for month in months())
MONTH = rf"(?P<month>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = rf"(?:(?:{names(weekdays())}|{short_forms(weekdays())})\.?,?\s+)?"
TIME = (
    r"(?:[\s,|@•·T–—-]*(?:at\s+)?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,4}\)?)?)?"
)
LABEL = (
    r"(?:(?:first\s+)?(?P<label>published|posted|updated|last\s+updated|date|broadcast|aired)"
    r"(?:\s+on|\s*:)?\s*)?"
)
# Patterns stand as strings here: few articles need them, and compiling them costs a start.
DAYS = (
    rf"{MONTH}\s+{DAY},?\s+{YEAR}",
    rf"{DAY}\s+{MONTH},?\s+{YEAR}",
    r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)",
)
DATE_LINES = tuple(rf"(?i:{LABEL}{WEEKDAY}{written}{TIME}\.?)" for written in DAYS)
LONGEST_DATE_LINE, LONGEST_DATELINE = 100, 120
"""Characters."""
REGION = rf"(?:,\s+{NAMES}){{0,2}}?"
# In running text a town with a date has neither capitals nor an agency.
DATELINES = tuple(
    pattern
    for written in DAYS[:2]
    for pattern in (
        rf"{TOWN}{REGION}(?:\s+{AGENCY})?,?\s+(?i:{written})\s*{AGENCY}?\s*{DASH}",
        rf"{NAMES}{REGION},\s+(?i:{written})\s*{AGENCY}\s*{DASH}",
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


def published_in(lines: Sequence[str]) -> str | None:
    """The publication date that the first lines of a source give, as YYYY-MM-DD.

    A line that is a date comes first, then a dateline with a full date, then the time of an update;
    None where there is none of these or it names no day there is.

    Args:
        lines: The first lines, whatever they are.
    """
    told = [match for line in lines for match in _date_matches(line)]
    published = (match for match in told if "updated" not in (match["label"] or "").lower())
    ways = (published, _dateline_matches(lines), told)
    return next((day for way in ways for match in way if (day := _day_of(match))), None)


def _dateline_matches(lines: Sequence[str]) -> Iterator[re.Match[str]]:
    """Where and when a report was written: "VARNA, March 4, 2024 (Agency) - "."""
    for line in lines:
        head = line[:LONGEST_DATELINE]
        if re.search(r"(?:19|20)\d\d", head):
            for pattern in DATELINES:
                if match := re.match(pattern, head):
                    yield match


def _date_matches(line: str) -> Iterator[re.Match[str]]:
    if len(line) <= LONGEST_DATE_LINE and re.search(r"(?:19|20)\d\d", line):
        for pattern in DATE_LINES:
            if match := re.fullmatch(pattern, line):
                yield match


def _day_of(match: re.Match[str]) -> str | None:
    month: str = match["month"]
    number = int(month) if month.isdigit() else 1 + MONTHS.index(month.lower())
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None
