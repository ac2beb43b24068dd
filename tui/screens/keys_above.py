"""The keys of a screen that lies above another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.screen import Screen


def keys_above(screen: Screen[Any]) -> Mapping[str, str] | None:
    """The keys of what lies above a screen, where it does not name them itself; None if nothing."""
    above = screen.app.screen_stack[-1:]
    if not above or above[0] is screen or screen not in screen.app.screen_stack:
        return None
    keys: Mapping[str, str] = getattr(above[0], "FOOTER", {})
    return keys
