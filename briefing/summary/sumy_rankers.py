"""sumy's summarizers as rankers.

A sumy summarizer is called with a document and with how many sentences to take, a number or a
function of the rated sentences. Such a function sees each sentence's order and rating, which is all
that a ranking needs. sumy itself is imported when a method is first used.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from briefing.languages.words import stemmer, stop_words, words_of
from briefing.summary.ranker import Candidate, Ranking, by_score

if TYPE_CHECKING:
    from sumy.models import dom  # type: ignore[import-untyped]


class _Rated(Protocol):
    """A sentence as sumy passes it to the function that decides how many are taken."""

    order: int
    rating: float


@dataclass(frozen=True, slots=True)
class SumyRanker:
    """One of sumy's summarizers.

    Attributes:
        label: Its name as a reader knows it.
        summarizer: Its module in `sumy.summarizers` and its class, as "kl.KLSummarizer".
        most_sentences: The longest article it is given; sumy then takes two to ten seconds
            (`benchmarks/summary_scale.py`).
    """

    label: str
    summarizer: str
    most_sentences: int

    def rank(self, candidates: Sequence[Candidate], language: str) -> Ranking:
        """As `briefing.summary.ranker.Ranker.rank`."""
        import numpy as np

        scores = [0.0] * len(candidates)

        def note_ratings(rated: Iterable[_Rated]) -> tuple[()]:
            for sentence in rated:
                rating = float(sentence.rating)
                scores[sentence.order] = 0.0 if math.isnan(rating) else rating
            return ()

        summarize = self._summarizer(language)
        with np.errstate(all="ignore"):  # LexRank divides by zero if no two sentences share a word
            summarize(_document(candidates, language), note_ratings)
        return by_score(scores, candidates)

    def _summarizer(self, language: str) -> Any:  # noqa: ANN401  sumy has no types
        module, _, name = self.summarizer.partition(".")
        found = getattr(import_module(f"sumy.summarizers.{module}"), name)
        summarizer = found(stemmer(language))
        summarizer.stop_words = stop_words(language)
        return summarizer


class _Tokenizer:
    """sumy's tokenizer without the data that its own one needs."""

    def __init__(self, language: str) -> None:
        self._language = language

    def to_words(self, text: str) -> list[str]:
        return words_of(text, self._language)


def _document(candidates: Sequence[Candidate], language: str) -> dom.ObjectDocumentModel:
    """The sentences as sumy's document, each equal only to itself, so that none share a rating."""
    from sumy.models import dom

    class UniqueSentence(dom.Sentence):  # type: ignore[misc]
        __slots__ = ()
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    tokenizer = _Tokenizer(language)
    sentences = [UniqueSentence(candidate.text, tokenizer) for candidate in candidates]
    return dom.ObjectDocumentModel([dom.Paragraph(sentences)])
