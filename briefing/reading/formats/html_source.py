"""The source of a web page without what no parser needs and some choke on."""

from __future__ import annotations

import re

from briefing.reading.formats.html_blocks import DECLARATION, INVALID, INVALID_REFERENCE

EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[\w+/=%.~-]{200,}", re.ASCII)
"""A picture or a font in an address, as pages have them that were saved in one file."""
LONG_PIECE = 20_000
"""Characters from one "<" to the next, from which on a tag may have too many attributes."""
MOST_ATTRIBUTES = 1_000
ATTRIBUTE = re.compile(r"\s[^\s=>]+=")
TAG = re.compile(r"(?!script\b|style\b)[a-z][\w:-]*", re.I)


def cleaned(text: str) -> str:
    """The source as the parsers get it."""
    text = DECLARATION.sub("", INVALID.sub("", INVALID_REFERENCE.sub("", text)))
    if text.lstrip().startswith("<?"):  # a declaration that is not closed
        text = text[text.find("<", text.find("<") + 1) :]
    text = EMBEDDED.sub("data:,", text)
    return "<".join(map(_without_floods, text.split("<")))


def _without_floods(piece: str) -> str:
    """What follows a "<", without the attributes of the tag if they are thousands.

    The time that parsers take grows with the square of their number.
    """
    if len(piece) < LONG_PIECE or (tag := TAG.match(piece)) is None:
        return piece
    inside, closed, after = piece.partition(">")
    if len(ATTRIBUTE.findall(piece)) > MOST_ATTRIBUTES:
        return f"{tag[0]}>{piece.rpartition('>')[2]}"
    if len(inside.split()) > MOST_ATTRIBUTES:
        return f"{tag[0]}>{after}" if closed else ""
    return piece
