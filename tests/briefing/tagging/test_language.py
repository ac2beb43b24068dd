"""The parse: one document over the whole text, whose offsets are the text's."""

from __future__ import annotations

import pytest

from briefing.errors import AnalysisError
from briefing.tagging import pipeline
from briefing.text import sentences
from tests.conftest import article_of


def test_the_document_is_the_text(parse, sample):
    article, doc = parse(sample.read_text())
    assert doc.text == article.text
    assert all(article.text[token.idx :].startswith(token.text) for token in doc)
    starts = [token.idx for token in doc if token.is_sent_start]
    assert {start for start, _ in sentences.split(article)} <= set(starts)


def test_no_name_or_clause_runs_over_a_line_break(parse):
    article, doc = parse("Update for Ana\n\nRuiz Lopez spoke to reporters in the harbor.")
    assert not any("\n" in span.text.strip() for span in doc.ents)
    assert article.text == doc.text


def test_furniture_has_no_names(parse):
    article, doc = parse("Mill fire\n\nThe mill burned down on Monday.\n\nPhoto: Ana Ruiz/Reuters")
    furniture = next(p for p in article.paragraphs if p.kind == "furniture")
    assert not any(span.start_char >= furniture.start for span in doc.ents)


def test_marks_glued_to_a_name_are_tokens_of_their_own(parse):
    _, doc = parse("“It is paranoia,”Lopez said,“and nothing else.”")
    assert "Lopez" in [token.text for token in doc]


def test_a_very_long_paragraph_is_parsed_in_blocks(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST_BLOCK", 200)
    article = article_of("Ana Ruiz left Oslo on Monday. " * 40)
    doc = pipeline.parse(nlp, article, sentences.split(article))
    assert doc.text == article.text
    assert sum(span.text == "Oslo" for span in doc.ents) == 40


def test_a_sentence_without_end_is_parsed_in_blocks(nlp, monkeypatch):
    monkeypatch.setattr(pipeline, "LONGEST_BLOCK", 200)
    lengths = []
    monkeypatch.setattr(nlp, "make_doc", lambda text: lengths.append(len(text)) or _made(text))
    _made = type(nlp).make_doc.__get__(nlp)
    article = article_of("Ana Ruiz left Oslo and " * 100 + "came back")
    doc = pipeline.parse(nlp, article, sentences.split(article))
    assert doc.text == article.text
    assert max(lengths) <= 400
    assert sum(span.text == "Oslo" for span in doc.ents) >= 90


@pytest.mark.parametrize("unit", ["x", "[", "a-", '("', "1."])
def test_what_is_too_long_for_a_word_is_one_token(nlp, unit):
    """The tokenizer would take the square of its length, which is hours here."""
    article = article_of(f"Ana Ruiz left Oslo. {unit * 100_000} Tor Lind came to Oslo.")
    doc = pipeline.parse(nlp, article, sentences.split(article))
    assert doc.text == article.text
    assert sum(span.text == "Oslo" for span in doc.ents) == 2
    assert len(doc) < 20


def test_a_long_article_is_parsed_in_batches(nlp, monkeypatch):
    text = "\n\n".join(f"Ana Ruiz came to Oslo on day {n} of the year." for n in range(40))
    article = article_of(text)
    whole = pipeline.parse(nlp, article, sentences.split(article))
    monkeypatch.setattr(pipeline, "LARGEST_BATCH", 30)
    parts = pipeline.parse(nlp, article, sentences.split(article))
    assert [(e.start, e.end, e.label_) for e in parts.ents] == [
        (e.start, e.end, e.label_) for e in whole.ents
    ]


@pytest.mark.parametrize("name", ["no_such_model", "json"])
def test_what_is_no_pipeline_is_refused_in_one_line(name):
    with pytest.raises(AnalysisError) as error:
        pipeline.load(name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)
