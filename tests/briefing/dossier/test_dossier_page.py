"""The page of a dossier: one page whatever there is, every line cited."""

from __future__ import annotations

import json
import random
import re

import pytest

from briefing import codec
from briefing.dossier import dossier_of
from briefing.dossier.page import to_markdown
from briefing.page.one_page import fits, size_of
from tests.articles import briefings, invented
from tests.briefing.dossier.cited import assert_cited
from tests.briefing.dossier.schema import validate

CITED = re.compile(r"\[[A-Z]+ (?:¶(?:\d+|\?)|headline)[^\]]*\]$")


@pytest.mark.parametrize("seed", range(12))
def test_any_articles_make_one_page(seed):
    pick = random.Random(seed)
    known = [briefing for name, briefing in briefings().items() if name != "empty"]
    chosen = pick.sample(known, pick.randint(2, 9))
    dossier = dossier_of(chosen)
    assert_cited(dossier)
    if seed < 3:
        validate(json.loads(codec.encode(dossier)))
    page = to_markdown(dossier)
    assert fits(page), size_of(page)


def test_a_hundred_articles_make_one_page():
    dossier = dossier_of([invented(seed) for seed in range(100)])
    assert_cited(dossier)
    page = to_markdown(dossier)
    assert fits(page)
    assert re.search(r"^- and \d+ more articles$", page, re.MULTILINE)


def test_every_line_is_cited():
    page = to_markdown(dossier_of([invented(seed) for seed in (3, 4, 5)]))
    lines = [line for line in page.splitlines() if re.match(r"\d+\. |> — ", line)]
    assert len(lines) > 3
    assert all(CITED.search(line) for line in lines), lines


def test_no_articles_make_a_page_that_says_so():
    assert to_markdown(dossier_of([])).startswith("# No articles")
