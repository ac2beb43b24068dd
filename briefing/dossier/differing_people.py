"""People who have another name in another article."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from briefing.dossier.alignment import LIKELY, Alignment, Unit
from briefing.dossier.names import person_parts
from briefing.dossier.slots import Ids, Slot, SlotPair
from briefing.dossier.sources import Sources
from briefing.dossier.words import folded, stems
from briefing.model import Actor, Span

SURE = 0.6
"""How much two sentences must share where nothing else speaks for one person."""
SPELLED_ALIKE = 0.6
OF_NAMESAKES = 0.36
"""The same for two people with a part of the name in common."""


def differing_people(
    sources: Sources, unit: Unit, other: Unit, ids: Ids, score: float
) -> Iterator[SlotPair]:
    """A person of each of two sentences whom the other article does not name at all."""
    left = _inside(sources, unit, other, unknown_people(sources, unit.article, other.article, ids))
    right = _inside(sources, other, unit, unknown_people(sources, other.article, unit.article, ids))
    is_sure = len(left) == len(right) == 1 and score >= SURE
    pairs = [
        (span, other_span)
        for one, span in left
        for two, other_span in right
        if is_sure or _are_spelled_alike(one, two) or _have_one_role(one, two)
    ]
    if len(pairs) == 1:
        yield Slot("name", unit, pairs[0][0]), Slot("name", other, pairs[0][1])


def people_with_one_name(sources: Sources, alignment: Alignment, ids: Ids) -> Iterator[SlotPair]:
    """People with a part of the name in common of whom two articles tell the same."""
    for left, right in combinations(range(len(sources.briefings)), 2):
        theirs = unknown_people(sources, right, left, ids)
        if not theirs:
            continue
        for one in unknown_people(sources, left, right, ids):
            fitting = [two for two in theirs if _share_a_name(one, two)]
            if len(fitting) == 1:
                yield from _told_of(alignment, left, one, right, fitting[0])


def _told_of(
    alignment: Alignment, left: int, one: Actor, right: int, two: Actor
) -> Iterator[SlotPair]:
    first = alignment.unit_at(left, one.mentions[0][0])
    second = alignment.unit_at(right, two.mentions[0][0])
    least = LIKELY if _have_one_role(one, two) else OF_NAMESAKES
    if first and second and alignment.score(first, second) >= least:
        yield Slot("name", first, one.mentions[0]), Slot("name", second, two.mentions[0])


def unknown_people(sources: Sources, article: int, other: int, ids: Ids) -> list[Actor]:
    """The people of an article whom another one does not name at all."""
    known = {ids.get((other, one.id)) for one in sources.briefings[other].actors}
    text = folded(sources.text(other))
    return [
        actor
        for actor in sources.briefings[article].actors
        if actor.kind == "person"
        and actor.mentions
        and ids.get((article, actor.id)) not in known
        and " ".join(person_parts(actor.name)) not in text
    ]


def _inside(
    sources: Sources, unit: Unit, other: Unit, people: list[Actor]
) -> list[tuple[Actor, Span]]:
    """Those who are named in a sentence by words that the other article has not, and where."""
    known = folded(sources.text(other.article))
    found = []
    for actor in people:
        spans = [
            m
            for m in actor.mentions
            if unit.span[0] <= m[0]
            and m[1] <= unit.span[1]
            and folded(sources.text(unit.article)[slice(*m)]) not in known
        ]
        found += [(actor, spans[0])] if spans else []
    return found


def _have_one_role(one: Actor, other: Actor) -> bool:
    """True if what is said of both is the same, or the one more than the other."""
    if not one.role or not other.role:
        return False
    mine, theirs = stems(one.role), stems(other.role)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _share_a_name(one: Actor, other: Actor) -> bool:
    first, second = person_parts(one.name), person_parts(other.name)
    return first[-1] == second[-1] or (_have_one_role(one, other) and first[0] == second[0])


def _are_spelled_alike(one: Actor, other: Actor) -> bool:
    first, second = person_parts(one.name), person_parts(other.name)
    if len(first) > 1 and len(second) > 1 and (first[0] == second[0] or first[-1] == second[-1]):
        return True
    return SequenceMatcher(None, " ".join(first), " ".join(second)).ratio() >= SPELLED_ALIKE
