"""Dates, places and people that differ where two sentences tell the same otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.dossier.alignment import Alignment, Unit
from briefing.dossier.grouping import Groups
from briefing.dossier.names import person_parts
from briefing.dossier.sources import Sources
from briefing.dossier.values import Difference, DifferenceKind, Side
from briefing.dossier.words import folded, stems
from briefing.model import Actor, DateMention, Location, Span

Ids = Mapping[tuple[int, str], str]


@dataclass(frozen=True)
class Found:
    """Something in a sentence that differs from its counterpart."""

    kind: DifferenceKind
    unit: Unit
    span: Span
    value: str | None = None


TOLD_WORDS = 8
"""Words of a sentence that tell what a row is about."""

TOLD_ALIKE = 0.45
"""How much two sentences must share."""
SURE = 0.6
"""How much they must share where nothing else speaks for it."""
SPELLED_ALIKE = 0.6
WEIGHTS: dict[DifferenceKind, float] = {"date": 0.7, "place": 0.8, "name": 0.8}
SAID_WHEN = re.compile(
    r"\b(?:said|says|told|announced|reported|added|confirmed|wrote|published|statement|according)\b"
    r"[^.;:“”\"]{0,40}$",
    re.IGNORECASE,
)
"""Before a date: when somebody said it, which differs from one article to the next."""
RELATION = re.compile(r"(\w+)\s+(?:the\s+)?$")
NEAR_BY = 24
"""Characters before a date in which the word for its relation stands."""


def differing_names(
    sources: Sources, alignment: Alignment, ids: Mapping[str, Ids]
) -> Iterator[Difference]:
    """Rows of two or more sides, one for each date, place or person that differs."""
    groups: Groups[Found] = Groups()
    for unit in alignment.units:
        for found in alignment.near(unit).values():
            score, other = found[0]
            if score < TOLD_ALIKE or (other.article, other.span) < (unit.article, unit.span):
                continue
            if alignment.near(other)[unit.article][0][1] is not unit:
                continue
            for one, two in (
                *_dates(sources, unit, other),
                *_places(sources, unit, other, ids["places"]),
                *_people(sources, unit, other, ids["actors"], score),
            ):
                groups.join(one, two)
    for group in groups.all():
        yield _row(sources, sorted(group, key=lambda one: one.unit.article))


def _dates(sources: Sources, unit: Unit, other: Unit) -> Iterator[tuple[Found, Found]]:
    mine, theirs = _dates_in(sources, unit), _dates_in(sources, other)
    left = [one for one in mine if not any(_agree(one, two) for two in theirs)]
    right = [one for one in theirs if not any(_agree(one, two) for two in mine)]
    if len(left) == len(right) == 1 and _same_length(left[0], right[0]):
        yield _dated(unit, left[0]), _dated(other, right[0])


def _dated(unit: Unit, date: DateMention) -> Found:
    return Found("date", unit, (date.start, date.end), date.value)


def _dates_in(sources: Sources, unit: Unit) -> list[DateMention]:
    """The dates of a sentence that have a value and do not only say when somebody spoke."""
    start, end = unit.span
    text = sources.text(unit.article)
    quotes = sources.briefings[unit.article].quotes
    return [
        date
        for date in sources.briefings[unit.article].dates
        if start <= date.start and date.end <= end and date.value
        and not SAID_WHEN.search(text[start : date.start])
        and not any(quote.start <= date.start < quote.end for quote in quotes)
    ]  # fmt: skip


def _agree(one: DateMention, other: DateMention) -> bool:
    """True if two dates may be the same: "2031-03" and "2031-03-04"."""
    if one.value is None or other.value is None:
        return True
    first, second = one.value.partition("/"), other.value.partition("/")
    begin, last = first[0], first[2] or first[0]
    other_begin, other_last = second[0], second[2] or second[0]
    return begin <= f"{other_last}~" and other_begin <= f"{last}~"


def _same_length(one: DateMention, other: DateMention) -> bool:
    return len(one.value or "") == len(other.value or "")


def _places(sources: Sources, unit: Unit, other: Unit, ids: Ids) -> Iterator[tuple[Found, Found]]:
    left = _missing_places(sources, unit, other, ids)
    right = _missing_places(sources, other, unit, ids)
    if len(left) != 1 or len(right) != 1:
        return
    (one, span), (two, other_span) = left[0], right[0]
    if _class(one) != _class(two) or _is_within(one, two) or _is_within(two, one):
        return
    if _relation(sources, unit, span) == _relation(sources, other, other_span):
        yield Found("place", unit, span), Found("place", other, other_span)


def _missing_places(
    sources: Sources, unit: Unit, other: Unit, ids: Ids
) -> list[tuple[Location, Span]]:
    """The places of a sentence that the other article does not name at all."""
    known = {ids.get((other.article, one.id)) for one in sources.briefings[other.article].locations}
    text = folded(sources.text(other.article))
    return [
        (place, span)
        for place in sources.briefings[unit.article].locations
        if ids.get((unit.article, place.id)) not in known and folded(place.name) not in text
        for span in place.mentions
        if unit.span[0] <= span[0] and span[1] <= unit.span[1]
    ]


def _class(place: Location) -> str:
    return place.kind if place.kind in ("country", "division") else "place"


def _is_within(one: Location, other: Location) -> bool:
    return (other.kind == "country" and one.country == other.country) or one.admin1 == other.name


def _relation(sources: Sources, unit: Unit, span: Span) -> str:
    """The word before a place: "in", "near"."""
    text = sources.text(unit.article)
    before = RELATION.search(text, max(unit.span[0], span[0] - NEAR_BY), span[0])
    return before[1].lower() if before else ""


def _people(
    sources: Sources, unit: Unit, other: Unit, ids: Ids, score: float
) -> Iterator[tuple[Found, Found]]:
    left = _missing_people(sources, unit, other, ids)
    right = _missing_people(sources, other, unit, ids)
    pairs = [
        (one, two)
        for one in left
        for two in right
        if _may_be_confused(one[0], two[0]) or (len(left) == len(right) == 1 and score >= SURE)
    ]
    if len(pairs) == 1:
        (_, span), (_, other_span) = pairs[0]
        yield Found("name", unit, span), Found("name", other, other_span)


def _missing_people(
    sources: Sources, unit: Unit, other: Unit, ids: Ids
) -> list[tuple[Actor, Span]]:
    """The people of a sentence whom the other article does not name at all."""
    known = {ids.get((other.article, one.id)) for one in sources.briefings[other.article].actors}
    text = folded(sources.text(other.article))
    found = []
    for actor in sources.briefings[unit.article].actors:
        parts = person_parts(actor.name)
        is_known = ids.get((unit.article, actor.id)) in known or " ".join(parts) in text
        inside = [m for m in actor.mentions if unit.span[0] <= m[0] and m[1] <= unit.span[1]]
        if actor.kind == "person" and not is_known and inside:
            found.append((actor, inside[0]))
    return found


def _may_be_confused(one: Actor, other: Actor) -> bool:
    """True for names spelled alike, or a part of them, and for people of one role."""
    if one.role and other.role and stems(one.role) and stems(one.role) == stems(other.role):
        return True
    first, second = person_parts(one.name), person_parts(other.name)
    if len(first) > 1 and len(second) > 1 and (first[0] == second[0] or first[-1] == second[-1]):
        return True
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= SPELLED_ALIKE


def _row(sources: Sources, group: Sequence[Found]) -> Difference:
    first = group[0]
    return Difference(
        kind=first.kind,
        what=_words_around(sources, first),
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


def _words_around(sources: Sources, found: Found) -> str:
    """The words of the sentence before what differs, or else those after it."""
    text, (start, end) = sources.text(found.unit.article), found.span
    before = text[found.unit.span[0] : start].split()
    if before:
        return " ".join((["…"] if len(before) > TOLD_WORDS else []) + before[-TOLD_WORDS:])
    after = text[end : found.unit.span[1]].split()
    return " ".join(["…", *after[:TOLD_WORDS]])
