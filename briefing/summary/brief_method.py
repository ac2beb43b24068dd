"""The method "brief": early sentences that later ones come back to, without repetition.

The score of a sentence is its position plus how similar the sentences after it are (position and
forward centrality); the choice is greedy by maximal marginal relevance (Carbonell and Goldstein
1998, doi:10.1145/290941.291025). All steps are linear in the number of sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.languages.words import stemmer, stop_words
from briefing.summary.ranker import Candidate, Ranking
from briefing.summary.sentence_types import Form
from briefing.tables import word_lists

POSITION_WEIGHT = 4.0
POSITION_DECAY = 8.0
"""Sentences after which the weight of an early position has fallen to 1/e."""
LENGTH_PENALTY = 0.03
"""What each word beyond `LONGEST_FREE` costs, in standard deviations of the centrality."""
LONGEST_FREE = 25
REDUNDANCY_WEIGHT = 1.0
REPETITION = 0.6
"""From this cosine to a chosen sentence on, another only repeats it."""
GREEDY_CHOICES = 50
"""Sentences chosen one by one; a longer summary is rare, and the rest are sorted by score."""
OPENING = 1
"""Sentences of an article's opening, which may depend on the one before if that is chosen."""
NEVER = re.compile(r"(?!)")
"""Matches nothing."""
ORDER = ((0, False), (1, False), (0, True), (1, True), (2, False), (2, True), (3, False), (3, True))
"""Tiers, and whether their sentences wait for the one before it, in the order of choice."""

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class BriefRanker:
    """Position, forward centrality and maximal marginal relevance."""

    label: str = "brief"
    most_sentences: int | None = None

    def rank(self, candidates: Sequence[Candidate], language: str) -> Ranking:
        """As `briefing.summary.ranker.Ranker.rank`."""
        vectors = _vectors(candidates, language)
        scores = _scores(vectors, [len(candidate.text.split()) for candidate in candidates])
        tiers = [candidate.form for candidate in candidates]
        dependent = [
            index > 0 and _depends_on_context(candidate, language)
            for index, candidate in enumerate(candidates)
        ]
        return Ranking(tuple(scores), tuple(_Choice(scores, vectors, tiers, dependent).order()))


def _depends_on_context(candidate: Candidate, language: str) -> bool:
    """Return whether a reader needs the sentence before it to understand this one."""
    opening, first_person = _context_patterns(language)
    if opening.match(candidate.text):
        return True
    # what speakers say of themselves tells nothing until a reader knows who speaks
    return candidate.form is Form.SPOKEN and first_person.search(candidate.text) is not None


@cache
def _context_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The openings and the first-person words of the table `data/<language>/context_words.tsv`."""
    try:
        words = word_lists("context_words", language)
    except FileNotFoundError:
        return NEVER, NEVER
    opening, first_person = ("|".join(sorted(words[name])) for name in ("opening", "first_person"))
    return (
        re.compile(rf"[\"“‘']?(?:{opening})\b"),
        re.compile(rf"\b(?:{first_person})\b", re.IGNORECASE),
    )


def _vectors(candidates: Sequence[Candidate], language: str) -> list[Vector]:
    """Each sentence's words weighted by tf · idf within the article, of length 1."""
    stem, ignored = stemmer(language), stop_words(language)
    counts = [
        Counter(stem(word) for word in map(str.lower, candidate.words) if word not in ignored)
        for candidate in candidates
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
        tiers: The form of each sentence; a tier is touched only when those below it are used up.
        dependent: For each sentence, whether it needs the one before it; it waits until that one
            is chosen.
    """

    scores: list[float]
    vectors: list[Vector]
    tiers: list[Form]
    dependent: list[bool]
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
        alone = index > OPENING or index - 1 not in self.taken
        needs_previous = self.dependent[index] and alone
        return needs_previous or self._overlap(index) >= REPETITION

    def _overlap(self, index: int) -> float:
        """The largest cosine to a chosen sentence; only those chosen since are looked at."""
        seen, most = self.overlap.get(index, (0, 0.0))
        vector = self.vectors[index]
        most = max([most, *(_dot(vector, self.vectors[i]) for i in self.chosen[seen:])])
        self.overlap[index] = len(self.chosen), most
        return most
