"""What only one article says, and what the latest one says for the first time."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.dossier.alignment import LIKELY, Alignment, Unit
from briefing.dossier.figures import FigureView, may_compare, same_value
from briefing.dossier.publication import latest_of
from briefing.dossier.sources import Sources
from briefing.dossier.summary import rank_weight
from briefing.dossier.values import DossierActor, DossierSentence, LedgerSpeaker, News, Passage
from briefing.dossier.words import folded

TOLD = 0.4
"""Share of a sentence that another article tells, from which it has a counterpart there."""
SHORT, TOLD_OF_SHORT = 3, 0.55
"""Terms of a short sentence, and the same for it, since others share them by chance."""
LONGEST_FRAME = 8
"""Terms of a sentence that only says who speaks in the next one."""
FEWEST_TERMS = 2
"""A sentence that says less is nothing that somebody would miss."""

TELLING = 13
"""A number from here on is seldom in two articles by chance."""


def only_one(
    sources: Sources,
    alignment: Alignment,
    copy_of: Sequence[int | None],
    quoted: Collection[Passage],
) -> tuple[DossierSentence, ...]:
    """Sentences without a counterpart in another article, the most important first.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        copy_of: The article that stands for another one; a copy is no other article.
        quoted: Quotations that several articles have.
    """
    count = len(sources.briefings)
    of = [number if one is None else one for number, one in enumerate(copy_of)]
    if len(set(of)) < 2:
        return ()
    found = [
        DossierSentence(
            passage=sources.passage(unit.article, unit.span),
            weight=round(rank_weight(sources, unit), 4),
        )
        for unit in alignment.units
        if copy_of[unit.article] is None
        and _is_new(alignment, unit, [n for n in range(count) if of[n] != unit.article], quoted)
    ]
    found.sort(key=lambda one: (-one.weight, one.passage.article, one.passage.start))
    return tuple(found)


def news(
    sources: Sources,
    alignment: Alignment,
    figures: Sequence[Sequence[FigureView]],
    actors: Sequence[DossierActor],
    ledger: Sequence[LedgerSpeaker],
) -> News | None:
    """What is new in the latest article; None where it is not known which that is."""
    latest = latest_of([briefing.article for briefing in sources.briefings])
    if latest is None:
        return None
    earlier = [number for number in range(len(sources.briefings)) if number != latest]
    quotes = [
        quotation.wordings[0].passage
        for speaker in ledger
        for quotation in speaker.quotations
        if quotation.articles == (latest,)
    ]
    shared = {
        wording.passage
        for speaker in ledger
        for quotation in speaker.quotations
        if len(quotation.articles) > 1
        for wording in quotation.wordings
    }
    known = [view for number in earlier for view in figures[number]]
    texts = [folded(sources.text(number)) for number in earlier]
    return News(
        article=latest,
        figures=tuple(
            sources.passage(latest, view.span)
            for view in figures[latest]
            if not view.is_title and not any(_is_one(alignment, view, other) for other in known)
        ),
        actors=tuple(
            sources.passage(latest, actor.appearances[0].mentions[0])
            for actor in actors
            if {one.article for one in actor.appearances} == {latest}
            and actor.appearances[0].mentions
            and not any(folded(actor.name) in text for text in texts)
        ),
        quotes=tuple(sorted(quotes, key=lambda passage: passage.start)),
        sentences=tuple(
            sources.passage(latest, unit.span)
            for unit in alignment.units
            if unit.article == latest and _is_new(alignment, unit, earlier, shared)
        ),
    )


def _is_one(alignment: Alignment, view: FigureView, other: FigureView) -> bool:
    """True if two figures say the same, or one number, large or in sentences that are alike."""
    if may_compare(view, other) and same_value(view, other):
        return True
    if view.bounds is None or view.bounds != other.bounds:
        return False
    first = alignment.unit_at(view.article, view.figure.start)
    second = alignment.unit_at(other.article, other.figure.start)
    are_alike = first and second and alignment.score(first, second) >= LIKELY
    return bool(are_alike) or min(map(abs, view.bounds)) >= TELLING


def _is_new(
    alignment: Alignment, unit: Unit, others: Sequence[int], quoted: Collection[Passage]
) -> bool:
    """True if none of some articles tells what a sentence tells."""
    if len(unit.terms) < FEWEST_TERMS or _is_quoted(unit, quoted):
        return False
    if _only_says_who_speaks(alignment, unit, quoted):
        return False
    least = TOLD if len(unit.solid) > SHORT else TOLD_OF_SHORT
    near = alignment.near(unit)
    return not any(number in near and alignment.covered(unit, number) >= least for number in others)


def _only_says_who_speaks(alignment: Alignment, unit: Unit, quoted: Collection[Passage]) -> bool:
    """True for "Ana Ruiz, a nurse, told reporters." before words that others quote too."""
    following = alignment.after(unit)
    return (
        following is not None
        and _is_quoted(following, quoted)
        and len(unit.solid) <= LONGEST_FRAME
        and any(term[0] == "@" for term in unit.terms)
    )


def _is_quoted(unit: Unit, quoted: Collection[Passage]) -> bool:
    """True if a quotation that other articles have too stands in a sentence."""
    start, end = unit.span
    return any(
        one.article == unit.article and one.start < end and start < one.end for one in quoted
    )
