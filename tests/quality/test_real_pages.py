"""Real articles, analyzed in full, make one page each.

Needs the annotated articles beside the checkout; skipped without them.
"""

import json
from pathlib import Path

import pytest

from briefing.analysis import analyze
from briefing.page import to_markdown
from briefing.page.markdown import rows
from briefing.reading import read_text

DATA = Path(__file__).parents[3] / "shared" / "eval" / "data"
KINDS = ("places", "quotes", "salience", "summary")
OF_EACH = 25


@pytest.mark.skipif(not DATA.is_dir(), reason="the annotated articles are not beside the checkout")
@pytest.mark.parametrize("kind", KINDS)
def test_a_page_of_every_article(kind):
    lines = (DATA / f"{kind}.dev.jsonl").read_bytes().splitlines()
    chosen = lines[:: len(lines) // OF_EACH][:OF_EACH]
    assert len(chosen) == OF_EACH
    for line in chosen:
        given = json.loads(line)
        article = read_text(given["text"])
        page = to_markdown(analyze(article))
        assert len(page.split()) <= 340, given["id"]
        assert rows(page.rstrip("\n"), 80) <= 48, given["id"]
        assert "**Summary**" in page, given["id"]
