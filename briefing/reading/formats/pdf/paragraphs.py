"""Lines in columns into paragraphs, which go on over the ends of columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.reading.formats.pdf.columns import Column
from briefing.reading.formats.pdf.hyphenation import HYPHENS, Hyphenation
from briefing.reading.formats.pdf.lines import Piece
from briefing.reading.formats.pdf.style import (
    BULLET,
    INDENT,
    LARGE,
    SAME,
    SMALL,
    WIDER,
    Part,
    Style,
    is_same_size,
)

NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+")
ENDS = re.compile(r".*[.!?:…][\"'”’»)\]]*")
"""The end of a sentence."""
CLEARLY_SHORT = 0.75
"""Share of the width of a column."""
LEAST_TABLE_ROWS = 3
NOTE = re.compile(r"(?:\d{1,3}(?!\d)|[*†‡§¶]+|\([\da-z]\)|\[\d+\])\s*\S")
"""The beginning of a note."""
LEAST_ABOVE_NOTES, MOST_UNMARKED = 2, 6
"""Lines of text in a column above notes, and lines of notes that do not begin as notes do."""


def blocks_of(columns: Sequence[Column], style: Style) -> list[Part]:
    """The paragraphs of all columns, in reading order; notes come last.

    Args:
        columns: In reading order.
        style: How the document is set.
    """
    hyphenation = Hyphenation([line.text for column in columns for line in column.lines])
    blocks: list[Part] = []
    notes: list[Part] = []
    last: Part | None = None  # the last block of the running text
    for column, small in _without_notes(columns, style):
        notes += [Part(lines, column, column.page, note=True) for lines in _notes(small)]
        tables = _table_lines(column.lines)
        first = True
        for lines in _parted(column.lines, column, style, tables):
            block = Part(lines, column, column.page, aside=column.aside, row=lines[0] in tables)
            goes_on = (
                last is not None
                and first
                and not column.aside
                and not block.row
                and _goes_on(last, block, style, is_next=blocks[-1] is last or blocks[-1].aside)
            )
            first = False
            if goes_on and last is not None:
                last.lines += lines
                last.column = column
                continue
            blocks.append(block)
            if not column.aside and abs(block.size - style.size) <= SAME * style.size + 0.25:
                last = block
    for block in (*blocks, *notes):
        block.text = _text(block.lines, hyphenation)
    return [block for block in (*blocks, *notes) if block.text]


def _text(lines: Sequence[Piece], hyphenation: Hyphenation) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = hyphenation.joined(text, line.text)
    return re.sub(r"\s+", " ", text.replace("\u2027", "-")).strip()


def _without_notes(
    columns: Sequence[Column], style: Style
) -> Iterator[tuple[Column, Sequence[Piece]]]:
    """Each column without the notes at its foot, and their lines."""
    text: dict[int, list[Piece]] = {}
    for column in columns:
        if not column.aside:
            text.setdefault(column.page, []).extend(
                line for line in column.lines if line.size > SMALL * style.size
            )
    for column in columns:
        lines = column.lines
        end = len(lines)
        while end and lines[end - 1].size <= SMALL * style.size:
            end -= 1
        small = lines[end:]
        of_page = text.get(column.page, [])
        is_below = len(of_page) >= LEAST_ABOVE_NOTES and not any(
            line.base < small[0].base and line.right > column.left and line.left < column.right
            for line in of_page
            if small
        )
        looks_so = len(small) <= MOST_UNMARKED or NOTE.match(small[0].text)
        if column.aside or not small or not is_below or not looks_so:
            yield column, ()
        else:
            kept = Column(lines[:end], column.left, column.right, column.page)
            yield kept, small


def _notes(lines: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The lines of notes, each note by itself."""
    note: list[Piece] = []
    for line in lines:
        if note and NOTE.match(line.text) and NOTE.match(note[0].text):
            yield note
            note = []
        note.append(line)
    if note:
        yield note


def _table_lines(lines: Sequence[Piece]) -> frozenset[Piece]:
    """The lines that are rows of tables: several below each other have cells."""
    rows: set[Piece] = set()
    run: list[Piece] = []
    for line in (*lines, None):
        if line is not None and line.cells:
            run.append(line)
            continue
        if len(run) >= LEAST_TABLE_ROWS:
            rows.update(run)
        run = []
    return frozenset(rows)


