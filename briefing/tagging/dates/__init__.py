"""When: the dates as written, and their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.tagging.dates.finding import find

__all__ = ["find"]

__getattr__ = lazy_names(__name__, {"find": "finding"})
