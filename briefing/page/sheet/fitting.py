"""What of a briefing fits one sheet, and how large it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.model import Briefing, Figure
from briefing.page.choosing import Part, Selection, select, without_own_lines
from briefing.page.citing import cite
from briefing.page.markdown import shorten
from briefing.page.notation import PLAIN, plain
from briefing.page.pieces import is_link, pieces_of
from briefing.page.sheet import measuring, styles
from briefing.page.sheet.measuring import Contents, FigureLine
from briefing.page.trimming import Floors, trim
from briefing.sanitize import one_line

MOST: dict[Part, int] = {"actors": 14, "places": 12, "quotes": 14, "dates": 10}
LONGEST_QUOTE = (100, 700)
MOST_FIGURES = 8
FIGURE_WORDS, FIGURE_CELLS = 12, 70

SIDE: tuple[Floors, ...] = (
    {"dates": 4, "places": 5, "actors": 6},
    {"dates": 2, "places": 3, "actors": 3},
    {"dates": 0, "places": 0, "actors": 0},
)
MAIN: tuple[Floors, ...] = (
    {"quotes": 4, "sentences": 5},
    {"quotes": 2, "sentences": 3},
    {"quotes": 0, "sentences": 3},
)
MAIN_LAST: Floors = {"sentences": 0, "highlights": 0}
Measure = Callable[[Contents, float], float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The designed page.

    Attributes:
        size: Of its basic font, in points.
        height: Of all of it, in points.
        map_height: Of the map, in points, which takes what room the narrow column leaves.
        selection: What of the briefing stands on it.
    """

    contents: Contents
    size: float
    height: float
    map_height: float
    selection: Selection


def fitted(briefing: Briefing, height: float = styles.HEIGHT) -> Sheet:
    """The page with as much on it as there is room for, as large as it can be set.

    Args:
        briefing: What to show.
        height: Of the sheet between its margins, in points.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    shown = select(briefing, MOST, LONGEST_QUOTE)
    figures = 0

    def contents() -> Contents:
        return contents_of(briefing, shown, figures)

    def fits(column: Measure, size: float) -> bool:
        now = contents()
        rest = measuring.header(now, size) + measuring.footer(now, size)
        return rest + column(now, size) <= height

    def shorter_sentences() -> bool:
        shown.sentence_cells //= 2
        return shown.sentence_cells > 1

    sizes = _sizes()
    size = next((size for size in sizes if fits(measuring.main, size)), styles.SMALLEST)
    if size == styles.SMALLEST:
        theirs = shown.wanted or without_own_lines(briefing) is not briefing
        rounds = (*MAIN, MAIN_LAST) if theirs else MAIN
        trim(shown, rounds, lambda: fits(measuring.main, size), shorter_sentences)
    trim(shown, SIDE, lambda: fits(measuring.side, size))
    while figures < min(len(briefing.figures), MOST_FIGURES) and fits(measuring.side, size):
        figures += 1
        if not fits(measuring.side, size):
            figures -= 1
            break
    whole = contents()
    size = next((size for size in sizes if measuring.total(whole, size) <= height), styles.SMALLEST)
    tall = measuring.total(whole, size)
    if tall > height:
        over = -(-(tall - height) // (size * styles.FACES["own"].line))
        raise BriefingError(
            f"what you wrote is {over:.0f} line{'s' if over > 1 else ''} too long for one page;"
            " shorten it"
        )
    room = height - measuring.header(whole, size) - measuring.footer(whole, size)
    spare = max(0.0, room - measuring.side(whole, size))
    map_height = min(styles.MAP_HEIGHT + spare, styles.TALLEST_MAP)
    return Sheet(whole, size, tall, map_height, shown)


def _sizes() -> list[float]:
    """All sizes of the basic font, the largest first."""
    steps = round((styles.LARGEST - styles.SMALLEST) / styles.STEP)
    return [round(styles.LARGEST - step * styles.STEP, 1) for step in range(steps + 1)]


def contents_of(briefing: Briefing, shown: Selection, figures: int) -> Contents:
    """A selection as it stands on the designed page, with so many figures."""
    article = briefing.article
    address = one_line(article.address or article.source)
    return Contents(
        pieces_of(briefing, shown, PLAIN),
        tuple(_figure_line(briefing, figure) for figure in briefing.figures[:figures]),
        address if is_link(address) else "",
    )


def _figure_line(briefing: Briefing, figure: Figure) -> FigureLine:
    text = shorten(figure.text, FIGURE_WORDS, FIGURE_CELLS)
    what = plain(figure.what or "")
    return FigureLine(
        text,
        "" if what in text else shorten(what, FIGURE_WORDS, FIGURE_CELLS),
        cite(briefing.article, figure.start),
    )
