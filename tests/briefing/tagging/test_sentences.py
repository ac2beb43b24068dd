"""Where sentences begin and end."""

from __future__ import annotations

import pytest

from briefing.text import sentences
from tests.briefing.cases import Case, cases
from tests.conftest import article_of


@pytest.mark.parametrize("case", cases("sentences.txt"))
def test_sentences_are_told_apart(case: Case) -> None:
    article = article_of(case.text)
    found = sentences.split(article)
    assert [article.text[start:end] for start, end in found] == case.expected
