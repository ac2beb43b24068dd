"""What was read before: articles and their briefings in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.library.entry import Entry
    from briefing.library.searching.hits import Hit
    from briefing.library.searching.query import Query, QueryError, parse
    from briefing.library.store import Library, Original, default_path

HOMES = {
    "Entry": "entry",
    "Hit": "searching.hits",
    "Library": "store",
    "Original": "store",
    "Query": "searching.query",
    "QueryError": "searching.query",
    "default_path": "store",
    "parse": "searching.query",
}
__all__ = ["Entry", "Hit", "Library", "Original", "Query", "QueryError", "default_path", "parse"]

__getattr__ = lazy_names(__name__, HOMES)
