"""What stands on the terminal, so that only what is new is sent to it.

Textual sends whole widgets, each piece with all of its colors. A slow line carries 10,000 bytes a
second, and a large screen is many times that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
CLOSE = 8
"""Cells between two changes that are sent with them, since it takes as much to go past them."""
RESET = "\x1b[0m"
OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
"""Signs, as parameters of the sequence that sets them, and what ends each of them."""
SEEN_ON_A_SPACE = {"4", "5", "6", "7", "9", "21", "51", "52", "53"}
"""Signs that show where nothing is written: lines, blinking, and colors the other way round."""
EVEN = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2500-\u259f\u2800-\u28ff]*"
)
"""Text each of whose characters takes one cell on every terminal."""


class Ink(NamedTuple):
    """How a cell is drawn, as parameters of the sequence that sets it.

    Attributes:
        signs: Bold, underline and the like; None for any that are not seen on a space.
        color: That of the letter; None where there is no letter that would show it.
        ground: That behind it.
    """

    signs: str | None = ""
    color: str | None = ""
    ground: str = ""


Cell = tuple[str, Ink]
"""What is drawn in a cell: "" in those after the first one of what takes several."""
Row = list[Cell | None]
PLAIN = Ink()


@lru_cache(maxsize=4096)
def inks_of(style: Style | None, system: ColorSystem) -> tuple[Ink, Ink]:
    """The ink of a style, and that of a space in it."""
    signs, color, ground = list[str](), "", ""
    codes = iter(Strip.render_ansi(style, system).split(";") if style else ())
    for code in codes:
        if code in ("38", "48"):
            kind = next(codes)
            rest = [next(codes) for _ in range(3 if kind == "2" else 1)]
            whole = ";".join((code, kind, *rest))
            color, ground = (whole, ground) if code == "38" else (color, whole)
        elif re.fullmatch(r"3[0-79]|9[0-7]", code):
            color = code
        elif re.fullmatch(r"4[0-79]|10[0-7]", code):
            ground = code
        elif code:
            signs.append(code)
    ink = Ink(";".join(signs), color, ground)
    return ink, ink if SEEN_ON_A_SPACE.intersection(signs) else Ink(None, None, ground)


def cells_of(strip: Iterable[tuple[str, Style | None, object]], system: ColorSystem) -> list[Cell]:
    """What a strip draws in its cells."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        ink, blank = inks_of(style, system)
        if EVEN.fullmatch(text):
            cells += [(char, ink if char != " " else blank) for char in text]
            continue
        for start, end, size in split_graphemes(text)[0]:
            char = text[start:end]
            if size:
                cells.append((char, ink if char != " " else blank))
                cells += [("", ink)] * (size - 1)
            elif cells:
                before, its_ink = cells[-1]
                cells[-1] = (before + char, ink if before == " " else its_ink)
    return cells


