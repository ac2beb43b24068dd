"""The dates of all articles in the order of time."""

from __future__ import annotations

from collections import defaultdict

from briefing.dossier.sources import Sources
from briefing.dossier.values import DatedPassage, TimelineEntry


def timeline(sources: Sources) -> tuple[TimelineEntry, ...]:
    """An entry for each value; dates whose value cannot be known are in none."""
    entries: defaultdict[str, list[DatedPassage]] = defaultdict(list)
    for number, briefing in enumerate(sources.briefings):
        for date in briefing.dates:
            if date.value:
                span = (date.start, date.end)
                entries[date.value].append(
                    DatedPassage(
                        passage=sources.passage(number, span),
                        sentence=sources.around(number, span),
                    )
                )
    return tuple(
        TimelineEntry(value=value, mentions=tuple(entries[value]))
        for value in sorted(entries, key=_order)
    )


def _order(value: str) -> tuple[str, str]:
    """By its beginning; of two that begin together, the longer time first."""
    begin, _, end = value.partition("/")
    return begin, "" if end else begin
