"""Documents of Word, and what other programs export as such."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats import dispatch
from briefing.reading.formats.office.docx_styles import Styles, is_on
from briefing.reading.formats.office.manuscript import Properties, document_of
from briefing.reading.formats.office.pieces import Piece, picture_notes, table_pieces
from briefing.reading.formats.office.xml_safe import at
from briefing.reading.formats.office.zip_parts import Parts
from briefing.reading.formats.sniffing import format_of
from briefing.reading.formats.unpacking import Archive

OFFICE = "http://schemas.openxmlformats.org/"
STRICT = "http://purl.oclc.org/ooxml/"
PREFIXES = {
    f"{OFFICE}wordprocessingml/2006/main": "w",
    f"{STRICT}wordprocessingml/main": "w",
    f"{OFFICE}officeDocument/2006/relationships": "r",
    f"{STRICT}officeDocument/relationships": "r",
    f"{OFFICE}package/2006/relationships": "",
    f"{OFFICE}markup-compatibility/2006": "mc",
    f"{OFFICE}officeDocument/2006/math": "m",
    f"{STRICT}officeDocument/math": "m",
    f"{OFFICE}drawingml/2006/main": "a",
    f"{STRICT}drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
    "http://purl.org/dc/elements/1.1/": "dc",
}
NO_DOCUMENT = "it has no document of Word in it; save it once more as DOCX"

AROUND_BLOCKS = frozenset("w:ins w:moveTo w:smartTag w:customXml w:sdtContent".split())
AROUND_RUNS = AROUND_BLOCKS | frozenset(
    "w:hyperlink w:fldSimple w:dir w:bdo w:rubyBase w:r m:oMath m:oMathPara".split()
)
REMOVED = ("w:del", "w:moveFrom")
CHARACTERS = {"w:tab": " ", "w:ptab": " ", "w:cr": "\n", "w:br": "\n", "w:noBreakHyphen": "\u2011"}
MADE_BY_WORD = frozenset(("Table of Contents", "Bibliographies", "Page Numbers (Top of Page)"))
"""Galleries of content controls that are no part of the text."""
EMBEDDED = ("html", "mhtml", "mail", "rtf", "plain")
"""Formats of a text that stands for the whole of a document."""
NO_NOTES = ("separator", "continuationSeparator", "continuationNotice")

Run = tuple[str, float, bool]
"""The text of a run, its size in points, and if it is bold."""


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of a DOCX file.

    Raises:
        FormatError: It is damaged, or no document of Word.
    """
    parts = Parts(Archive(data))
    main = _target(parts, "", "/officeDocument") or parts.find("word/document.xml")
    root = parts.xml(main, PREFIXES)
    body = at(root, "w:body")
    if main is None or body is None:
        raise FormatError(NO_DOCUMENT)
    if not any(text.text for text in body.iter("w:t")) and (page := _embedded(parts, main, body)):
        return dispatch.documents_of(page, depth=1)
    styles = Styles(parts.xml(_target(parts, main, "/styles"), PREFIXES))
    notes = {
        kind: _notes(parts.xml(_target(parts, main, f"/{kind}s"), PREFIXES))
        for kind in ("footnote", "endnote")
    }
    reader = _Reader(styles, notes)
    pieces = [*reader.pieces(body), *reader.cited()]
    properties = _properties(parts.xml(_target(parts, "", "/core-properties"), PREFIXES))
    return (document_of(pieces, properties, picture_notes(reader.pictures)),)


def _embedded(parts: Parts, main: str, body: Element) -> bytes | None:
    """The page or text that is all of a document, as programs of the web export it."""
    chunk = next(body.iter("w:altChunk"), None)
    for relation in _relations(parts, main) if chunk is not None else ():
        if chunk is not None and relation.get("Id") == chunk.get("r:id"):
            name = parts.find(relation.get("Target", ""), main)
            page = parts.read(name) if name else b""
            return page if format_of(page) in EMBEDDED else None
    return None


def _relations(parts: Parts, source: str) -> Sequence[Element]:
    """What is said of the relations of a part to others."""
    folder, _, name = source.rpartition("/")
    root = parts.xml(f"{folder}/_rels/{name}.rels", PREFIXES)
    return () if root is None else tuple(root)


def _target(parts: Parts, source: str, kind: str) -> str | None:
    """The name of the part that stands in a relation of some kind to another part."""
    for relation in _relations(parts, source):
        if relation.get("Type", "").endswith(kind) and relation.get("TargetMode") != "External":
            return parts.find(relation.get("Target", ""), source)
    return None


def _properties(root: Element | None) -> Properties:
    if root is None:
        return Properties("DOCX properties")
    return Properties(
        "DOCX properties",
        root.findtext("dc:title") or "",
        tuple(filter(None, (creator.text for creator in root.iter("dc:creator")))),
    )


def _notes(root: Element | None) -> Mapping[str | None, Element]:
    if root is None:
        return {}
    return {note.get("w:id"): note for note in root if note.get("w:type") not in NO_NOTES}


