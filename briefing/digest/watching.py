"""Which watched names articles have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import Article
from briefing.names_file.matching import NameIndex
from briefing.names_file.values import Entry
from briefing.stories.evidence import terms_of
from briefing.stories.values import Evidence

WATCHED_WEIGHT = 2.0
"""What a watched name counts that stands in the headline or the first paragraph, in outlets."""
FURTHER_DOWN = 0.4
"""The share of it that one counts that is named further down: less than one more outlet."""


class Watched:
    """Finds watched names in articles.

    Args:
        entries: Entries of the file of names.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = tuple(entries)
        self._index = NameIndex(
            (name, number) for number, entry in enumerate(self._entries) for name in entry.forms
        )
        self._terms = [[tuple(terms_of(name)) for name in one.names] for one in self._entries]

    def likely(self, evidence: Evidence) -> tuple[str, ...]:
        """The names that an article may have, by its terms; it has no others."""
        having = frozenset(evidence.terms) if self._entries else frozenset[str]()
        return tuple(
            entry.name
            for entry, names in zip(self._entries, self._terms, strict=True)
            if any(_may_have(having, terms) for terms in names)
        )

    def near(self, articles: Iterable[Article]) -> dict[str, float]:
        """The names that any of the articles has and how near the top each is, the nearest first.

        1 is the headline or the first paragraph.
        """
        found: dict[str, float] = {}
        for article in articles if self._entries else ():
            lead = next((p.end for p in article.paragraphs if p.kind == "text"), 0)
            for _, _, number in self._index.find(article.title):
                found[self._entries[number].name] = 1.0
            for start, _, number in self._index.find(article.text):
                name = self._entries[number].name
                found[name] = max(found.get(name, 0.0), 1.0 if start < lead else FURTHER_DOWN)
        return dict(sorted(found.items(), key=lambda one: -one[1]))


def _may_have(having: frozenset[str], name: Iterable[str]) -> bool:
    """True if all words of a name are there, and those that are names stand side by side."""
    return all(
        (term in having or not having.issuperset(term.split(" ")))
        if " " in term
        else not having.isdisjoint((term, term.lower(), term.capitalize()))
        for term in name
    )
