"""Which sentences stand for the article: every sentence gets a score and a rank.

The default method, "brief", is our own (`briefing.summary.brief_method`); "lead" takes the first
sentences, and the others are sumy's. `benchmarks/summary.md` measures them.
"""

from __future__ import annotations

from briefing.errors import AnalysisError, BriefingError
from briefing.languages.words import words_of
from briefing.model import Article, Sentence, Span
from briefing.options import METHODS
from briefing.summary.brief_method import BriefRanker
from briefing.summary.lead import LeadRanker
from briefing.summary.ranker import Candidate, Ranker
from briefing.summary.sentence_types import Form, shapes
from briefing.summary.sumy_rankers import SumyRanker

RANKERS: dict[str, Ranker] = {
    "brief": BriefRanker(),
    "lead": LeadRanker(),
    "lexrank": SumyRanker("LexRank", "lex_rank.LexRankSummarizer", 600),
    "textrank": SumyRanker("TextRank", "text_rank.TextRankSummarizer", 1_000),
    "luhn": SumyRanker("Luhn", "luhn.LuhnSummarizer", 10_000),
    "sumbasic": SumyRanker("SumBasic", "sum_basic.SumBasicSummarizer", 2_000),
    "kl": SumyRanker("KL", "kl.KLSummarizer", 150),
}


def rank(article: Article, spans: tuple[Span, ...], method: str = "brief") -> tuple[Sentence, ...]:
    """All sentences, each with the score and the rank that the method gives it.

    The summary of N sentences is those with a rank below N. Weak sentences come last, and with the
    method "brief" spoken ones come before them (see `briefing.summary.sentence_types`). The title
    has no rank, nor has what is not a sentence, as long as there is anything else. The dateline,
    bullet or speaker's label before a sentence is not part of its span.

    Args:
        article: The article whose sentences they are.
        spans: Its sentences in order, as `briefing.text.sentences.split` finds them.
        method: One of `METHODS`.

    Raises:
        BriefingError: There is no such method.
        AnalysisError: The article has more sentences than the method can rank in some seconds.
    """
    ranker = ranker_named(method)
    titles = {p.start for p in article.paragraphs if p.kind == "title"}
    found = shapes(article, spans)
    ranked = [shape for shape in found if _paragraph_start(article, shape.span) not in titles]
    if ranker.most_sentences and len(ranked) > ranker.most_sentences:
        raise AnalysisError(
            f"{ranker.label} cannot rank {len(ranked)} sentences in good time, "
            f"{ranker.most_sentences} at most; choose the method brief"
        )
    texts = [article.text[start:end] for start, end in (shape.span for shape in ranked)]
    candidates = [
        Candidate(text, tuple(words_of(text, article.language)), shape.form)
        for text, shape in zip(texts, ranked, strict=True)
    ]
    ranking = ranker.rank(candidates, article.language)
    order = [i for i in ranking.order if ranked[i].form is not Form.NONE] or ranking.order
    placed = {ranked[i].span: (ranking.scores[i], place) for place, i in enumerate(order)}
    return tuple(
        Sentence(start=shape.span[0], end=shape.span[1], score=score, rank=place)
        for shape in found
        for score, place in [placed.get(shape.span, (0.0, None))]
    )


def ranker_named(method: str) -> Ranker:
    """The method of that name; raises `BriefingError` with the list if there is none."""
    try:
        return RANKERS[method]
    except KeyError:
        names = ", ".join(METHODS)
        raise BriefingError(f"there is no summary method {method!r}; choose {names}") from None


def _paragraph_start(article: Article, span: Span) -> int | None:
    paragraph = article.paragraph_at(span[0])
    return paragraph.start if paragraph else None
