"""The parse: one document over the whole text, whose offsets are the text's."""

from __future__ import annotations

import pytest

from briefing.errors import AnalysisError
from briefing.tagging import language, sentences
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
    monkeypatch.setattr(language, "LONGEST_BLOCK", 200)
    article = article_of("Ana Ruiz left Oslo on Monday. " * 40)
    doc = language.parse(nlp, article, sentences.split(article))
    assert doc.text == article.text
    assert sum(span.text == "Oslo" for span in doc.ents) == 40


@pytest.mark.parametrize("name", ["no_such_model", "json"])
def test_what_is_no_pipeline_is_refused_in_one_line(name):
    with pytest.raises(AnalysisError) as error:
        language.load(name)
    assert name in str(error.value)
    assert "\n" not in str(error.value)
