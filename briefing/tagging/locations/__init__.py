"""Where the article takes place: names found, and resolved with the gazetteer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.tagging.locations.merging import find

__all__ = ["find"]

__getattr__ = lazy_names(__name__, {"find": "merging"})
