"""Several finished briefings of one story, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.dossier.making import dossier_of

__all__ = ["dossier_of"]

__getattr__ = lazy_names(__name__, {"dossier_of": "making"})
