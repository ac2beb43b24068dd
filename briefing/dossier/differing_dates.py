"""Dates that differ in two sentences that tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.dossier.alignment import Unit
from briefing.dossier.slots import Slot, SlotPair
from briefing.dossier.sources import Sources
from briefing.model import DateMention

SAID_WHEN = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed|wrote|published|statement|according)\b"
    r"[^.;:“”\"]{0,40}$",
    re.IGNORECASE,
)
"""Before a date: when somebody said it, which differs from one article to the next."""


def differing_dates(sources: Sources, unit: Unit, other: Unit) -> Iterator[SlotPair]:
    """The one date of each sentence that the other has not."""
    mine, theirs = _dates_in(sources, unit), _dates_in(sources, other)
    left = [one for one in mine if not any(_agree(one, two) for two in theirs)]
    right = [one for one in theirs if not any(_agree(one, two) for two in mine)]
    if len(left) == len(right) == 1 and len(left[0].value or "") == len(right[0].value or ""):
        yield _slot(unit, left[0]), _slot(other, right[0])


def _slot(unit: Unit, date: DateMention) -> Slot:
    return Slot("date", unit, (date.start, date.end), date.value)


def _dates_in(sources: Sources, unit: Unit) -> list[DateMention]:
    """The dates of a sentence that have a value and do not only say when somebody spoke.

    Those in quotations are counted from when they were spoken.
    """
    start, end = unit.span
    text = sources.text(unit.article)
    briefing = sources.briefings[unit.article]
    return [
        date
        for date in briefing.dates
        if start <= date.start
        and date.end <= end
        and date.value
        and not SAID_WHEN.search(text[start : date.start])
        and not any(quote.start <= date.start < quote.end for quote in briefing.quotes)
    ]


def _agree(one: DateMention, other: DateMention) -> bool:
    """True if two dates may be the same: "2031-03" and "2031-03-04"."""
    if one.value is None or other.value is None:
        return True
    first, second = one.value.partition("/"), other.value.partition("/")
    begin, last = first[0], first[2] or first[0]
    other_begin, other_last = second[0], second[2] or second[0]
    return begin <= f"{other_last}~" and other_begin <= f"{last}~"
