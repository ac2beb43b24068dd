"""A briefing as Markdown that fits one printed page.

One page is at most `MOST_WORDS` words, and `MOST_ROWS` rows of `COLUMNS` cells with blank lines. In
four renderings, at 10 pt on A4 and on US Letter, texts of that size always fit one page.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.page.choosing import Part, Selection, select, without_own_lines
from briefing.page.markdown import rows
from briefing.page.pieces import Layout, desk, pieces_of
from briefing.page.trimming import Floors, trim

MOST_WORDS = 340
MOST_ROWS = 48
COLUMNS = 80

FEWEST = 3
MOST: dict[Part, int] = {"actors": 7, "places": 8, "quotes": 6, "dates": 4, "figures": 4}

TRIMMING: tuple[Floors, ...] = (
    {"dates": 2, "figures": 2, "places": 4, "quotes": 3, "actors": 5, "sentences": 4},
    {
        "dates": 2,
        "figures": 2,
        "places": 4,
        "quotes": 2,
        "actors": 3,
        "sentences": FEWEST,
    },
    {
        "dates": 0,
        "figures": 0,
        "places": 0,
        "quotes": 0,
        "actors": 0,
        "sentences": FEWEST,
    },
)
"""How few items each part may be trimmed to, part after part; if one round is not enough, the
next."""
LAST_ROUND: Floors = {"sentences": 0, "highlights": 0}
"""What gives way before what the reader put on the page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of Markdown and what stands on it."""

    markdown: str
    shown: Selection


def to_markdown(briefing: Briefing, layout: Layout = desk) -> str:
    """The briefing on one page.

    Whole items are left out until the page fits, and the last line says how many. Quotes are never
    cut; a summary sentence of more than 60 words is, with an ellipsis. What the reader wrote always
    stands on the page, and what the reader put on it is left out last.

    Args:
        briefing: What to show.
        layout: The order and the headings, for example from `briefing.page.templates.load`.

    Raises:
        BriefingError: The layout fails, or its own words or those of the reader leave no room on
            the page.
    """
    page = composed(briefing, layout)
    problem = problem_of(page, briefing, layout)
    if problem:
        raise BriefingError(problem)
    return page.markdown


def composed(briefing: Briefing, layout: Layout = desk) -> Page:
    """The page with as much on it as there is room for; it may be too long even so.

    Raises:
        BriefingError: The layout fails.
    """

    def page() -> str:
        return layout(pieces_of(briefing, shown))

    shown = select(briefing, MOST)

    def shorter_sentences() -> bool:
        # in Markdown, escaped characters take twice the room
        shown.sentence_cells //= 2
        return shown.sentence_cells > 1

    theirs = shown.wanted or without_own_lines(briefing) is not briefing
    rounds = (*TRIMMING, LAST_ROUND) if theirs else TRIMMING
    trim(shown, rounds, lambda: fits(page()), shorter_sentences)
    return Page(page(), shown)


def size_of(markdown: str) -> tuple[int, int]:
    """How many words and rows a page has."""
    text = markdown.rstrip("\n")
    return len(text.split()), sum(map(_rows, text.split("\n")))


@lru_cache(maxsize=1024)
def _rows(line: str) -> int:
    return rows(line, COLUMNS)


def fits(markdown: str) -> bool:
    """True if the text is sure to fit one page."""
    words, lines = size_of(markdown)
    return words <= MOST_WORDS and lines <= MOST_ROWS


def problem_of(page: Page, briefing: Briefing, layout: Layout) -> str:
    """Why a page is too long, and what to do, in one line; "" for one that fits."""
    if fits(page.markdown):
        return ""
    others = without_own_lines(briefing)
    if others is briefing or not fits(layout(pieces_of(others, page.shown))):
        return "the template's own words leave no room on one page; shorten it"
    return too_long(page.markdown)


def too_long(markdown: str) -> str:
    """By how much what the reader wrote makes a page too long, in one line."""
    words, lines = size_of(markdown)
    over = [
        f"{count} {what}{'' if count == 1 else 's'}"
        for count, what in ((words - MOST_WORDS, "word"), (lines - MOST_ROWS, "row"))
        if count > 0
    ]
    return f"what you wrote is {' and '.join(over)} too long for one page; shorten it"
