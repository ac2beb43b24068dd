"""The quotes pane: what was said, by whom, and how sure that is."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.model import Article, Briefing, Quote
from tui.widgets.pane import EvidencePane, label_width, labelled, paragraph_label
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, fit, width_of


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
                item=quote,
            )
            for quote in briefing.quotes
        ]


def _draw(article: Article, quote: Quote, width: int, limit: int) -> list[Line]:
    lines = labelled(article, quote.start, f"“{quote.text}”", "quote", width, limit)
    indent = " " * label_width(article)
    speaker: Line = [(indent, "dim"), *speaker_line(article, quote)]
    if quote.speaker and not quote.certain and width_of(speaker) > width:
        reason = (speaker[-1][0].strip(), "dim")  # never lost behind a long name
        return [*lines, fit(speaker[:-1], width), fit([(indent, "dim"), reason], width)]
    return [*lines, fit(speaker, width)]


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
