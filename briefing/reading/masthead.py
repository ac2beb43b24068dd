"""What stands around a headline: who wrote the article and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial

from msgspec import Struct

from briefing.languages.registry import table_language
from briefing.tables import ENGLISH, any_of, rows, word_list
from briefing.text.calendar_words import months, names, short_forms, weekdays
from briefing.text.day_order import day_and_month

YEAR = r"(?P<year>(?:19|20)\d\d)"
ISO_DAY = rf"{YEAR}(?P<dot>[-/.])(?P<month>\d\d)(?P=dot)(?P<day>\d\d)"
IN_NUMBERS = rf"(?P<first>\d\d?)(?P<dot>[/.-])(?P<second>\d\d?)(?P=dot){YEAR}"
ZONE = r"(?:Z|[+-]\d\d:?\d\d|\(?[A-Z]{2,4}\)?)"
LONGEST_DATE_LINE, LONGEST_DATELINE = 100, 120
"""Characters."""
TOWN = r"[A-Z][A-Z.’'-]+(?:(?:\s+|/)[A-Z][A-Z.’'-]+){0,3}"
TOWN_OF_AGENCY = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
REGION = r"(?:,\s+[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,2}){0,2}?"
AGENCY = r"(?:\([A-Z][^()\n]{1,40}\)|/[^/\n]{2,30}/)"
DASH = r"(?:--|[–—-])\s"

PLACE = r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}"
"""A town, or a name: what may stand before a date in a line of its own."""
PARTED = r"\s+[·|•/–—-]\s+"
PARTS = (" · ", " | ", " • ")
MOST_PARTS = 5
MOST_WORDS_BESIDE_DATE = 9
POST = (
    r" (?:[A-Z][\w’'-]+ )?(?:Staff|Correspondent|Reporter|Writer|Contributor|Editor|Bureau)"
    r"(?: Writer| Reporter| Correspondent)?$"
)
"""What a reporter is to the paper, behind the name: "Ana Ruiz Harbor Staff"."""
NAME_WORD = rf"(?:[A-Z][\w’'.-]*|{any_of(word_list('name_parts', 'particle'))})"
NAME = rf"[A-Z][\w’'.-]*(?:\s+{NAME_WORD}){{0,3}}\s+[A-Z][\w’'-]+"

NAME_LAZY = NAME.replace("{0,3}", "{0,3}?")
"""No month is taken for the last of the names."""


class _Forms(Struct, frozen=True):
    """How a language writes bylines and dates.

    The patterns are strings: few articles need them, and compiling them costs a start.
    """

    month_starts: tuple[str, ...]
    update: str
    label: str
    aside: str
    byline_before_date: str
    byline_after_date: str
    by: tuple[str, ...]
    joint: str
    byline: str
    date_lines: tuple[str, ...]
    datelines: tuple[str, ...]


@cache
def _forms(language: str) -> _Forms:
    """The forms that the words of `masthead.tsv` give."""
    language = table_language("masthead", language)
    words = dict(rows("masthead", language))
    month_starts = tuple(month.name[:3].lower() for month in months(language))
    month = rf"(?P<month>{'|'.join(month_starts)})[a-z]{{0,6}}\.?"
    day = rf"(?P<day>\d{{1,2}})(?:{words['day suffix']})?"
    written = (
        rf"{month}\s+{day},?\s+{YEAR}",
        rf"(?:the\s+)?{day}\s+(?:{words['of']}\s+)?{month},?\s+{YEAR}",
        rf"{day}-{month}-{YEAR}",
    )
    label = rf"(?:{words['label']}(?:\s*:)?\s*)?"
    days = weekdays(language)
    weekday = rf"(?:(?:{names(days)}|{short_forms(days)})\.?,?\s+)?"
    clock = rf"\d{{1,2}}(?:[:.]\d\d){{1,2}}(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*{ZONE}?"
    time = rf"(?:[\s,|@•·T–—-]*(?:{words['at']}\s+)?{clock})?"
    early = rf"(?:{clock}[\s,|•·–—-]+(?:{words['on']}\s+)?)?"
    joint = rf"(?:,?\s+(?:{words['and']})\s+|,\s+)"
    return _Forms(
        month_starts=month_starts,
        update=words["update"],
        by=tuple(words["by"].split("|")),
        joint=joint,
        byline=(
            rf"(?:{words['by']}):?\s+(?P<names>{NAME}(?:{joint}{NAME})*)"
            r"(?P<rest>(?:,\s|\s*[|/•·–—-]\s*|\s+(?:for|in|of|at)\s+).{2,80})?"
        ),
        label=words["label"],
        byline_before_date=(
            rf"(?P<byline>(?:{words['by']}):?\s+{NAME_LAZY})"
            rf"(?:,\s+|\s+(?:{words['on']}\s+)?(?=(?i:{month}|\d)))"
        ),
        byline_after_date=rf"(?<=\d),?\s+(?i:{words['by']})\s+(?:{NAME}|[a-z]+)$",
        aside=rf"(?i:{clock}|{words['aside']})",
        date_lines=tuple(
            rf"(?i:{label})(?:(?:{PLACE}(?:\s+\({PLACE}\))?,\s+){{1,2}})??[\[(]?(?i:{early}{weekday}{one}{time}\.?)[\])]?"
            for one in (*written, ISO_DAY, IN_NUMBERS)
        ),
        # In running text a town with a date has neither capitals nor an agency.
        datelines=tuple(
            pattern
            for one in (*written, ISO_DAY, IN_NUMBERS)
            for pattern in (
                rf"{TOWN}{REGION}(?:\s+{AGENCY})?,?\s+(?i:{one})\s*{AGENCY}?\s*{DASH}",
                rf"{TOWN_OF_AGENCY}{REGION},\s+(?i:{one})\s*{AGENCY}\s*{DASH}",
                rf"{TOWN}(?:,?\s+(?:{words['and']}|{TOWN}))*{REGION}\s+\((?i:{one})\)\s*{DASH}",
                rf"{TOWN}{REGION}\s*(?:--|[|–—-])\s+(?i:{one})\s*(?:{DASH}|\|\s)",
                rf"{TOWN_OF_AGENCY}{REGION}\s+\((?i:{one})\)\s*(?:{DASH}|:\s)",
                rf"{TOWN_OF_AGENCY}{REGION}\s+[–—-]\s+(?i:{one})\s*{DASH}",
                rf"\(?(?i:{weekday}{one})\)?\s*(?:\([A-Z][^()\n]{{1,40}}\)\s*)?{DASH}",
            )
        ),
    )


def authors_of(line: str, language: str = ENGLISH) -> tuple[str, ...]:
    """The names in a line that is a byline and nothing else, or nothing."""
    if _is_name_in_capitals(line, language):
        return (line.title(),)
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


def _is_name_in_capitals(line: str, language: str) -> bool:
    """True for a line such as "ANA RUIZ", which heads or signs what she wrote."""
    words = line.split()
    if len(words) not in (2, 3) or not line.isupper() or not line.replace(" ", "").isalpha():
        return False
    return words[0].lower() in first_names(table_language("given_names", language))


@cache
def first_names(language: str = ENGLISH) -> frozenset[str]:
    """The first names that the table of a language has, in lower case."""
    return frozenset(
        name for _, names in rows("given_names", language) for name in names.lower().split()
    )


def _authors_of_parts(line: str, language: str) -> tuple[str, ...]:
    """The name in a line of parts, one of which is a date: "Ana Ruiz · Tide · May 3, 2030"."""
    parts = [part.strip() for part in re.split(r"\s[·|•]\s", line)]
    if len(parts) > MOST_PARTS or not any(map(partial(is_date_line, language=language), parts)):
        return ()
    first = re.sub(r"(?i)^by\s+", "", parts[0])
    named = re.fullmatch(NAME, first) and not is_date_line(parts[0], language)
    return (first,) if named else ()


def is_date_line(line: str, language: str = ENGLISH) -> bool:
    """True if the line is a full date, with who, where and when beside it, and nothing else."""
    forms = _forms(language)
    parts = _parts_of(line, forms)
    told = [any(_date_matches(part, forms)) for part in parts]
    return any(told) and all(
        has_date or _is_beside_date(part, forms) for part, has_date in zip(parts, told, strict=True)
    )


def published_in(
    lines: Sequence[str], language: str = ENGLISH, *, day_first: bool | None = None
) -> str | None:
    """The publication date that the first lines of a source give, as YYYY-MM-DD.

    A line that is a date comes first, then a dateline with a full date, then the time of an update;
    None where there is none of these or it names no day there is.

    Args:
        lines: The first lines, whatever they are.
        language: What they are written in.
        day_first: True if the day comes before the month in dates that are written in numbers,
            None where that is unknown.
    """
    forms = _forms(language)
    told = [match for line in lines for match in _matches_of_line(line, forms)]
    published = [match for match in told if not re.search(forms.update, match["label"] or "", re.I)]
    ways = (published, _dateline_matches(lines, forms), told)
    days = (_day_of(match, forms, day_first) for way in ways for match in way)
    return next(filter(None, days), None)


def _dateline_matches(lines: Sequence[str], forms: _Forms) -> Iterator[re.Match[str]]:
    """Where and when a report was written: "VARNA, March 4, 2024 (Agency) - "."""
    for line in lines:
        head = line[:LONGEST_DATELINE]
        if re.search(YEAR, head):
            for pattern in forms.datelines:
                if match := re.match(pattern, head):
                    yield match


def _matches_of_line(line: str, forms: _Forms) -> Iterator[re.Match[str]]:
    """The dates of a line that is no sentence: of its whole, and of its parts."""
    whole = list(_date_matches(line, forms))
    if whole:
        yield from whole
    elif len(line) <= LONGEST_DATE_LINE and re.search(YEAR, line):
        parts = _parts_of(line, forms)
        if all(len(part.split()) <= MOST_WORDS_BESIDE_DATE for part in parts):
            for part in parts:
                yield from _date_matches(part, forms)


def _parts_of(line: str, forms: _Forms) -> list[str]:
    """The parts of a line, as "By Ana Ruiz | May 3, 2030" has."""
    if len(line) > LONGEST_DATE_LINE or not re.search(YEAR, line):
        return [line]
    byline = re.match(forms.byline_before_date, line)
    rest = line[byline.end() :].strip() if byline else line
    if byline is None and (after := re.search(forms.byline_after_date, line)):
        return [line[: after.start()], after[0].strip()]
    parts = re.split(rf"{PARTED}|[,;]\s+(?=(?i:{forms.label}))".replace("?P<label>", "?:"), rest)
    return [*([byline["byline"]] if byline else []), *parts]


def _is_beside_date(part: str, forms: _Forms) -> bool:
    """True if a part of a line may stand beside a date: a name, a paper, the time of day."""
    if re.fullmatch(forms.aside, part):
        return True
    by = rf"(?i:{'|'.join(forms.by)}):?\s+"
    return bool(re.fullmatch(rf"(?:{by})?{NAME}|{by}[a-z]+|{PLACE}", part))


def _date_matches(line: str, forms: _Forms) -> Iterator[re.Match[str]]:
    if len(line) <= LONGEST_DATE_LINE and re.search(YEAR, line):
        for pattern in forms.date_lines:
            if match := re.fullmatch(pattern, line):
                yield match


def _day_of(match: re.Match[str], forms: _Forms, day_first: bool | None) -> str | None:
    groups = match.groupdict()
    if groups.get("first"):
        found = day_and_month(int(match["first"]), int(match["second"]), match["dot"], day_first)
        if found is None:
            return None
        day, number = found
    else:
        month: str = match["month"]
        number = int(month) if month.isdigit() else 1 + forms.month_starts.index(month.lower())
        day = int(match["day"])
    try:
        return date(int(match["year"]), number, day).isoformat()
    except ValueError:
        return None
