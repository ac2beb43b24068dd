"""Going from word to word in an article, and choosing several; pure."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.model import Span
from tui.article.layout import ArticleLayout
from tui.article.selecting import WORD
from tui.widgets.wrap import cells

NEAR = 400
"""Characters in which the next word is looked for at first."""


class Chosen(Struct, frozen=True):
    """Words that are being chosen.

    Attributes:
        anchor: The word or words that stay chosen.
        cursor: The word that moves; both and all between them are chosen.
        growing: Moving leaves the anchor where it is.
    """

    anchor: Span
    cursor: Span
    growing: bool = False

    @property
    def span(self) -> Span:
        """What is chosen."""
        return min(self.anchor[0], self.cursor[0]), max(self.anchor[1], self.cursor[1])

    def to(self, word: Span | None, *, growing: bool = False) -> Chosen:
        """After the cursor has gone to another word; the same where there is none."""
        if word is None:
            return self
        grows = growing or self.growing
        return replace(self, cursor=word, anchor=self.anchor if grows else word)


def word_after(text: str, offset: int) -> Span | None:
    """The first word that starts at an offset or after it."""
    end = offset + NEAR
    while True:
        match = WORD.search(text, offset, end)
        if match is None and end >= len(text):
            return None
        if match is not None and (match.end() < end or end >= len(text)):
            return match.span()
        end += NEAR


def word_before(text: str, offset: int) -> Span | None:
    """The last word that ends before an offset or at it."""
    start = offset
    while start > 0:
        start = _begin_of_words(text, max(start - NEAR, 0))
        words = [match.span() for match in WORD.finditer(text, start, offset)]
        if words:
            return words[-1]
    return None


def _begin_of_words(text: str, offset: int) -> int:
    """The offset itself, or that where the run of letters begins in which it is."""
    while offset > 0 and not text[offset - 1].isspace():
        offset -= 1
    return offset


def word_in_row(layout: ArticleLayout, word: Span, step: int) -> Span | None:
    """The word above or below another one, in the next row that has words."""
    text, row = layout.article.text, layout.row_of(word[0])
    cell = cells(text[layout.starts[row] : word[0]])
    row += step
    while layout.has_row(row):
        start, end = layout.starts[row], layout.ends[row]
        words = [match.span() for match in WORD.finditer(text, start, end)]
        if words:
            return min(words, key=lambda span: abs(cells(text[start : span[0]]) - cell))
        row += step
    return None