def _parted(
    lines: Sequence[Piece], column: Column, style: Style, tables: frozenset[Piece] = frozenset()
) -> Iterator[list[Piece]]:
    """The lines of a column as paragraphs."""
    part: list[Piece] = []
    first = _first_lines(lines, column) if style.indents else frozenset()
    for line in lines:
        if part and (
            line in tables
            or part[-1] in tables
            or (line in first and not part[-1].text.endswith(tuple(HYPHENS)))
            or _begins(part, line, column, style)
        ):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _first_lines(lines: Sequence[Piece], column: Column) -> frozenset[Piece]:
    """The lines that are indented where the next one is not."""
    return frozenset(
        line
        for line, below in pairwise(lines)
        if line.left - column.left > INDENT * line.size
        and abs(below.left - column.left) < INDENT * line.size / 2
        and is_same_size(line, below)
        and not BULLET.match(below.text)
    )


def _begins(part: Sequence[Piece], line: Piece, column: Column, style: Style) -> bool:
    """True if a line begins a new paragraph and does not go on with the lines above."""
    above = part[-1]
    if re.fullmatch(BULLET, above.text):
        return False
    if not is_same_size(above, line):
        return True
    distance = above.base - line.base
    if line.size > LARGE * style.size:
        return above.bold != line.bold or distance > 1.75 * line.size
    if distance > WIDER * style.pitch_of(line.size) or BULLET.match(line.text):
        return True
    if above.bold != line.bold and _is_apart(part, line, column, style):
        return True
    if above.text.endswith(tuple(HYPHENS)):
        return False
    if above.bold and line.bold:
        return False
    return _is_set_off(part, line, column, style) or _ends_short(part, line, column, style)


def _is_apart(part: Sequence[Piece], line: Piece, column: Column, style: Style) -> bool:
    """True if a line of other weight than that above is not just the next one of a paragraph."""
    above = part[-1]
    if (above.bold and line.text[:1].islower()) or any(p.bold != above.bold for p in part):
        return False
    return (
        above.base - line.base > 1.08 * style.pitch_of(line.size)
        or ENDS.fullmatch(above.text) is not None
        or _is_set_off(part, line, column, style)
        or (_would_have_fit(above, line, column) and not line.text[0].islower())
    )


def _is_set_off(part: Sequence[Piece], line: Piece, column: Column, style: Style) -> bool:
    """True if the left edge of a line tells that it begins a paragraph."""
    above, em = part[-1], INDENT * line.size
    if BULLET.match(part[0].text) or NUMBERED.match(part[0].text):
        if len(part) > 1:
            return abs(line.left - above.left) > em
        # The lines of an item hang, or it begins as each paragraph does.
        return line.left < part[0].left - em and not style.indents
    if line.left - above.left > em and line.left - column.left > em:
        return True
    return len(part) > 1 and above.left - line.left > em


def _ends_short(part: Sequence[Piece], line: Piece, column: Column, style: Style) -> bool:
    """True if the line above ends a paragraph: the next word would have stood there as well."""
    above = part[-1]
    if not _would_have_fit(above, line, column):
        return False
    is_first = style.indents and line.left - column.left > INDENT * line.size
    if is_first or ENDS.fullmatch(above.text):
        return True
    if len(part) > 1 or line.text[0].islower() or re.search(r"[.!?] +[^\W\d_a-z]", above.text):
        return False
    width = column.right_of(above) - column.left
    return above.right - column.left < CLEARLY_SHORT * width


def _would_have_fit(above: Piece, line: Piece, column: Column) -> bool:
    word = line.text.split(maxsplit=1)[0]
    wide = (line.right - line.left) * len(word) / len(line.text) + 0.9 * line.size
    return column.right_of(above) - above.right > wide


def _goes_on(last: Part, block: Part, style: Style, *, is_next: bool) -> bool:
    """True if the first block of a column goes on with the last paragraph of the text before."""
    above, line = last.lines[-1], block.lines[0]
    if not is_same_size(above, line) or last.bold != block.bold or BULLET.match(line.text):
        return False
    if last.row or line.size > LARGE * style.size:
        return False
    if above.text.endswith(tuple(HYPHENS)) or (
        line.text[0].islower() and not ENDS.fullmatch(above.text)
    ):
        return True
    if not is_next:
        return False
    is_indented = line.left - block.column.left > INDENT * line.size
    if style.indents and is_indented:
        return False
    if len(block.lines) == 1 and len(line.text.split()) < 8 and not ENDS.fullmatch(line.text):
        return False
    right = last.column.right_of(above)
    is_full = right - above.right < 0.15 * (right - last.column.left)
    if ENDS.fullmatch(above.text):
        return style.indents and is_full
    return is_full and len(above.text.split()) > 2
