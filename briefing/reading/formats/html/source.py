"""The source of a web page: decoded, and without what no parser needs and some choke on."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from briefing.reading.decoding import BYTE_ORDER_MARKS, decode
from briefing.reading.formats.html.blocks import DECLARATION, INVALID, INVALID_REFERENCE

DECLARED = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
XML_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.I)
HEAD = 4096
"""Bytes from the top in which a page declares its charset."""
EMBEDDED = re.compile(r"data:[\w/+.;=-]{1,100},[\w+/=%.~-]{200,}", re.ASCII)
"""A picture or a font in an address, as pages have them that were saved in one file."""
LONG_PIECE = 20_000
"""Characters from one "<" to the next, from which on a tag may have too many attributes."""
MOST_ATTRIBUTES = 1_000
ATTRIBUTE = re.compile(r"\s[^\s=>]+=")
TAG = re.compile(r"(?!script\b|style\b)[a-z][\w:-]*", re.I)


def decoded(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of a page, and notes: valid UTF-8 as that, whatever the page declares.

    Args:
        data: The page.
        charset: What the server or the mail said.

    Raises:
        FormatError: It is no text.
    """
    if not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)):
        with suppress(UnicodeDecodeError):
            text = data.decode("utf-8")
            if "\0" not in text:
                return text, ()
        head = data[:HEAD]
        declared = DECLARED.search(head) or XML_DECLARED.search(head)
        for name in (charset, declared[1].decode("ascii") if declared else None):
            with suppress(UnicodeDecodeError, LookupError):
                codec = codecs.lookup(name or "").name
                codec = "cp1252" if codec in ("iso8859-1", "ascii") else codec
                if not codec.startswith("utf-16"):  # a page that can be read up to here is not
                    return data.decode(codec), ()
    return decode(data)


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
