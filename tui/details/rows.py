"""Sentences and quotes of an article as rows of evidence; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from briefing.model import Article, Briefing, Quote, Span
from tui.panes.labels import label_width, paragraph_label
from tui.panes.quote_lines import quote_lines
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, width_of
from tui.widgets.wrap import CUT, wrap

SPACES = {ord("\t"): " ", ord("\n"): " "}


def headed(heading: str, rows: Sequence[Row]) -> list[Row]:
    """The rows with a heading above the first one, which belongs to it."""
    if not rows:
        return []
    first = rows[0]
    return [
        Row(
            draw=partial(_below, heading, first.draw),
            spans=first.spans,
            also=first.also,
            name=first.name,
            item=first.item,
        ),
        *rows[1:],
    ]


def _below(
    heading: str, draw: Callable[[int, int], Sequence[Line]], width: int, limit: int
) -> list[Line]:
    return [fit([(heading, "accent")], width), *draw(width, limit)]


def quote_row(article: Article, quote: Quote) -> Row:
    """A whole quote, with the reason below it where its speaker was inferred."""
    return Row(
        draw=partial(quote_lines, article, quote),
        spans=((quote.start, quote.end),),
        also=(quote.speaker_mention,) if quote.speaker_mention else (),
        item=quote,
    )


def sentence_rows(briefing: Briefing, mentions: Iterable[Span], name: str) -> list[Row]:
    """The sentences that hold mentions, each once, with those mentions in the ink `name`."""
    return [
        Row(
            draw=partial(_draw, briefing.article, sentence, tuple(inside), name),
            spans=tuple(inside),
            also=(sentence,) if [sentence] != inside else (),
        )
        for sentence, inside in sentences_of(briefing, mentions).items()
    ]


def sentences_of(briefing: Briefing, mentions: Iterable[Span]) -> dict[Span, list[Span]]:
    """The sentences that hold mentions, each with the parts of them that are in it."""
    held: dict[Span, list[Span]] = {}
    for start, end in mentions:
        at = start
        while at < end:  # a quote may run over several sentences
            sentence = sentence_at(briefing, at)
            held.setdefault(sentence, []).append((at, min(end, sentence[1])))
            at = _next_text(briefing.article.text, sentence[1])
    return held


def sentence_at(briefing: Briefing, offset: int) -> Span:
    """The sentence at an offset; its paragraph where no sentence is known there."""
    index = bisect_right(briefing.sentences, offset, key=lambda sentence: sentence.start)
    if index and offset < briefing.sentences[index - 1].end:
        found = briefing.sentences[index - 1]
        return found.start, found.end
    paragraph = briefing.article.paragraph_at(offset)
    if paragraph is not None and offset < paragraph.end:
        return paragraph.start, paragraph.end
    return offset, offset + 1


def _next_text(text: str, offset: int) -> int:
    """Where text goes on after the end of a sentence."""
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def _draw(
    article: Article,
    span: Span,
    marks: Sequence[Span],
    name: str,
    width: int,
    limit: int,
) -> list[Line]:
    """A part of the article with its paragraph's label and its marks in an ink of their own."""
    indent = label_width(article)
    text = article.text[slice(*span)].translate(SPACES)
    rows = wrap(text, 0, len(text), max(width - indent, 1))
    label = paragraph_label(article, span[0])
    lines: list[Line] = []
    for number, (start, end) in enumerate(rows[:limit]):
        line: Line = [(f"{label if number == 0 else '':<{indent}}", "dim")]
        at = start
        for mark in marks:
            first, last = max(mark[0] - span[0], at), min(mark[1] - span[0], end)
            if first < last:
                line += [(text[at:first], "ink"), (text[first:last], name)]
                at = last
        line.append((text[at:end], "ink"))
        lines.append([piece for piece in line if piece[0]])
    if len(rows) > limit:
        whole: Line = [*lines[-1], (CUT, "ink")]
        lines[-1] = whole if width_of(whole) <= width else fit([*lines[-1], ("  ", "ink")], width)
    return lines
