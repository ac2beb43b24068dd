"""OpenDocument texts, as LibreOffice writes them and others export them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats.office.manuscript import Properties, document_of
from briefing.reading.formats.office.odt_styles import Look, Styles
from briefing.reading.formats.office.pieces import Piece, Role, picture_notes, table_pieces
from briefing.reading.formats.office.xml_safe import at, parse
from briefing.reading.formats.office.zip_parts import Parts
from briefing.reading.formats.unpacking import LOCKED, Archive

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    f"{NAMESPACE}office:1.0": "office",
    f"{NAMESPACE}text:1.0": "text",
    f"{NAMESPACE}style:1.0": "style",
    f"{NAMESPACE}table:1.0": "table",
    f"{NAMESPACE}drawing:1.0": "draw",
    f"{NAMESPACE}meta:1.0": "meta",
    f"{NAMESPACE}manifest:1.0": "manifest",
    f"{NAMESPACE}xsl-fo-compatible:1.0": "fo",
    "http://purl.org/dc/elements/1.1/": "dc",
}
NO_TEXT = "it has no text document in it; save it once more as ODT"

UNREAD = frozenset(
    "text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls"
    " text:table-of-content text:alphabetical-index text:illustration-index text:table-index"
    " text:object-index text:user-index office:forms office:annotation office:annotation-end"
    " text:ruby-text text:hidden-text text:placeholder text:page-number text:script"
    " draw:object draw:object-ole svg:title svg:desc text:note-citation".split()
)
"""Elements whose text is not the author's, or not to be seen."""
MOST_SPACES = 100
DRAWN = ("draw:frame", "draw:custom-shape", "draw:rect", "draw:g", "draw:a")

Run = tuple[str, Look]


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of an ODT file, packed or as one XML file.

    Raises:
        FormatError: It is damaged, locked, or no text.
    """
    if data.startswith(b"PK"):
        parts = Parts(Archive(data))
        manifest = parts.xml("META-INF/manifest.xml", PREFIXES)
        if manifest is not None and any(True for _ in manifest.iter("manifest:encryption-data")):
            raise FormatError(LOCKED)
        content, styles, about = (
            parts.xml(name, PREFIXES) for name in ("content.xml", "styles.xml", "meta.xml")
        )
    else:
        content = styles = about = parse(data, PREFIXES)
    text = at(content, "office:body/office:text")
    if text is None:
        raise FormatError(NO_TEXT)
    reader = _Reader(Styles(styles, content))
    pieces = [*reader.pieces(text), *reader.notes]
    return (document_of(pieces, _properties(about), picture_notes(reader.pictures)),)


def _properties(root: Element | None) -> Properties:
    """Title and author; `dc:creator` is who saved it last."""
    about = at(root, "office:meta")
    if about is None:
        return Properties("ODT properties")
    creators = [each.text for each in about if each.tag == "meta:initial-creator"]
    title = at(about, "dc:title")
    return Properties(
        "ODT properties",
        (title.text if title is not None else None) or "",
        tuple(filter(None, creators)),
    )


class _Reader:
    """Walks through a document.

    Attributes:
        pictures: Images that were passed.
        notes: Footnotes and endnotes that were passed.
    """

    def __init__(self, styles: Styles) -> None:
        self.pictures = 0
        self.notes: list[Piece] = []
        self._styles = styles

    def pieces(self, parent: Element, role: Role | None = None) -> Iterator[Piece]:
        """The paragraphs and tables in an element, which may say what they are."""
        for child in parent:
            tag = child.tag
            if tag in UNREAD or _is_hidden(child):
                continue
            if tag == "text:h":
                yield from self._paragraph(child, "heading")
            elif tag == "text:p":
                yield from self._paragraph(child, role)
            elif tag in ("text:list-item", "text:list-header"):
                yield from self.pieces(child, "list_item")
            elif tag == "table:table":
                yield from table_pieces([list(self._cells(row)) for row in _rows(child)])
            elif tag in DRAWN:
                yield from self._drawing(child)
            else:  # lists, sections, and what else stands around paragraphs
                yield from self.pieces(child, role)

    def _cells(self, row: Element) -> Iterator[list[Piece]]:
        for cell in row:
            if cell.tag == "table:table-cell":
                yield list(self.pieces(cell))

    def _paragraph(self, element: Element, said: Role | None) -> Iterator[Piece]:
        style = element.get("text:style-name")
        role = self._styles.role(style)
        if role is None or (said == "heading" and role not in ("title", "subtitle", "furniture")):
            role = said
        boxes: list[Element] = []
        look = self._styles.look("paragraph", style)
        runs = list(self._runs(element, look, boxes))
        weighed = [(len(text.strip()), look) for text, look in runs if text.strip()]
        longest = max(weighed, key=lambda each: each[0], default=(0, look))[1]
        bold = bool(weighed) and all(look.bold for _, look in weighed)
        yield Piece("".join(text for text, _ in runs), role, longest.size, bold)
        for box in boxes:
            yield from self._drawing(box)

    def _runs(self, element: Element, look: Look, boxes: list[Element]) -> Iterator[Run]:
        """The visible text in an element; what is drawn is put aside."""
        if element.text and not look.hidden:
            yield _flat(element.text), look
        for child in element:
            tag = child.tag
            if tag == "text:note":
                self._note(child)
            elif tag in DRAWN:
                boxes.append(child)
            elif tag == "text:s":
                count = child.get("text:c", "1")
                yield " " * min(int(count) if count.isdecimal() else 1, MOST_SPACES), look
            elif tag == "text:tab":
                yield " ", look
            elif tag == "text:line-break":
                yield "\n", look
            elif tag not in UNREAD and not _is_hidden(child):
                inner = look
                if tag == "text:span":
                    inner = self._styles.look("text", child.get("text:style-name"), look)
                yield from self._runs(child, inner, boxes)
            if child.tail and not look.hidden:
                yield _flat(child.tail), look

    def _note(self, note: Element) -> None:
        for body in note:
            if body.tag == "text:note-body":
                text = " ".join(piece.text.strip() for piece in self.pieces(body))
                self.notes.append(Piece(text.replace("\n", " "), "furniture"))

    def _drawing(self, drawing: Element) -> Iterator[Piece]:
        """The text in a frame, or one image more."""
        pieces = [piece for piece in self.pieces(drawing) if piece.text.strip()]
        if not pieces and any(True for _ in drawing.iter("draw:image")):
            self.pictures += 1
        yield from pieces


def _rows(parent: Element) -> Iterator[Element]:
    """The rows of a table, in its groups and heads, and none of tables in its cells."""
    for child in parent:
        if child.tag == "table:table-row":
            if child.get("table:visibility") != "collapse":
                yield child
        elif child.tag != "table:table-cell":
            yield from _rows(child)


def _is_hidden(element: Element) -> bool:
    return element.get("text:display") == "none" or (
        element.tag == "text:hidden-paragraph" and element.get("text:is-hidden") == "true"
    )


def _flat(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ").replace("\t", " ")
