"""Keys, and what a terminal answers, from the bytes that it sends."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable

from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.messages import GroundTold

OLD_MOUSE_REPORT = re.compile(rb"\x1b\[M.{3}", re.DOTALL)
SEQUENCE = re.compile(r"(\x1b\[[^@-~\x1b]*[@-~])")
BEYOND_ALL = re.compile(r"\x1b\[(?:.*\d{7}|48;.*\d{5})")
"""A character that there is none of, or a terminal of ten thousand rows."""
KEYS_LIKE_ANSWERS = (b"\x1b[", b"\x1b]", b"\x1bP")
"""Keys with alt, unless more comes, for then they begin an answer."""
BEGUN = re.compile(
    rb"\x1b(?:\[M.{0,2}|\[[\d;:?>=<]{0,64}|[\]P]|(?:\]\d|P[\d>!])[^\x07\x1b]{0,4096}\x1b?)\Z",
    re.DOTALL,
)
"""A report, a key or an answer, the rest of which is still to come."""
STRING = re.compile(rb"\x1b(?:\]\d|P[\d>!])[^\x07\x1b]{0,4096}(?:\x07|\x1b\\)")
"""What a terminal answers with words; no key begins like this."""
TICKS_FOR_REST = 10
"""How often nothing may come before the rest is not expected any more."""
ANSWER = re.compile(r"\x1b\[(?:[?>=][^u$]*[a-zA-Z]|(?!48;)[\d;]*[tcnxy])\Z")
"""What a terminal answers with figures, but for what Textual has asked for."""

GROUND = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE
)
CHOSEN_GROUND = re.compile(r"\x1b\[\?997;([12])n")
LIGHT = "2"
WEIGHTS = (0.299, 0.587, 0.114)
"""What red, green and blue count for how light a color is."""


class Input:
    """Keys and reports from the bytes of a terminal; whatever makes no sense is left out.

    Args:
        charset: The encoding of the terminal.
    """

    def __init__(self, charset: str = "utf-8") -> None:
        self._parser = XTermParser()
        self._decode = getincrementaldecoder(charset)("ignore").decode
        self._begun = b""
        self._ticks = 0
        self._escaped = False  # the bytes before ended with an escape

    def feed(self, data: bytes) -> list[Message]:
        """What these bytes say, together with the ones before."""
        if self._escaped and data[:1] in (b"[", b"]", b"P"):
            self._begin_anew()  # the escape was no key
            data = b"\x1b" + data
        data = OLD_MOUSE_REPORT.sub(b"", self._begun + data)
        grounds = [GROUND.match(string[0]) for string in STRING.finditer(data)]
        told: list[Message] = [
            GroundTold(light=is_light(*ground.groups())) for ground in grounds if ground
        ]
        data = STRING.sub(b"", data)
        begun = BEGUN.search(data)
        self._begun = begun[0] if begun else b""
        self._ticks = 0
        data = data[: begun.start()] if begun else data
        self._escaped = data.endswith(b"\x1b")
        for piece in SEQUENCE.split(self._decode(data)):
            if chosen := CHOSEN_GROUND.fullmatch(piece):
                told.append(GroundTold(light=chosen[1] == LIGHT))
            elif piece and not BEYOND_ALL.match(piece) and not ANSWER.match(piece):
                told += self._taken(self._parser.feed, piece)
        return told or self._taken(self._parser.tick)

    def tick(self) -> list[Message]:
        """What is known as no more bytes have come."""
        self._ticks += 1
        self._escaped = False
        begun = self._begun
        if begun in KEYS_LIKE_ANSWERS:
            self._begun = b""
            return self._taken(self._parser.feed, begun.decode())
        if self._ticks > TICKS_FOR_REST:
            self._begun = b""
        return self._taken(self._parser.tick)

    def _taken(self, read: Callable[..., Iterable[Message]], *text: str) -> list[Message]:
        messages: list[Message] = []
        try:
            messages.extend(read(*text))
        except Exception:  # a report that Textual cannot read
            self._begin_anew()
        return messages

    def _begin_anew(self) -> None:
        former, self._parser = self._parser, XTermParser()
        self._parser.mouse_pixels = former.mouse_pixels
        self._parser.terminal_size = former.terminal_size
        self._parser.terminal_pixel_size = former.terminal_pixel_size


def is_light(*parts: bytes) -> bool:
    """True for a color nearer to white than to black, by its hexadecimal red, green and blue."""
    shares = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
    lightness: float = sum(w * share for w, share in zip(WEIGHTS, shares, strict=True))
    return lightness > 1 / 2
