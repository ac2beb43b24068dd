"""The page as DOCX: the designed page in styles and tables that can be edited."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing.model import Briefing
from briefing.page.formats import docx_marks as marks
from briefing.page.formats.docx_styles import SHEET, half_points, points, set_styles
from briefing.page.sheet import measuring, styles
from briefing.page.sheet.fitting import Sheet, fitted
from briefing.page.values import ActorLine, LegendLine
from briefing.sanitize import clean

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

A4 = (595.3, 841.9)
CITED = 0.85
"""The size of a paragraph's number, in sizes of the words before it."""


def to_docx(briefing: Briefing) -> bytes:
    """The page as a document of Word that fills a sheet of A4 or US Letter and never two.

    Raises:
        BriefingError: What the reader wrote leaves no room on the page.
    """
    return document_of(fitted(briefing, SHEET), briefing.composition.prepared_by)


def document_of(sheet: Sheet, author: str) -> bytes:
    """A page as a document of Word.

    Args:
        sheet: The page, fitted to `briefing.page.formats.docx_styles.SHEET`.
        author: Who prepared it, or "".
    """
    from docx import Document

    document = Document()
    _set_sheet(document.sections[0])
    set_styles(document, sheet.size)
    _Writer(sheet).write(document)
    marks.set_properties(
        document,
        title=clean(sheet.contents.pieces.headline)[0],
        author=clean(author)[0],
        language=sheet.contents.language,
    )
    written = BytesIO()
    document.save(written)
    return marks.same_each_time(written.getvalue())


def _set_sheet(section: Any) -> None:  # noqa: ANN401 - a section
    section.page_width, section.page_height = map(points, A4)
    margin = 72 / 25.4 * styles.MARGIN_TOP_MM
    section.top_margin = section.bottom_margin = points(margin)
    section.left_margin = section.right_margin = points((A4[0] - styles.WIDTH) / 2)
    section.header_distance = section.footer_distance = points(0)


