"""A dossier made from finished briefings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.dossier import actors, articles, places, quotes
from briefing.dossier.sources import Sources
from briefing.dossier.timeline import timeline
from briefing.dossier.values import Dossier, DossierArticle
from briefing.model import Briefing


def dossier_of(briefings: Sequence[Briefing]) -> Dossier:
    """What several articles tell, side by side.

    Args:
        briefings: Finished ones, with the reader's corrections laid over them, in the order in
            which they are to be cited.
    """
    sources = Sources(briefings)
    copy_of = articles.copies(sources.briefings)
    all_actors, actor_ids = actors.merged(sources)
    all_places, _ = places.merged(sources)
    names = {actor.id: actor.name for actor in all_actors}
    related = [True] * len(briefings)
    return Dossier(
        articles=tuple(
            DossierArticle(
                letter=articles.letter(number),
                article=briefing.article,
                copy_of=copy_of[number],
                is_related=related[number],
            )
            for number, briefing in enumerate(sources.briefings)
        ),
        actors=tuple(all_actors),
        places=tuple(all_places),
        quotes=quotes.ledger(sources, actor_ids, names),
        timeline=timeline(sources),
        notes=tuple(articles.notes(sources, copy_of, related)),
    )
