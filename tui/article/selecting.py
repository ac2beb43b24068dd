"""What the mouse selects in an article, as spans of its text; pure.

Textual knows a character by its row and its place in it. The last character of a selection is in
it; a place before the row is -1.
"""

from __future__ import annotations

import re

from rich.cells import split_graphemes
from textual.geometry import Offset
from textual.selection import Selection

from briefing.model import Span
from tui.article.layout import ArticleLayout

WORD = re.compile(r"\w[\w\u0300-\u036f]*(?:[-'’‐‑.]\w[\w\u0300-\u036f]*)*")
"""A word with the hyphens, apostrophes and points that stand inside it."""


def place_near(layout: ArticleLayout, row: int, cell: int) -> Offset:
    """The character at a cell of a row, or the place before the row or after it."""
    if not layout.has_row(row):
        row = len(layout) - 1
    offset = layout.offset_at(row, cell)
    if offset is not None:
        return Offset(offset - layout.starts[row], row)
    length = layout.ends[row] - layout.starts[row] if layout.has_row(row) else 0
    return Offset(-1 if cell < 0 else length, row)


def span_of(layout: ArticleLayout, selection: Selection) -> Span:
    """The span of whole characters that is selected, without the space around it."""
    text = layout.article.text
    start = 0 if selection.start is None else _offset_of(layout, selection.start)
    end = len(text) if selection.end is None else _offset_of(layout, selection.end, last=True)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, max(start, end)


def _offset_of(layout: ArticleLayout, place: Offset, *, last: bool = False) -> int:
    """The offset that a place stands for, never inside a character with its marks."""
    if not layout.has_row(place.y):
        return len(layout.article.text)
    start, end = layout.starts[place.y], layout.ends[place.y]
    for first, after, _ in split_graphemes(layout.article.text[start:end])[0]:
        if first < place.x <= after if last else first <= place.x < after:
            return start + (after if last else first)
    return start if place.x <= 0 else end


def selection_of(layout: ArticleLayout, span: Span) -> Selection:
    """A span as Textual knows it."""
    first, last = layout.row_of(span[0]), layout.row_of(span[1] - 1)
    return Selection(
        Offset(span[0] - layout.starts[first], first), Offset(span[1] - layout.starts[last], last)
    )


def word_at(text: str, offset: int) -> Span | None:
    """The word that a character belongs to; None where there is none."""
    start = end = offset
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    words = (match.span() for match in WORD.finditer(text, start, end))
    return next((span for span in words if span[0] <= offset < span[1]), None)


def paragraph_at(layout: ArticleLayout, offset: int) -> Span | None:
    """The paragraph that a character belongs to."""
    owner = layout.owners[layout.row_of(offset)]
    if owner < 0:
        return None
    paragraph = layout.article.paragraphs[owner]
    return paragraph.start, paragraph.end
