"""How a page is written down: what becomes of text and of an address in Markdown, or as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from briefing.page.markdown import escape


@dataclass(frozen=True, slots=True)
class Notation:
    """What the texts of a page are made of.

    Attributes:
        text: Gives a text on one line, so that it shows as that text.
        link: Gives a web address.
        line_end: Between lines of one paragraph.
        gap: Between the letter of an article and the number of a paragraph.
    """

    text: Callable[[str], str]
    link: Callable[[str], str]
    line_end: str = "\n"
    gap: str = " "


def plain(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


MARKDOWN = Notation(lru_cache(maxsize=1024)(escape), lambda address: f"<{address}>", "  \n")
PLAIN = Notation(plain, plain)
PRINTED = Notation(plain, plain, gap="\u00a0")
"""Of a page whose lines are broken at spaces."""
