"""A page of Markdown as lines on the screen."""

from __future__ import annotations

from io import StringIO
from typing import Any, ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement
from rich.style import Style
from rich.text import Text
from rich.theme import Theme
from textual.strip import Strip

from tui.theme import ink

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
