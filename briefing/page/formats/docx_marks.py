"""What python-docx has no words for: borders, links, plain tables, the properties of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from briefing.page.formats.docx_styles import points

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say."""
SIDES = ("top", "left", "bottom", "right")
AFTER_BORDERS = ("w:spacing", "w:ind", "w:jc")
"""What a paragraph here may have after its borders, in the order that Word insists on."""


def element(tag: str, **attributes: str) -> Any:  # noqa: ANN401 - an element of lxml
    """An element of the document with attributes of the same namespace."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def set_border(paragraph: Paragraph, side: str, thickness: float, space: float) -> None:
    """A line along one side of a paragraph, both measures in points."""
    borders = element("w:pBdr")
    sizes = {"sz": str(round(thickness * 8)), "space": str(int(space))}
    borders.append(element(f"w:{side}", val="single", color="000000", **sizes))
    properties: Any = paragraph._element.get_or_add_pPr()
    properties.insert_element_before(borders, *AFTER_BORDERS)


def add_link(paragraph: Paragraph, address: str) -> None:
    """An address that opens with a click."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    run = paragraph.add_run(address)
    link = element("w:hyperlink")
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    run._element.addprevious(link)
    link.append(run._element)


def plain_table(room: Any, widths: Sequence[float], title: str = "") -> Table:  # noqa: ANN401
    """A table of one row without lines and margins, whose columns are so many points wide.

    Args:
        room: The document or a cell.
        widths: Of the columns.
        title: What it is, for programs that read it aloud.
    """
    from docx.oxml.ns import qn

    table: Table = room.add_table(1, len(widths))
    last = room.paragraphs[-1]._element if room.paragraphs else None
    made: Any = table._tbl
    if made.getnext() is last and last is not None:  # what python-docx adds to a cell after a table
        last.getparent().remove(last)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = column.cells[0].width = points(width)
    whole = made.tblPr.find(qn("w:tblW"))
    whole.set(qn("w:w"), str(round(sum(widths) * 20)))
    whole.set(qn("w:type"), "dxa")
    whole.addnext(element("w:tblInd", w="0", type="dxa"))
    margins = element("w:tblCellMar")
    margins.extend(element(f"w:{side}", w="0", type="dxa") for side in SIDES)
    made.tblPr.find(qn("w:tblLayout")).addnext(margins)
    if title:
        made.tblPr.append(element("w:tblCaption", val=title))
    return table


def set_right_margin(cell: _Cell, width: float) -> None:
    """Keep some points at the right of a cell free."""
    margins = element("w:tcMar")
    margins.append(element("w:right", w=str(round(width * 20)), type="dxa"))
    properties: Any = cell._tc.get_or_add_tcPr()
    properties.append(margins)


def set_head(row: _Row) -> None:
    """Say that a row is the head of its table."""
    properties: Any = row._tr.get_or_add_trPr()
    properties.append(element("w:tblHeader"))


def align_right(paragraphs: Iterable[Paragraph]) -> None:
    """Set them flush at the right."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    for paragraph in paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def end_with_paragraph(cell: _Cell) -> None:
    """Add the paragraph that has to follow a table at the end of a cell, as low as can be."""
    from docx.table import Table as DocxTable

    if isinstance(list(cell.iter_inner_content())[-1], DocxTable):
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.line_spacing = points(1)


def set_properties(document: Document, *, title: str, author: str, language: str) -> None:
    """What the file says of itself; nothing that differs from one time to the next."""
    from docx.oxml.ns import qn

    properties = document.core_properties
    properties.title, properties.author = title[:255], author[:255]
    properties.comments = properties.last_modified_by = ""
    for part in list(properties._element):
        if part.tag.endswith(("}created", "}modified")):
            properties._element.remove(part)
    package = document.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # of the empty document
            del package.rels[name]
    if LANGUAGE.fullmatch(language):
        properties.language = language
        for mark in document.styles.element.iter(qn("w:lang")):
            mark.set(qn("w:val"), language)


def same_each_time(data: bytes) -> bytes:
    """The same file without the times at which it was written."""
    written = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            about = ZipInfo(name, FIRST_DAY)
            about.compress_type = ZIP_DEFLATED
            new.writestr(about, old.read(name))
    return written.getvalue()
