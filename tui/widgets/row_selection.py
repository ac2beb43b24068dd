"""What the mouse selects in a list of rows: the words as they are drawn; pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import split_graphemes
from rich.segment import Segment
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from briefing.model import Span
from tui.theme import overlay
from tui.widgets.strips import Line
from tui.widgets.wrap import cells


def words_of(line: Line) -> str:
    """The text of a line."""
    return "".join(text for text, _ in line)


def place_near(lines: Sequence[tuple[Line, int]], number: int, cell: int) -> Offset:
    """The character at a cell of a line, or the place before it or after it."""
    number = max(0, min(number, len(lines) - 1))
    if cell < 0 or not lines:
        return Offset(-1, number)
    for first, _, size in split_graphemes(words := words_of(lines[number][0]))[0]:
        if cell < size:
            return Offset(first, number)
        cell -= size
    return Offset(len(words), number)


def part_of(selection: Selection, number: int, length: int) -> Span | None:
    """Which characters of a line are selected; None if none are."""
    span = selection.get_span(number)
    if span is None:
        return None
    start, end = max(span[0], 0), length if span[1] == -1 else min(max(span[1], 0), length)
    return (start, end) if start < end else None


def selected_words(lines: Sequence[tuple[Line, int]], selection: Selection) -> str:
    """The selected words, each row of the list on a line of its own."""
    rows: dict[int, list[str]] = {}
    for number, (line, owner) in enumerate(lines):
        words = words_of(line)
        part = part_of(selection, number, len(words))
        if part and owner >= 0:
            rows.setdefault(owner, []).append(words[slice(*part)].strip())
    return "\n".join(" ".join(filter(None, words)) for words in rows.values())


def with_selection(strip: Strip, part: Span, theme: str, before: int) -> Strip:
    """The strip with a part of its characters, counted after the first `before` cells, selected."""
    words = strip.text[before:]
    start, end = (before + cells(words[:edge]) for edge in part)
    parts = strip.crop(0, start), strip.crop(start, end), strip.crop(end, strip.cell_length)
    on_ground = Segment.apply_style(parts[1], post_style=overlay(theme, "selected"))
    return Strip.join([parts[0], Strip(on_ground), parts[2]])
