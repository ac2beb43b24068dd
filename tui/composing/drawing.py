"""A page of Markdown as lines on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO
from typing import Any, ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.style import Style
from rich.text import Text
from rich.theme import Theme
from textual.strip import Strip

from briefing.page.beyond import Beyond
from briefing.sanitize import one_line
from tui.correcting.saying import PART_WORDS
from tui.theme import ink
from tui.widgets.strips import strip_of
from tui.widgets.wrap import clip

INKS = {
    "markdown.h1": "key",
    "markdown.h2": "strong",
    "markdown.h3": "strong",
    "markdown.strong": "strong",
    "markdown.em": "ink",
    "markdown.item.bullet": "accent",
    "markdown.item.number": "accent",
    "markdown.block_quote": "quote",
    "markdown.hr": "faint",
    "markdown.link": "ink",
    "markdown.link_url": "dim",
    "markdown.code": "ink",
    "markdown.table.border": "faint",
    "markdown.table.header": "strong",
}
"""Rich's names of the parts of a page, and the inks that draw them."""
BOTH = ("HTML", "Word")
ROOM_FOR_NOTES = 30
"""Cells that are kept for what a row is and which format holds it."""


class _LeftHeading(Heading):
    """A heading that begins where the lines below it do."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        del console, options
        text: Text = self.text
        text.justify = "left"
        yield text


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = Markdown.elements | {
        "heading_open": _LeftHeading
    }


def page_strips(markdown: str, width: int, theme: str) -> list[Strip]:
    """The lines of a page.

    Args:
        markdown: The page.
        width: Cells of a line.
        theme: Name of the theme whose inks are used.
    """
    ground = ink(theme, "ink")
    styles: dict[str, str | Style] = {part: ink(theme, name) for part, name in INKS.items()}
    console = Console(
        width=width, file=StringIO(), theme=Theme(styles), color_system="truecolor", style=ground
    )
    page: Any = _Page(markdown, hyperlinks=False)
    lines = console.render_lines(page, console.options.update(width=width), style=ground)
    return [Strip(line).adjust_cell_length(width, ground) for line in lines]


def sheet_strips(rows: Sequence[Beyond], width: int, theme: str) -> list[Strip]:
    """The lines of a list of what the sheet holds beyond the page of Markdown.

    Args:
        rows: What it holds.
        width: Cells of a line.
        theme: Name of the theme whose inks are used.
    """
    if not rows:
        words = clip("HTML and Word hold the same rows as Markdown.", width)
        return [strip_of([(words, "dim")], theme, width)]
    title = clip("In HTML and Word, besides what Markdown holds:", width)
    strips = [strip_of([(title, "strong")], theme, width), strip_of([], theme, width)]
    for row in rows:
        kind = PART_WORDS.get(row.target.part, "row")
        only = "" if row.formats == BOTH else f", {' and '.join(row.formats)} only"
        words = clip(one_line(row.target.text or ""), max(width - ROOM_FOR_NOTES, 1))
        note = clip(f"{kind}{only}", max(width - len(words) - 4, 1))
        line = [("■ ", "accent"), (words, "ink"), (f"  {note}", "dim")]
        strips.append(strip_of(line, theme, width))
    return strips
