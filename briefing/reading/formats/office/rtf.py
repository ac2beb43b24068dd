"""Rich text: a stream of control words and groups, read without a tree."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.errors import FormatError
from briefing.reading.document import Document
from briefing.reading.formats.office.manuscript import Properties, document_of
from briefing.reading.formats.office.pieces import Piece, Role, picture_notes, role_of
from briefing.reading.formats.office.rtf_text import Flow, Group, paired
from briefing.reading.formats.office.rtf_words import (
    CHARACTERS,
    CHARSETS,
    ENCODINGS,
    LISTED,
    PARAGRAPH_ENDS,
    READ_STARRED,
    SYMBOLS,
    UNREAD,
    encoding_of,
)
from briefing.reading.formats.office.xml_safe import TOO_MUCH
from briefing.reading.formats.unpacking import DAMAGED

TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|[\r\n\0]+"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.S,
)
DEEPEST = 1_000
"""Groups within each other."""
MOST_CONTROLS = 1_000_000
"""Control words, groups, and letters that are escaped."""
CUT_OFF = "The end of the file is missing."


def documents_of(data: bytes) -> tuple[Document, ...]:
    """The one document of an RTF file.

    Raises:
        FormatError: It is too large, or its groups are nested too deeply.
    """
    if data.count(b"\\") + data.count(b"{") > MOST_CONTROLS:
        raise FormatError(TOO_MUCH)
    reader = _Reader()
    reader.read(data.decode("latin-1"))
    properties = Properties("RTF properties", reader.said("title"), (reader.said("author"),))
    notes = (*picture_notes(reader.pictures), *((CUT_OFF,) if reader.is_cut_off else ()))
    return (document_of(reader.pieces(), properties, notes),)


class _Reader:
    """Reads one file.

    Attributes:
        pictures: Images that were passed.
        is_cut_off: True if the last group has no end.
    """

    def __init__(self) -> None:
        self.pictures = 0
        self.is_cut_off = False
        self._group = Group()
        self._groups: list[Group] = []
        self._flows = [Flow(0)]
        self._notes: list[Piece] = []
        self._properties: dict[str, list[str]] = {"title": [], "author": []}
        self._fonts: dict[int, int] = {}
        self._styles: dict[int, tuple[str, int | None]] = {}
        self._style_name: list[str] = []
        self._encoding = "cp1252"
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False

    def said(self, name: str) -> str:
        """A property of the file."""
        return paired("".join(self._properties[name]))

    def pieces(self) -> list[Piece]:
        """The paragraphs and tables, then the footnotes."""
        return [*self._flows[0].pieces, *self._notes]

    def read(self, source: str) -> None:
        """Read a file, whose bytes are the characters of the source."""
        position = 0
        while position < len(source):
            token = TOKEN.match(source, position)
            if token is None:  # a lone backslash at the end
                break
            position = token.end()
            if token["text"]:
                self._text(token["text"])
            elif token["hex"]:
                self._byte(int(token["hex"], 16))
            elif token["word"]:
                number = int(token["number"]) if token["number"] else None
                if token["word"] == "bin":
                    position += max(0, number or 0)
                self._word(token["word"], number)
            elif token["symbol"]:
                self._symbol(token["symbol"])
            elif token["brace"] == "{":
                self._open()
            elif token["brace"]:
                self._close()
                if not self._groups:
                    break
        self.is_cut_off = bool(self._groups)
        while self._groups:
            self._close()
        self._decode()
        if self._flows[0].runs:
            self._flows[0].end_paragraph(self._role(), False)
        self._flows[0].end_table()

    def _open(self) -> None:
        self._decode()
        self._skip = 0
        if len(self._groups) >= DEEPEST:
            raise FormatError(DAMAGED)
        self._groups.append(self._group)

    def _close(self) -> None:
        self._decode()
        self._skip = 0
        self._starred = False
        if self._group.target == "style" and self._style_name:
            name = "".join(self._style_name).strip(" ;")
            self._styles[self._group.style] = name, self._group.level
            self._style_name = []
        if len(self._flows) > 1 and self._flows[-1].depth == len(self._groups):
            self._end_flow()
        if self._groups:
            self._group = self._groups.pop()

    def _end_flow(self) -> None:
        flow = self._flows.pop()
        if flow.runs:
            flow.end_paragraph(self._role(), self._group.in_table and bool(flow.rows))
        flow.end_table()
        if flow.is_note:
            text = " ".join(piece.text.strip() for piece in flow.pieces)
            self._notes.append(Piece(text.replace("\n", " "), "furniture"))
        else:
            self._flows[-1].boxes += [*flow.pieces, *flow.boxes]

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in PARAGRAPH_ENDS:
            self._word("par", None)
        elif symbol in CHARACTERS:
            self._decode()
            self._add(CHARACTERS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        self._decode()
        starred, self._starred = self._starred, False
        if word == "u" and number is not None:
            self._add(chr(number % 0x10000))
            self._skip = self._group.unicode_skip
            return
        if self._skip and word not in ("uc", "par"):
            self._skip -= 1
            return
        if word in LISTED and number != 0:
            self._mark_listed()
        if word in UNREAD or (starred and word not in READ_STARRED):
            self._begin_unread(word)
        elif word in ("footnote", "shptxt", "dptxbxtext"):
            if self._group.target == "text":
                self._flows.append(Flow(len(self._groups), word == "footnote"))
        elif word == "ud":
            self._set(target=self._group.outer)
        elif self._group.target == "text" and self._lays_out(word):
            return
        elif word in CHARACTERS:
            self._add(CHARACTERS[word])
        else:
            self._format(word, number)

    def _mark_listed(self) -> None:
        """Say that the paragraph is of a list, outside of the group that holds its bullet."""
        self._set(listed=True)
        if self._groups:
            self._groups[-1] = replace(self._groups[-1], listed=True)

    def _begin_unread(self, word: str) -> None:
        target = {"fonttbl": "font", "stylesheet": "style"}.get(word, "")
        if word in self._properties and not self._group.target:
            target = word
        if self._group.target == "style" and not target:
            return  # the styles of characters and of tables are starred, and named as others
        self.pictures += word == "pict" and self._group.target == "text"
        self._set(target=target, outer=self._group.target)

    def _lays_out(self, word: str) -> bool:
        """Take what ends a paragraph or a part of a table; True if it was that."""
        flow = self._flows[-1]
        if word in PARAGRAPH_ENDS:
            flow.end_paragraph(self._role(), self._group.in_table)
        elif word == "cell":
            if flow.runs:
                flow.end_paragraph(self._role(), True)
            flow.end_cell()
        elif word == "row":
            flow.end_row()
        else:
            return False
        return True

    def _format(self, word: str, number: int | None) -> None:
        is_on = number != 0
        match word:
            case "pard":
                self._set(style=0, level=None, listed=False, in_table=False)
            case "plain":
                self._set(bold=False, size=24, hidden=frozenset())
            case "b":
                self._set(bold=is_on)
            case "fs":
                self._set(size=max(0, min(number or 24, 4_000)))
            case "v" | "deleted" | "htmlrtf" | "webhidden":
                hidden = self._group.hidden - {word}
                self._set(hidden=hidden | {word} if is_on else hidden)
            case "intbl":
                self._set(in_table=True)
            case "s" | "cs" | "ds" | "ts":
                self._set(style=number or 0 if word == "s" else self._other_style(number))
            case "outlinelevel":
                self._set(level=number)
            case "f" | "deff":
                self._set(font=number)
            case "fcharset":
                if self._group.target == "font" and self._group.font is not None:
                    self._fonts[self._group.font] = number or 0
            case "uc":
                self._set(unicode_skip=max(0, min(number or 0, 20)))
            case "ansicpg":
                self._encoding = encoding_of(number) or self._encoding
            case "mac" | "pc" | "pca":
                self._encoding = ENCODINGS[word]

    def _other_style(self, number: int | None) -> int:
        """The style of the paragraph, or in the table of styles a number of no paragraph."""
        return -1 - (number or 0) if self._group.target == "style" else self._group.style

    def _role(self) -> Role | None:
        name, level = self._styles.get(self._group.style, ("", None))
        if found := role_of(name):
            return found
        own = self._group.level if self._group.level is not None else level
        if own is not None and 0 <= own < 9:
            return "heading"
        return "list_item" if self._group.listed else None

    def _set(self, **changes: object) -> None:
        self._group = replace(self._group, **changes)  # type: ignore[arg-type]

    def _text(self, text: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip -= skipped
            text = text[skipped:]
        if not text or not self._group.target:
            return
        if text.isascii():
            self._decode()
            self._add(text)
        else:  # bytes of the file's encoding, which ought to be escaped
            self._bytes += text.encode("latin-1")

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes.append(code)

    def _decode(self) -> None:
        """Add the characters of the bytes that have come."""
        if not self._bytes:
            return
        data, self._bytes = bytes(self._bytes), bytearray()
        font = self._group.font
        charset = self._fonts.get(font, 0) if font is not None else 0
        if charset != SYMBOLS:
            self._add(data.decode(CHARSETS.get(charset, self._encoding), "replace"))

    def _add(self, text: str) -> None:
        group = self._group
        match group.target:
            case "text":
                if not group.hidden:
                    self._flows[-1].runs.append((text, group.size, group.bold))
            case "title" | "author":
                self._properties[group.target].append(text)
            case "style":
                self._style_name.append(text)
