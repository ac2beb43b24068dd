"""What the reader changed in a briefing, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.corrections.laying import corrected, described
    from briefing.corrections.values import Correction, Target

__all__ = ["Correction", "Target", "corrected", "described"]

__getattr__ = lazy_names(
    __name__,
    {"Correction": "values", "Target": "values", "corrected": "laying", "described": "laying"},
)
