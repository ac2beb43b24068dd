"""Unpacking what a server has packed, never further than an article can be long."""

from __future__ import annotations

import zlib
from typing import Final

from briefing.web.refusing import LATER, SAVE_IT, Refused

ACCEPTED: Final = "gzip, deflate"
"""What a server is asked for; what needs another library is not."""
NAMES: Final = frozenset({"gzip", "x-gzip", "deflate"})
GZIP_OR_ZLIB: Final = 47
RAW: Final = -15
GZIP_MAGIC: Final = b"\x1f\x8b"

NOT_ASKED = f"it comes packed in a way that was not asked for; {SAVE_IT}"
DAMAGED = f"it arrives damaged; {LATER}"
CUT_OFF = f"it is cut off before its end; {LATER}"


class Unpacking:
    """Bytes that arrive in pieces, unpacked as they come and counted as they are unpacked.

    Attributes:
        data: What has been unpacked.
    """

    def __init__(self, coding: str, most: int, too_large: str) -> None:
        """Be ready for the first piece.

        Args:
            coding: The Content-Encoding of the answer, or "".
            most: Bytes that may come out.
            too_large: Why more are refused.

        Raises:
            Refused: The coding was not asked for.
        """
        names = [name.strip().lower() for name in coding.split(",")]
        names = [name for name in names if name not in {"", "identity"}]
        if len(names) > 1 or not NAMES.issuperset(names):
            raise Refused(NOT_ASKED)
        self.data = bytearray()
        self._most = most
        self._too_large = too_large
        self._stream = zlib.decompressobj(GZIP_OR_ZLIB) if names else None
        self._may_be_raw = names == ["deflate"]
        self._start = b""

    def feed(self, piece: bytes) -> None:
        """Take the next piece.

        Raises:
            Refused: It is damaged, or comes to more than is allowed.
        """
        try:
            self._unpack(piece)
        except zlib.error as error:
            raise Refused(DAMAGED) from error

    def finish(self) -> bytes:
        """All that came.

        Raises:
            Refused: The end is missing.
        """
        if self._stream and self._start and not self._stream.eof:
            raise Refused(CUT_OFF)
        return bytes(self.data)

    def _unpack(self, piece: bytes) -> None:
        if self._stream is None:
            self._add(piece)
            return
        if len(self._start) < 2:  # deflate comes with a header of two bytes, or without
            self._start += piece
            if len(self._start) < 2:
                return
            if self._may_be_raw and not _has_zlib_header(self._start):
                self._stream = zlib.decompressobj(RAW)
            piece = self._start
        while piece:
            if self._stream.eof:
                if not piece.startswith(GZIP_MAGIC):  # padding
                    return
                self._stream = zlib.decompressobj(GZIP_OR_ZLIB)
            self._add(self._stream.decompress(piece, self._most - len(self.data) + 1))
            piece = self._stream.unused_data

    def _add(self, piece: bytes) -> None:
        self.data += piece
        if len(self.data) > self._most:
            raise Refused(self._too_large)


def _has_zlib_header(start: bytes) -> bool:
    return start[0] & 0x0F == 8 and int.from_bytes(start[:2]) % 31 == 0
