"""What stands on a page and how much room is left on it, before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from briefing.corrections.values import Target
from briefing.model import Briefing
from briefing.page.choosing import Part, Selection, target
from briefing.page.one_page import MOST_ROWS, MOST_WORDS, composed, problem_of, size_of
from briefing.page.pieces import Layout, desk


class Room(Struct, frozen=True, kw_only=True):
    """A page as it would be saved now.

    Attributes:
        markdown: The page.
        on_page: What stands on it, part after part, in its order.
        left_out: What could stand there and does not.
        refused: Those of `left_out` that the reader put on the page.
        words: How many more words there is room for; less than 0 if there are too many.
        rows: The same in rows of 80 columns.
        problem: Why it cannot be saved, in one line, or "".
    """

    markdown: str
    on_page: tuple[Target, ...]
    left_out: tuple[Target, ...]
    refused: tuple[Target, ...]
    words: int
    rows: int
    problem: str = ""


def room(briefing: Briefing, layout: Layout = desk) -> Room:
    """The page of `briefing.page.to_markdown`, and the room that is left on it.

    Raises:
        BriefingError: The layout fails.
    """
    page = composed(briefing, layout)
    problem = problem_of(page, briefing, layout)
    return room_of(page.markdown, page.shown, lambda _, item: target(item), problem)


def room_of(
    markdown: str, shown: Selection, target_of: Callable[[Part, Any], Target], problem: str
) -> Room:
    """A page and what stands on it.

    Args:
        markdown: The page.
        shown: What stands on it.
        target_of: Gives an item of a part as corrections name it.
        problem: Why the page cannot be saved, or "".
    """
    words, rows = size_of(markdown)
    return Room(
        markdown=markdown,
        on_page=tuple(
            target_of(part, item) for part in shown.order for item in shown.in_order(part)
        ),
        left_out=tuple(target_of(part, item) for part, item in shown.left_out()),
        refused=tuple(target_of(part, item) for part, item in shown.refused),
        words=MOST_WORDS - words,
        rows=MOST_ROWS - rows,
        problem=problem,
    )
