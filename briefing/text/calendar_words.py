"""Names of months and weekdays, in full and short, from the table `calendar.tsv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from briefing.tables import ENGLISH, any_of, rows


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A month or weekday.

    Attributes:
        name: Its full name.
        short_forms: What it is shortened to, without a period.
        ambiguous: True if the name is an ordinary word or a first name too, as "May" is.
    """

    name: str
    short_forms: tuple[str, ...] = ()
    ambiguous: bool = False


def months(language: str = ENGLISH) -> tuple[CalendarWord, ...]:
    """The months in order, January first."""
    return _words(language)["month"]


def weekdays(language: str = ENGLISH) -> tuple[CalendarWord, ...]:
    """The days of the week in order, Monday first."""
    return _words(language)["weekday"]


@cache
def calendar_names(language: str = ENGLISH) -> frozenset[str]:
    """The full names of all months and weekdays, in lower case."""
    return frozenset(word.name.lower() for word in (*months(language), *weekdays(language)))


def names(words: Iterable[CalendarWord]) -> str:
    """A pattern for any of the full names."""
    return any_of(word.name for word in words)


def short_forms(words: Iterable[CalendarWord]) -> str:
    """A pattern for any of the short forms, without a period."""
    return any_of(form for word in words for form in word.short_forms)


@cache
def _words(language: str) -> dict[str, tuple[CalendarWord, ...]]:
    found: dict[str, tuple[CalendarWord, ...]] = {}
    for kind, name, *cells in rows("calendar", language):
        short, ambiguous = (*cells, "", "")[:2]
        word = CalendarWord(name, tuple(filter(None, short.split("|"))), bool(ambiguous))
        found[kind] = (*found.get(kind, ()), word)
    return found