class _Reader:
    """Walks through a document.

    Attributes:
        pictures: Images that were passed.
    """

    def __init__(self, styles: Styles, notes: Mapping[str, Mapping[str | None, Element]]) -> None:
        self.pictures = 0
        self._styles = styles
        self._notes = notes
        self._cited: dict[tuple[str, str | None], None] = {}
        self._carried = ""
        self._code = 0

    def pieces(self, parent: Element) -> Iterator[Piece]:
        """The paragraphs and tables in an element."""
        for child in parent:
            if child.tag == "w:p":
                yield from self._paragraph(child)
            elif child.tag == "w:tbl":
                yield from table_pieces([list(self._cells(row)) for row in self._rows(child)])
            elif child.tag == "w:sdt":
                if _is_written(child):
                    yield from self.pieces(child)
            elif child.tag in AROUND_BLOCKS:
                yield from self.pieces(child)
            elif child.tag == "mc:AlternateContent":
                yield from self.pieces(_alternative(child))

    def cited(self) -> Iterator[Piece]:
        """The footnotes and endnotes to which the text refers."""
        for kind, number in tuple(self._cited):
            note = self._notes[kind].get(number)
            if note is not None:
                text = " ".join(piece.text for piece in self.pieces(note))
                yield Piece(text.replace("\n", " ").strip(), "furniture")

    def _rows(self, parent: Element) -> Iterator[Element]:
        for child in parent:
            if child.tag == "w:tr":
                properties = at(child, "w:trPr")
                if properties is None or not (
                    is_on(properties, "w:del") or is_on(properties, "w:hidden")
                ):
                    yield child
            elif child.tag in AROUND_BLOCKS or child.tag == "w:sdt":
                yield from self._rows(child)

    def _cells(self, parent: Element) -> Iterator[list[Piece]]:
        for child in parent:
            if child.tag == "w:tc":
                yield list(self.pieces(child))
            elif child.tag in AROUND_BLOCKS or child.tag == "w:sdt":
                yield from self._cells(child)

    def _paragraph(self, element: Element) -> Iterator[Piece]:
        properties = at(element, "w:pPr")
        style = self._styles.of_paragraph(properties)
        boxes: list[Element] = []
        self._code = 0
        runs = list(self._runs(element, style.size, style.bold, style.hidden, boxes))
        text = self._carried + "".join(text for text, *_ in runs)
        self._carried = ""
        if self._goes_on(properties):
            self._carried = text
        else:
            weighed = [(len(text.strip()), size, bold) for text, size, bold in runs]
            size = max(weighed, default=(0, 0.0, False))[1]
            bold = any(count for count, *_ in weighed) and all(
                bold for count, _, bold in weighed if count
            )
            yield Piece(text, style.role, size, bold)
        for box in boxes:
            yield from self.pieces(box)

    def _goes_on(self, properties: Element | None) -> bool:
        """True if the next paragraph goes on in the same line: a large initial, a removed end."""
        if properties is None:
            return False
        frame = at(properties, "w:framePr")
        if frame is not None and frame.get("w:dropCap") in ("drop", "margin"):
            return True
        mark = at(properties, "w:rPr")
        return mark is not None and any(at(mark, name) is not None for name in REMOVED)

    def _runs(
        self, parent: Element, size: float, bold: bool, hidden: bool, boxes: list[Element]
    ) -> Iterator[Run]:
        """The visible text in an element; text boxes are put aside."""
        if parent.tag == "w:r":
            size, bold, hidden = self._styles.of_run(parent.find("w:rPr"), size, bold, hidden)
        for child in parent:
            tag = child.tag
            if tag in ("w:t", "m:t"):
                if not hidden and not self._code and child.text:
                    yield child.text, size, bold
            elif tag in AROUND_RUNS or tag.startswith("m:"):
                yield from self._runs(child, size, bold, hidden, boxes)
            elif tag in CHARACTERS:
                if not hidden and not self._code:
                    yield CHARACTERS[tag], size, bold
            elif tag == "w:fldChar":
                self._field(child.get("w:fldCharType"))
            elif tag == "w:sdt":
                if _is_written(child):
                    yield from self._runs(child, size, bold, hidden, boxes)
            elif tag == "w:ruby":
                yield from self._runs(child, size, bold, hidden, boxes)
            elif tag == "mc:AlternateContent":
                yield from self._runs(_alternative(child), size, bold, hidden, boxes)
            elif tag in ("w:drawing", "w:pict", "w:object"):
                self._drawing(child, boxes)
            elif tag in ("w:footnoteReference", "w:endnoteReference") and not hidden:
                self._cited[tag[2:].removesuffix("Reference"), child.get("w:id")] = None

    def _field(self, part: str | None) -> None:
        """Count the fields whose instructions are being read."""
        if part == "begin":
            self._code += 1
        elif part == "separate":
            self._code = max(0, self._code - 1)
        elif part == "end" and self._code:  # a field without a result
            self._code -= 1

    def _drawing(self, drawing: Element, boxes: list[Element]) -> None:
        found = list(_outermost(drawing, "w:txbxContent"))
        boxes += found
        if not found:
            self.pictures += any(
                next(drawing.iter(name), None) is not None for name in ("a:blip", "v:imagedata")
            )


def _alternative(element: Element) -> Element:
    """What to read where a thing stands once for new programs and once more for old ones."""
    for name in ("mc:Choice", "mc:Fallback"):
        for choice in element.iter(name):
            if any(text.text for tag in ("w:t", "m:t") for text in choice.iter(tag)):
                return choice
    return next(iter(element), element)


def _is_written(control: Element) -> bool:
    """True if a content control holds text of the author: no list of contents, no "Click here"."""
    properties = at(control, "w:sdtPr")
    if properties is None:
        return True
    gallery = at(properties, "w:docPartObj/w:docPartGallery")
    made = gallery is not None and gallery.get("w:val") in MADE_BY_WORD
    return not made and not is_on(properties, "w:showingPlcHdr")


def _outermost(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == "mc:AlternateContent":
            yield from _outermost(_alternative(child), tag)
        else:
            yield from _outermost(child, tag)
