"""What stands around a headline: who wrote the article and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial

from msgspec import Struct

from briefing.languages.registry import table_language
from briefing.tables import ENGLISH, rows

YEAR = r"(?P<year>(?:19|20)\d\d)"
ISO_DAY = rf"{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)"
ZONE = r"(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,4}\)?)"
LONGEST_DATE_LINE, LONGEST_DATELINE = 100, 120
"""Characters."""
TOWN = r"[A-Z][A-Z.’'-]+(?:\s+[A-Z][A-Z.’'-]+){0,3}"
TOWN_OF_AGENCY = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
REGION = r"(?:,\s+[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2}){0,2}?"
AGENCY = r"(?:\([A-Z][^()\n]{1,40}\)|/[^/\n]{2,30}/)"
DASH = r"(?:--|[–—-])\s"

PARTS = (" · ", " | ", " • ")
MOST_PARTS = 5
POST = (
    r" (?:[A-Z][\w’'-]+ )?(?:Staff|Correspondent|Reporter|Writer|Contributor|Editor|Bureau)"
    r"(?: Writer| Reporter| Correspondent)?$"
)
"""What a reporter is to the paper, behind the name: "Ana Ruiz Harbor Staff"."""
NAME_WORD = r"(?:[A-Z][\w’'.-]*|[Dd][ae]l?|[Vv][ao]n|[Dd]er|[Dd]i|bin|al|el|la|le)"
NAME = rf"[A-Z][\w’'.-]*(?:\s+{NAME_WORD}){{0,3}}\s+[A-Z][\w’'-]+"


class _Forms(Struct, frozen=True):
    """How a language writes bylines and dates.

    The patterns are strings: few articles need them, and compiling them costs a start.
    """

    months: tuple[str, ...]
    update: str
    by: tuple[str, ...]
    joint: str
    byline: str
    date_lines: tuple[str, ...]
    datelines: tuple[str, ...]


@cache
def _forms(language: str) -> _Forms:
    """The forms that the words of `masthead.tsv` give."""
    words = dict(rows("masthead", table_language("masthead", language)))
    month = rf"(?P<month>{words['months']})[a-z]{{0,6}}\.?"
    day = rf"(?P<day>\d{{1,2}})(?:{words['day suffix']})?"
    written = (rf"{month}\s+{day},?\s+{YEAR}", rf"{day}\s+{month},?\s+{YEAR}")
    label = rf"(?:{words['label']}(?:\s*:)?\s*)?"
    weekday = rf"(?:{words['weekday']}\.?,?\s+)?"
    time = (
        rf"(?:[\s,|@•·T–—-]*(?:{words['at']}\s+)?\d{{1,2}}(?:[:.]\d\d){{1,2}}(?:\.\d+)?"
        rf"\s*(?:[ap]\.?m\.?)?\s*{ZONE}?)?"
    )
    joint = rf"(?:,?\s+(?:{words['and']})\s+|,\s+)"
    return _Forms(
        months=tuple(words["months"].split("|")),
        update=words["update"],
        by=tuple(words["by"].split("|")),
        joint=joint,
        byline=(
            rf"(?:{words['by']}):?\s+(?P<names>{NAME}(?:{joint}{NAME})*)"
            r"(?P<rest>(?:,\s|\s*[|/•·–—-]\s*|\s+(?:for|in|of|at)\s+).{2,80})?"
        ),
        date_lines=tuple(rf"(?i:{label}{weekday}{one}{time}\.?)" for one in (*written, ISO_DAY)),
        # In running text a town with a date has neither capitals nor an agency.
        datelines=tuple(
            pattern
            for one in written
            for pattern in (
                rf"{TOWN}{REGION}(?:\s+{AGENCY})?,?\s+(?i:{one})\s*{AGENCY}?\s*{DASH}",
                rf"{TOWN_OF_AGENCY}{REGION},\s+(?i:{one})\s*{AGENCY}\s*{DASH}",
            )
        ),
    )


def authors_of(line: str, language: str = ENGLISH) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else, or nothing."""
    forms = _forms(language)
    if any(part in line for part in PARTS) and (found := _authors_of_parts(line, language)):
        return found
    if not line.startswith(forms.by) or line.endswith((".", "?", "!", ":", ";")):
        return ()
    match = re.fullmatch(forms.byline, line)
    if match is None:
        return ()
    names = (re.sub(POST, "", name) for name in re.split(forms.joint, match["names"]))
    return tuple(name for name in names if " " in name)


def _authors_of_parts(line: str, language: str) -> tuple[str, ...]:
    """The name in a line of parts, one of which is a date: "Ana Ruiz · Tide · May 3, 2030"."""
    parts = [part.strip() for part in re.split(r"\s[·|•]\s", line)]
    if len(parts) > MOST_PARTS or not any(map(partial(is_date_line, language=language), parts)):
        return ()
    first = re.sub(r"(?i)^by\s+", "", parts[0])
    named = re.fullmatch(NAME, first) and not is_date_line(parts[0], language)
    return (first,) if named else ()


def is_date_line(line: str, language: str = ENGLISH) -> bool:
    """True if the line is a full date and nothing else."""
    return any(_date_matches(line, _forms(language)))


def published_in(lines: Sequence[str], language: str = ENGLISH) -> str | None:
    """The publication date that the first lines of a source give, as YYYY-MM-DD.

    A line that is a date comes first, then a dateline with a full date, then the time of an update;
    None where there is none of these or it names no day there is.

    Args:
        lines: The first lines, whatever they are.
        language: What they are written in.
    """
    forms = _forms(language)
    told = [match for line in lines for match in _date_matches(line, forms)]
    published = (match for match in told if forms.update not in (match["label"] or "").lower())
    ways = (published, _dateline_matches(lines, forms), told)
    return next((day for way in ways for match in way if (day := _day_of(match, forms))), None)


def _dateline_matches(lines: Sequence[str], forms: _Forms) -> Iterator[re.Match[str]]:
    """Where and when a report was written: "VARNA, March 4, 2024 (Agency) - "."""
    for line in lines:
        head = line[:LONGEST_DATELINE]
        if re.search(r"(?:19|20)\d\d", head):
            for pattern in forms.datelines:
                if match := re.match(pattern, head):
                    yield match


def _date_matches(line: str, forms: _Forms) -> Iterator[re.Match[str]]:
    if len(line) <= LONGEST_DATE_LINE and re.search(r"(?:19|20)\d\d", line):
        for pattern in forms.date_lines:
            if match := re.fullmatch(pattern, line):
                yield match


def _day_of(match: re.Match[str], forms: _Forms) -> str | None:
    month: str = match["month"]
    number = int(month) if month.isdigit() else 1 + forms.months.index(month.lower())
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None
