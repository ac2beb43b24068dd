"""Styles of an OpenDocument text: what a paragraph is, and how its text looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from briefing.reading.formats.office.pieces import Role, role_of
from briefing.reading.formats.office.xml_safe import at

DEEPEST = 20
"""Styles that are based on each other."""
POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
BOLD = ("bold", "600", "700", "800", "900")


class Look(Struct, frozen=True):
    """How text looks: its size in points or 0, if it is bold, and if it is not shown."""

    size: float = 0
    bold: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, *roots: Element | None) -> None:
        """Take them from the parts that define them; a later part may redefine them."""
        self._styles: dict[tuple[str | None, str | None], Element] = {}
        self._default: Element | None = None
        for root in roots:
            for style in root.iter("style:style") if root is not None else ():
                self._styles[style.get("style:family"), style.get("style:name")] = style
            for style in root.iter("style:default-style") if root is not None else ():
                if style.get("style:family") == "paragraph":
                    self._default = style

    def role(self, name: str | None) -> Role | None:
        """What the paragraphs of a style are."""
        chain = list(self._chain("paragraph", name))
        for style in chain:
            shown = style.get("style:display-name") or style.get("style:name") or ""
            if found := role_of(shown):
                return found
        if any(style.get("style:default-outline-level") for style in chain):
            return "heading"
        return None if chain else role_of(name or "")

    def look(self, family: str, name: str | None, around: Look | None = None) -> Look:
        """How the text of a style looks, in text that looks like `around`."""
        look = around or _look(self._default, Look())
        for style in reversed(list(self._chain(family, name))):
            look = _look(style, look)
        return look

    def _chain(self, family: str, name: str | None) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(DEEPEST):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            name = style.get("style:parent-style-name")


def _look(style: Element | None, around: Look) -> Look:
    properties = at(style, "style:text-properties")
    if properties is None:
        return around
    weight, display = properties.get("fo:font-weight"), properties.get("text:display")
    return Look(
        _size(properties.get("fo:font-size", ""), around.size),
        around.bold if weight is None else weight in BOLD,
        around.hidden if display is None else display == "none",
    )


def _size(said: str, around: float) -> float:
    match = re.fullmatch(r"(\d{1,4}(?:\.\d{1,4})?)(%|pt|in|cm|mm|px)", said)
    if match is None:
        return around
    number = float(match[1])
    return around * number / 100 if match[2] == "%" else number * POINTS[match[2]]
