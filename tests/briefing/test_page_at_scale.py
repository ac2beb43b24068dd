"""The page is one page, for three hundred invented articles of every size."""

import pytest

from briefing.page import to_markdown
from briefing.page.markdown import rows
from tests.articles import invented

FIRST_SEED = 1000
"""Others than the forty that `briefings()` has."""


@pytest.mark.parametrize("hundred", range(3))
def test_a_hundred_pages(hundred):
    first = FIRST_SEED + 100 * hundred
    sizes = set()
    for seed in range(first, first + 100):
        page = to_markdown(invented(seed))
        words, used = len(page.split()), rows(page.rstrip("\n"), 80)
        assert words <= 340, f"seed {seed}"
        assert used <= 48, f"seed {seed}"
        sizes.add(words)
    # small ones and full ones are among them, or else this tells nothing
    assert min(sizes) < 150
    assert max(sizes) > 320
