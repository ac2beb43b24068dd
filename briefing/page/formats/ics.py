"""The dates of a briefing as a calendar (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from briefing.model import Briefing, DateMention
from briefing.page.citing import cite
from briefing.page.formats.citing import address_of, days_of, sentence_at
from briefing.page.markdown import shorten
from briefing.page.pieces import headline_of
from briefing.sanitize import one_line

if TYPE_CHECKING:
    from icalendar import Event

SUMMARY_WORDS, SUMMARY_CELLS = 20, 140
UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""When the events of an article without a date were written: the same at each export."""


def to_ics(briefing: Briefing) -> bytes:
    """An event of whole days for each date that has a value; a month or a year is a long one."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//brief//brief//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", one_line(briefing.composition.headline or headline_of(briefing)))
    without = 0
    seen: set[tuple[date, date, str]] = set()
    for mention in briefing.dates:
        days = days_of(mention.value) if mention.value else None
        if days is None:
            without += 1
            continue
        sentence = sentence_at(briefing, mention.start)
        if (*days, sentence) not in seen:
            seen.add((*days, sentence))
            calendar.add_component(_event(briefing, mention, days, sentence))
    if without:
        are = "date without a value is" if without == 1 else "dates without a value are"
        calendar.add("x-wr-caldesc", f"{without} {are} left out.")
    return bytes(calendar.to_ical())


def _event(
    briefing: Briefing, mention: DateMention, days: tuple[date, date], sentence: str
) -> Event:
    from icalendar import Event

    article = briefing.article
    cited, address = cite(article, mention.start), address_of(article)
    written = sha256(f"{article.text}\0{mention.start}".encode()).hexdigest()[:32]
    event = Event()
    event.add("uid", f"{written}@brief")
    event.add("dtstamp", _published(article.published))
    event.add("dtstart", days[0])
    event.add("dtend", days[1])
    event.add("summary", shorten(sentence, SUMMARY_WORDS, SUMMARY_CELLS))
    lines = (
        f"“{sentence}” {cited}",
        f"As written: {one_line(mention.text)}",
        one_line(article.title),
    )
    event.add("description", "\n".join(filter(None, (*lines, address))))
    if address:
        event.add("url", address)
    event.add("transp", "TRANSPARENT")
    return event


def _published(day: str | None) -> datetime:
    try:
        return datetime.fromisoformat(day or "").replace(tzinfo=UTC)
    except ValueError:
        return UNDATED
