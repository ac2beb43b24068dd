"""The colors of widgets, without the widgets that asked for them.

Textual keeps the colors of the last 1,024 widgets together with all that these drew, long after a
dialog is closed. In an hour of use, that is tens of megabytes.
"""

from __future__ import annotations

from functools import lru_cache

from textual._styles_cache import StylesCache
from textual.color import Color
from textual.style import Style


@lru_cache(maxsize=1024)
def _inner_outer(base: Color, background: Color) -> tuple[Style, Style]:
    return Style(background=base + background), Style(background=base)


def _of_widget(_: StylesCache, base: Color, background: Color) -> tuple[Style, Style]:
    return _inner_outer(base, background)


def share_colors() -> None:
    """Keep the colors alone from now on, for all apps of this process."""
    StylesCache.get_inner_outer = _of_widget  # type: ignore[method-assign, assignment]
