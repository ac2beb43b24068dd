"""The themes, and the inks that the panes draw with.

Two themes have colors of their own; the third, `brief-ansi`, takes those of the terminal. No kind
of mark is told by its color alone.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from typing import Literal

from rich.style import Style
from textual.theme import Theme

Ground = Literal["background", "chosen", "evidence", "current", "selected", "hit", "hit-current"]

DARK = "brief-dark"
LIGHT = "brief-light"
ANSI = "brief-ansi"

# Every ink but "faint", which is for rules and frames, has 4.5 : 1 against every ground.
_COLORS = {
    DARK: {
        "ink": "#d9d4c7",
        "dim": "#aaa599",
        "faint": "#3a3e47",
        "accent": "#e5a84b",
        "actor": "#f0c27b",
        "place": "#6cc7c9",
        "quote": "#a9c77d",
        "date": "#bcacdc",
        "failed": "#ec9686",
        "background": "#15171c",
        "chosen": "#262a33",
        "evidence": "#35270d",
        "current": "#4e380a",
        "selected": "#223d4b",
        "hit": "#33264f",
        "hit-current": "#452f6d",
    },
    LIGHT: {
        "ink": "#2b2a27",
        "dim": "#625d53",
        "faint": "#c9c2b4",
        "accent": "#8f4900",
        "actor": "#7a3e00",
        "place": "#005a64",
        "quote": "#3f5a14",
        "date": "#5b3f8c",
        "failed": "#a32616",
        "background": "#faf7f0",
        "chosen": "#f0e4cc",
        "evidence": "#ffeab8",
        "current": "#ffd67a",
        "selected": "#c3e0ea",
        "hit": "#ecdffa",
        "hit-current": "#e1cffa",
    },
}

# Ink → its color and its second sign. Names with "mark" are for the running text.
INKS: dict[str, tuple[str, str]] = {
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
    "mark-place": ("place", "bold"),
    "mark-quote": ("quote", "italic"),
    "mark-date": ("date", "bold underline"),
    "mark-quoted-actor": ("actor", "underline italic"),
    "mark-quoted-place": ("place", "bold italic"),
    "mark-quoted-date": ("date", "bold underline italic"),
}

# The same in a terminal's own colors: those of the sixteen that can be read on dark and on light.
_ANSI_COLORS = {
    "accent": "magenta",
    "actor": "magenta",
    "place": "cyan",
    "quote": "green",
    "date": "bright_blue",
    "failed": "red",
}
# Grounds are turned around, whatever the terminal's colors are, and then have one color only.
_ANSI_GROUNDS = {
    "chosen": Style(bold=True),
    "evidence": Style(reverse=True, color="default"),
    "current": Style(reverse=True, bold=True, color="magenta"),
    "selected": Style(reverse=True, color="cyan"),
    "hit": Style(reverse=True, underline=True, color="green"),
    "hit-current": Style(reverse=True, underline=True, bold=True, color="bright_blue"),
}
if "NO_COLOR" in os.environ:  # Textual takes the color out of colors that it knows, not of these
    _ANSI_COLORS = dict.fromkeys(_ANSI_COLORS, "default")
    _ANSI_GROUNDS = {
        ground: style + Style(color="default") for ground, style in _ANSI_GROUNDS.items()
    }


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that brief has of its own."""
    return _theme(DARK, dark=True), _theme(LIGHT, dark=False), _ansi_theme()


def _theme(name: str, *, dark: bool) -> Theme:
    return _made(name, _COLORS[name], dark=dark)


def _ansi_theme() -> Theme:
    colors = dict.fromkeys(_COLORS[DARK], "ansi_default") | {"faint": "ansi_bright_black"}
    colors |= {name: f"ansi_{color}" for name, color in _ANSI_COLORS.items()}
    theme = _made(ANSI, colors, dark=True)
    theme.ansi = True
    theme.variables |= {
        "block-cursor-background": "ansi_white",
        "block-cursor-foreground": "ansi_black",
        "block-cursor-text-style": "bold",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "ansi-background": "ansi_default",
    }
    return theme


def _made(name: str, colors: dict[str, str], *, dark: bool) -> Theme:
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
            "text-muted": colors["dim"],
            "text-disabled": colors["dim"],
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
    if theme == ANSI:
        return _ansi_ink(name, ground)
    colors = _COLORS.get(theme, _COLORS[DARK])
    color, signs = INKS[name]
    style = Style(color=colors[color], bgcolor=colors[ground])
    return style + Style.parse(signs) if signs else style


def overlay(theme: str, ground: Ground) -> Style:
    """What puts a ground under text that has its ink already."""
    if theme == ANSI:
        return _ANSI_GROUNDS.get(ground, Style())
    return Style(bgcolor=_COLORS.get(theme, _COLORS[DARK])[ground])


def _ansi_ink(name: str, ground: Ground) -> Style:
    color, signs = INKS[name]
    style = Style(color=_ANSI_COLORS.get(color, "default"), bgcolor="default")
    if color == "faint" or (color == "dim" and ground in ("background", "chosen")):
        style += Style(dim=True)
    return style + Style.parse(signs) + overlay(ANSI, ground)
