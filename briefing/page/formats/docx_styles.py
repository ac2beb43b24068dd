"""The styles of the page as DOCX: the faces of the designed page under Word's own names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.page.sheet import styles
from briefing.page.sheet.metrics import Face
from briefing.page.sheet.styles import Medium

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle

FONTS = {"sans": "Arial", "serif": "Georgia"}
"""Where they are not installed, what takes their place is as wide as DejaVu at most."""
GRAY = "555555"


class Named(NamedTuple):
    """A paragraph style of the document.

    Attributes:
        name: What Word calls it.
        face: Of `briefing.page.sheet.styles.FACES`.
        is_indented: True if it stands in from the left, as far as a number is wide.
        hangs: True if its first line begins at the left all the same.
    """

    name: str
    face: str
    is_indented: bool = False
    hangs: bool = False


STYLES = (
    Named("Normal", "side"),
    Named("Heading 1", "headline"),
    Named("Heading 2", "label"),
    Named("Subtitle", "subline"),
    Named("List Number", "summary", is_indented=True, hangs=True),
    Named("Quote", "quote", is_indented=True),
    Named("Difference", "differ"),
    Named("Sides", "summary", is_indented=True),
    Named("Kicker", "kicker"),
    Named("Source", "source"),
    Named("Own Words", "own"),
    Named("Speaker", "speaker", is_indented=True),
    Named("Name", "name"),
    Named("Table Head", "head"),
    Named("Small Print", "small"),
)


@cache
def faces(size: float) -> Mapping[str, Face]:
    """The faces of the designed page in letters of whole half points, with lines as high."""
    return {name: _in_half_points(face, size) for name, face in styles.FACES.items()}


def _in_half_points(face: Face, size: float) -> Face:
    letters = math.floor(2 * size * face.size) / 2 / size
    font: Any = f"office-{face.font}"
    return Face(font, letters, face.line / letters, face.spacing)


SHEET = Medium(styles.HEIGHT - 4, False, faces)
"""A page of an office program; what is left is for its rounding."""


def points(value: float) -> Any:  # noqa: ANN401 - Word's lengths are loaded when they are needed
    """A length in whole twentieths of a point, rounded down, as files have them."""
    from docx.shared import Twips

    return Twips(math.floor(value * 20))


def half_points(value: float) -> Any:  # noqa: ANN401
    """The size of a font in half points, rounded down, as files have them."""
    from docx.shared import Pt

    return Pt(math.floor(value * 2 + 0.001) / 2)


def set_styles(document: Document, size: float) -> None:
    """Give the document its styles, for a basic font of so many points."""
    from docx.enum.style import WD_STYLE_TYPE

    there = {style.name for style in document.styles}
    for named in STYLES:
        if named.name not in there:
            document.styles.add_style(named.name, WD_STYLE_TYPE.PARAGRAPH)
        style: Any = document.styles[named.name]
        _set_style(style, named, size)
    cite: Any = document.styles.add_style("Paragraph Number", WD_STYLE_TYPE.CHARACTER)
    _set_color(cite, GRAY)


def _set_style(style: ParagraphStyle, named: Named, size: float) -> None:
    from docx.enum.text import WD_LINE_SPACING

    face = faces(size)[named.face]
    family, _, weight = face.font.removeprefix("office-").partition("-")
    font, form = style.font, style.paragraph_format
    _clear(style)
    _set_font(style, FONTS[family])
    font.size = half_points(size * face.size)
    font.bold, font.italic = weight == "bold", False
    if named.face == "label":
        font.all_caps = True
        _set_spacing(style, size * face.size * face.spacing)
    _set_color(style, GRAY if named.face == "head" else "000000")
    form.line_spacing = points(size * face.line)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.space_before = form.space_after = points(0)
    form.left_indent = points(size * styles.INDENT if named.is_indented else 0)
    form.first_line_indent = -points(size * styles.INDENT if named.hangs else 0)
    form.keep_with_next = form.keep_together = form.widow_control = False


def _clear(style: ParagraphStyle) -> None:
    """Take away what the style has of its own; the numbers of lists and headings stay."""
    from docx.oxml.ns import qn

    element = style.element
    kept = [
        part
        for tag in ("w:numPr", "w:outlineLvl")
        for part in element.findall(f"{qn('w:pPr')}/{qn(tag)}")
    ]
    for tag in ("w:pPr", "w:rPr"):
        for part in element.findall(qn(tag)):
            element.remove(part)
    for part in kept:
        element.get_or_add_pPr().append(part)


def _set_font(style: ParagraphStyle, name: str) -> None:
    from docx.oxml.ns import qn

    style.font.name = name
    style.element.rPr.rFonts.set(qn("w:cs"), name)


def _set_color(style: Any, color: str) -> None:  # noqa: ANN401 - the same for all kinds of styles
    from docx.shared import RGBColor

    style.font.color.rgb = RGBColor.from_string(color)


def _set_spacing(style: ParagraphStyle, width: float) -> None:
    """Widen the gaps between letters."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(math.floor(width * 20)))
    properties = style.element.rPr
    after = properties.find(qn("w:sz"))
    after.addprevious(spacing)
