"""When a web page says that its article was published, and which of its dates to believe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from briefing.reading.formats.dates_given import day_of, moment_of
from briefing.reading.formats.html_json_ld import text_of
from briefing.reading.formats.html_metas import JSON_LD, Said
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


def dates_in(
    root: HtmlElement, metas: dict[str, str], article: dict[str, Any], head: Sequence[str]
) -> Iterator[Said]:
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
    for where, text in said:
        if (day := day_of(text)) and day <= date.today().isoformat():
            yield where, text


def settled(dates: list[Said], address: str) -> list[Said]:
    """The places with dates, the one to believe first.

    The day in an address was set once, while what is stated may be moved by an update. A moment in
    UTC is a day off in much of the world: then metadata with the day before or after is right,
    since people read their own day there.
    """
    in_address = DAY_IN_ADDRESS.search(address)
    if in_address and (day := day_of("-".join(in_address.groups()))):
        said = ("address", day)
        if not dates:
            return [said]
        later = date.fromisoformat(day_of(dates[0][1]) or day) - date.fromisoformat(day)
        return [said, *dates] if 0 < later.days <= MOST_DAYS_LATER else [*dates, said]
    if dates and (shown := next((said for said in dates if said[0] == SHOWN), None)):
        later = date.fromisoformat(shown[1]) - date.fromisoformat(day_of(dates[0][1]) or shown[1])
        if 0 < later.days <= MOST_DAYS_LATER:  # held back after it was set
            return [shown, *(said for said in dates if said != shown)]
    if not dates or not (moment := moment_of(dates[0][1])) or not moment.endswith("+00:00"):
        return dates
    stated = date.fromisoformat(moment[:10])
    for said in dates[1:]:
        other = date.fromisoformat(day_of(said[1]) or moment[:10])
        if abs((other - stated).days) == 1 and said[0] != DATE_LINE:
            return [said, *(one for one in dates if one != said)]
    return dates


def _shown_dates(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that say by their attributes that they are a date."""
    for element in root.iter("span", "div", "p", "time", "li"):
        if DATE_CLASS.search(element.get("class") or ""):
            text = one_line(element.text_content())
            if is_date_line(text, "en"):
                yield text
