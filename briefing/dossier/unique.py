"""What only one article says, and what is new in the latest one or since a page was saved."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.dossier.alignment import LIKELY, Alignment, Unit
from briefing.dossier.differences.figure_views import FigureView, may_compare, same_value
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
    apart: Sequence[bool],
    quoted: Collection[Passage],
) -> tuple[DossierSentence, ...]:
    """Sentences without a counterpart in another article, the most important first.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        copy_of: The article that stands for another one; a copy is no other article.
        apart: True for each article that cannot be compared with the others.
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
        and not apart[unit.article]
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
    saved: Collection[int] = (),
) -> News | None:
    """What is new since a page was saved, or else in the latest article.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        figures: Of each article.
        actors: Of all articles.
        ledger: The quotations.
        saved: The articles that stand on an earlier saved page.

    Returns:
        None where it is not known which article is the latest.
    """
    count = len(sources.briefings)
    fresh = [number for number in range(count) if number not in saved] if saved else []
    since = tuple(sorted(saved)) if fresh else ()
    if not fresh:
        latest = latest_of([briefing.article for briefing in sources.briefings])
        if latest is None:
            return None
        fresh = [latest]
    known = [number for number in range(count) if number not in fresh]
    found: list[News] = []
    for number in fresh:
        found.append(_news_of(number, known, sources, alignment, figures, actors, ledger))
        known.append(number)
    return News(
        article=fresh[-1],
        figures=tuple(passage for one in found for passage in one.figures),
        actors=tuple(passage for one in found for passage in one.actors),
        quotes=tuple(passage for one in found for passage in one.quotes),
        sentences=tuple(passage for one in found for passage in one.sentences),
        since=since,
    )


def _news_of(
    latest: int,
    earlier: Sequence[int],
    sources: Sources,
    alignment: Alignment,
    figures: Sequence[Sequence[FigureView]],
    actors: Sequence[DossierActor],
    ledger: Sequence[LedgerSpeaker],
) -> News:
    """What one article has that some others do not have."""
    before = set(earlier)
    quotes = [
        next(one.passage for one in quotation.wordings if one.passage.article == latest)
        for speaker in ledger
        for quotation in speaker.quotations
        if latest in quotation.articles and not before.intersection(quotation.articles)
    ]
    shared = {
        wording.passage
        for speaker in ledger
        for quotation in speaker.quotations
        if before.intersection(quotation.articles)
        for wording in quotation.wordings
        if wording.passage.article == latest
    }
    known = [view for number in earlier for view in figures[number]]
    texts = [folded(sources.text(number)) for number in earlier]
    named = [
        next(one for one in actor.appearances if one.article == latest)
        for actor in actors
        if latest in {one.article for one in actor.appearances}
        and not before.intersection(one.article for one in actor.appearances)
        and not any(folded(actor.name) in text for text in texts)
    ]
    return News(
        article=latest,
        figures=tuple(
            sources.passage(latest, view.span)
            for view in figures[latest]
            if not view.is_title and not any(_is_one(alignment, view, other) for other in known)
        ),
        actors=tuple(sources.passage(latest, one.mentions[0]) for one in named if one.mentions),
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