class _Writer:
    """Writes one page."""

    def __init__(self, sheet: Sheet) -> None:
        self._contents = sheet.contents
        self._size = sheet.size

    def write(self, document: Any) -> None:  # noqa: ANN401 - a document
        """Fill an empty document."""
        self._header(document)
        if self._contents.has_side:
            widths = (styles.MAIN + styles.GAP, styles.SIDE)
            table = marks.plain_table(document, widths)
            main, side = table.rows[0].cells
            marks.set_right_margin(main, styles.GAP)
            self._main(main)
            self._side(side)
            for cell in (main, side):
                _drop_first(cell)
        else:
            self._main(document)
        small = self._add(document, "Small Print", self._contents.small_print)
        small.paragraph_format.space_before = points(self._size * styles.FOOTER_ABOVE)
        self._rule(small, styles.RULE, styles.FOOTER_PADDING)

    def _header(self, document: Any) -> None:  # noqa: ANN401
        pieces, address = self._contents.pieces, self._contents.address
        kicker = self._add(document, "Kicker", pieces.kind, below=styles.HEADLINE_ABOVE)
        if pieces.prepared:
            kicker.add_run(f"   {clean(pieces.prepared)[0]}").bold = False
        self._rule(kicker, styles.TOP_RULE, styles.HEADER_PADDING)
        below = styles.SUBLINE_ABOVE if pieces.article_headline else styles.SOURCE_ABOVE
        self._add(document, "Heading 1", pieces.headline, below=below)
        if pieces.article_headline:
            words = f"The article’s headline: {pieces.article_headline}"
            self._add(document, "Subtitle", words, below=styles.SOURCE_ABOVE)
        if pieces.legend:
            self._legend(document, pieces.legend)
            return
        line = self._add(document, "Source", "", below=styles.HEADER_BELOW)
        before, link, after = pieces.source_line.partition(address or "\n")
        for words in filter(None, (before, link, after)):
            if words == address:
                marks.add_link(line, clean(words)[0])
            else:
                line.add_run(clean(words)[0])

    def _legend(self, document: Any, lines: Iterable[LegendLine]) -> None:  # noqa: ANN401
        """The articles of a dossier, each after its letter."""
        indent = points(self._size * styles.INDENT)
        for line in lines:
            last = self._add(document, "Source", "")
            last.paragraph_format.left_indent = indent
            if line.letter:
                last.paragraph_format.first_line_indent = -indent
                last.add_run(line.letter).bold = True
                last.add_run("\t")
            last.add_run(clean(line.text)[0])
        last.paragraph_format.space_after = points(self._size * styles.HEADER_BELOW)

    def _main(self, room: BlockItemContainer) -> None:
        pieces = self._contents.pieces
        self._own(room, measuring.WHY, pieces.why)
        if pieces.summary:
            self._label(room, "Summary")
            for line in pieces.summary:
                last = self._add(room, "List Number", line.text, line.cite, styles.ITEM_BELOW)
            self._end_section(last)
        if pieces.differences:
            self._label(room, "They differ")
            for difference in pieces.differences:
                head = self._add(room, "Difference", difference.what)
                head.paragraph_format.keep_with_next = True
                last = self._add(room, "Sides", "", below=styles.ITEM_BELOW)
                for number, side in enumerate(difference.sides):
                    last.add_run(clean(f"{' · ' if number else ''}{side.text}")[0])
                    self._cite(last, f"({clean(side.cite)[0]})" if side.cite else "")
            self._end_section(last)
        if pieces.highlights:
            self._label(room, "Highlights")
            for mark in pieces.highlights:
                last = self._add(room, "Quote", f"“{mark.text}”", mark.cite)
                if mark.note:
                    last = self._add(room, "Speaker", "")
                    last.add_run(measuring.NOTE_LABEL).bold = True
                    last.add_run(f"  {clean(mark.note)[0]}")
                last.paragraph_format.space_after = points(self._size * styles.QUOTE_BELOW)
            self._end_section(last)
        if pieces.quotes:
            self._label(room, "In their words")
            for quote in pieces.quotes:
                self._add(room, "Quote", f"“{quote.text}”").paragraph_format.keep_with_next = True
                speaker = f"— {quote.speaker}"
                last = self._add(room, "Speaker", speaker, quote.cite, styles.QUOTE_BELOW)
            self._end_section(last)
        if pieces.only_one:
            self._label(room, "Only one says")
            for line in pieces.only_one:
                last = self._add(room, "Sides", line.text, line.cite, styles.ITEM_BELOW)
            self._end_section(last)
        self._own(room, measuring.NEXT, pieces.next)
        self._own(room, measuring.NOTE, pieces.note)

    def _side(self, room: _Cell) -> None:
        contents = self._contents
        pieces = contents.pieces
        if pieces.actors:
            self._label(room, "Who")
            self._actors(room, pieces.actors)
        self._list(room, "Where", [(measuring.place_words(p), p.cite) for p in pieces.places])
        self._list(room, "When", [(measuring.date_words(d), d.cite) for d in pieces.dates])
        figures = [(measuring.figure_words(f), f.cite) for f in pieces.figures]
        self._list(room, "Figures", figures)
        marks.end_with_paragraph(room)

    def _actors(self, room: BlockItemContainer, actors: Iterable[ActorLine]) -> None:
        """A table of two columns, whose head is one for programs that read it aloud too."""
        table: Any = marks.plain_table(room, (styles.SIDE - styles.NAMED, styles.NAMED), "Who")
        cells = table.rows[0].cells
        marks.set_head(table.rows[0])
        for cell, words in zip(cells, ("Name and role", "Named"), strict=True):
            self._add(cell, "Table Head", words, below=styles.ROW_BELOW)
        for actor in actors:
            name, named = table.add_row().cells
            below = 0.0 if actor.role else styles.ROW_BELOW
            self._add(name, "Name", actor.name, below=below)
            if actor.role:
                self._add(name, "Normal", actor.role, below=styles.ROW_BELOW)
            times = f"{actor.count}×" if actor.count else ""
            self._add(named, "Normal", times, actor.cite, styles.ROW_BELOW)
        for row in table.rows:
            for cell in row.cells:
                _drop_first(cell)
            marks.align_right(row.cells[-1].paragraphs)
        self._end_section(table.rows[-1].cells[0].paragraphs[-1])

    def _list(self, room: BlockItemContainer, label: str, items: list[tuple[str, str]]) -> None:
        """A section of lines, each with the paragraph that it names near its end."""
        if not items:
            return
        self._label(room, label)
        for words, cite in items:
            before, _, after = words.rpartition(f" {cite}") if cite else (words, "", "")
            last = self._add(room, "Normal", before, cite + after, styles.ROW_BELOW * 0.5)
        self._end_section(last)

    def _label(self, room: BlockItemContainer, words: str) -> None:
        label = self._add(room, "Heading 2", words, below=styles.LABEL_BELOW)
        self._rule(label, styles.RULE, styles.LABEL_PADDING)

    def _own(self, room: BlockItemContainer, label: str, words: str) -> None:
        """What the reader wrote, with a bar at its left."""
        if not words:
            return
        head = self._add(room, "Heading 2", label, below=styles.LABEL_BELOW)
        text = self._add(room, "Own Words", words, below=styles.SECTION_BELOW * 1.5)
        for paragraph in (head, text):
            paragraph.paragraph_format.left_indent = points(styles.OWN_RULE + styles.OWN_GAP)
            marks.set_border(paragraph, "left", styles.OWN_RULE, styles.OWN_GAP)

    def _add(
        self,
        room: Any,  # noqa: ANN401 - the document or a cell
        style: str,
        words: str,
        cite: str = "",
        below: float = 0.0,
    ) -> Paragraph:
        """A paragraph with the number of one of the article's after its words.

        Args:
            room: The document or a cell.
            style: The name of its style.
            words: Its text, with line ends where there are several lines.
            cite: "¶3".
            below: Space below it, in sizes of the basic font.
        """
        paragraph: Paragraph = room.add_paragraph(clean(words)[0], style)
        self._cite(paragraph, cite)
        paragraph.paragraph_format.space_after = points(self._size * below)
        return paragraph

    def _cite(self, paragraph: Paragraph, cite: str) -> None:
        """Add where the words of a paragraph are from."""
        if not cite:
            return
        run = paragraph.add_run(f" {cite}" if paragraph.text else cite, "Paragraph Number")
        size = paragraph.style.font.size.pt if paragraph.style else self._size
        run.font.size = half_points(size * CITED)

    def _end_section(self, last: Paragraph) -> None:
        form = last.paragraph_format
        below = form.space_after.pt if form.space_after else 0.0
        form.space_after = points(below + self._size * styles.SECTION_BELOW)

    def _rule(self, paragraph: Paragraph, thickness: float, padding: float) -> None:
        marks.set_border(paragraph, "top", thickness, self._size * padding)


def _drop_first(cell: Any) -> None:  # noqa: ANN401 - a cell
    """Remove the empty paragraph that every new cell has."""
    first = cell.paragraphs[0]
    if len(cell.paragraphs) > 1 and not first.text:
        first._element.getparent().remove(first._element)
