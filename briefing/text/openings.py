"""What stands in front of a sentence and is no part of it: time stamps, datelines, bullets."""

from __future__ import annotations

import re

from briefing.model import Article, Span
from briefing.tables import any_of, word_list
from briefing.text.datelines import AGENCY, DASH, DAY, MONTH, NAMES, REGION, TOWN, WEEKDAY

ZONES = word_list("figures", "zone") | word_list("figures", "short zone") | {"local time"}
ZONE = rf"(?:{any_of(ZONES)})"
HOUR = r"(?:\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?|\d{1,2}(?:[.:]\d{2})? ?[ap]\.?m\b\.?)"
OPENS = r"(?=[\"“‘'(]?[A-Z0-9À-Þ])"

TIME_STAMP = re.compile(
    rf"[\[(]?(?:(?:Updated|Posted|Published|Last updated)(?: at)?:? )?(?:{WEEKDAY},? )?"
    rf"(?:(?:{DAY}|\d{{1,2}} {MONTH}(?: \d{{4}})?),? )?{HOUR}(?: {ZONE})?[\])]?\s*"
    rf"(?:(?:{DASH}|[:|•·])\s*)?(?:$|{OPENS})"
)
"""The time at the head of an entry of a live blog: "14:32", "2:05 p.m. ET —"."""
DATELINE = re.compile(
    rf"(?:{TOWN}{REGION}(?: ?{AGENCY})?{DASH}"
    rf"|{TOWN}{REGION} ?{AGENCY}:?"
    rf"|{NAMES}(?:, {NAMES})?, {DAY}(?: ?{AGENCY})?{DASH}"
    rf"|{NAMES}, [A-Z]{{2}}{DASH}"
    rf"|{NAMES}{REGION} ?{AGENCY}(?:{DASH}|(?=[A-Z]))"
    rf"|{AGENCY}(?:{DASH}|:)?) ?{OPENS}"
)
"""Where and by whom a report is: "HARBOR CITY, Jan. 9 (Agency) —"."""
ITEM = re.compile(r"(?:[•*▪◦‣●○■·]\s*|[–—-]\s+|#?\(?\d{1,3}[.):]\s+|\(?[a-z]\)\s+)(?=\S)")
"""The number or bullet of an item of a list."""
OPENINGS = (TIME_STAMP, DATELINE, ITEM)


def after_openings(text: str, start: int, end: int) -> int:
    """Offset after the time stamp, dateline and number or bullet of a sentence at [start, end)."""
    for pattern in OPENINGS:
        match = pattern.match(text, start, end)
        if match and match.end() < end:
            start = match.end()
    return start


def datelines(article: Article) -> list[Span]:
    """Spans of the datelines at the starts of paragraphs, with the agency in them."""
    found = []
    for paragraph in article.paragraphs:
        if paragraph.kind == "text":
            stamp = TIME_STAMP.match(article.text, paragraph.start, paragraph.end)
            start = stamp.end() if stamp else paragraph.start
            if match := DATELINE.match(article.text, start, paragraph.end):
                found.append(match.span())
    return found
