"""What was read before: articles and their briefings in one SQLite file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.library.store import Entry, Library, Original, default_path

__all__ = ["Entry", "Library", "Original", "default_path"]

__getattr__ = lazy_names(__name__, dict.fromkeys(__all__, "store"))
