"""The pages of a PDF as pdfium gives them: lines, links, pictures."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2 as pdf
import pypdfium2.raw as pdfium

from briefing.reading.formats.pdf.lines import Box, Page, pieces_of

MOST_OBJECTS = 5_000
"""Of one page, among which pictures are looked for."""
LEAST_PICTURE = 48
"""Points: smaller pictures are signs and ornaments."""


def page_of(source: pdf.PdfDocument, number: int) -> Page | None:
    """A page with its text and its pictures, or None if it is damaged.

    Args:
        source: The document.
        number: Of the page, from 0.
    """
    try:
        page = source[number]
    except pdf.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        box = page.get_bbox()
        left, bottom = box[:2]
        with closing(page.get_textpage()) as text_page:
            pieces = pieces_of(text_page, box, tuple(_links(page)))
        pictures = tuple(
            (box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom)
            for box in _pictures(page)
        )
        return Page(max(1.0, width), max(1.0, height), pieces, pictures)
    except pdf.PdfiumError:
        return None
    finally:
        page.close()


def _links(page: pdf.PdfPage) -> Iterator[Box]:
    """Where the links of a page are."""
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(MOST_OBJECTS):
        if not pdfium.FPDFLink_Enumerate(page.raw, position, link):
            return
        if pdfium.FPDFLink_GetAnnotRect(link, rect):
            left, right = sorted((rect.left, rect.right))
            bottom, top = sorted((rect.bottom, rect.top))
            yield left, bottom, right, top


def _pictures(page: pdf.PdfPage) -> Iterator[Box]:
    """Where the larger pictures of a page are."""
    left, bottom = ctypes.c_float(), ctypes.c_float()
    right, top = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPage_CountObjects(page.raw), MOST_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if not item or pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            box = left.value, bottom.value, right.value, top.value
            if min(box[2] - box[0], box[3] - box[1]) >= LEAST_PICTURE:
                yield box


def language_in(source: pdf.PdfDocument) -> str:
    """The language that the file states, or "".

    Args:
        source: The document.
    """
    size = pdfium.FPDFCatalog_GetLanguage(source.raw, None, 0)
    if not 2 < size < 200:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFCatalog_GetLanguage(source.raw, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "ignore")
