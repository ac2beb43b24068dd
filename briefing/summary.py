"""Which sentences stand for the article: every sentence gets a score and a rank.

The default method, "brief", is ours (`briefing.salient`); the others are sumy's, and "lead" is the
article's first sentences, which is hard to beat on news. `benchmarks/summary.md` measures them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.errors import AnalysisError, BriefingError
from briefing.model import Article, Mention, Sentence

if TYPE_CHECKING:
    from sumy.models import dom  # type: ignore[import-untyped]

FEWEST_WORDS = 6
"""A shorter sentence is chosen only when all others are."""
# Words with inner apostrophes, periods and hyphens: "Mazar-e-Sharif", "U.S", "country’s".
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


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
    "brief": Method("brief", "briefing.salient.SalientSummarizer"),
    "lead": Method("lead", ""),
    "lexrank": Method("LexRank", "sumy.summarizers.lex_rank.LexRankSummarizer", 600),
    "textrank": Method("TextRank", "sumy.summarizers.text_rank.TextRankSummarizer", 1_000),
    "luhn": Method("Luhn", "sumy.summarizers.luhn.LuhnSummarizer", 10_000),
    "sumbasic": Method("SumBasic", "sumy.summarizers.sum_basic.SumBasicSummarizer", 2_000),
    "kl": Method("KL", "sumy.summarizers.kl.KLSummarizer", 150),
}
METHODS = tuple(TABLE)


def rank(
    article: Article, spans: tuple[Mention, ...], method: str = "brief"
) -> tuple[Sentence, ...]:
    """All sentences, each with the score and the rank that the method gives it.

    The summary of N sentences is those with a rank below N. Sentences under `FEWEST_WORDS` words
    come last; the title has no rank.

    Args:
        article: The article whose sentences they are.
        spans: Its sentences in order, as `briefing.tagging.sentences.split` finds them.
        method: One of `METHODS`.

    Raises:
        BriefingError: There is no such method.
        AnalysisError: The article has more sentences than the method can rank in some seconds.
    """
    chosen = named(method)
    titles = {p.start for p in article.paragraphs if p.kind == "title"}
    ranked = [span for span in spans if _paragraph_start(article, span) not in titles]
    if chosen.most_sentences and len(ranked) > chosen.most_sentences:
        raise AnalysisError(
            f"{chosen.label} cannot rank {len(ranked)} sentences in good time, "
            f"{chosen.most_sentences} at most; choose the method brief"
        )
    texts = [article.text[start:end] for start, end in ranked]
    scores, order = _scores_and_order(chosen, article, ranked, texts)
    placed = {ranked[index]: (scores[index], place) for place, index in enumerate(order)}
    return tuple(
        Sentence(start=span[0], end=span[1], score=score, rank=place)
        for span in spans
        for score, place in [placed.get(span, (0.0, None))]
    )


def named(method: str) -> Method:
    """The method of that name; raises `BriefingError` with the list if there is none."""
    try:
        return TABLE[method]
    except KeyError:
        names = ", ".join(METHODS)
        raise BriefingError(f"there is no summary method {method!r}; choose {names}") from None


def _paragraph_start(article: Article, span: Mention) -> int | None:
    paragraph = article.paragraph_at(span[0])
    return paragraph.start if paragraph else None


def _scores_and_order(
    method: Method, article: Article, spans: list[Mention], texts: list[str]
) -> tuple[list[float], list[int]]:
    """A score for each sentence, and their indices from the first choice to the last."""
    if not method.summarizer:
        scores = [1 - index / len(texts) for index in range(len(texts))]
    else:
        summarizer = _summarizer(method.summarizer)
        document = _document(texts)
        if method is TABLE["brief"]:
            chosen: tuple[list[float], list[int]] = summarizer.choose(
                document, too_short(texts), all_quoted(article, spans)
            )
            return chosen
        scores = _ratings(summarizer, document)
    short = too_short(texts)
    return scores, sorted(range(len(texts)), key=lambda i: (short[i], -scores[i], i))


def too_short(texts: Sequence[str]) -> list[bool]:
    """For each sentence, whether it has fewer than `FEWEST_WORDS` words."""
    return [len(text.split()) < FEWEST_WORDS for text in texts]


def all_quoted(article: Article, spans: Sequence[Mention]) -> list[bool]:
    """For each sentence, whether all its words stand between quotation marks.

    A quote may run over several sentences of a paragraph; it ends with the paragraph at the latest.
    """
    inside, paragraph = False, None
    found = []
    for start, end in spans:
        here = article.paragraph_at(start)
        if here != paragraph:
            inside, paragraph = False, here
        spoken = True
        for char in article.text[start:end]:
            if char in '“”"':
                inside = char == "“" or (char == '"' and not inside)
            elif char.isalnum() and not inside:
                spoken = False
        found.append(spoken)
    return found


class Words:
    """sumy's tokenizer without the data that its own one needs."""

    def to_words(self, text: str) -> list[str]:
        """The words as written."""
        return WORD.findall(text)


def _document(texts: Sequence[str]) -> dom.ObjectDocumentModel:
    """The sentences as sumy's document, each equal to itself alone, so that none share a rating."""
    from sumy.models import dom

    class Once(dom.Sentence):  # type: ignore[misc]
        __slots__ = ()
        __eq__ = object.__eq__
        __ne__ = object.__ne__
        __hash__ = object.__hash__

    words = Words()
    return dom.ObjectDocumentModel([dom.Paragraph([Once(text, words) for text in texts])])


def _summarizer(path: str) -> Any:  # noqa: ANN401  sumy has no types
    from sumy.utils import get_stop_words  # type: ignore[import-untyped]

    module, _, name = path.rpartition(".")
    summarizer = getattr(import_module(module), name)(_stemmer())
    summarizer.stop_words = get_stop_words("english")
    return summarizer


@cache
def _stemmer() -> Callable[[str], str]:
    from sumy.nlp.stemmers import Stemmer  # type: ignore[import-untyped]

    return lru_cache(maxsize=100_000)(Stemmer("english"))


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
