"""How the designed page is set: measures in points, faces in sizes of its basic font."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.page.sheet.metrics import Face

STACKS = {
    "sans": 'Arial, "Liberation Sans", Helvetica, "DejaVu Sans Condensed", sans-serif',
    "serif": 'Georgia, "DejaVu Serif Condensed", "Liberation Serif", "Times New Roman", serif',
}
"""Fonts that are about as wide as the ones that `metrics` knows, the first that is there."""

WIDTH = 510.0
"""180 mm: on A4 with margins of 15 mm, and on US Letter, which is wider."""
HEIGHT = 716.0
"""On US Letter with margins of 13 mm above and below; A4 is taller."""
MARGIN_TOP_MM, MARGIN_SIDE_MM = 13, 15
SIDE = 158.0
GAP = 22.0
MAIN = WIDTH - SIDE - GAP
NAMED = 50.0
"""The column that says how often an actor is named."""
MAP_HEIGHT, TALLEST_MAP = 100.0, 150.0
RULE = 0.6
TOP_RULE = 2.4
OWN_RULE, OWN_GAP = 3.0, 8.0

LARGEST, SMALLEST, STEP = 11.6, 9.4, 0.1
"""Sizes of the basic font."""

FACES = {
    "kicker": Face("sans-bold", 0.8, 1.3),
    "headline": Face("serif-bold", 2.15, 1.14),
    "subline": Face("serif", 1.05, 1.3),
    "source": Face("sans", 0.8, 1.35),
    "label": Face("sans-bold", 0.78, 1.3, 0.07),
    "own": Face("sans", 1.08, 1.4),
    "summary": Face("sans", 1.0, 1.42),
    "differ": Face("sans-bold", 0.92, 1.4),
    "quote": Face("serif", 1.02, 1.4),
    "speaker": Face("sans", 0.82, 1.35),
    "name": Face("sans-bold", 0.86, 1.28),
    "side": Face("sans", 0.82, 1.32),
    "head": Face("sans", 0.7, 1.3),
    "small": Face("sans", 0.72, 1.4),
}

# Spaces, in sizes of the basic font.
HEADLINE_ABOVE, SUBLINE_ABOVE, SOURCE_ABOVE = 0.25, 0.2, 0.4
HEADER_PADDING, HEADER_BELOW = 0.4, 1.1
LABEL_PADDING, LABEL_BELOW = 0.3, 0.35
SECTION_BELOW = 0.75
INDENT = 1.45
ITEM_BELOW, QUOTE_BELOW, ROW_BELOW = 0.45, 0.7, 0.4
MAP_BELOW = 0.5
FOOTER_ABOVE, FOOTER_PADDING = 0.9, 0.45


@dataclass(frozen=True, slots=True)
class Medium:
    """What a page is made for.

    Attributes:
        height: Of the sheet between its margins, in points.
        has_map: False where places are only listed.
        faces: Gives the faces for a basic font of so many points.
    """

    height: float
    has_map: bool
    faces: Callable[[float], Mapping[str, Face]]


PAPER = Medium(HEIGHT, True, lambda _: FACES)
"""A printed page of HTML."""


def css(face: str, size: float) -> str:
    """A face as CSS declarations, for a basic font of so many points."""
    style = FACES[face]
    family, _, weight = style.font.partition("-")
    return (
        f"font: {weight or 'normal'} {size * style.size:.2f}pt/{size * style.line:.2f}pt"
        f" {STACKS[family]}"
    )
