"""Articles that come one after another, and the stories among them."""

from __future__ import annotations

from array import array
from datetime import date

from briefing.stories.grouping import UNLIKE, grouped
from briefing.stories.index import Counted, Index
from briefing.stories.values import Evidence, Story, Told
from briefing.stories.vocabulary import Vocabulary

GROWTH = 1.5
"""When there are so many times more articles than when terms were weighed, they are weighed anew,
since what is rare among ten articles may be common among a thousand."""


class Stories:
    """Tells which articles tell the same event; more can be added at any time.

    The same articles, added at once, give the same stories in whatever order they are given. Where
    they are added in several steps, doubtful cases may be decided otherwise.

    Args:
        *articles: What is known of the first articles.
    """

    def __init__(self, *articles: Evidence) -> None:
        self._vocabulary = Vocabulary()
        self._index = Index(self._vocabulary)
        self._told: list[Told] = []
        self._counted: list[Counted] = []
        self._odds: dict[tuple[int, int], float] = {}
        self._weighed = 0
        self._sources: set[str] = set()
        self.add(*articles)

    def add(self, *articles: Evidence) -> None:
        """Add articles; one whose source was added before is passed over."""
        for evidence in sorted(articles, key=lambda each: _order(each.told)):
            if evidence.told.source not in self._sources:
                self._sources.add(evidence.told.source)
                self._told.append(evidence.told)
                self._counted.append(self._count(evidence))
        if len(self._told) > GROWTH * self._weighed:
            self._weighed = len(self._told)
            self._index = Index(self._vocabulary)
            self._odds.clear()
        for number in range(len(self._index), len(self._told)):
            for other, likeness in self._index.add(self._counted[number]).items():
                odds = likeness.log_odds
                if odds > UNLIKE:
                    self._odds[other, number] = odds

    def stories(self) -> tuple[Story, ...]:
        """The stories that more than one article tells, those of most articles first."""
        groups = grouped(len(self._told), self._odds)
        found = [self._story(group) for group in groups]
        return tuple(sorted(found, key=lambda s: (-len(s.articles), *_order(s.articles[0]))))

    def _count(self, evidence: Evidence) -> Counted:
        published = evidence.told.published
        return Counted(
            self._vocabulary.count(evidence.terms),
            array("H", evidence.counts),
            dict(zip(evidence.days, evidence.weights, strict=True)),
            date.fromisoformat(published).toordinal() if published else None,
        )

    def _story(self, group: list[int]) -> Story:
        def in_common(number: int) -> float:
            pairs = ((min(number, other), max(number, other)) for other in group)
            return sum(self._odds.get(pair, UNLIKE) for pair in pairs)

        told = sorted((self._told[number] for number in group), key=_order)
        central = self._told[max(group, key=in_common)]
        return Story(central.title, tuple(told))


def _order(told: Told) -> tuple[str, str]:
    return told.published or "", told.source
