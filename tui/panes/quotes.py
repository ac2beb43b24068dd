"""The quotes pane: what was said, by whom, and how sure that is."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from briefing.model import Article, Briefing, Quote, SpeakerKey
from tui.commands import bindings
from tui.panes.base import label_width, labelled, paragraph_label
from tui.panes.ordered import OrderedPane
from tui.widgets.row_list import Row
from tui.widgets.strips import Line, apart, fit, width_of


class QuotesPane(OrderedPane):
    """Quotes as written or by speaker; an uncertain speaker carries a `?` and the reason."""

    NUMBER = 5
    TITLE = "Quotes"
    LOADING = "finding who says what"
    EMPTY = "nobody is quoted"
    ORDER = "by speaker"
    PARTS = ("quotes",)
    SPACED = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("quotes")]

    def rows_of(self, briefing: Briefing) -> Sequence[Row]:
        article = briefing.article
        if not self.reordered:
            return [_row(quote, partial(_draw, article, quote)) for quote in briefing.quotes]
        return [
            _row(quote, partial(_draw_grouped, article, quote, quotes if first else ()))
            for quotes in by_speaker(briefing.quotes)
            for quote, first in zip(quotes, [True, *[False] * len(quotes)], strict=False)
        ]

    def action_by_speaker(self) -> None:
        self.reorder()


def _row(quote: Quote, draw: Callable[[int, int], Sequence[Line]]) -> Row:
    return Row(
        draw=draw,
        spans=((quote.start, quote.end),),
        also=(quote.speaker_mention,) if quote.speaker_mention else (),
        item=quote,
    )


def by_speaker(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotes of each speaker, who is quoted first coming first; those of nobody last."""
    groups: dict[SpeakerKey, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.speaker_key, []).append(quote)
    unnamed = groups.pop((None, None), [])
    return [*groups.values(), *([unnamed] if unnamed else [])]


def _draw_grouped(
    article: Article, quote: Quote, group: Sequence[Quote], width: int, limit: int
) -> list[Line]:
    """A quote below its speaker, who is named above the first one of the group."""
    lines = labelled(article, quote.start, f"“{quote.text}”", "quote", width, limit)
    if quote.speaker and not quote.certain:
        indent = " " * label_width(article)
        reason: Line = [(f"{indent}? ", "actor"), (why_uncertain(article, quote), "dim")]
        lines = [*lines, fit(reason, width)]
    return [_heading(group, width), *lines] if group else lines


def _heading(group: Sequence[Quote], width: int) -> Line:
    count: Line = [(f"{len(group)} quote{'s' if len(group) > 1 else ''}", "dim")]
    speaker = group[0].speaker
    if speaker is None:
        return apart([("speaker not named", "dim")], count, width)
    role = next((quote.role for quote in group if quote.role), None)
    return apart([(speaker, "actor"), (f"  {role}" if role else "", "dim")], count, width)


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
