"""Where the articles differ: the rows of all kinds, in the order of their weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from briefing.dossier.alignment import Alignment
from briefing.dossier.differences.blame import blame
from briefing.dossier.differences.figure_views import FigureView
from briefing.dossier.differences.figures import differing_figures
from briefing.dossier.differences.names import differing_names
from briefing.dossier.differences.quotes import differing_quotes
from briefing.dossier.sources import Sources
from briefing.dossier.summary import Pair
from briefing.dossier.values import Difference, DossierActor, LedgerSpeaker


def differences(
    sources: Sources,
    alignment: Alignment,
    figures: Sequence[Sequence[FigureView]],
    actors: Sequence[DossierActor],
    ids: Mapping[str, Mapping[tuple[int, str], str]],
    ledger: Sequence[LedgerSpeaker],
) -> tuple[Difference, ...]:
    """Everything on which two articles differ, the most important first.

    Args:
        sources: The briefings.
        alignment: Their sentences.
        figures: The figures of each article.
        actors: Those of the dossier.
        ids: For "actors" and "places" the `id` in the dossier of each of an article.
        ledger: The quotations.
    """
    of_quotes = list(differing_quotes(sources, ledger, actors))
    speakers = {side.passage for row in of_quotes if row.kind == "speaker" for side in row.sides}
    rows = [
        *blame(sources, alignment, actors, ids["actors"], ledger),
        *differing_figures(sources, alignment, figures),
        *(
            row
            for row in differing_names(sources, alignment, ids)
            if not all(side.passage in speakers for side in row.sides)
        ),
        *of_quotes,
    ]
    rows = list(filter(_is_between_articles, rows))
    rows.sort(
        key=lambda row: (-row.weight, row.sides[0].passage.article, row.sides[0].passage.start)
    )
    return tuple(rows)


def _is_between_articles(row: Difference) -> bool:
    """True if two articles say different things and neither of them says both."""
    said: defaultdict[int, set[str]] = defaultdict(set)
    for side in row.sides:
        said[side.passage.article].add(side.meaning)
    pairs = combinations(said.values(), 2)
    return any(row.kind == "blame" or one.isdisjoint(other) for one, other in pairs)


def differing_sentences(rows: Iterable[Difference]) -> set[Pair]:
    """All pairs of sentences that say different things in one row, both ways."""
    return {
        ((one.sentence.article, one.sentence.start), (other.sentence.article, other.sentence.start))
        for row in rows
        if row.kind != "blame"
        for one in row.sides
        for other in row.sides
        if one.meaning != other.meaning
    }


def figure_views(sources: Sources) -> list[list[FigureView]]:
    """The figures of each article as they are compared."""
    return [
        [
            FigureView(
                article=number,
                figure=figure,
                before=briefing.article.text[min(around.start, figure.start) : figure.start],
                after=briefing.article.text[figure.end : max(around.end, figure.end)],
                sentence=(around.start, around.end),
                is_title=sources.is_title(number, figure.start),
            )
            for figure in briefing.figures
            if (around := sources.around(number, (figure.start, figure.end)))
        ]
        for number, briefing in enumerate(sources.briefings)
    ]
