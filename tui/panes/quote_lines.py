"""A quote as lines, and why its speaker is only likely; pure."""

from __future__ import annotations

from briefing.model import Article, Quote
from tui.panes.labels import label_width, labelled, paragraph_label
from tui.widgets.strips import Line, fit


def quote_lines(article: Article, quote: Quote, width: int, limit: int) -> list[Line]:
    """A quote beside its paragraph's label, with the reason below it where its speaker is likely.

    Args:
        article: The article.
        quote: One of its quotes.
        width: Cells of a line.
        limit: Most lines of the quote itself.
    """
    lines = labelled(article, quote.start, f"“{quote.text}”", "quote", width, limit)
    if quote.speaker is None or quote.certain:
        return lines
    indent = " " * label_width(article)
    reason: Line = [(f"{indent}? ", "actor"), (why_uncertain(article, quote), "dim")]
    return [*lines, fit(reason, width)]


def why_uncertain(article: Article, quote: Quote) -> str:
    """Why the speaker is only likely."""
    if quote.speaker_mention is not None:
        there = paragraph_label(article, quote.speaker_mention[0])
        if there and there != paragraph_label(article, quote.start):
            return f"likely: named in {there}"
    return "likely: no cue" if quote.cue is None else "likely: not named beside it"
