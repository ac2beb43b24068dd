"""Who gives a figure: the speaker of a quote, or who is reported to have said it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Span, Token

from briefing.model import Actor, Article, Quote
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.text.openings import datelines

ACCORDING = re.compile(r"\b[Aa]ccording to\s")


class Sayings:
    """Who says what in an article.

    Args:
        article: The article.
        doc: Its parse.
        quotes: Its quotes.
        actors: Its actors.
    """

    def __init__(
        self, article: Article, doc: Doc, quotes: Sequence[Quote], actors: Sequence[Actor]
    ) -> None:
        self._text, self._doc = article.text, doc
        self._quotes = sorted(quotes, key=lambda quote: quote.start)
        self._starts = [quote.start for quote in self._quotes]
        self._actors = {mention: actor for actor in actors for mention in actor.mentions}
        self._sentences: dict[int, dict[str, Any]] = {}
        self._datelines = datelines(article)

    def of(self, start: int, end: int) -> dict[str, Any]:
        """Speaker, its id and mention, of what stands at a span; nothing where it is the writer."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and end <= self._quotes[at].end:
            quote = self._quotes[at]
            return {
                "speaker": quote.speaker,
                "speaker_id": quote.speaker_id,
                "speaker_mention": quote.speaker_mention,
            }
        span = self._doc.char_span(start, end, alignment_mode="expand")
        if span is None:
            return {}
        sentence = span.sent
        if sentence.start not in self._sentences:
            self._sentences[sentence.start] = self._in_sentence(sentence)
        return self._sentences[sentence.start]

    def _in_sentence(self, sentence: Span) -> dict[str, Any]:
        forms = reporting_forms()
        for token in sentence:
            if forms.get(token.lower_) == "speech" and token.dep_ in ("ROOT", "parataxis", "ccomp"):
                subject = next((c for c in token.children if c.dep_ == "nsubj"), None)
                if subject is not None and subject.text[0].isalpha():
                    return self._named(subject)
        match = ACCORDING.search(self._text, sentence.start_char, sentence.end_char)
        if match:
            after = self._doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
            if after is not None:
                to = after[0]
                while to.dep_ != "pobj" and to.head is not to and to.head.i >= after[0].i:
                    to = to.head
                return self._named(to)
        return {}

    def _is_in_dateline(self, token: Token) -> bool:
        """True for "LONDON" of "LONDON — Ana Ruiz said", which the parse takes for a part of it."""
        return any(start <= token.idx < end for start, end in self._datelines)

    def _named(self, noun: Token) -> dict[str, Any]:
        """The words for a speaker: its actor's name, or the noun with what stands before it."""
        tree = [t for t in noun.subtree if t.i <= noun.i and not self._is_in_dateline(t)]
        if not tree:
            return {}
        start, end = tree[0].idx, noun.idx + len(noun)
        inside = [m for m in self._actors if start <= m[0] and m[1] <= end]
        if inside:
            mention = inside[-1]
            actor = self._actors[mention]
            return {"speaker": actor.name, "speaker_id": actor.id, "speaker_mention": mention}
        return {
            "speaker": self._text[start:end],
            "speaker_id": None,
            "speaker_mention": (start, end),
        }
