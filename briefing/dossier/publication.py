"""Which of several articles was published after which."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from briefing.model import Article


def is_later(article: Article, other: Article) -> bool:
    """True if it is known that an article was published after another one.

    The times count where both are known, and the days otherwise.
    """
    if not article.published or not other.published:
        return False
    at, other_at = _time(article), _time(other)
    if at and other_at and (at.tzinfo is None) == (other_at.tzinfo is None):
        return at > other_at
    return article.published > other.published


def latest_of(articles: Sequence[Article]) -> int | None:
    """The number of the article that came after all others that have a date, if one did."""
    dated = [number for number, article in enumerate(articles) if article.published]
    if len(articles) < 2:
        return None
    for number in dated:
        others = (articles[other] for other in dated if other != number)
        if all(is_later(articles[number], other) for other in others):
            return number
    return None


def _time(article: Article) -> datetime | None:
    try:
        return datetime.fromisoformat(article.published_at) if article.published_at else None
    except ValueError:
        return None
