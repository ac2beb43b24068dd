"""The method "lead": the first sentences of the article, which are hard to beat on news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.summary.ranker import Candidate, Ranking, by_score


@dataclass(frozen=True, slots=True)
class LeadRanker:
    """Earlier sentences score higher: 1 for the first, evenly down toward 0."""

    label: str = "lead"
    most_sentences: int | None = None

    def rank(self, candidates: Sequence[Candidate], language: str) -> Ranking:  # noqa: ARG002
        """As `briefing.summary.ranker.Ranker.rank`."""
        total = len(candidates)
        return by_score([1 - place / total for place in range(total)], candidates)
