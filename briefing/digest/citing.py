"""How a digest cites its articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.dossier.values import DossierArticle, Passage
from briefing.page.citing import cite
from briefing.page.markdown import shorten
from briefing.reading.sources import shown_name
from briefing.sanitize import one_line

MOST_CITED = 4
"""Articles that one line cites; of more, how many there are."""
OUTLET_WORDS, OUTLET_CELLS = 6, 40


def cites(articles: Sequence[DossierArticle], passages: Iterable[Passage]) -> str:
    """The places of passages: "[A ¶4, C ¶2]", an article once.

    Args:
        articles: Those of the digest.
        passages: At least one.
    """
    first: dict[int, Passage] = {}
    for passage in passages:
        first.setdefault(passage.article, passage)
    places = ", ".join(_place(articles, passage) for passage in list(first.values())[:MOST_CITED])
    more = len(first) - MOST_CITED
    return f"[{places} and {more} more]" if more > 0 else f"[{places}]"


def cited(passages: Iterable[Passage]) -> tuple[int, ...]:
    """The articles that `cites` names."""
    return tuple(dict.fromkeys(passage.article for passage in passages))[:MOST_CITED]


def outlet_of(item: DossierArticle) -> str:
    """The outlet of an article, or else its file or address."""
    outlet = one_line(item.article.outlet) or shown_name(item.article.source).rpartition("/")[2]
    return shorten(outlet, OUTLET_WORDS, OUTLET_CELLS)


def _place(articles: Sequence[DossierArticle], passage: Passage) -> str:
    item = articles[passage.article]
    return f"{item.letter} {cite(item.article, passage.start)}"
