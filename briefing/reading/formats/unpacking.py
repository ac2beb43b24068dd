"""Packed bytes unpacked under caps that are counted while reading, so that a bomb costs little."""

from __future__ import annotations

import io
import re
import zlib
from lzma import LZMAError
from zipfile import BadZipFile, ZipFile

from briefing.errors import FormatError

MOST_MEMBERS = 2_000
MOST_UNPACKED = 50_000_000
"""Bytes of all that is read of one archive."""
MOST_RATIO = 100
"""Unpacked bytes for one packed byte, above `FREE` bytes."""
FREE = 1_000_000
CHUNK = 65_536
PADDING = re.compile(rb"\0+")
"""Of tapes, after what was packed."""

DAMAGED = "it is damaged or incomplete; get it once more"
TOO_LARGE = "it unpacks to far more than an article; unpack it and give the article"
TOO_MANY = f"it has more than {MOST_MEMBERS:,} files in it; unpack it and give the article"
LOCKED = "it is locked with a password; save it without one"


class Archive:
    """A zip archive, whose members are read under the caps.

    Attributes:
        names: Of the members that are files, in their order.
    """

    def __init__(self, data: bytes) -> None:
        """Open it.

        Raises:
            FormatError: It is no zip archive, or has too many members.
        """
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except (BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
            raise FormatError(DAMAGED) from error
        members = self._zip.infolist()
        if len(members) > MOST_MEMBERS:
            raise FormatError(TOO_MANY)
        self._left = min(MOST_UNPACKED, MOST_RATIO * len(data) + FREE)
        named = (member for member in members if member.filename)
        self.names = tuple(member.filename for member in named if not member.is_dir())

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            FormatError: There is none of that name, it is damaged, locked or too large.
        """
        pieces = []
        try:
            with self._zip.open(name) as member:
                while piece := member.read(CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise FormatError(TOO_LARGE)
                    pieces.append(piece)
        except RuntimeError as error:  # zipfile's word for a password
            raise FormatError(LOCKED) from error
        except (
            BadZipFile,
            KeyError,
            ValueError,
            OSError,
            EOFError,
            zlib.error,
            LZMAError,
        ) as error:
            raise FormatError(DAMAGED) from error
        return b"".join(pieces)


def gunzip(data: bytes) -> bytes:
    """What gzip has packed.

    Raises:
        FormatError: It is damaged or too large.
    """
    unpacked, left = [], min(MOST_UNPACKED, MOST_RATIO * len(data) + FREE)
    position = 0
    try:
        while position < len(data):
            stream = zlib.decompressobj(wbits=31)
            while position < len(data) and not stream.eof:
                given = data[position : position + CHUNK]
                piece = stream.decompress(given, CHUNK)
                position += len(given) - len(stream.unconsumed_tail or stream.unused_data)
                left -= len(piece)
                if left < 0:
                    raise FormatError(TOO_LARGE)
                unpacked.append(piece)
            if not stream.eof:
                raise FormatError(DAMAGED)
            if padding := PADDING.match(data, position):
                position = padding.end()
    except zlib.error as error:
        if not unpacked:
            raise FormatError(DAMAGED) from error
    return b"".join(unpacked)
