"""What is packed around articles: gzip, Zstandard, and zip archives of several."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats.dispatch import documents_of as documents_within
from briefing.reading.formats.sniffing import format_of
from briefing.reading.formats.unpacking import (
    CHUNK,
    DAMAGED,
    FREE,
    MOST_RATIO,
    MOST_UNPACKED,
    TOO_LARGE,
    Archive,
    gunzip,
)
from briefing.sanitize import one_line

GZIP: Final = b"\x1f\x8b"
ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
TAR: Final = b"ustar"
TAR_AT: Final = 257
JUNK: Final = re.compile(
    r"(?:.*/)?(?:__MACOSX/.*|\.[^/]*|thumbs\.db|desktop\.ini|\.git/.*|icon\r)", re.I | re.S
)
"""Files that systems add to folders, and hidden ones."""
NO_TEXT: Final = frozenset(
    ".css .js .mjs .map .csv .tsv .json .xml .yml .yaml .toml .ini .log .svg".split()
)
"""Ends of names of files that are text and no articles, unless they have a format that is."""
PAGE_NAMES: Final = (".html", ".htm", ".xhtml")
FOLDER_OF_PAGE: Final = ("_files", ".files", "_fichiers", "-Dateien", "_archivos", "_bestanden")
LEAST_WORDS: Final = 10
"""Of a plain text, or else it is a label: "read me", a license's name."""
OF_PROGRAMS: Final = frozenset(("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"))
"""Members that only archives have which are the files of a program."""
MOST_NAMED: Final = 5
LONGEST_NAME: Final = 80

EMPTY: Final = "there is no article in it; give an archive with articles"
NONE_READ: Final = "none of its {} files can be read as an article; unpack it and see what they are"
OF_PROGRAM: Final = "it is a file of a program and holds no articles; save its text as DOCX or PDF"
HOLDS_TAR: Final = "it holds a tar archive; unpack it and give the articles"


def documents_of(data: bytes, depth: int = 0) -> tuple[Document, ...]:
    """The documents of what is packed in it.

    Args:
        data: What is packed by gzip, Zstandard or as a zip archive.
        depth: In how many packed things it was.

    Raises:
        FormatError: It is damaged, unpacks to too much, or holds no article.
    """
    if data.startswith(GZIP):
        return _documents_of_one(gunzip(data), depth)
    if data.startswith(ZSTANDARD):
        return _documents_of_one(unpacked_zstandard(data), depth)
    return _documents_of_archive(Archive(data), depth)


def unpacked_zstandard(data: bytes) -> bytes:
    """What Zstandard has packed.

    Raises:
        FormatError: It is damaged or too large.
    """
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    pieces, left = [], min(MOST_UNPACKED, MOST_RATIO * len(data) + FREE)
    position = 0
    try:
        while position < len(data):
            stream = zstd.ZstdDecompressor()
            while not stream.eof:
                given = data[position : position + CHUNK] if stream.needs_input else b""
                if stream.needs_input and not given:
                    raise FormatError(DAMAGED)
                piece = stream.decompress(given, CHUNK)
                position += len(given)
                left -= len(piece)
                if left < 0:
                    raise FormatError(TOO_LARGE)
                pieces.append(piece)
            position -= len(stream.unused_data)
    except (zstd.ZstdError, MemoryError) as error:
        raise FormatError(DAMAGED) from error
    return b"".join(pieces)


def _documents_of_one(data: bytes, depth: int) -> tuple[Document, ...]:
    if data[TAR_AT:].startswith(TAR):
        raise FormatError(HOLDS_TAR)
    return documents_within(data, depth + 1)


def _documents_of_archive(archive: Archive, depth: int) -> tuple[Document, ...]:
    """The documents of all members that can be read; one note names the others."""
    if not OF_PROGRAMS.isdisjoint(archive.names):
        raise FormatError(OF_PROGRAM)
    documents: list[Document] = []
    unread: list[str] = []
    names = _articles_among(archive.names)
    for name in names:
        try:
            documents += _documents_of_member(archive, name, depth)
        except FormatError as error:
            if len(names) == 1 or str(error) == TOO_LARGE:
                raise
            unread.append(_shown(name))
    if not documents:
        raise FormatError(NONE_READ.format(len(unread)) if unread else EMPTY)
    if unread:
        note = _note_on(unread)
        documents[0] = replace(documents[0], notes=(*documents[0].notes, note))
    return tuple(documents)


def _documents_of_member(archive: Archive, name: str, depth: int) -> Iterator[Document]:
    data = archive.read(name)
    if not data.strip():
        return
    found = documents_within(data, depth + 1)
    if format_of(data) == "plain" and _is_no_article(name, data):
        return
    shown = _shown(name)
    for document in found:
        inner = document.part if len(found) > 1 else ""
        yield replace(document, part=f"{shown}: {inner}" if inner else shown)


def _is_no_article(name: str, data: bytes) -> bool:
    """True for a plain text that says too little, or is one of a program."""
    is_of_program = PurePosixPath(name.lower()).suffix in NO_TEXT
    return is_of_program or len(data.split(None, LEAST_WORDS)) < LEAST_WORDS


def _articles_among(names: Sequence[str]) -> list[str]:
    """The members that may be articles, in the order of their names."""
    pages = {
        name[: -len(end)] for name in names for end in PAGE_NAMES if name.lower().endswith(end)
    }
    folders = {f"{page}{end}/" for page in pages for end in FOLDER_OF_PAGE}
    return sorted(
        (
            name
            for name in dict.fromkeys(names)
            if not JUNK.fullmatch(name) and not _is_below(name, folders)
        ),
        key=_order,
    )


def _is_below(name: str, folders: set[str]) -> bool:
    return any(f"{parent}/" in folders for parent in PurePosixPath(name).parents)


def _order(name: str) -> list[tuple[int, str]]:
    """Where a name stands among others: "part 2" before "part 10"."""
    return [
        (int(piece[:18]), piece) if piece.isdecimal() else (0, piece)
        for piece in re.split(r"(\d+)", name.casefold())
    ]


def _shown(name: str) -> str:
    name = one_line(name)
    return name if len(name) <= LONGEST_NAME else f"…{name[-LONGEST_NAME:]}"


def _note_on(unread: Sequence[str]) -> str:
    more = len(unread) - MOST_NAMED
    named = ", ".join(chain(unread[:MOST_NAMED], [f"{more} more"] if more > 0 else []))
    files = "1 file" if len(unread) == 1 else f"{len(unread)} files"
    return f"{files} of the archive could not be read as articles: {named}."
