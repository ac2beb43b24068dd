"""Text as Markdown that renders as that text, and how much room it takes."""

from __future__ import annotations

import re
from itertools import pairwise

# An underscore inside a word is no markup, and file names are full of them.
SPECIAL = r"[\\`*{}\[\]<>#|~]|(?<![^\W_])_|_(?![^\W_])"
# What programs make a link of: https://, www. and a name that ends as the names of hosts do.
HOSTS = "[a-z]{2}|com|org|net|edu|gov|biz|info|name|pro|web|xxx|aero|asia|coop|museum|shop|рф"
LINKED = rf"(?<=/)/|(?<=\w)\.(?=(?:{HOSTS})(?![^\W_]))|(?<=\w)\.(?=xn--)|(?<=www)\.|@"
# What some write another way: (c) ... ,, -- +- ????
REPLACED = r"\((?=(?:c|r|p|tm)\))|(?<=\.)\.|(?<=,),|(?<=[-+])-|(?<=[?!]{3})[?!]"
ESCAPED = re.compile(f"{SPECIAL}|{LINKED}|{REPLACED}", re.IGNORECASE)
MAIL = re.compile(r"(?:[A-Za-z0-9.+_-]+@)+[A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+", re.ASCII)
"""GitHub makes a link of a mail whatever is escaped in it, but not in code."""
ENTITY = re.compile(r"&(?=#?\w+;)")
BULLET = re.compile(r"^(?=[-+=])")
NUMBER = re.compile(r"^(\d{1,9})(?=[.)])")


def escape(text: str) -> str:
    """The text on one line, written so that Markdown shows its characters and makes no link."""
    line = " ".join(text.split())
    if "@" in line:
        ends = [end for mail in MAIL.finditer(line) for end in mail.span()]
        cuts = [0, *ends, len(line)]
        parts = [line[start:end] for start, end in pairwise(cuts)]
        line = "".join(f"`{part}`" if n % 2 else _escape(part) for n, part in enumerate(parts))
    else:
        line = _escape(line)
    return NUMBER.sub(r"\1\\", BULLET.sub(r"\\", line))


def _escape(text: str) -> str:
    return ENTITY.sub("&amp;", ESCAPED.sub(r"\\\g<0>", text))


def width(text: str) -> int:
    """Terminal cells that the text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import width as cells  # takes some 30 ms, which few starts need

    return cells(text)


def rows(text: str, columns: int) -> int:
    """Rows that the text takes when its lines are wrapped; an empty line takes one row."""
    return sum(_rows_of_line(line, columns) for line in text.split("\n"))


def _rows_of_line(line: str, columns: int) -> int:
    """The larger of wrapping at words and wrapping at any character."""
    used, wrapped = 0, 1
    for word in line.split(" "):
        cells = width(word)
        if used and used + 1 + cells > columns:
            used, wrapped = 0, wrapped + 1
        else:
            used += bool(used)
        wrapped += (used + cells - 1) // columns if cells else 0
        used = (used + cells - 1) % columns + 1 if cells else used
    return max(wrapped, -(-width(line) // columns))


def shorten(text: str, words: int, cells: int) -> str:
    """The beginning of a text within both limits, with " …" if the text goes on.

    It is cut between words, unless the first word alone is too wide.
    """
    pieces = text.split()
    whole = " ".join(pieces)
    if len(pieces) <= words and width(whole) < cells:
        return whole
    kept: list[str] = []
    room = cells
    for word in pieces[:words]:
        if width(word) + 1 > room:
            break
        kept.append(word)
        room -= width(word) + 1
    if len(kept) == len(pieces):
        return whole
    return " ".join(kept or [_cut(pieces[0], cells - 2)]) + " …"


def _cut(word: str, cells: int) -> str:
    used = 0
    for index, char in enumerate(word):
        used += width(char)
        if used > cells:
            return word[:index]
    return word
