"""What is new in articles that came since a reader looked at the others."""

from __future__ import annotations

import pytest

from briefing.dossier.since import news_since
from tests.briefing.dossier.cited import passages
from tests.briefing.dossier.stories import briefings_of


@pytest.fixture(scope="module")
def storm():
    return briefings_of("storm")


def test_each_new_article_says_what_none_before_it_said(storm):
    found = news_since(storm, {2, 3})
    assert sorted(one.article for one in found) == [2, 3]
    for news in found:
        text = storm[news.article].article.text
        for passage in passages(news):
            assert passage.article == news.article
            assert text[passage.start : passage.end] == passage.text
    second = next(one for one in found if one.article == 2)
    assert "Two" in [passage.text for passage in second.figures]
    assert second.sentences


def test_what_a_seen_article_says_is_not_new_whatever_its_day(storm):
    (news,) = news_since(storm, {0})
    assert news.article == 0
    both = news_since([storm[0], storm[0]], {1})
    assert [len(tuple(passages(one))) for one in both] == [0]


@pytest.mark.parametrize("new", [(), frozenset()])
def test_nothing_is_new(storm, new):
    assert news_since(storm, new) == ()
