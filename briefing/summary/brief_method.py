"""The summarizer "brief": early sentences that later ones come back to, without repetition.

The score of a sentence is where it stands plus how similar the sentences after it are (position and
forward centrality); the choice is greedy by maximal marginal relevance (Carbonell and Goldstein
1998, doi:10.1145/290941.291025). All steps are linear in the number of sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sumy.models import dom  # type: ignore[import-untyped]
from sumy.summarizers import AbstractSummarizer  # type: ignore[import-untyped]

from briefing.tables import any_of, word_list

POSITION_WEIGHT = 4.0
POSITION_DECAY = 8.0
"""Sentences over which the weight of an early place falls to 1/e."""
LENGTH_PENALTY = 0.03
"""What each word beyond `LONGEST_FREE` costs, in standard deviations of the centrality."""
LONGEST_FREE = 25
REDUNDANCY_WEIGHT = 1.0
REPETITION = 0.6
"""Cosine to a chosen sentence from which another only says the same again."""
GREEDY_CHOICES = 50
"""Sentences chosen one by one; nobody reads a longer summary, and the rest are sorted by score."""
# Sentences that need the one before them to be understood.
LEANING = re.compile(r"[\"“'‘]?(?:But|And|However|Yet|So|Or|He|She|It|They|His|Her|Its|Their)\b")
# What is spoken needs to be known as somebody's if it speaks of the speaker.
ABOUT_ONESELF = re.compile(
    rf"\b(?:{any_of(word_list('function_words', 'first person'))})\b", re.IGNORECASE
)

ORDER = ((0, False), (1, False), (0, True), (1, True), (2, False), (2, True), (3, False), (3, True))
"""Tiers, and whether a sentence waits for the one before it, in the order of choice."""

Vector = dict[str, float]


class SalientSummarizer(AbstractSummarizer):  # type: ignore[misc]
    """Position, forward centrality and maximal marginal relevance, on sumy's interface."""

    stop_words: frozenset[str] = frozenset()

    def __call__(
        self, document: dom.ObjectDocumentModel, sentences_count: int
    ) -> tuple[dom.Sentence, ...]:
        """The chosen sentences in the document's order."""
        _, order = self.choose(document)
        return tuple(document.sentences[index] for index in sorted(order[:sentences_count]))

    def choose(
        self, document: dom.ObjectDocumentModel, tiers: Sequence[int] = ()
    ) -> tuple[list[float], list[int]]:
        """Scores of all sentences, and their indices from the first choice to the last.

        Args:
            document: The sentences.
            tiers: For each, the tier it is in: `briefing.summary.sentence_types.Form`.
        """
        vectors = self._vectors(document.sentences)
        scores = _scores(vectors, [len(str(s).split()) for s in document.sentences])
        tiers = list(tiers) or [0] * len(scores)
        leaning = [
            index > 0
            and (LEANING.match(text) is not None or (tier == 1 and ABOUT_ONESELF.search(text)))
            for index, (tier, text) in enumerate(
                zip(tiers, map(str, document.sentences), strict=True)
            )
        ]
        return scores, _Choice(scores, vectors, tiers, list(map(bool, leaning))).order()

    def _vectors(self, sentences: Sequence[dom.Sentence]) -> list[Vector]:
        """Each sentence's words weighted by tf · idf within the article, of length 1."""
        counts = [
            Counter(
                self._stemmer(word)
                for word in map(str.lower, sentence.words)
                if word not in self.stop_words
            )
            for sentence in sentences
        ]
        frequency = Counter(word for words in counts for word in words)
        return [_unit(words, frequency, len(counts)) for words in counts]


def _unit(words: Counter[str], frequency: Counter[str], total: int) -> Vector:
    most = max(words.values(), default=1)
    weights = {
        word: count / most * math.log((total + 1) / (frequency[word] + 0.5))
        for word, count in words.items()
    }
    length = math.hypot(*weights.values()) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _scores(vectors: list[Vector], lengths: list[int]) -> list[float]:
    centrality = _standardized(_forward_centrality(vectors))
    return [
        round(
            central
            + POSITION_WEIGHT * math.exp(-place / POSITION_DECAY)
            - LENGTH_PENALTY * max(0, length - LONGEST_FREE),
            9,
        )
        for place, (central, length) in enumerate(zip(centrality, lengths, strict=True))
    ]


def _forward_centrality(vectors: list[Vector]) -> list[float]:
    """How similar each sentence is to all later ones together, by one running sum from the end."""
    later: Vector = {}
    centrality = []
    for vector in reversed(vectors):
        centrality.append(_dot(vector, later))
        for word, weight in vector.items():
            later[word] = later.get(word, 0.0) + weight
    return centrality[::-1]


def _standardized(values: list[float]) -> list[float]:
    mean = sum(values) / len(values) if values else 0.0
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) or 1)) or 1.0
    return [(value - mean) / deviation for value in values]


def _dot(vector: Vector, other: Vector) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in vector.items())


@dataclass(slots=True)
class _Choice:
    """The greedy choice of sentences.

    Attributes:
        tiers: 0 for sentences to choose from, 1 for those that are spoken, more for what is weak;
            a tier is touched only when those below it are used up.
        leaning: Whether a sentence needs the one before it, and waits until that one is chosen.
    """

    scores: list[float]
    vectors: list[Vector]
    tiers: list[int]
    leaning: list[bool]
    chosen: list[int] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    overlap: dict[int, tuple[int, float]] = field(default_factory=dict)

    def order(self) -> list[int]:
        best_first = sorted(range(len(self.scores)), key=lambda i: (-self.scores[i], i))
        while len(self.chosen) < min(GREEDY_CHOICES, len(best_first)):
            index = self._next(best_first)
            self.chosen.append(index)
            self.taken.add(index)
        rest = [index for index in best_first if index not in self.taken]
        return self.chosen + sorted(rest, key=lambda i: self.tiers[i])

    def _next(self, best_first: list[int]) -> int:
        for tier, waiting in ORDER:
            found = self._best(best_first, tier, waiting)
            if found is not None:
                return found
        raise IndexError("all sentences are chosen")

    def _best(self, best_first: list[int], tier: int, waiting: bool) -> int | None:
        """The best of a tier; no value is above its score, so that the search can stop early."""
        best, found = -math.inf, None
        for index in best_first:
            if self.scores[index] < best:
                break
            if index in self.taken or self.tiers[index] != tier or self._waits(index) != waiting:
                continue
            value = self.scores[index] - REDUNDANCY_WEIGHT * self._overlap(index)
            if value > best or (value == best and found is not None and index < found):
                best, found = value, index
        return found

    def _waits(self, index: int) -> bool:
        leans = self.leaning[index] and index - 1 not in self.taken
        return leans or self._overlap(index) >= REPETITION

    def _overlap(self, index: int) -> float:
        """The largest cosine to a chosen sentence; only those chosen since are looked at."""
        seen, most = self.overlap.get(index, (0, 0.0))
        vector = self.vectors[index]
        most = max([most, *(_dot(vector, self.vectors[i]) for i in self.chosen[seen:])])
        self.overlap[index] = len(self.chosen), most
        return most
