"""Dates, places and people that differ where two sentences tell the same otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.dossier.alignment import Alignment, Unit
from briefing.dossier.differences.dates import differing_dates
from briefing.dossier.differences.grouping import Groups
from briefing.dossier.differences.people import differing_people, people_with_one_name
from briefing.dossier.differences.places import differing_places
from briefing.dossier.differences.slots import Ids, Slot
from briefing.dossier.differences.unknown import UnknownNames
from briefing.dossier.sources import Sources
from briefing.dossier.values import Difference, DifferenceKind, Side

TOLD_ALIKE = 0.45
"""How much two sentences must share."""
LEAST: dict[DifferenceKind, float] = {"date": 0.6, "place": 0.6, "name": TOLD_ALIKE}
"""The same for each kind; dates and places are in most of the sentences of a report."""
AMONG_BEST = 2
"""How many counterparts of a sentence in one article are looked at."""
WEIGHTS: dict[DifferenceKind, float] = {"date": 0.7, "place": 0.8, "name": 0.8}


def differing_names(
    sources: Sources, alignment: Alignment, ids: Mapping[str, Ids]
) -> Iterator[Difference]:
    """Rows of two or more sides, one for each date, place or person that differs."""
    unknown = UnknownNames(sources, ids["actors"], ids["places"])
    groups: Groups[Slot] = Groups()
    for unit in alignment.units:
        for score, other in _likely(alignment, unit):
            found = [
                *differing_dates(sources, unit, other),
                *differing_places(unknown, unit, other),
                *differing_people(unknown, unit, other, score),
            ]
            if len(found) != 1 or _differ_in_numbers(unit, other):
                continue  # they tell of different things
            if score >= LEAST[found[0][0].kind]:
                groups.join(*found[0])
    for one, two in people_with_one_name(unknown, alignment, len(sources.briefings)):
        groups.join(one, two)
    for group in groups.all():
        ordered = sorted(group, key=lambda one: (one.unit.article, one.span))
        once = {
            (one.unit.article, sources.text(one.unit.article)[slice(*one.span)]): one
            for one in reversed(ordered)
        }
        yield _row(sources, list(reversed(once.values())))


def _differ_in_numbers(unit: Unit, other: Unit) -> bool:
    mine, theirs = unit.numbers, other.numbers
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _likely(alignment: Alignment, unit: Unit) -> Iterator[tuple[float, Unit]]:
    """Sentences of later articles that tell the same, each among the best for the other."""
    for number, found in alignment.near(unit).items():
        for score, other in found[:AMONG_BEST] if number > unit.article else ():
            best = alignment.near(other)[unit.article][:AMONG_BEST]
            if score >= TOLD_ALIKE and any(one is unit for _, one in best):
                yield score, other


def _row(sources: Sources, group: Sequence[Slot]) -> Difference:
    first = group[0]
    return Difference(
        kind=first.kind,
        what=sources.words_before(first.unit.article, first.span),
        sides=tuple(
            Side(
                passage=sources.passage(one.unit.article, one.span),
                sentence=sources.passage(one.unit.article, one.unit.span),
                value=one.value,
            )
            for one in group
        ),
        weight=WEIGHTS[first.kind],
    )
