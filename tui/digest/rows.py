"""The stories of a digest as rows; pure."""

from __future__ import annotations

from functools import partial

from briefing.digest.page import told_by
from briefing.digest.values import Digest, DigestStory
from briefing.dossier.page_lines import name_of
from briefing.dossier.values import Passage
from briefing.page.citing import cite
from tui.details.rows import headed
from tui.screens.library_rows import WATCHED_SIGN
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified
from tui.widgets.wrap import fold

INDENT = 2


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
    passages: tuple[Passage, ...] = ()
    if sentence := story.sentence:
        passages = (sentence.passage, *sentence.counterparts)
        cites = ", ".join(dict.fromkeys(_place(digest, passage) for passage in passages))
        words = f"{' '.join(sentence.passage.text.split())} [{cites}]"
        indent = " " * INDENT
        lines += [
            [(f"{indent}{part}", "ink")] for part in fold(words, max(width - INDENT, 1), limit)
        ]
    names = [one.name for one in (story.actor, story.place) if one]
    cited = dict.fromkeys(passage.article for passage in passages)
    outlets = [f"{digest.articles[n].letter} {name_of(digest.articles[n])}" for n in cited]
    about = "  ".join(filter(None, (" · ".join(names), " · ".join(outlets))))
    return [*lines, fit([(f"{' ' * INDENT}{about}", "dim")], width)]


def _place(digest: Digest, passage: Passage) -> str:
    item = digest.articles[passage.article]
    return f"{item.letter} {cite(item.article, passage.start)}"
