"""What exports have in common: the words that go with an item, and the days of a date."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from briefing.model import Article, Briefing
from briefing.sanitize import one_line


def days_of(value: str) -> tuple[date, date] | None:
    """The first day of a date's value and the day after its last; None if it names no days.

    Args:
        value: A day, month, year, or two of them with "/" between, in ISO 8601.
    """
    begin, _, end = value.partition("/")
    try:
        first, last = _first(begin), _last(end or begin)
        return (first, last + timedelta(days=1)) if first <= last else None
    except (ValueError, OverflowError):
        return None


def _first(value: str) -> date:
    return date.fromisoformat((value + "-01-01")[:10])


def _last(value: str) -> date:
    if len(value) == len("2031"):
        return date(int(value), 12, 31)
    if len(value) == len("2031-05"):
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, monthrange(year, month)[1])
    return date.fromisoformat(value)


def sentence_at(briefing: Briefing, offset: int) -> str:
    """The sentence that an offset is in, on one line; the paragraph where there is none."""
    article = briefing.article
    for sentence in briefing.sentences:
        if sentence.start <= offset < sentence.end:
            return one_line(article.text[sentence.start : sentence.end])
    paragraph = article.paragraph_at(offset)
    return one_line(article.text[paragraph.start : paragraph.end]) if paragraph else ""


def address_of(article: Article) -> str:
    """The article's web address, or "" where it has none."""
    address = one_line(article.address or article.source)
    is_web = address.lower().startswith(("http://", "https://"))
    return address if is_web and " " not in address else ""
