"""Who blames whom, where the other side has its say too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.dossier.alignment import Alignment, Unit
from briefing.dossier.differences.slots import Ids
from briefing.dossier.sources import Sources
from briefing.dossier.values import Difference, DossierActor, LedgerSpeaker, Side
from briefing.dossier.words import folded
from briefing.tables import any_of, word_list

WEIGHT = 0.85
BLAMES = re.compile(rf"\b(?:{any_of(word_list('dossier', 'blames'))})\b")
DENIES = re.compile(rf"\b(?:{any_of(word_list('dossier', 'denies'))})\b")
TURNED = re.compile(r"\b(?:was|were|is|are|been|being|not|never|n[’']t)\s+(?:\w+\s+)?$")
"""Before a word of blame: somebody else does it, or nobody does."""


@dataclass(frozen=True)
class Charge:
    """A sentence in which somebody blames somebody, or denies something.

    Attributes:
        by: The `id` of the actor who does it.
        against: The `id` of the actor who is blamed, or None for a denial.
    """

    unit: Unit
    by: str
    against: str | None


def blame(
    sources: Sources,
    alignment: Alignment,
    actors: Sequence[DossierActor],
    actor_ids: Ids,
    ledger: Sequence[LedgerSpeaker],
) -> Iterator[Difference]:
    """A row for each who is blamed and answers, in two articles at least."""
    charges = [charge for unit in alignment.units for charge in _charges(sources, unit, actor_ids)]
    against: defaultdict[str, list[Charge]] = defaultdict(list)
    for charge in charges:
        if charge.against:
            against[charge.against].append(charge)
    speakers = {speaker.actor_id for speaker in ledger}
    for blamed, accusing in against.items():
        voices = _voices(blamed, actors)
        answers = [one for one in charges if one.by in voices and one.against != blamed]
        if not answers or not any(one.by in speakers for one in accusing):
            continue
        sides = list(_sides(sources, [*accusing, *answers]))
        if len({side.passage.article for side in sides}) > 1:
            name = next(actor.name for actor in actors if actor.id == blamed)
            yield Difference(kind="blame", what=name, sides=tuple(sides), weight=WEIGHT)


def _charges(sources: Sources, unit: Unit, ids: Ids) -> Iterator[Charge]:
    text, (start, end) = sources.text(unit.article), unit.span
    named = sorted(
        (mention, ids[unit.article, actor.id])
        for actor in sources.briefings[unit.article].actors
        if (unit.article, actor.id) in ids
        for mention in actor.mentions
        if start <= mention[0] and mention[1] <= end
    )
    for pattern in (BLAMES, DENIES):
        cue = pattern.search(text, start, end)
        if cue is None or TURNED.search(text[start : cue.start()]):
            continue
        before = [who for mention, who in named if mention[1] <= cue.start()]
        after = [who for mention, who in named if mention[0] >= cue.end()]
        if pattern is DENIES and before:
            yield Charge(unit, before[-1], None)
        elif pattern is BLAMES and before and after and before[-1] != after[0]:
            yield Charge(unit, before[-1], after[0])


def _voices(blamed: str, actors: Sequence[DossierActor]) -> Collection[str]:
    """The actor and those who have a role there: "chief executive of Norvia"."""
    name = next((folded(actor.name) for actor in actors if actor.id == blamed), "")
    speak_for = {
        actor.id
        for actor in actors
        if any(one.role and name in folded(one.role) for one in actor.appearances)
    }
    return {blamed, *speak_for}


def _sides(sources: Sources, charges: Sequence[Charge]) -> Iterator[Side]:
    """One sentence of each article for each who speaks."""
    seen: set[tuple[int, str]] = set()
    for charge in charges:
        if (key := (charge.unit.article, charge.by)) not in seen:
            seen.add(key)
            passage = sources.passage(charge.unit.article, charge.unit.span)
            yield Side(passage=passage, sentence=passage)
