"""Text of an RTF file while it is read: what holds for it, and what it has become so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.reading.formats.office.pieces import Piece, Role, table_pieces


@dataclass(frozen=True, slots=True)
class Group:
    r"""What holds within a group, and ends with it.

    Attributes:
        target: What its text is: "text", "title", "author", "style", "font", or "" for nothing.
        outer: The target around `\upr`, which has its text twice.
        font: Number of the font.
        unicode_skip: Characters that stand after `\u` for programs without Unicode.
        size: Of the text, in half points.
        bold: If it is bold.
        hidden: If it is hidden, removed, or there for other programs.
        style: Number of the style of the paragraph.
        level: Its level in the outline, or None.
        listed: If it is an item of a list.
        in_table: If it is in a table.
    """

    target: str = "text"
    outer: str = "text"
    font: int | None = None
    unicode_skip: int = 1
    size: int = 24
    bold: bool = False
    hidden: frozenset[str] = frozenset()
    style: int = 0
    level: int | None = None
    listed: bool = False
    in_table: bool = False


@dataclass(slots=True)
class Flow:
    """Text that stands for itself: of the document, a footnote, a text box.

    Attributes:
        depth: How deep in groups it begins.
        is_note: True for a footnote.
        runs: The text of the current paragraph, with its size and if it is bold.
        pieces: The paragraphs and tables before it.
        boxes: Those in text boxes, which come after it.
        cell: The paragraphs of the current cell of a table.
        row: The cells before it.
        rows: The rows before that.
    """

    depth: int
    is_note: bool = False
    runs: list[tuple[str, int, bool]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Piece] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    row: list[list[Piece]] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)

    def end_paragraph(self, role: Role | None, in_table: bool) -> None:
        """Take the text since the last paragraph as one, or as one of a cell."""
        text = paired("".join(text for text, *_ in self.runs))
        seen = [(len(text.strip()), size, bold) for text, size, bold in self.runs if text.strip()]
        size = max(seen, default=(0, 0, False))[1]
        piece = Piece(text, role, size / 2, bool(seen) and all(bold for *_, bold in seen))
        self.runs = []
        if in_table:
            self.cell.append(piece)
            return
        self.end_table()
        self.pieces += [piece, *self.boxes]
        self.boxes = []

    def end_cell(self) -> None:
        """Take the paragraphs since the last cell as one."""
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """Take the cells since the last row as one."""
        self.rows.append(self.row)
        self.row = []

    def end_table(self) -> None:
        """Take the rows since the last paragraph as a table."""
        if self.cell:
            self.end_cell()
        if self.row:
            self.end_row()
        if self.rows:
            self.pieces += table_pieces(self.rows)
            self.rows = []


def paired(text: str) -> str:
    """The text with characters that came in two halves made one."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
