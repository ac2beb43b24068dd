"""What is new in articles that came since a reader looked at the others."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from briefing.dossier.making import dossier_of
from briefing.dossier.values import News, Passage
from briefing.model import Briefing

MOST_NEW = 10
"""Articles that are compared with all before them."""


def news_since(briefings: Sequence[Briefing], new: Collection[int]) -> tuple[News, ...]:
    """What each new article says that no other one did, neither a seen one nor one before it.

    Args:
        briefings: Those of the whole dossier, in its order.
        new: The numbers of the articles that are new; the one published first is compared first.
    """
    order = sorted(new, key=lambda number: (briefings[number].article.published or "", number))
    known = [number for number in range(len(briefings)) if number not in new]
    found = []
    for number in order[:MOST_NEW]:
        compared = [briefings[one] for one in (*known, number)]
        known.append(number)
        if news := dossier_of(compared, latest=len(compared) - 1).news:
            found.append(_of(news, number))
    return tuple(found)


def _of(news: News, article: int) -> News:
    """News of an article that has another number."""

    def moved(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        return tuple(replace(passage, article=article) for passage in passages)

    return News(
        article=article,
        figures=moved(news.figures),
        actors=moved(news.actors),
        quotes=moved(news.quotes),
        sentences=moved(news.sentences),
    )
