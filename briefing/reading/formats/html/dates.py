"""When a web page says that its article was published, and which of its dates to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.reading.formats.html.json_ld import text_of
from briefing.reading.formats.html.metas import JSON_LD, Said
from briefing.reading.formats.written_dates import day_and_time
from briefing.reading.masthead import is_date_line, published_in
from briefing.sanitize import one_line

DATE_LINE, SHOWN = "date line", "date shown"
DATE_CLASS = re.compile(r"(?:^|[^a-z])(?:pub(?:lish(?:ed)?)?[-_]?)?date(?:line)?(?:$|[^a-z])", re.I)
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")
MOST_DAYS_LATER = 3
"""Days by which a stated date may be later than the one in the address, to be an update."""
DATE_METAS = (
    "article:published_time datepublished date.published og:published_time parsely-pub-date"
    " publishdate publish-date publish_date pubdate sailthru.date dc.date dc.date.issued"
    " dcterms.created dcterms.date citation_publication_date citation_date article.published"
    " published_at date cxenseparse:recs:publishtime".split()
)


class SaidDate(Struct, frozen=True):
    """A date of publication.

    Attributes:
        where: The place of the page that gives it.
        day: As YYYY-MM-DD.
        moment: The date and time in ISO 8601, or None where no time is given.
    """

    where: str
    day: str
    moment: str | None = None

    def days_after(self, day: str) -> int:
        """How many days this date is later than another one."""
        return (date.fromisoformat(self.day) - date.fromisoformat(day)).days


def dates_in(
    root: HtmlElement, metas: dict[str, str], article: dict[str, Any], head: Sequence[str]
) -> Iterator[SaidDate]:
    """Each place that is made for the date of publication and has one."""
    said: list[Said] = [(JSON_LD, text_of(article.get("datePublished")))]
    said += [(name, metas.get(name, "")) for name in DATE_METAS]
    for element in root.iter("time"):
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            said.append(
                ("time element", element.get("datetime") or one_line(element.text_content()))
            )
    shown = {day for text in _shown_dates(root) if (day := published_in([text]))}
    if len(shown) == 1:  # more are of links to other articles
        said.append((SHOWN, shown.pop()))
    said.append((DATE_LINE, published_in(list(head)) or ""))
    tomorrow = (date.today() + timedelta(days=1)).isoformat()  # where it is later than here
    for where, text in said:
        day, moment = day_and_time(text)
        if day and day <= tomorrow:
            yield SaidDate(where, day, moment)


def settled(dates: list[SaidDate], address: str) -> list[SaidDate]:
    """The dates, the one to believe first.

    The day in an address was set once, while what is stated may be moved by an update. A moment in
    UTC is a day off in much of the world: then metadata with the day before or after is right,
    since people read their own day there.
    """
    in_address = DAY_IN_ADDRESS.search(address)
    if in_address and (day := day_and_time("-".join(in_address.groups()))[0]):
        said = SaidDate("address", day)
        is_update = dates and 0 < dates[0].days_after(day) <= MOST_DAYS_LATER
        return [said, *dates] if is_update else [*dates, said]
    if not dates:
        return []
    stated = dates[0]
    shown = next((one for one in dates if one.where == SHOWN), None)
    if shown and 0 < shown.days_after(stated.day) <= MOST_DAYS_LATER:  # held back after it was set
        return _with_first(shown, dates)
    if (stated.moment or "").endswith("+00:00"):
        for one in dates[1:]:
            if abs(one.days_after(stated.day)) == 1 and one.where != DATE_LINE:
                return _with_first(one, dates)
    return dates


def _with_first(first: SaidDate, dates: list[SaidDate]) -> list[SaidDate]:
    return [first, *(one for one in dates if one != first)]


def _shown_dates(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that say by their attributes that they are a date."""
    for element in root.iter("span", "div", "p", "time", "li"):
        if DATE_CLASS.search(element.get("class") or ""):
            text = one_line(element.text_content())
            if is_date_line(text, "en"):
                yield text
