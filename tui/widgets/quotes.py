"""The quotes pane: what was said, by whom, and how sure that is."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Article, Briefing, Quote
from tui.widgets.pane import EvidencePane, labelled, paragraph_label
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, fit


class QuotesPane(EvidencePane):
    """Quotes in the article's order; an uncertain speaker carries a `?` and the reason."""

    NUMBER = 5
    TITLE = "Quotes"
    LOADING = "finding who says what"
    EMPTY = "nobody is quoted"
    COUNTED = "quotes"
    SPACED = True

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        return [
            Row(
                draw=partial(_draw, briefing.article, quote),
                spans=((quote.start, quote.end),),
                also=(quote.speaker_mention,) if quote.speaker_mention else (),
                name="quote",
            )
            for quote in briefing.quotes
        ]


def _draw(article: Article, quote: Quote, width: int, limit: int) -> list[Line]:
    label = paragraph_label(article, quote.start)
    lines = labelled(label, f"“{quote.text}”", "quote", width, limit)
    indent = " " * max(5, len(label) + 1)
    return [*lines, fit([(indent, "dim"), *speaker_line(article, quote)], width)]


def speaker_line(article: Article, quote: Quote) -> Line:
    """Who said it: name and role; a `?` and why where that was inferred."""
    if quote.speaker is None:
        return [("speaker not named", "dim")]
    if quote.certain:
        return [(quote.speaker, "actor"), (f"  {quote.role}" if quote.role else "", "dim")]
    return [(f"{quote.speaker} ?", "actor"), (f"  {why_uncertain(article, quote)}", "dim")]


def why_uncertain(article: Article, quote: Quote) -> str:
    """Why the speaker is only likely."""
    if quote.speaker_mention is not None:
        there = paragraph_label(article, quote.speaker_mention[0])
        if there and there != paragraph_label(article, quote.start):
            return f"likely: named in {there}"
    return "likely: no cue" if quote.cue is None else "likely: not named beside it"
