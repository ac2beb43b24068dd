"""Text from outside, made safe for a terminal once, when it comes in.

Texts, titles, paths and error messages may contain sequences that control a terminal, change the
reading direction or hide words. `clean` removes them, in an order in which no step can produce
again what an earlier step removed, so cleaning twice changes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NewType

SafeLine = NewType("SafeLine", str)
"""One line that a terminal may be sent."""

LONGEST_CONTROL_STRING = 4096
"""Characters of an unterminated OSC, DCS, SOS, PM or APC string that are removed with it."""
MOST_MARKS = 4
"""Combining marks that one base letter may carry."""

BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\u2028\u2029"
ESCAPE_SEQUENCE = (
    rf"\x1b[\]PX^_][^\x07\x1b{BREAKS}]{{0,{LONGEST_CONTROL_STRING}}}(?:\x07|\x1b\\)?"  # OSC, DCS, …
    r"|\x1b\[[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"
)

# HTML reads C1 controls as Windows-1252, which they nearly always are; five are undefined there.
# U+009D is left by a wrongly decoded ”, and never opens a control string.
C1 = {chr(code): bytes([code]).decode("cp1252", errors="ignore") for code in range(0x80, 0xA0)}
NEWLINES = dict.fromkeys(BREAKS, "\n") | {"\u2029": "\n\n"}

ORDINARY = bytes(range(0x20, 0x7F)) + b"\n"
JOINERS = "\u200c\u200d"
INVISIBLE = "\u115f\u1160\u3164\uffa0\u2800\ufffc"
"""Hangul fillers, the empty braille pattern, the object replacement character."""

IGNORED_RANGES = (range(0x2065, 0x2066), range(0xFFF0, 0xFFF9), range(0xE0000, 0xE1000))
"""Code points that Unicode keeps for characters that are never shown."""

EMOJI = "\u2190-\u2bff\u3030\u303d\U0001f000-\U0001faff"
ARABIC = "\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
INDIC = "\u0900-\u0dff"
# These are strings: few texts need the patterns, and compiling them would slow down the start.
JOINER = (
    rf"((?<=[{EMOJI}\ufe0f])\u200d(?=[{EMOJI}])"
    rf"|(?<=[{ARABIC}])[{JOINERS}](?=[{ARABIC}])"
    rf"|(?<=[{INDIC}])[{JOINERS}](?=[{INDIC}]))"
    rf"|[{JOINERS}]"
)
"""A joiner, in group 1 if the script needs it there."""
MONGOLIAN = "\u180b\u180c\u180d\u180f"
IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
STRAY_SELECTOR = (
    f"(?<![{EMOJI}\u00a9\u00ae\u203c\u2049\u2122\u2139{IDEOGRAPHS}0-9#*])"
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    "|(?<=[0-9#*])[\ufe00-\ufe0f\U000e0100-\U000e01ef](?!\u20e3)"
    f"|(?<![\u1820-\u18aa])[{MONGOLIAN}]"
)


def clean(text: str) -> tuple[str, int]:
    """The text without anything that a reader cannot see, and how many characters that was.

    Newlines of all kinds become U+000A, other spaces U+0020, and surrogates and private characters
    U+FFFD; the result is in NFC. A text that is clean is returned as it is, with 0.
    """
    if text.isascii() and text.replace("\n", " ").isprintable():
        return text, 0
    visible = re.sub(ESCAPE_SEQUENCE, "", text) if "\x1b" in text else text
    removed = len(text) - len(visible)
    if "\r" in visible:
        visible = visible.replace("\r\n", "\n")
    present = _unusual(visible)
    shown = {char: _shown(char) for char in present}
    changed = {ord(char): instead for char, instead in shown.items() if instead != char}
    removed += sum(visible.count(chr(code)) for code, instead in changed.items() if not instead)
    normal = unicodedata.normalize("NFC", visible.translate(changed) if changed else visible)
    if normal != visible:
        present = _unusual(normal)
    for strip in (_strip_selectors, _strip_joiners, _strip_marks):
        stripped = strip(normal, present)
        if len(stripped) < len(normal):
            removed += len(normal) - len(stripped)
            normal = unicodedata.normalize("NFC", stripped)
            present = _unusual(normal)
    return normal, removed


def _unusual(text: str) -> set[str]:
    """The characters of a text that are not `ORDINARY`; ordinary ones are never changed."""
    data = text.encode("utf-8", "surrogatepass").translate(None, ORDINARY)
    return set(data.decode("utf-8", "surrogatepass"))


def is_clean(text: str) -> bool:
    """True for one line that `clean` would leave as it is."""
    return (text.isascii() and text.isprintable()) or ("\n" not in text and clean(text)[0] == text)


def one_line(text: str) -> SafeLine:
    """The cleaned text on one line with single spaces: for titles and error messages."""
    return SafeLine(" ".join(clean(text)[0].split()))


def path_line(path: object) -> SafeLine:
    """A path or an address, cleaned, on one line with the spaces that it has."""
    return SafeLine(clean(str(path))[0].replace("\n", " "))


def _shown(char: str) -> str:
    code = ord(char)
    if char in NEWLINES or char in C1:
        return NEWLINES.get(char) or C1[char]
    if char in JOINERS:
        return char
    if char in INVISIBLE or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return ""
    match unicodedata.category(char):
        case "Zs":
            return " "
        case "Cc":
            return " " if char == "\t" else ""
        case "Cf":
            return ""
        case "Cs" | "Co":
            return "\ufffd"
        case "Cn":  # unknown to this Python, but perhaps a letter or an emoji of a later Unicode
            return "" if any(code in ignored for ignored in IGNORED_RANGES) else char
        case _:
            return char


def _strip_selectors(text: str, present: set[str]) -> str:
    if not any("\ufe00" <= c <= "\ufe0f" or c in MONGOLIAN or c >= "\U000e0100" for c in present):
        return text
    return re.sub(STRAY_SELECTOR, "", text)


def _strip_joiners(text: str, present: set[str]) -> str:
    if present.isdisjoint(JOINERS):
        return text
    return re.sub(JOINER, r"\1", text)


def _strip_marks(text: str, present: set[str]) -> str:
    marks = "".join(filter(_is_mark, present))
    if not marks:
        return text
    return re.sub(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+", r"\1", text)


def _is_mark(char: str) -> bool:
    """True for a combining mark, of this Python's Unicode or of a later one."""
    category = unicodedata.category(char)
    if category != "Cn":
        return category in ("Mn", "Me")
    from wcwidth import wcwidth  # whose tables are newer

    return wcwidth(char) == 0
