"""The saved page shows the article's own words, whichever program renders it, and no link."""

from __future__ import annotations

import pytest

from briefing.page.markdown import escape
from tests.hostile.markdown import faults_of_page, faults_of_text, page_of, renderers, texts

RENDERERS = renderers()


@pytest.mark.parametrize("name", RENDERERS)
def test_words_stay_words(name):
    faults = [fault for text in texts(150) for fault in faults_of_text(text, RENDERERS[name])]
    faults += faults_of_page(list(texts(6, seed=1)), RENDERERS[name])
    assert faults == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Read https://a.org/x now", "Read https:/\\/a\\.org/x now"),
        ("Read www.paper.example now", "Read www\\.paper.example now"),
        ("Write to tips@paper.org.", "Write to `tips@paper.org`."),
        ("Ask @paper", "Ask \\@paper"),
        ("It cost 3.5 million in the U.S. (see harbor.txt)", None),
        ("Ana Ruiz (R) left … on Monday.", "Ana Ruiz \\(R) left … on Monday."),
    ],
)
def test_how_it_is_written(text, written):
    assert escape(text) == (written or text)


def test_the_pages_are_hostile():
    assert "a@b" in page_of(["mail a@b.co", "see https://x.org", "c@d.ef"])
