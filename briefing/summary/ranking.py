"""Which sentences stand for the article: every sentence gets a score and a rank.

The default method, "brief", is ours (`briefing.summary.brief_method`); the others are sumy's, and
"lead" is the article's first sentences, which is hard to beat on news. `benchmarks/summary.md`
measures them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.errors import AnalysisError, BriefingError
from briefing.languages.words import stemmer, stop_words, words_of
from briefing.model import Article, Sentence, Span
from briefing.options import METHODS
from briefing.summary.sentence_types import Form, Shape, shapes

if TYPE_CHECKING:
    from sumy.models import dom  # type: ignore[import-untyped]


@dataclass(frozen=True, slots=True)
class Method:
    """A way to rank sentences.

    Attributes:
        label: Its name as a reader knows it.
        summarizer: Module and class of a sumy summarizer, or "" for the article's own order.
        most_sentences: The longest article it is let loose on, which takes it two to ten seconds
            (`benchmarks/summary_scale.py`); None for a linear method.
    """

    label: str
    summarizer: str
    most_sentences: int | None = None


TABLE = {
    "brief": Method("brief", "briefing.summary.brief_method.SalientSummarizer"),
    "lead": Method("lead", ""),
    "lexrank": Method("LexRank", "sumy.summarizers.lex_rank.LexRankSummarizer", 600),
    "textrank": Method("TextRank", "sumy.summarizers.text_rank.TextRankSummarizer", 1_000),
    "luhn": Method("Luhn", "sumy.summarizers.luhn.LuhnSummarizer", 10_000),
    "sumbasic": Method("SumBasic", "sumy.summarizers.sum_basic.SumBasicSummarizer", 2_000),
    "kl": Method("KL", "sumy.summarizers.kl.KLSummarizer", 150),
}


def rank(article: Article, spans: tuple[Span, ...], method: str = "brief") -> tuple[Sentence, ...]:
    """All sentences, each with the score and the rank that the method gives it.

    The summary of N sentences is those with a rank below N. What is weak comes last, and with the
    method "brief" speech before it (see `briefing.summary.sentence_types`). The title has no rank,
    nor has what is no sentence of the article's, as long as there is anything else. What stands in
    front of a sentence, as a dateline or a speaker's label, is no part of its span.

    Args:
        article: The article whose sentences they are.
        spans: Its sentences in order, as `briefing.text.sentences.split` finds them.
        method: One of `METHODS`.

    Raises:
        BriefingError: There is no such method.
        AnalysisError: The article has more sentences than the method can rank in some seconds.
    """
    chosen = named(method)
    titles = {p.start for p in article.paragraphs if p.kind == "title"}
    found = shapes(article, spans)
    ranked = [shape for shape in found if _paragraph_start(article, shape.span) not in titles]
    if chosen.most_sentences and len(ranked) > chosen.most_sentences:
        raise AnalysisError(
            f"{chosen.label} cannot rank {len(ranked)} sentences in good time, "
            f"{chosen.most_sentences} at most; choose the method brief"
        )
    scores, order = _scores_and_order(chosen, article, ranked)
    order = [i for i in order if ranked[i].form is not Form.NONE] or order
    placed = {ranked[index].span: (scores[index], place) for place, index in enumerate(order)}
    return tuple(
        Sentence(start=shape.span[0], end=shape.span[1], score=score, rank=place)
        for shape in found
        for score, place in [placed.get(shape.span, (0.0, None))]
    )


def named(method: str) -> Method:
    """The method of that name; raises `BriefingError` with the list if there is none."""
    try:
        return TABLE[method]
    except KeyError:
        names = ", ".join(METHODS)
        raise BriefingError(f"there is no summary method {method!r}; choose {names}") from None


def _paragraph_start(article: Article, span: Span) -> int | None:
    paragraph = article.paragraph_at(span[0])
    return paragraph.start if paragraph else None


def _scores_and_order(
    method: Method, article: Article, ranked: Sequence[Shape]
) -> tuple[list[float], list[int]]:
    """A score for each sentence, and their indices from the first choice to the last."""
    texts = [article.text[shape.span[0] : shape.span[1]] for shape in ranked]
    if not method.summarizer:
        scores = [1 - index / len(texts) for index in range(len(texts))]
    else:
        summarizer = _summarizer(method.summarizer, article.language)
        document = _document(texts, article.language)
        if method is TABLE["brief"]:
            chosen: tuple[list[float], list[int]] = summarizer.choose(
                document, [shape.form for shape in ranked]
            )
            return chosen
        scores = _ratings(summarizer, document)
    weak = [shape.form > Form.SPOKEN for shape in ranked]
    return scores, sorted(range(len(texts)), key=lambda i: (weak[i], -scores[i], i))


class Words:
    """sumy's tokenizer without the data that its own one needs."""

    def __init__(self, language: str) -> None:
        self._language = language

    def to_words(self, text: str) -> list[str]:
        """The words as written."""
        return words_of(text, self._language)


def _document(texts: Sequence[str], language: str) -> dom.ObjectDocumentModel:
    """The sentences as sumy's document, each equal to itself alone, so that none share a rating."""
    from sumy.models import dom

    class Once(dom.Sentence):  # type: ignore[misc]
        __slots__ = ()
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    words = Words(language)
    return dom.ObjectDocumentModel([dom.Paragraph([Once(text, words) for text in texts])])


def _summarizer(path: str, language: str) -> Any:  # noqa: ANN401  sumy has no types
    module, _, name = path.rpartition(".")
    summarizer = getattr(import_module(module), name)(stemmer(language))
    summarizer.stop_words = stop_words(language)
    return summarizer


def _ratings(summarizer: Any, document: dom.ObjectDocumentModel) -> list[float]:  # noqa: ANN401
    """What a sumy summarizer rates each sentence, caught where it makes its choice."""
    import numpy as np

    ratings: list[float] = []

    def keep(sentences: Any, _count: object, rating: Any, *args: object) -> tuple[()]:  # noqa: ANN401
        rate = rating.__getitem__ if isinstance(rating, dict) else rating
        ratings.extend(float(rate(sentence, *args)) for sentence in sentences)
        return ()

    summarizer._get_best_sentences = keep
    with np.errstate(all="ignore"):  # LexRank divides by zero where no two sentences share a word
        summarizer(document, len(document.sentences))
    if not ratings:
        return [0.0] * len(document.sentences)
    return [0.0 if math.isnan(rating) else rating for rating in ratings]
