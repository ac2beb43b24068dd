"""A dossier made from finished briefings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.corrections.values import digest_of
from briefing.dossier import actors, articles, places, quotes, unique
from briefing.dossier.alignment import Alignment
from briefing.dossier.differences.rows import differences, differing_sentences, figure_views
from briefing.dossier.sources import Sources
from briefing.dossier.summary import summary
from briefing.dossier.timeline import timeline
from briefing.dossier.values import Dossier, DossierArticle, LedgerSpeaker, Passage
from briefing.model import Briefing
from briefing.options import DEFAULT_SUMMARY_LENGTH


def dossier_of(
    briefings: Sequence[Briefing],
    length: int = DEFAULT_SUMMARY_LENGTH,
    saved: Collection[str] = (),
) -> Dossier:
    """What several articles tell, side by side.

    >>> from briefing import analyze, dossier_of, read_text
    >>> first = read_text("The mill in Orlo burned down on Monday. The fire hurt 12 workers.")
    >>> second = read_text("The mill in Orlo burned down on Monday. The fire hurt 14 workers.")
    >>> dossier = dossier_of([analyze(first), analyze(second)])
    >>> [(row.kind, [side.passage.text for side in row.sides]) for row in dossier.differences]
    [('figure', ['12', '14'])]

    Args:
        briefings: Finished ones, with the reader's corrections laid over them, in the order in
            which they are to be cited.
        length: How many sentences the summary has at most.
        saved: Digests of the texts that stand on an earlier saved page, against which it is told
            what is new.
    """
    sources = Sources(briefings)
    copy_of = articles.copies(sources.briefings)
    all_actors, actor_ids = actors.merged(sources)
    all_places, place_ids = places.merged(sources)
    ledger = quotes.ledger(sources, actor_ids, {one.id: one.name for one in all_actors})
    alignment = Alignment(sources, _signs(ledger), actor_ids, place_ids)
    figures = figure_views(sources)
    ids = {"actors": actor_ids, "places": place_ids}
    rows = differences(sources, alignment, figures, all_actors, ids, ledger)
    differing = differing_sentences(rows)
    on_page = (
        [n for n in range(len(copy_of)) if digest_of(sources.text(n)) in saved] if saved else []
    )
    related = articles.related(sources, alignment, all_actors, copy_of)
    apart = articles.apart(sources, related)
    all_articles = tuple(
        DossierArticle(
            letter=articles.letter(number),
            article=briefing.article,
            copy_of=copy_of[number],
            is_related=related[number],
        )
        for number, briefing in enumerate(sources.briefings)
    )
    return Dossier(
        articles=all_articles,
        summary=summary(sources, alignment, copy_of, apart, differing, length),
        actors=tuple(all_actors),
        places=tuple(all_places),
        quotes=ledger,
        timeline=timeline(sources),
        differences=rows,
        only_one=unique.only_one(sources, alignment, copy_of, apart, _quoted_by_several(ledger)),
        news=unique.news(sources, alignment, figures, all_actors, ledger, on_page),
        notes=tuple(articles.notes(all_articles)),
    )


def _signs(ledger: Sequence[LedgerSpeaker]) -> dict[tuple[int, int, int], str]:
    """A sign for each quotation, by where its wordings stand."""
    quotations = (quotation for speaker in ledger for quotation in speaker.quotations)
    return {
        (wording.passage.article, wording.passage.start, wording.passage.end): f"“{number}"
        for number, quotation in enumerate(quotations)
        for wording in quotation.wordings
    }


def _quoted_by_several(ledger: Sequence[LedgerSpeaker]) -> set[Passage]:
    return {
        wording.passage
        for speaker in ledger
        for quotation in speaker.quotations
        if len(quotation.articles) > 1
        for wording in quotation.wordings
    }
