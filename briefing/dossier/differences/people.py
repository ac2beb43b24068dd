"""People who have another name in another article."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from briefing.dossier.alignment import LIKELY, Alignment, Unit
from briefing.dossier.differences.slots import Slot, SlotPair
from briefing.dossier.differences.unknown import UnknownNames
from briefing.dossier.names import name_words, person_parts
from briefing.dossier.words import stems
from briefing.model import Actor

SURE = 0.75
"""How much two sentences must share where nothing else speaks for one person."""
SPELLED_ALIKE = 0.6
OF_NAMESAKES = 0.36
"""The same for two people with a part of the name in common."""


def differing_people(
    unknown: UnknownNames, unit: Unit, other: Unit, score: float
) -> Iterator[SlotPair]:
    """A person of each of two sentences whom the other article does not name at all."""
    left = [one for one in unknown.people_in(unit, other.article) if _has_full_name(one[0])]
    right = unknown.people_in(other, unit.article) if left else []
    right = [one for one in right if _has_full_name(one[0])]
    is_sure = len(left) == len(right) == 1 and score >= SURE
    pairs = [
        (span, other_span)
        for one, span in left
        for two, other_span in right
        if is_sure or _are_spelled_alike(one, two) or _have_one_role(one, two)
        if not _has_all_of(unknown.words(unit, span), unknown.words(other, other_span))
    ]
    if len(pairs) == 1:
        yield Slot("name", unit, pairs[0][0]), Slot("name", other, pairs[0][1])


def people_with_one_name(
    unknown: UnknownNames, alignment: Alignment, articles: int
) -> Iterator[SlotPair]:
    """People with a part of the name in common of whom two articles tell the same."""
    for left, right in combinations(range(articles), 2):
        theirs = unknown.people(right, left)
        for one in unknown.people(left, right) if theirs else ():
            fitting = [two for two in theirs if _has_full_name(two) and _share_a_name(one, two)]
            if _has_full_name(one) and len(fitting) == 1:
                yield from _told_of(unknown, alignment, left, one, right, fitting[0])


def _told_of(
    unknown: UnknownNames, alignment: Alignment, left: int, one: Actor, right: int, two: Actor
) -> Iterator[SlotPair]:
    first = alignment.unit_at(left, one.mentions[0][0])
    second = alignment.unit_at(right, two.mentions[0][0])
    if first is None or second is None:
        return
    least = LIKELY if _have_one_role(one, two) else OF_NAMESAKES
    words = unknown.words(first, one.mentions[0]), unknown.words(second, two.mentions[0])
    if alignment.score(first, second) >= least and not _has_all_of(*words):
        yield Slot("name", first, one.mentions[0]), Slot("name", second, two.mentions[0])


def _has_all_of(one: str, other: str) -> bool:
    """True if of two names one has all words of the other: "Joe", "Joe Hampton"."""
    shorter, longer = sorted((name_words(one), name_words(other)), key=len)
    return shorter <= longer


def _has_full_name(actor: Actor) -> bool:
    return len(person_parts(actor.name)) > 1


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
