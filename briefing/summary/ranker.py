"""What every summary method is: sentences with their words in, scores and an order out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.summary.sentence_types import Form


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that a summary may contain.

    Attributes:
        text: The sentence, without the dateline, bullet or speaker's label before it.
        words: Its words as written, in order.
        form: What it is in its article.
    """

    text: str
    words: tuple[str, ...]
    form: Form = Form.TOLD


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a method makes of n candidates.

    Attributes:
        scores: n numbers, one for each candidate in the article's order; higher is better, and
            they are comparable within one ranking only.
        order: The n indices of the candidates, from the first choice to the last.
    """

    scores: tuple[float, ...]
    order: tuple[int, ...]


class Ranker(Protocol):
    """A summary method. It keeps no state between calls and draws no random numbers."""

    @property
    def label(self) -> str:
        """Its name as a reader knows it."""
        ...

    @property
    def most_sentences(self) -> int | None:
        """The longest article that it may be given; None for a method that takes linear time."""
        ...

    def rank(self, candidates: Sequence[Candidate], language: str) -> Ranking:
        """Score the candidates and put them in order.

        Args:
            candidates: The sentences in the article's order; there may be none.
            language: ISO 639-1 code of the language that they are written in.
        """
        ...


def by_score(scores: Sequence[float], candidates: Sequence[Candidate]) -> Ranking:
    """The ranking that prefers higher scores, then earlier sentences; weak ones come last."""
    weak = [candidate.form > Form.SPOKEN for candidate in candidates]
    order = sorted(range(len(scores)), key=lambda i: (weak[i], -scores[i], i))
    return Ranking(tuple(scores), tuple(order))
