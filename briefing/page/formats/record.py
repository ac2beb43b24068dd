"""The whole briefing as JSON."""

from __future__ import annotations

from briefing import codec
from briefing.model import Briefing


def to_json(briefing: Briefing) -> str:
    """One object on one line; `data/briefing.schema.json` says what is in it."""
    return codec.encode(briefing).decode() + "\n"
