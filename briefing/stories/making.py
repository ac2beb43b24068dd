"""Stories among articles that are at hand."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Article
from briefing.stories.collection import Stories
from briefing.stories.evidence import evidence_of
from briefing.stories.values import Story


def stories_of(articles: Iterable[Article]) -> tuple[Story, ...]:
    """The stories that more than one of the articles tells, those of most articles first.

    It takes no analysis: the words, names, numbers and days of an article are enough. Articles are
    told apart by their sources. To add articles later, see `briefing.stories.Stories`.

    >>> from briefing import read_text, stories_of
    >>> texts = (
    ...     "The mill of Orlo burned down on Monday; 12 workers were hurt, said Ilse Brandvik.",
    ...     "Fire at the Orlo mill hurt 12 workers on Monday, said its owner, Ilse Brandvik.",
    ...     "A tram line to the harbor of Velden was opened by the mayor, Ana Ruiz.",
    ... )
    >>> articles = [
    ...     read_text(text, source=f"{number}.txt", published="2026-11-03")
    ...     for number, text in enumerate(texts)
    ... ]
    >>> [[told.source for told in story.articles] for story in stories_of(articles)]
    [['0.txt', '1.txt']]
    """
    return Stories(*map(evidence_of, articles)).stories()
