"""What is written to a terminal in the place of what terminals draw in different widths.

Some draw ❤️ or 👩‍👩‍👧 on two cells and others on one or six; vowel signs of Hindi take a cell here
and none there. Then all that follows in the row is shifted, and the frame with it. So a picture is
drawn in its plain form, of which there are no two opinions, and what cannot be changed without
being misread is drawn as it is, with the place told where the row goes on.
"""

from __future__ import annotations

import re

from rich.cells import cell_len

from tui.terminal import cell_widths  # noqa: F401 - the widths are those by which the screen is laid out

_PICTURE = "[\u00a9\u00ae\u203c-\u2bff\u3030-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
_CHANGES = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]"
"""What changes the picture before it: its presentation, its skin."""
_LETTERS = (
    "\u0900-\u0dff\u0f00-\u109f\u1712-\u1734\u1780-\u17d3\u1900-\u1c37\u1cd0-\u1cf9"
    "\ua800-\ua8ff\ua92a-\ua9ff\uaa29-\uaaf6\uabe3-\uabed\U00011000-\U00011fff"
)
"""The scripts of India and its neighbors."""
_YOUNG = "\U0001f6d5-\U0001f6df\U0001f6f0-\U0001f6ff\U0001f7e0-\U0001f7ff\U0001fa70-\U0001faff"
"""Pictures that many terminals do not know yet."""

_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAG_TO_LETTER = ord(_FLAG.pattern[1]) - ord("A")
_UNSURE = re.compile(
    f"(?P<key>[0-9#*])(?:\ufe0f\u20e3?|\u20e3)"
    f"|(?P<flag>{_FLAG.pattern}{{1,2}})"
    f"|(?P<picture>{_PICTURE})(?:{_CHANGES}|\u200d{_PICTURE})+"
    f"|\u200d{_PICTURE}{_CHANGES}*"  # of a picture that another style begins in
    f"|(?P<text>[{_LETTERS}\u200c\u200d]+|[{_YOUNG}])"
    f"|{_CHANGES}"
)

_SIGN_OF_IT = re.compile(f"[{_CHANGES[1:-1]}{_FLAG.pattern[1:-1]}{_LETTERS}{_YOUNG}\u200c\u200d]")
"""What is in all of that; most output has none of it."""


def agreed(output: str) -> str:
    """The output in a form that puts everything into the same cells on every terminal."""
    return _UNSURE.sub(_form, output) if _SIGN_OF_IT.search(output) else output


def _form(found: re.Match[str]) -> str:
    width = cell_len(found[0])
    if not width:
        return found[0] if found["text"] else ""
    drawn = found["key"] or found["picture"] or found["text"] or _letters(found["flag"])
    if cell_len(drawn) > width:
        drawn = ""
    # blanks, from their first cell on what is drawn, and from there so many cells to the right
    return f"\x1b7{' ' * width}\x1b8{drawn}\x1b8\x1b[{width}C"


def _letters(flag: str) -> str:
    """The letters of a country, of which its flag is made."""
    return "".join(chr(ord(sign) - _FLAG_TO_LETTER) for sign in flag)
