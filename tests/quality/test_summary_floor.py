"""The summary stays above the article's first three sentences on annotated news.

Needs the annotated articles beside the checkout and `rouge-score`; skipped without them.
"""

import json
from pathlib import Path

import pytest

from briefing.model import summary_of
from briefing.reading import read_text
from briefing.summary import rank
from briefing.text.sentences import split

DATA = Path(__file__).parents[3] / "shared" / "eval" / "data" / "summary.dev.jsonl"
LEAST_GAIN = 0.4
"""ROUGE-1 points over our own lead; 0.50 was measured, and 0.35 of ROUGE-2."""


def mean_rouge(method, documents, scorer):
    totals = {"rouge1": 0.0, "rouge2": 0.0}
    for document in documents:
        article = read_text(document["text"], source=document["id"])
        sentences = rank(article, split(article), method)
        summary = "\n".join(s.text for s in summary_of(article.text, sentences, 3))
        scores = scorer.score(document["summary"], summary)
        for name in totals:
            totals[name] += 100 * scores[name].fmeasure / len(documents)
    return totals


@pytest.mark.skipif(not DATA.exists(), reason="the annotated articles are not beside the checkout")
def test_brief_stays_above_the_lead():
    rouge_scorer = pytest.importorskip("rouge_score.rouge_scorer")
    scorer = rouge_scorer.RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    documents = [json.loads(line) for line in DATA.read_bytes().splitlines()]
    brief, lead = (mean_rouge(method, documents, scorer) for method in ("brief", "lead"))
    assert brief["rouge1"] >= lead["rouge1"] + LEAST_GAIN
    assert brief["rouge2"] >= lead["rouge2"] + 0.2
    assert brief["rouge1"] >= 37.9
    assert brief["rouge2"] >= 16.8
