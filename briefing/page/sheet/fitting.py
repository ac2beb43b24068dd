"""What of a briefing fits one sheet, and how large it is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.page.choosing import Part, Selection, select, without_own_lines
from briefing.page.notation import PLAIN
from briefing.page.pieces import is_link, pieces_of
from briefing.page.sheet import measuring, styles
from briefing.page.sheet.measuring import Contents
from briefing.page.sheet.styles import Medium
from briefing.page.trimming import Floors, trim
from briefing.sanitize import one_line

MOST: dict[Part, int] = {"actors": 14, "places": 12, "quotes": 14, "dates": 10, "figures": 8}
LONGEST_QUOTE = (100, 700)

SIDE: tuple[Floors, ...] = (
    {"dates": 4, "figures": 4, "places": 5, "actors": 6},
    {"dates": 2, "figures": 2, "places": 3, "actors": 3},
    {"dates": 0, "figures": 0, "places": 0, "actors": 0},
)
MAIN: tuple[Floors, ...] = (
    {"quotes": 4, "sentences": 5},
    {"quotes": 2, "sentences": 3},
    {"quotes": 0, "sentences": 3},
)
MAIN_LAST: Floors = {"sentences": 0, "highlights": 0}
Measure = Callable[[Contents, float], float]


@dataclass(frozen=True, slots=True)
class Draft:
    """What may stand on a sheet, before it is known how much there is room for.

    Attributes:
        shown: What stands on it, to be changed.
        contents: Gives that in words.
        side: How few items of the narrow column there may be, round after round.
        main: The same for the wide column.
        make_smaller: Makes what is left smaller; False if it cannot be made any smaller.
    """

    shown: Selection
    contents: Callable[[], Contents]
    side: Sequence[Floors]
    main: Sequence[Floors]
    make_smaller: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The designed page.

    Attributes:
        size: Of its basic font, in points.
        height: Of all of it, in points.
        map_height: Of the map, in points, which takes what room the narrow column leaves.
        selection: What stands on it.
    """

    contents: Contents
    size: float
    height: float
    map_height: float
    selection: Selection


def fitted(briefing: Briefing, medium: Medium = styles.PAPER) -> Sheet:
    """The page with as much on it as there is room for, as large as it can be set.

    Args:
        briefing: What to show.
        medium: What the page is made for.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    shown = select(briefing, MOST, LONGEST_QUOTE)

    def shorter_sentences() -> bool:
        shown.sentence_cells //= 2
        return shown.sentence_cells > 1

    theirs = shown.wanted or without_own_lines(briefing) is not briefing
    main = (*MAIN, MAIN_LAST) if theirs else MAIN
    return fit(
        Draft(shown, lambda: contents_of(briefing, shown, medium), SIDE, main, shorter_sentences),
        medium.height,
    )


def fit(draft: Draft, height: float) -> Sheet:
    """As much of a draft as there is room for, as large as it can be set.

    Args:
        draft: What may stand on the sheet.
        height: Of the sheet, in points.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    shown = draft.shown

    def fits(column: Measure, size: float) -> bool:
        now = draft.contents()
        rest = measuring.header(now, size) + measuring.footer(now, size)
        return rest + column(now, size) <= height

    sizes = _sizes()
    size = next((size for size in sizes if fits(measuring.main, size)), styles.SMALLEST)
    if size == styles.SMALLEST:
        trim(shown, draft.main, lambda: fits(measuring.main, size), draft.make_smaller)
    trim(shown, draft.side, lambda: fits(measuring.side, size))
    if not fits(measuring.main, styles.SMALLEST):  # the small print counts what was left out
        trim(shown, draft.main, lambda: fits(measuring.main, styles.SMALLEST), draft.make_smaller)
    whole = draft.contents()
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


def contents_of(briefing: Briefing, shown: Selection, medium: Medium = styles.PAPER) -> Contents:
    """A selection as it stands on the designed page."""
    article = briefing.article
    address = one_line(article.address or article.source)
    return Contents(
        pieces_of(briefing, shown, PLAIN),
        address if is_link(address) else "",
        article.language,
        medium,
    )
