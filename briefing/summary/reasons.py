"""Why a sentence stands in the summary, as a reader can check it: rank, place, names and words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from briefing.model import Actor, Briefing, Location, Sentence, Span, SummarySentence
from briefing.text.stop_words import stop_words

MOST_NAMES = 3
MOST_WORDS = 3
SHORTEST_WORD = 4
"""Letters."""


class Reasons(Struct, frozen=True, kw_only=True):
    """What speaks for a sentence.

    Attributes:
        rank: 1 for the sentence chosen first.
        of: How many sentences were ranked.
        position: Its number among them in the article's order, from 1.
        paragraph: Its ¶ number, or None.
        names: Actors and places that it names, the most salient first.
        shared_words: Its words that most other sentences have too, as it writes them.
    """

    rank: int
    of: int
    position: int
    paragraph: int | None = None
    names: tuple[str, ...] = ()
    shared_words: tuple[str, ...] = ()


class SentenceReasons:
    """The words of all ranked sentences of a briefing, counted once; linear in its length."""

    def __init__(self, briefing: Briefing) -> None:
        self._article = briefing.article
        self._ranked = sorted(
            (sentence for sentence in briefing.sentences if sentence.rank is not None),
            key=lambda sentence: sentence.start,
        )
        named: list[Actor | Location] = [*briefing.actors, *briefing.locations]
        self._named = sorted(named, key=lambda item: -item.salience)
        self._position = {s.start: number for number, s in enumerate(self._ranked, start=1)}
        self._keys = _Keys()
        self._sentences_with: Counter[str] = Counter()
        for sentence in self._ranked:
            self._sentences_with.update(self._words(sentence.start, sentence.end).keys())

    def why(self, sentence: Sentence | SummarySentence) -> Reasons | None:
        """What speaks for a sentence of the briefing; None where it was not ranked."""
        position = self._position.get(sentence.start)
        if position is None:
            return None
        paragraph = self._article.paragraph_at(sentence.start)
        named = [
            (item, inside)
            for item in self._named
            if (inside := _within(item.mentions, sentence.start, sentence.end))
        ]
        return Reasons(
            rank=(self._ranked[position - 1].rank or 0) + 1,
            of=len(self._ranked),
            position=position,
            paragraph=paragraph.number if paragraph else None,
            names=_names(item for item, _ in named),
            shared_words=self._shared(sentence, [span for _, spans in named for span in spans]),
        )

    def _shared(
        self, sentence: Sentence | SummarySentence, names: Iterable[Span]
    ) -> tuple[str, ...]:
        own = self._words(sentence.start, sentence.end)
        for start, end in names:
            for key in self._words(start, end):
                own.pop(key, None)
        shared = [key for key in own if self._sentences_with[key] > 1]
        shared.sort(key=lambda key: -self._sentences_with[key])
        return tuple(own[key] for key in shared[:MOST_WORDS])

    def _words(self, start: int, end: int) -> dict[str, str]:
        """What words are compared by → the words as written, for a part of the text."""
        found = _word().findall(self._article.text[start:end].replace("’", "'"))
        words: dict[str, str] = {}
        for word in found:
            if key := self._keys[word]:
                words.setdefault(key, word.removesuffix("'s"))
        return words


class _Keys(dict[str, str]):
    """A word as written → what it is compared by, "" where it is not; worked out once a word."""

    def __missing__(self, word: str) -> str:
        lower = word.lower()
        compared = len(word) >= SHORTEST_WORD and lower not in stop_words()
        self[word] = base(lower) if compared else ""
        return self[word]


def why(briefing: Briefing, sentence: Sentence | SummarySentence) -> Reasons | None:
    """What speaks for a sentence of a briefing; for several, ask one `SentenceReasons`."""
    return SentenceReasons(briefing).why(sentence)


def _within(mentions: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """The mentions that begin in a part of the text."""
    return mentions[bisect_left(mentions, (start, 0)) : bisect_left(mentions, (end, 0))]


def _names(items: Iterable[Actor | Location]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.name for item in items))[:MOST_NAMES]


def base(word: str) -> str:
    """A lower-case word without the ending of its plural or genitive."""
    word = word.removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > SHORTEST_WORD + 1:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
