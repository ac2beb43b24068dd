"""The stories among articles that have names of their own, such as keys of a library."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.sanitize import one_line
from briefing.stories.collection import Stories
from briefing.stories.values import Evidence


def stories_among(articles: Iterable[tuple[str, Evidence]]) -> dict[str, tuple[str, ...]]:
    """For each article that is not alone, the names of all that tell the same.

    Args:
        articles: The name of each, of printable characters, and what is known of it.
    """
    named = (
        replace(evidence, told=replace(evidence.told, source=one_line(name)))
        for name, evidence in articles
    )
    found: dict[str, tuple[str, ...]] = {}
    for story in Stories(*named).stories():
        names = tuple(str(told.source) for told in story.articles)
        found |= dict.fromkeys(names, names)
    return found
