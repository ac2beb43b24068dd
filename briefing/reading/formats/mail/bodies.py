"""The text of a letter: which of its forms to read, and its lines as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefing.languages.detection import language_of
from briefing.reading.document import Block
from briefing.reading.formats.mail.lines import GAP, Line, html_lines, joined, plain_lines
from briefing.reading.formats.mail.parts import Text
from briefing.reading.formats.mail.signatures import with_furniture_marked, with_signature_marked
from briefing.reading.formats.mail.words import words_in
from briefing.reading.formats.mail.wrapping import rejoined
from briefing.reading.formats.plain import JOINED, tidy

STUB = 0.6
"""A form with less than this share of the other form's words is a stub of it."""
LINK = re.compile(
    r"[ \t]*(?:<(?:https?://|mailto:)[^<>\s]*>|\[(?:image|cid|inline image)\b[^\]\n]*\])"
)
"""What programs put into a plain text for a link or a picture."""
BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]{1,300}?)(?<=[^\s*])\*(?![\w*])")
"""What they put into it for bold letters."""


def lines_of(text: Text) -> list[Line]:
    """The lines of the form that says all.

    Where both do, it is the HTML form: programs cut the lines of the plain one anywhere, also
    within a quotation, and it has no headings.
    """
    from_html = html_lines(text.html) if text.html is not None else []
    if text.plain is None:
        return [*from_html, GAP]
    plain = LINK.sub("", text.plain)
    if from_html:
        words, other = words_in(plain), sum(words_in(line.text) for line in from_html)
        if other >= STUB * words:
            return [*from_html, GAP]
        plain = BOLD.sub(r"\1", plain)
    lines = plain_lines(plain, flowed=text.flowed, delete_space=text.delete_space)
    return [*lines, GAP]


def blocks_of_letter(
    lines: Sequence[Line], names: Sequence[str]
) -> tuple[list[Block], tuple[str, ...]]:
    """The blocks of a letter's lines, what belongs to the letter marked, and notes.

    Args:
        lines: Its lines, those of other letters marked already.
        names: What its sender is called.
    """
    signed = with_signature_marked(lines, names)
    blocks: list[Block] = []
    notes: dict[str, None] = {}
    for is_html, group in groupby(signed, key=_is_html):
        if is_html:
            blocks += (Block(line.text, line.kind) for line in joined(list(group)))
        else:
            found, more = _plain_blocks(list(group))
            blocks += found
            notes |= dict.fromkeys(more)
    language = language_of("\n".join(block.text for block in blocks if block.kind != "furniture"))
    return with_furniture_marked(blocks, language), tuple(notes)


def _is_html(line: Line) -> bool:
    return line.kind not in (None, "furniture", "quotation")


def _plain_blocks(lines: Sequence[Line]) -> tuple[list[Block], tuple[str, ...]]:
    """Lines of a plain text as one block for each paragraph, and an empty one for each gap."""
    blocks: list[Block] = []
    notes: list[str] = []
    for kind, group in groupby(lines, key=lambda line: line.kind):
        text, more = tidy("\n".join(line.text for line in group))
        if kind is None and JOINED not in more:
            text, was_wrapped = rejoined(text)
            more = (*more, JOINED) if was_wrapped else more
        blocks += (Block(line, kind) for line in text.split("\n"))
        notes += more if kind is None else ()
    return blocks, tuple(notes)


def merged(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; neighbors whose kind only their words tell are one text."""
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind is None:
            yield Block("\n".join(block.text for block in group).strip("\n"))
        else:
            yield from (block for block in group if block.text)
