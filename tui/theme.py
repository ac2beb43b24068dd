"""The themes, and the inks that the panes draw with.

Two themes have colors of their own; the third, `brief-ansi`, takes those of the terminal. No kind
of mark is told by its color alone. Grounds are, but only where the terminal has all colors:
where it has few, they look alike, so the two themes have a form that tells grounds by signs.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache, lru_cache
from typing import Literal

from rich.style import Style
from textual.theme import Theme

Ground = Literal["background", "chosen", "evidence", "current", "selected", "hit", "hit-current"]

DARK = "brief-dark"
LIGHT = "brief-light"
ANSI = "brief-ansi"
AUTO = "brief-auto"
"""No theme, but the choice to have that one which suits the terminal."""
FEW_COLORS = "-few-colors"
"""What the names of the forms for terminals with few colors end in."""

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
# What tells the grounds where colors do not; none but that of a selection is like another.
_GROUND_SIGNS: dict[Ground, Style] = {
    "chosen": Style(bold=True),
    "evidence": Style(reverse=True),
    "current": Style(reverse=True, bold=True),
    "selected": Style(reverse=True),
    "hit": Style(reverse=True, underline=True),
    "hit-current": Style(reverse=True, underline=True, bold=True),
}
# Turned around, whatever the terminal's colors are, a ground has one color only.
_ANSI_GROUND_COLORS: dict[Ground, str] = {
    "evidence": "default",
    "current": "magenta",
    "selected": "cyan",
    "hit": "green",
    "hit-current": "bright_blue",
}
_ANSI_FAINT = "ansi_bright_black"
_ANSI_LIT = "ansi_cyan", "ansi_black"
if "NO_COLOR" in os.environ:  # Textual takes the color out of colors that it knows, not of these
    _ANSI_COLORS = dict.fromkeys(_ANSI_COLORS, "default")
    _ANSI_GROUND_COLORS = dict.fromkeys(_ANSI_GROUND_COLORS, "default")
    _ANSI_FAINT = "ansi_default"
    _ANSI_LIT = "ansi_default", "ansi_default"


@cache
def themes() -> tuple[Theme, ...]:
    """The themes that brief has of its own."""
    own = _made(DARK, _COLORS[DARK], dark=True), _made(LIGHT, _COLORS[LIGHT], dark=False)
    return *own, _ansi_theme(), *map(_with_few_colors, own)


def _with_few_colors(theme: Theme) -> Theme:
    """The theme without any ground that only a color tells from another."""
    copied = replace(theme, name=theme.name + FEW_COLORS, panel=theme.background)
    return replace(
        copied,
        variables=theme.variables
        | dict.fromkeys(("chosen", "evidence"), theme.background or "")
        | _lit(theme.foreground or "", theme.background or ""),
    )


def _lit(ground: str, ink: str) -> dict[str, str]:
    """What the user is at in Textual's own widgets, told by a sign too."""
    cursor = {"background": ground, "foreground": ink, "text-style": "bold underline"}
    return {
        **{f"block-cursor-{part}": value for part, value in cursor.items()},
        **{f"block-cursor-blurred-{part}": value for part, value in cursor.items()},
        "input-selection-background": ground,
        "input-selection-foreground": ink,
    }


def _ansi_theme() -> Theme:
    colors = dict.fromkeys(_COLORS[DARK], "ansi_default") | {"faint": _ANSI_FAINT}
    colors |= {name: f"ansi_{color}" for name, color in _ANSI_COLORS.items()}
    theme = _made(ANSI, colors, dark=True)
    theme.ansi = True
    theme.variables |= _lit(*_ANSI_LIT) | {"ansi-background": "ansi_default"}
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
    colors = _colors_of(theme)
    color, signs = INKS[name]
    style = Style(color=colors[color], bgcolor=colors["background"])
    return style + Style.parse(signs) + overlay(theme, ground)


def _colors_of(theme: str) -> dict[str, str]:
    return _COLORS.get(theme.removesuffix(FEW_COLORS), _COLORS[DARK])


def overlay(theme: str, ground: Ground) -> Style:
    """What puts a ground under text that has its ink already."""
    if theme == ANSI:
        color = _ANSI_GROUND_COLORS.get(ground)
        return _GROUND_SIGNS.get(ground, Style()) + Style(color=color)
    if theme.endswith(FEW_COLORS):
        return _GROUND_SIGNS.get(ground, Style())
    return Style(bgcolor=_colors_of(theme)[ground])


def theme_for(name: str, *, all_colors: bool, light: bool) -> str:
    """The theme to draw with.

    Args:
        name: The theme that was chosen, or `AUTO`.
        all_colors: The terminal has all colors, and not some of them only.
        light: The terminal has dark text on a light ground.
    """
    if name == AUTO:
        return (LIGHT if light else DARK) if all_colors else ANSI
    return name + FEW_COLORS if name in _COLORS and not all_colors else name


def _ansi_ink(name: str, ground: Ground) -> Style:
    color, signs = INKS[name]
    style = Style(color=_ANSI_COLORS.get(color, "default"), bgcolor="default")
    if color == "faint" or (color == "dim" and ground in ("background", "chosen")):
        style += Style(dim=True)
    return style + Style.parse(signs) + overlay(ANSI, ground)
