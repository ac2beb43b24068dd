"""The sentences that say most: the ranking methods, and why a sentence was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.summary.ranking import rank

__all__ = ["rank"]

__getattr__ = lazy_names(__name__, {"rank": "ranking"})
