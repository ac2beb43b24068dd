"""What the reader wrote and chose for the page: values only."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections.values import OwnText, Part

Place = tuple[int, ...]
"""Start and end of a span; in a dossier, the number of its article before them."""


class Highlight(Struct, frozen=True, kw_only=True):
    """Words of the article that the reader keeps.

    Attributes:
        note: What the reader says of them, or "".
        on_page: They go on the page.
    """

    text: str
    start: int
    end: int
    note: str = ""
    on_page: bool = False


class PageChoice(Struct, frozen=True, kw_only=True):
    """What the reader decided about one item and the page.

    Attributes:
        part: Where the item belongs.
        span: Its own span, or its first mention.
        on: True if it goes on the page, False if it stays off, None if that was not decided.
        moved: It was given another place among the items of its part.
        before: Span of the item that it stands before then, or None where it stands last.
    """

    part: Part
    span: Place
    on: bool | None = None
    moved: bool = False
    before: Place | None = None


class Composition(Struct, frozen=True, kw_only=True):
    """What the reader wrote and chose for the page; "" where nothing was written.

    Attributes:
        headline: Stands above the article's own.
        why: Why it matters.
        next: What comes next.
        as_of: The day or time for which it was prepared, as written.
        choices: In the order in which they were made; each item stands here once.
    """

    headline: str = ""
    why: str = ""
    next: str = ""
    note: str = ""
    prepared_by: str = ""
    prepared_for: str = ""
    as_of: str = ""
    highlights: tuple[Highlight, ...] = ()
    choices: tuple[PageChoice, ...] = ()

    def with_text(self, field: OwnText, text: str) -> Composition:
        """The same with another text in one of its fields."""
        return replace(self, **{field: text})
