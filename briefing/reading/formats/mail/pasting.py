"""Texts copied from a mail program's window, told by the headers of the letter in them.

Articles quote headers, too. So a text is a letter only with what programs write above those that
they forward or answer, or with who sent it first, then when, and to whom or about what; and no more
than a note stands above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

START = rb"[>\s]*+"
LABEL = re.compile(
    START + rb"\*{0,2}(from|sent|date|to|cc|subject)\*{0,2}[ \t]?:\*{0,2}(?=\s|\Z)", re.I
)
MARKER = re.compile(
    START + rb"(?:[-_=*]{2,}[ \t]*(?:begin |start of )?(?:(?:forwarded|original)"
    rb" (?:message|mail|e-?mail)|forwarded by [^\n]{3,120}?)[ \t:]*[-_=*]*"
    rb"|begin forwarded (?:message|mail|e-?mail)[ \t]*:)\s*",
    re.I,
)
WORD = re.compile(rb"[0-9A-Za-z\x80-\xff]")
MARKER_TO_HEADERS = 4
"""Lines between a marker and the headers, with the first of these."""
LEAST_HEADERS = 3
LONG_LINE = 60
"""Bytes of a header's line from which on its value may go on in the next one."""
MOST_WORDS, MOST_WORDS_FORWARDED, MOST_WORDS_INTRODUCED = 100, 150, 20
"""Words of the note above a letter; above one that is called forwarded; and where a colon leads to
the letter, as it does in an article that quotes one."""


def is_pasted_mail(head: bytes) -> bool:
    r"""True for a text in which a letter stands with its headers, below a note or at the top.

    Args:
        head: The text or its beginning, in any encoding that has ASCII; lines end with `\n`.
    """
    lines = head.split(b"\n")
    words, above = 0, b""
    for at, line in enumerate(lines):
        if marker := MARKER.fullmatch(line):
            most = MOST_WORDS_FORWARDED if b"forwarded" in marker[0].lower() else MOST_WORDS
            below = range(at + 1, min(at + 1 + MARKER_TO_HEADERS, len(lines)))
            first = next((i for i in below if LABEL.match(lines[i])), at)
            names = _headers_at(lines, first)
            found = b"from" in names and len(names) >= LEAST_HEADERS
        else:
            most = MOST_WORDS_INTRODUCED if above.endswith(b":") else MOST_WORDS
            found = LABEL.match(line) is not None and _are_of_letter(_headers_at(lines, at))
        if found and words <= most:
            return True
        words += sum(WORD.search(word) is not None for word in line.split())
        if words > MOST_WORDS_FORWARDED:
            return False
        above = line.strip() or above
    return False


def _are_of_letter(names: Sequence[bytes]) -> bool:
    return (
        len(names) >= LEAST_HEADERS
        and names[0] == b"from"
        and not {b"date", b"sent"}.isdisjoint(names)
        and not {b"to", b"subject"}.isdisjoint(names)
    )


def _headers_at(lines: Sequence[bytes], start: int) -> list[bytes]:
    """The names of the headers that begin in a line, each once, in small letters."""
    names: list[bytes] = []
    above = b""
    for line in lines[start:]:
        label = LABEL.match(line)
        name = label[1].lower() if label else b""
        if name in names or not (name or _may_go_on(above, line)):
            break
        names += filter(None, [name])
        above = line.rstrip()
    return names


def _may_go_on(above: bytes, line: bytes) -> bool:
    """True if headers may go on below this line: it is the end of a value, or a gap."""
    if not line.strip(b"> "):
        return LABEL.match(above) is not None
    return len(above) >= LONG_LINE or above.endswith((b",", b";"))
