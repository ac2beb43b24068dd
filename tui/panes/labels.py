"""Text of an article beside the number of its paragraph."""

from __future__ import annotations

from briefing.model import Article
from tui.widgets.strips import Line
from tui.widgets.wrap import fold


def paragraph_label(article: Article, offset: int) -> str:
    """`¶7`, or nothing for what stands in no numbered paragraph."""
    paragraph = article.paragraph_at(offset)
    return f"¶{paragraph.number}" if paragraph and paragraph.number is not None else ""


def label_width(article: Article) -> int:
    """Cells for the longest label of an article and a space."""
    return len(str(article.last_number)) + 2


def labelled(
    article: Article, start: int, text: str, name: str, width: int, limit: int
) -> list[Line]:
    """The label of the paragraph at `start`, and beside it the text on at most `limit` lines."""
    label, indent = paragraph_label(article, start), label_width(article)
    lines = fold(text, max(width - indent, 1), limit)
    return [
        [(f"{label if number == 0 else '':<{indent}}", "dim"), (line, name)]
        for number, line in enumerate(lines)
    ]
