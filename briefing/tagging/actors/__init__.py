"""Who acts in the article, in what role, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.tagging.actors.merging import merge

__all__ = ["merge"]

__getattr__ = lazy_names(__name__, {"merge": "merging"})