class ScreenMemory:
    """The cells of the terminal as they were sent; None where that is not known."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._size = Size(0, 0)

    def forget(self) -> None:
        """Take it that anything may stand there now."""
        self._rows = []

    def changes(self, update: ChopsUpdate | LayoutUpdate, size: Size, console: Console) -> str:
        """What to send for an update of a screen of this size."""
        if not self._rows or size != self._size:
            self._size = size
            self._rows = [[None] * size.width for _ in range(size.height)]
        system = SYSTEMS.get(console.color_system or "", ColorSystem.TRUECOLOR)
        pen = Pen()
        for y, pieces in _pieces(update):
            if 0 <= y < size.height:
                before, row = self._rows[y], list(self._rows[y])
                for x, strip in pieces:
                    cells = cells_of(strip, system)[: size.width - x]
                    row[x : x + len(cells)] = cells
                if row != before:
                    self._rows[y] = row
                    pen.draw(y, before, row)
        return pen.done()


class Pen:
    """Goes over the terminal and draws what is new."""

    def __init__(self) -> None:
        self._sent: list[str] = []
        self._ink = PLAIN

    def draw(self, y: int, before: Row, row: Row) -> None:
        """Draw what is new in a row."""
        even = is_even(row)
        go_to = f"\x1b[{y + 1};{{}}H"
        for start, end in changed(before if even and is_even(before) else (), row):
            self._sent.append(go_to.format(start + 1))
            go_to = "\x1b[{}G"
            drifted = False  # terminals may disagree on how far the last letters went
            for x, cell in enumerate(row[start:end], start):
                if cell is None:
                    break
                char, ink = cell
                if drifted and char and EVEN.fullmatch(char):
                    self._sent.append(go_to.format(x + 1))
                    drifted = False
                if ink != self._ink:
                    codes, self._ink = change_of(self._ink, ink)
                    self._sent.append(codes)
                self._sent.append(char)
                drifted = drifted or not (even or EVEN.fullmatch(char))

    def done(self) -> str:
        """Everything that is to be sent."""
        return "".join([*self._sent, RESET if self._ink != PLAIN else ""])


@lru_cache(maxsize=4096)
def change_of(now: Ink, ink: Ink) -> tuple[str, Ink]:
    """The sequence that changes one ink to another, and what the ink is then."""
    before = set((now.signs or "").split(";")) - {""}
    wanted = None if ink.signs is None else set(ink.signs.split(";")) - {""}
    signs = before - SEEN_ON_A_SPACE if wanted is None else wanted
    color = now.color if ink.color is None else ink.color
    codes: list[str] = []
    if before - signs <= OFF.keys():
        ended = {OFF[sign] for sign in before - signs}
        begun = {sign for sign in signs if sign not in before or OFF.get(sign) in ended}
        codes = [*sorted(ended), *sorted(begun)]
        codes += [color or "39"] if color != now.color else []
        codes += [ink.ground or "49"] if ink.ground != now.ground else []
    else:
        codes = [code for code in ("0", *sorted(signs), color, ink.ground) if code]
    then = Ink(";".join(sorted(signs)), color, ink.ground)
    return f"\x1b[{';'.join(codes)}m" if codes else "", then


def is_even(row: Row) -> bool:
    """True if all terminals agree on where each character of a row stands."""
    return EVEN.fullmatch("".join([cell[0] for cell in row if cell])) is not None


def changed(before: Row | tuple[()], row: Row) -> Iterator[tuple[int, int]]:
    """The parts of a row that differ from what it was; of a row that was not known, all parts."""
    start = end = -1
    for x, (old, new) in enumerate(zip_longest(before, row)):
        if new is None or new == old:
            continue
        if start >= 0 and not _is_sent_with(row, end, x):
            yield start, end
            start = -1
        start, end = x if start < 0 else start, x + 1
    if start >= 0:
        yield start, end


def _is_sent_with(row: Row, start: int, end: int) -> bool:
    """True if it is less to send a part of a row that is not new than to go past it."""
    if end - start > CLOSE or start == end:
        return start == end
    inks = {cell[1] if cell else None for cell in row[start - 1 : end]}
    return None not in inks and len({ink for ink in inks if ink and ink.signs is not None}) <= 1


def _pieces(
    update: ChopsUpdate | LayoutUpdate,
) -> Iterator[tuple[int, list[tuple[int, Strip]]]]:
    """The rows of an update, each with its strips and where they begin."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x, pieces = update.region.x, list[tuple[int, Strip]]()
            for strip in strips:
                pieces.append((x, strip))
                x += strip.cell_length
            yield y, pieces
        return
    for y, start, end in update.spans:
        pieces_to = zip(update.chops[y].items(), update.chop_ends[y], strict=False)
        # what lies beside the span was not drawn in full
        yield (
            y,
            [(x, strip) for (x, strip), after in pieces_to if strip and x < end and after > start],
        )


class Changes(CompositorUpdate):
    """What an update has that is new.

    Args:
        sequences: For the terminal.
    """

    def __init__(self, sequences: str) -> None:
        self._sequences = sequences

    def render_segments(self, console: Console) -> str:  # noqa: ARG002
        """The sequences for the terminal."""
        return self._sequences
