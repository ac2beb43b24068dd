"""The quotes pane: what was said, by whom, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.model import Article, Briefing, Quote, Span, SpeakerKey
from tui.article.quotation import with_marks
from tui.command_spec import Command
from tui.panes.labels import label_width, labelled
from tui.panes.quote_lines import quote_lines, why_uncertain
from tui.panes.spec import Order, PaneSpec, TextMarks
from tui.stage_words import UNDER_WAY
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified, width_of

if TYPE_CHECKING:
    from tui.details.facts import Details


def rows(briefing: Briefing) -> Sequence[Row]:
    """Quotes as written; an uncertain speaker carries a `?` and the reason."""
    article = briefing.article
    return [_row(quote, partial(_draw, article, quote)) for quote in briefing.quotes]


def rows_by_speaker(briefing: Briefing) -> Sequence[Row]:
    """Quotes below the names of their speakers."""
    article = briefing.article
    return [
        _row(quote, partial(_draw_grouped, article, quote, quotes if first else ()))
        for quotes in by_speaker(briefing.quotes)
        for quote, first in zip(quotes, [True, *[False] * len(quotes)], strict=False)
    ]


def card(briefing: Briefing, quote: Quote) -> Details:
    """All about a quote."""
    from tui.details.facts import quote_details

    return quote_details(briefing, quote)


def quoted(briefing: Briefing) -> Iterator[Span]:
    """Where the quotes stand, with their marks."""
    text = briefing.article.text
    return (with_marks(text, (quote.start, quote.end)) for quote in briefing.quotes)


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
    lines = quote_lines(article, quote, width, limit)
    return [_heading(group, width), *lines] if group else lines


def _heading(group: Sequence[Quote], width: int) -> Line:
    count: Line = [(f"{len(group)} quote{'s' if len(group) > 1 else ''}", "dim")]
    speaker = group[0].speaker
    if speaker is None:
        return justified([("speaker not named", "dim")], count, width)
    role = next((quote.role for quote in group if quote.role), None)
    return justified([(speaker, "actor"), (f"  {role}" if role else "", "dim")], count, width)


def _draw(article: Article, quote: Quote, width: int, limit: int) -> list[Line]:
    lines = labelled(article, quote.start, f"“{quote.text}”", "quote", width, limit)
    indent = " " * label_width(article)
    speaker: Line = [(indent, "dim"), *speaker_line(article, quote)]
    if quote.speaker and not quote.certain and width_of(speaker) > width:
        reason = (speaker[-1][0].strip(), "dim")  # never lost after a long name
        return [*lines, fit(speaker[:-1], width), fit([(indent, "dim"), reason], width)]
    return [*lines, fit(speaker, width)]


def speaker_line(article: Article, quote: Quote) -> Line:
    """Who said it: name and role; a `?` and why where that was inferred."""
    if quote.speaker is None:
        return [("speaker not named", "dim")]
    if quote.certain:
        return [(quote.speaker, "actor"), (f"  {quote.role}" if quote.role else "", "dim")]
    return [(f"{quote.speaker} ?", "actor"), (f"  {why_uncertain(article, quote)}", "dim")]


QUOTES = PaneSpec(
    name="quotes",
    number=5,
    title="Quotes",
    purpose="To the quotes: who said what.",
    stage="quotes",
    parts=("quotes",),
    progress=UNDER_WAY["quotes"],
    loading="finding who says what",
    empty="nobody is quoted",
    counted=("quote", "quotes"),
    lists=Quote,
    rows=rows,
    order=Order("by speaker", "by-speaker", rows_by_speaker),
    card=card,
    marks=TextMarks("quote", quoted, encloses=True),
    signs=(("“words”", "mark-quote", "a quote: slanted, with the signs of what it names"),),
    legend=(("Name ?", "actor", "a speaker who was inferred and not named beside the quote"),),
    spaced=True,
    commands=(
        Command("by-speaker", "b", "by speaker", "Quotes by speaker, or as written again.",
                "quotes", "reorder", footer=65, shown="b", palette=True),
    ),
    help_heading="In the quotes",
)  # fmt: skip
