"""The stories of a digest as rows; pure."""

from __future__ import annotations

from functools import partial

from briefing.digest.citing import cited, cites, outlet_of
from briefing.digest.page import told_by
from briefing.digest.values import Digest, DigestStory
from tui.details.rows import headed
from tui.screens.library_rows import WATCHED_SIGN
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified
from tui.widgets.wrap import fold

INDENT = 2
MOST_LINES = 6
"""Of a sentence."""


def rows_of(digest: Digest) -> list[Row]:
    """A row for each story, those that several articles tell below a heading of their own."""
    rows = [
        (len(story.told) > 1, Row(draw=partial(_draw, digest, story), item=story))
        for story in digest.stories
    ]
    return [
        *headed("Stories", [row for is_story, row in rows if is_story]),
        *headed("Single articles", [row for is_story, row in rows if not is_story]),
    ]


def _draw(digest: Digest, story: DigestStory, width: int, limit: int) -> list[Line]:
    watched = f"  {WATCHED_SIGN} {', '.join(story.watched)}" if story.watched else ""
    told: Line = [(told_by(digest, story), "dim"), (watched, "accent")]
    lines = [justified([(" ".join(story.title.split()), "strong")], told, width)]
    indent = " " * INDENT
    if story.sentence:
        words = " ".join(story.sentence.passage.text.split())
        whole = f"{words} {cites(digest.articles, story.telling)}"
        parts = fold(whole, max(width - INDENT, 1), min(limit, MOST_LINES))
        lines += [[(f"{indent}{part}", "ink")] for part in parts]
    names = " · ".join(named.name for named in story.acting)
    articles = [digest.articles[number] for number in cited(story.telling)]
    outlets = " · ".join(f"{one.letter} {outlet_of(one)}" for one in articles)
    about = "  ".join(filter(None, (names, outlets)))
    return [*lines, fit([(f"{indent}{about}", "dim")], width)]
