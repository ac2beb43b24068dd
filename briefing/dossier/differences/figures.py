"""Figures of the same thing that differ; those that only move with time told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.dossier.alignment import SAME, Alignment, Unit
from briefing.dossier.differences.figure_views import (
    PEOPLE,
    FigureView,
    are_of_one_size,
    grows,
    is_measure,
    may_compare,
    moves,
    same_value,
)
from briefing.dossier.differences.grouping import Groups
from briefing.dossier.publication import is_later
from briefing.dossier.sources import Sources
from briefing.dossier.values import Difference, DifferenceKind, Side

Measure = tuple[str | None, str | None]
TOLD_ALIKE = 0.36
"""How much the sentences of two figures must share to count the same."""
LEAST = 0.2
"""What they must share in any case."""
FEWEST_SHARED = 2
"""Words."""
HALF = 0.5
"""Share of the words of the shorter one that is in the other, if both name what they count."""
NAMED_KINDS = 0.18
"""What it counts for this that both are killed, or injured, or the like."""
RUNNING = 4
"""Values that one article gives for the same."""
SAME_COUNTED = 0.12
"""What it counts that the same words say what is counted."""


def differing_figures(
    sources: Sources, alignment: Alignment, figures: Sequence[Sequence[FigureView]]
) -> Iterator[Difference]:
    """A row for each thing that articles count and do not agree on."""
    groups: Groups[FigureView] = Groups()
    for left, right in combinations(_by_measure(figures), 2):
        for measure in left.keys() & right.keys():
            for one, other in _pairs(sources, alignment, left[measure], right[measure]):
                groups.join(one, other)
    told: list[tuple[str, set[int]]] = []
    for group in sorted(groups.all(), key=len, reverse=True):
        shown = _with_agreeing(sources, alignment, group, figures)
        kind: DifferenceKind = "update" if _is_update(sources, shown) else "figure"
        first = shown[0]
        if first.figure.kind:
            articles = {view.article for view in shown}
            if any(first.figure.kind == of and articles <= others for of, others in told):
                continue  # the same articles differ on it in other sentences too
            told.append((first.figure.kind, articles))
        weight = 1.0 if first.figure.kind else 0.6
        yield Difference(
            kind=kind,
            what=_what(sources, shown),
            sides=tuple(_side(sources, view) for view in shown),
            weight=round(weight * (0.5 if kind == "update" else 1.0) + 0.05 * len(shown), 4),
        )


def _by_measure(figures: Sequence[Sequence[FigureView]]) -> list[dict[Measure, list[FigureView]]]:
    """The figures of each article that count anything as a whole, by kind and unit."""
    found = []
    for views in figures:
        by_measure: defaultdict[Measure, list[FigureView]] = defaultdict(list)
        for view in views:
            if not view.is_part and not _is_running(view, views):
                kind = view.figure.kind
                by_measure[kind, None if kind else view.unit].append(view)
        found.append(dict(by_measure))
    return found


def _pairs(
    sources: Sources,
    alignment: Alignment,
    left: Sequence[FigureView],
    right: Sequence[FigureView],
) -> Iterator[tuple[FigureView, FigureView]]:
    """Figures of two articles that count the same and differ; each is in one pair at most.

    Those that the other article has too are left out. Where the articles agree on how many people
    it was, even in a headline, others are other people, unless two sentences tell the same.
    """
    agreeing = [view for view in left if _agrees(view, right)]
    of_people = [view for view in agreeing if view.figure.kind or view.figure.unit in PEOPLE]
    mine = [view for view in left if not view.is_title and view not in agreeing]
    theirs = [view for view in right if not view.is_title and not _agrees(view, left)]
    scored = list(_scored(sources, alignment, mine, theirs, of_people))
    scored.sort(key=lambda found: -found[0])
    used: set[int] = set()
    for score, one, other in scored:
        if score < TOLD_ALIKE:
            return
        if id(one) not in used and id(other) not in used:
            used |= {id(one), id(other)}
            if not _has_been_told(one, other, left, right):
                yield one, other


def _scored(
    sources: Sources,
    alignment: Alignment,
    mine: Sequence[FigureView],
    theirs: Sequence[FigureView],
    of_people: Sequence[FigureView],
) -> Iterator[tuple[float, FigureView, FigureView]]:
    """How likely it is of each two figures that they count the same.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        mine: Figures of one article.
        theirs: Figures of another article.
        of_people: Numbers of people on which the articles agree.
    """
    for one in mine:
        is_of_others = _counts_anybody(one) or any(may_compare(view, one) for view in of_people)
        for other in theirs:
            if not (may_compare(one, other) and are_of_one_size(one, other)):
                continue
            told = _told(alignment, one, other)
            if told and not (is_of_others and told.score < SAME):
                yield _likeness(sources, alignment, told), one, other


def _is_running(view: FigureView, views: Sequence[FigureView]) -> bool:
    """True if an article counts the same again and again, as the news of a day come in."""
    if not view.counted and not view.figure.kind:
        return False
    values = {one.bounds for one in views if may_compare(one, view)}
    return len(values) >= RUNNING


def _agrees(view: FigureView, others: Sequence[FigureView]) -> bool:
    return any(may_compare(view, other) and same_value(view, other) for other in others)


def _has_been_told(
    one: FigureView,
    other: FigureView,
    left: Sequence[FigureView],
    right: Sequence[FigureView],
) -> bool:
    """True if an article itself has both figures, the one as what was said before."""
    return any(
        view.sentence == mine.sentence and view is not mine and may_compare(view, theirs)
        and same_value(view, theirs)
        for views, mine, theirs in ((left, one, other), (right, other, one))
        for view in views
    )  # fmt: skip


def _counts_anybody(view: FigureView) -> bool:
    """True for people of whom nothing more is known."""
    return view.figure.unit in PEOPLE and not view.figure.kind and not view.counted


@dataclass(frozen=True)
class Told:
    """Two figures, the sentences that they stand in, and how much these tell the same."""

    one: FigureView
    other: FigureView
    first: Unit
    second: Unit
    score: float


def _told(alignment: Alignment, one: FigureView, other: FigureView) -> Told | None:
    first = alignment.unit_at(one.article, one.figure.start)
    second = alignment.unit_at(other.article, other.figure.start)
    if first is None or second is None:
        return None
    return Told(one, other, first, second, alignment.score(first, second))


def _likeness(sources: Sources, alignment: Alignment, told: Told) -> float:
    """0 to 1, how sure it is that two figures count the same."""
    years = _years(sources, told.first), _years(sources, told.second)
    if all(years) and years[0].isdisjoint(years[1]):
        return 0.0
    if told.score < LEAST:
        return 0.0
    one, other = told.one, told.other
    if not one.figure.kind and not _is_told_alike(alignment, told):
        return 0.0
    score = told.score
    if one.figure.kind and bool(one.counted) == bool(other.counted):
        score += NAMED_KINDS
    if one.counted & other.counted:
        score += SAME_COUNTED
    return score


def _is_told_alike(alignment: Alignment, told: Told) -> bool:
    """True if two sentences share enough for two figures of which nothing says what happened."""
    share = alignment.share(told.first, told.second)
    if is_measure(told.one) and share == 1.0:
        return True
    if len(told.first.solid & told.second.solid) < FEWEST_SHARED:
        return False
    is_counted_alike = share >= HALF and bool(told.one.counted & told.other.counted)
    return is_counted_alike or told.score >= SAME


def _years(sources: Sources, unit: Unit) -> set[str]:
    """The years that a sentence speaks of; without any, the one of publication, if known."""
    years = {term[1:5] for term in unit.terms if term[0] == "^" and term[1:5].isdigit()}
    published = sources.briefings[unit.article].article.published
    return years or ({published[:4]} if published else set())


def _with_agreeing(
    sources: Sources,
    alignment: Alignment,
    group: Sequence[FigureView],
    figures: Sequence[Sequence[FigureView]],
) -> list[FigureView]:
    """The group with the figures of other articles that agree with one of it."""
    shown = {view.article: view for view in sorted(group, key=lambda v: -v.figure.start)}
    for number, views in enumerate(figures):
        if number not in shown:
            found = [
                (max(likely), view)
                for view in views
                if not view.is_title
                and any(may_compare(view, one) and same_value(view, one) for one in group)
                and (
                    likely := [
                        _likeness(sources, alignment, told)
                        for one in group
                        if (told := _told(alignment, view, one))
                    ]
                )
            ]
            best = max(found, key=lambda one: one[0], default=None)
            if best and best[0] >= TOLD_ALIKE:
                shown[number] = best[1]
    return [shown[number] for number in sorted(shown)]


def _is_update(sources: Sources, views: Sequence[FigureView]) -> bool:
    """True if later articles, and only these, have more, or else fewer, all the way."""
    if not all(map(moves, views)):
        return False
    articles = [briefing.article for briefing in sources.briefings]
    rises = falls = True
    for one, other in combinations(views, 2):
        if same_value(one, other):
            continue
        if is_later(articles[one.article], articles[other.article]):
            one, other = other, one
        elif not is_later(articles[other.article], articles[one.article]):
            return False
        before, after = one.bounds, other.bounds
        if before and after:
            rises &= after[0] > before[0]
            falls &= after[0] < before[0]
    return rises or (falls and not any(map(grows, views)))


def _what(sources: Sources, views: Sequence[FigureView]) -> str:
    """What is counted, in the words of an article, or else the words before a figure."""
    kind = next((view.figure.kind for view in views if view.figure.kind), None)
    what = next((view.figure.what for view in views if view.figure.what), None)
    return kind or what or sources.words_before(views[0].article, views[0].span)


def _side(sources: Sources, view: FigureView) -> Side:
    figure = view.figure
    mention = figure.speaker_mention
    return Side(
        passage=sources.passage(view.article, view.span),
        sentence=sources.passage(view.article, view.sentence),
        value=view.value,
        speaker=figure.speaker,
        speaker_mention=sources.passage(view.article, mention) if mention else None,
    )
