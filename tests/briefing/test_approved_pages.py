"""Kinds of article and the whole page of each, as it was approved.

A change that is meant: `BRIEF_APPROVE=1 python -m pytest tests/briefing/test_approved_pages.py`
writes the pages anew (the tests then fail once), and the diff of `tests/pages` is what to review.
"""

import os
from pathlib import Path

import pytest

from briefing.analysis import analyze
from briefing.page import to_markdown
from briefing.reading import read
from tests.conftest import SAMPLE

PAGES = Path(__file__).parents[1] / "pages"
PAGES_OF = (
    "news", "interview", "transcript", "bulletin", "live", "list", "table", "explainer"
)  # fmt: skip
KINDS = {name: PAGES / f"{name}.txt" for name in PAGES_OF} | {"sample": SAMPLE}


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_is_the_approved_one(kind):
    approved = PAGES / f"{kind}.md"
    page = to_markdown(analyze(read(str(KINDS[kind]))))
    if os.environ.get("BRIEF_APPROVE"):
        approved.write_text(page, encoding="utf-8")
        pytest.fail(f"{approved.name} was written; look at its diff")
    assert page == approved.read_text(encoding="utf-8")
