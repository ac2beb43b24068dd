"""The two themes, and the inks that the panes draw with."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from rich.style import Style
from textual.theme import Theme

Ground = Literal["background", "chosen", "evidence", "current", "selected", "hit", "hit-current"]

DARK = "brief-dark"
LIGHT = "brief-light"

_COLORS = {
    DARK: {
        "background": "#15171c",
        "ink": "#d9d4c7",
        "dim": "#8d8a83",
        "faint": "#3a3e47",
        "accent": "#e5a84b",
        "actor": "#f0c27b",
        "place": "#6cc7c9",
        "quote": "#a9c77d",
        "date": "#b7a6d8",
        "failed": "#e0806f",
        "evidence": "#3d3420",
        "current": "#5a4a24",
        "chosen": "#262a33",
        "selected": "#2f4a58",
        "hit": "#3b2f52",
        "hit-current": "#5f4590",
    },
    LIGHT: {
        "background": "#faf7f0",
        "ink": "#2b2a27",
        "dim": "#6f6a60",
        "faint": "#c9c2b4",
        "accent": "#9a4f00",
        "actor": "#7a3e00",
        "place": "#00606b",
        "quote": "#3f5a14",
        "date": "#5b3f8c",
        "failed": "#a32616",
        "evidence": "#ffe9b8",
        "current": "#ffd77f",
        "chosen": "#f0e4cc",
        "selected": "#bfdce6",
        "hit": "#e8daf7",
        "hit-current": "#d3b8f0",
    },
}

# Ink → its color and its second sign. Names with "mark" are for the running text.
_INKS: dict[str, tuple[str, str]] = {
    "ink": ("ink", ""),
    "strong": ("ink", "bold"),
    "dim": ("dim", ""),
    "faint": ("faint", ""),
    "failed": ("failed", ""),
    "accent": ("accent", ""),
    "key": ("accent", "bold"),
    "actor": ("actor", "bold"),
    "place": ("place", ""),
    "country": ("place", "bold"),
    "quote": ("quote", "italic"),
    "date": ("date", ""),
    "marker": ("place", "reverse bold"),
    "marker-on": ("accent", "reverse bold"),
    "mark-actor": ("actor", "underline"),
    "mark-quoted-actor": ("actor", "underline italic"),
    "mark-quoted-place": ("place", "italic"),
    "mark-quoted-date": ("date", "italic"),
}


@cache
def themes() -> tuple[Theme, Theme]:
    """The dark and the light theme, for `App.register_theme`."""
    return _theme(DARK, dark=True), _theme(LIGHT, dark=False)


def _theme(name: str, *, dark: bool) -> Theme:
    colors = _COLORS[name]
    return Theme(
        name=name,
        dark=dark,
        primary=colors["accent"],
        secondary=colors["place"],
        accent=colors["accent"],
        warning=colors["accent"],
        error=colors["failed"],
        success=colors["quote"],
        foreground=colors["ink"],
        background=colors["background"],
        surface=colors["background"],
        panel=colors["chosen"],
        variables={
            **{key: colors[key] for key in ("ink", "dim", "faint", "chosen", "evidence")},
            "scrollbar": colors["faint"],
            "scrollbar-hover": colors["dim"],
            "scrollbar-active": colors["accent"],
            "scrollbar-background": colors["background"],
            "scrollbar-background-hover": colors["background"],
            "scrollbar-background-active": colors["background"],
            "scrollbar-corner-color": colors["background"],
            "border": colors["accent"],
            "border-blurred": colors["faint"],
            "block-cursor-background": colors["chosen"],
            "block-cursor-foreground": colors["ink"],
            "input-selection-background": colors["evidence"],
        },
    )


def variable_defaults() -> dict[str, str]:
    """Values of the style sheet's own variables under a theme that does not have them."""
    return {key: _COLORS[DARK][key] for key in ("ink", "dim", "faint", "chosen", "evidence")}


@lru_cache(maxsize=512)
def ink(theme: str, name: str, ground: Ground = "background") -> Style:
    """The style of an ink on a ground under a theme (the dark one if it is not ours)."""
    colors = _COLORS.get(theme, _COLORS[DARK])
    color, signs = _INKS[name]
    style = Style(color=colors[color], bgcolor=colors[ground])
    return style + Style.parse(signs) if signs else style
