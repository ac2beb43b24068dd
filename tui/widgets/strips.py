"""Lines of inked text, and the strips that Textual draws."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from textual.strip import Strip

from tui.text_search import Query
from tui.theme import Ground, ink, overlay
from tui.widgets.wrap import CUT, cells

Piece = tuple[str, str]
"""Text and the name of its ink."""
Line = list[Piece]


def width_of(line: Line) -> int:
    """Cells that the line takes."""
    return sum(cells(text) for text, _ in line)


def fit(line: Line, width: int) -> Line:
    """The line on at most `width` cells, with a sign where it was cut."""
    if width_of(line) <= width:
        return line
    fitted: Line = []
    room = width - cells(CUT)
    for text, name in line:
        size = cells(text)
        if size > room:
            fitted.append((set_cell_size(text, max(room, 0)).rstrip() + CUT, name))
            break
        fitted.append((text, name))
        room -= size
    return fitted if width > 0 else []


def justified(left: Line, right: Line, width: int) -> Line:
    """A line with one part at the left end and one at the right; the left part is cut first."""
    room = width - width_of(right)
    if room < 1:
        return fit(left, width)
    left = fit(left, room - 1 if right else room)
    return [*left, (" " * (room - width_of(left)), "ink"), *right]


def strip_of(line: Line, theme: str, width: int, ground: Ground = "background") -> Strip:
    """The line as a strip of exactly `width` cells."""
    segments = [Segment(text, ink(theme, name, ground)) for text, name in line]
    return Strip(segments).adjust_cell_length(width, ink(theme, "ink", ground))


def lit(strip: Strip, sought: Query, theme: str) -> Strip:
    """The strip with what a search found in it on a ground of its own."""
    ground = overlay(theme, "hit")
    parts: list[Strip] = []
    at = 0
    for span in sought.all_in(strip.text):
        start, end = (cells(strip.text[:edge]) for edge in span)
        found = Strip(Segment.apply_style(strip.crop(start, end), post_style=ground))
        parts += [strip.crop(at, start), found]
        at = end
    return Strip.join([*parts, strip.crop(at, strip.cell_length)])
