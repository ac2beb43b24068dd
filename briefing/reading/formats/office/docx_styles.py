"""Styles of a DOCX file: what a paragraph is, and how its text looks."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from briefing.reading.formats.office.pieces import Role, role_of
from briefing.reading.formats.office.xml_safe import at

DEEPEST = 20
"""Styles that are based on each other."""
OFF = ("0", "false", "off", "none")


class Look(Struct, frozen=True):
    """What the style of a paragraph says.

    Attributes:
        role: What the paragraph is.
        size: Of its text, in points, 0 if unknown.
        bold: If its text is bold.
        hidden: If its text is not shown.
    """

    role: Role | None = None
    size: float = 0
    bold: bool = False
    hidden: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Take them from the part that defines them, or none."""
        self._styles: dict[str | None, Element] = {}
        self._size = 0.0
        self._default: str | None = None
        if root is None:
            return
        for style in root.iter("w:style"):
            self._styles[style.get("w:styleId")] = style
            if style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true", "on"):
                self._default = style.get("w:styleId")
        self._size = _size(at(root, "w:docDefaults/w:rPrDefault/w:rPr"), 0)

    def of_paragraph(self, properties: Element | None) -> Look:
        """What a paragraph with these properties is and looks like."""
        given = at(properties, "w:pStyle")
        named = given.get("w:val") if given is not None else self._default
        chain = list(self._chain(named))
        size, bold, hidden = self._size, False, False
        for style in reversed(chain):
            size, bold, hidden = _look(at(style, "w:rPr"), size, bold, hidden)
        names = [_value(style, "w:name") or "" for style in chain] or [_spaced(named or "")]
        role: Role | None = next(filter(None, map(role_of, names)), None)
        settings = [properties, *(at(style, "w:pPr") for style in chain)]
        if role is None and (level := _first(settings, "w:outlineLvl")) and level in "012345678":
            role = "heading"
        if role is None and (_first(settings, "w:numPr/w:numId") or "0") != "0":
            role = "list_item"
        return Look(role, size, bold, hidden)

    def of_run(
        self, properties: Element | None, size: float, bold: bool, hidden: bool
    ) -> tuple[float, bool, bool]:
        """Size, bold and hidden for a run with these properties in text that looks like that."""
        if properties is None:
            return size, bold, hidden
        given = at(properties, "w:rStyle")
        if given is not None:
            for style in reversed(list(self._chain(given.get("w:val")))):
                size, bold, hidden = _look(at(style, "w:rPr"), size, bold, hidden)
        return _look(properties, size, bold, hidden)

    def _chain(self, name: str | None) -> Iterator[Element]:
        """A style and those that it is based on."""
        for _ in range(DEEPEST):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = _value(style, "w:basedOn")


def is_on(properties: Element, name: str) -> bool:
    """True if a property is there and not switched off."""
    found = at(properties, name)
    return found is not None and found.get("w:val", "1").lower() not in OFF


def _look(
    properties: Element | None, size: float, bold: bool, hidden: bool
) -> tuple[float, bool, bool]:
    if properties is None:
        return size, bold, hidden
    if at(properties, "w:b") is not None:
        bold = is_on(properties, "w:b")
    if at(properties, "w:vanish") is not None:
        hidden = is_on(properties, "w:vanish")
    return _size(properties, size), bold, hidden


def _size(properties: Element | None, otherwise: float) -> float:
    said = _value(properties, "w:sz") if properties is not None else None
    return (
        int(said) / 2 if said and said.isascii() and said.isdigit() and len(said) < 5 else otherwise
    )


def _first(settings: list[Element | None], path: str) -> str | None:
    found = (_value(each, path) for each in settings if each is not None)
    return next((value for value in found if value is not None), None)


def _value(element: Element, path: str) -> str | None:
    found = at(element, path)
    return found.get("w:val") if found is not None else None


def _spaced(style: str) -> str:
    """The name of a style by its identifier: "IntenseQuote" is "Intense Quote"."""
    pieces = []
    for before, char in zip(" " + style, style, strict=False):
        parted = (char.isupper() and before.islower()) or (char.isdigit() and before.isalpha())
        pieces.append(f" {char}" if parted else char)
    return "".join(pieces)
