"""The summary of a dossier: what matters most over all articles, nothing of it twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.dossier.alignment import Alignment, Unit
from briefing.dossier.sources import Sources
from briefing.dossier.values import DossierSentence

BEST_RANKED = 12
"""Sentences of each article that may stand in the summary."""
FALL = 0.25
"""By how much each rank makes a sentence weigh less."""
AGREED = 0.6
"""What each article that tells the same adds."""
TOLD_BY_ONE = 0.42
"""How much one sentence of the summary may share with another one."""
TOLD = 0.55
"""Share of a sentence that those before it tell, from which it says nothing new."""
SPOKEN = 0.25
"""Share of a sentence in quotation marks from which it is somebody's words."""
FEWEST_TERMS = 3

Pair = tuple[tuple[int, int], tuple[int, int]]
"""Two sentences by their articles and starts."""


def summary(
    sources: Sources,
    alignment: Alignment,
    copy_of: Sequence[int | None],
    apart: Sequence[bool],
    differing: Collection[Pair],
    length: int,
) -> tuple[DossierSentence, ...]:
    """The most important sentences over all articles, and who says the same.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        copy_of: The article that stands for another one; copies have no say.
        apart: True for each article that cannot be compared with the others; it has no say either.
        differing: Sentences that tell of the same and do not agree on it.
        length: How many sentences there are at most.
    """
    candidates = [
        (_weight(sources, alignment, copy_of, unit), unit)
        for unit in alignment.units
        if copy_of[unit.article] is None
        and not apart[unit.article]
        and len(unit.terms) >= FEWEST_TERMS
        and (rank := sources.briefings[unit.article].sentences[unit.number].rank) is not None
        and rank < BEST_RANKED
        and not is_spoken(sources, unit)
    ]
    candidates.sort(key=lambda one: (-one[0], one[1].number, one[1].article))
    highest = candidates[0][0] if candidates else 1.0
    chosen: list[Unit] = []
    lines: list[DossierSentence] = []
    for weight, unit in candidates:
        if len(chosen) == length:
            break
        if not _is_told(alignment, unit, chosen):
            chosen.append(unit)
            lines.append(sentence_of(sources, alignment, unit, differing, weight / highest))
    return tuple(lines)


def sentence_of(
    sources: Sources,
    alignment: Alignment,
    unit: Unit,
    differing: Collection[Pair],
    weight: float,
) -> DossierSentence:
    """A sentence with its counterparts, but for those that do not agree with it."""
    here = unit.article, unit.span[0]
    return DossierSentence(
        passage=sources.passage(unit.article, unit.span),
        counterparts=tuple(
            sources.passage(other.article, other.span)
            for other in sorted(alignment.counterparts(unit), key=lambda one: one.article)
            if (here, (other.article, other.span[0])) not in differing
        ),
        weight=round(weight, 4),
    )


def rank_weight(sources: Sources, unit: Unit) -> float:
    """0 to 1, how high an article ranks a sentence."""
    rank = sources.briefings[unit.article].sentences[unit.number].rank
    return 0.0 if rank is None else 1 / (1 + FALL * rank)


def is_spoken(sources: Sources, unit: Unit) -> bool:
    """True if much of a sentence is a quotation, which the ledger has."""
    start, end = unit.span
    quoted = sum(
        min(end, quote.end) - max(start, quote.start)
        for quote in sources.briefings[unit.article].quotes
        if quote.start < end and start < quote.end
    )
    return quoted > SPOKEN * (end - start)


def _weight(
    sources: Sources, alignment: Alignment, copy_of: Sequence[int | None], unit: Unit
) -> float:
    weight = rank_weight(sources, unit)
    for other in alignment.counterparts(unit):
        if copy_of[other.article] is None:
            weight += AGREED * (0.5 + 0.5 * rank_weight(sources, other))
    return weight


def _is_told(alignment: Alignment, unit: Unit, chosen: Sequence[Unit]) -> bool:
    """True if the chosen sentences, or one of them alone, tell this one."""
    if any(alignment.score(unit, other) >= TOLD_BY_ONE for other in chosen):
        return True
    told = frozenset[str]().union(*(other.solid for other in chosen))
    total = alignment.weight(unit.solid)
    return bool(chosen) and alignment.weight(unit.solid & told) >= TOLD * total
