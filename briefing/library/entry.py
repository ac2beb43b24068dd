"""An article of the library, as it is listed."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import msgspec
from msgspec import Struct

from briefing.sanitize import SafeLine, one_line, path_line

MOST_ACTORS = 3
COLUMNS = (
    "key, title, source, word_count, opened, outlet, published, actors, batch, is_corrected,"
    " is_noted"
)
"""Of the table `articles`, in the order of `entry_of`."""


class Entry(Struct, frozen=True):
    """An article of the library.

    Attributes:
        opened: When it was opened last, ISO 8601 in UTC.
        outlet: Who published it, or "".
        published: Publication date as YYYY-MM-DD, or None.
        actors: Names of the main ones.
        batch: When the command began that put it in, ISO 8601 in UTC; None where it was opened on
            the screen.
        is_corrected: The reader changed what was found.
        is_noted: The reader wrote something about it.
    """

    key: str
    title: SafeLine
    source: SafeLine
    word_count: int
    opened: str
    outlet: SafeLine = SafeLine("")
    published: str | None = None
    actors: tuple[SafeLine, ...] = ()
    batch: str | None = None
    is_corrected: bool = False
    is_noted: bool = False


def entry_of(row: tuple[object, ...]) -> Entry:
    """The entry of a row, whatever stands in it: SQLite lets any value stand in any column."""
    key, title, source, word_count, opened, outlet, published, actors, batch, corrected, noted = row
    return Entry(
        str(key),
        one_line(str(title)),
        path_line(source),
        word_count if isinstance(word_count, int) else 0,
        one_line(str(opened)),
        one_line(str(outlet)),
        _day(published),
        tuple(map(one_line, _names(str(actors)))),
        None if batch is None else one_line(str(batch)),
        bool(corrected),
        bool(noted),
    )


def _day(published: object) -> str | None:
    with suppress(ValueError):
        return date.fromisoformat(str(published)).isoformat()
    return None


def _names(actors: str) -> tuple[str, ...]:
    with suppress(ValueError):
        return msgspec.json.decode(actors, type=tuple[str, ...])
    return ()
