"""What different terminals make of the same output: one small one with the widths of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from wcwidth import wcswidth, wcwidth

CONTROL = re.compile(r"\x1b(?:\[([\d;?]*)([a-zA-Z])|([78])|[^\[78])")
CLUSTER = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|.(?:\u200d[^\x00-\xff]|[\u0300-\u036f\u093c-\u094d\u0982-\u09cd\u0b82-\u0bcd\u0d80-\u0ddf"
    "\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff])*",
    re.DOTALL,
)

Widths = Callable[[str], Iterator[tuple[str, int]]]
"""The pieces that a terminal draws a text in, each with its cells."""


def by_character(text: str) -> Iterator[tuple[str, int]]:
    """As xterm and the library of C: signs beside a letter have a cell, joiners have none."""
    for char in text:
        yield char, 1 if unicodedata.category(char) == "Mc" else max(wcwidth(char), 0)


def by_old_tables(text: str) -> Iterator[tuple[str, int]]:
    """As terminals that know no picture younger than ten years."""
    for char, cells in by_character(text):
        yield char, 1 if char > "\U0001fa6f" else cells


def by_cluster(text: str) -> Iterator[tuple[str, int]]:
    """As terminals that know what belongs together."""
    for found in CLUSTER.finditer(text):
        yield found[0], min(max(wcswidth(found[0]), 0), 2)


def without_marks(text: str) -> Iterator[tuple[str, int]]:
    """As terminals for which no mark has a cell."""
    for char in text:
        yield char, max(wcwidth(char), 0)


TERMINALS: tuple[Widths, ...] = (by_character, by_old_tables, by_cluster, without_marks)


def rows_of(output: str, widths: Widths, columns: int, count: int) -> list[list[str]]:
    """The cells of a terminal after this output; that after a wide character is empty."""
    cells = [[" "] * columns for _ in range(count)]
    x = y = 0
    kept = (0, 0)
    at = 0
    while at < len(output):
        control = CONTROL.match(output, at)
        if control:
            at = control.end()
            figures, letter, saves = control.groups()
            if saves:
                kept, (x, y) = ((x, y), (x, y)) if saves == "7" else (kept, kept)
            elif letter == "H":
                row, _, column = figures.partition(";")
                y, x = int(row or 1) - 1, int(column or 1) - 1
            elif letter == "C":
                x = min(x + int(figures), columns - 1)
            continue
        end = output.find("\x1b", at)
        text = output[at : end if end >= 0 else len(output)]
        at += len(text)
        for piece, size in widths(text.replace("\n", "")):  # a place is given for each row
            if size == 0:
                cells[y][max(x - 1, 0)] += piece
                continue
            if x + size > columns:
                continue  # rows do not wrap
            if cells[y][x] == "" and x:
                cells[y][x - 1] = " "  # one half of a wide character is overwritten
            if x + size < columns and cells[y][x + size] == "":
                cells[y][x + size] = " "
            cells[y][x] = piece
            cells[y][x + 1 : x + size] = [""] * (size - 1)
            x += size
    return cells
