"""What every format gives: the blocks of a source, and what the source says about itself."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.model import BlockKind, Origin

SourceKind = BlockKind | Literal["title", "furniture"]


class Block(Struct, frozen=True):
    """A part of a source.

    Attributes:
        text: Its text. Where the kind is known it becomes one line, made safe by
            `briefing.reading.layout`; where it is not, it is cleaned text of any number of lines.
        kind: What the source says it is, or None where the format does not know: then each of its
            lines is judged by its words.
    """

    text: str
    kind: SourceKind | None = None


class Document(Struct, frozen=True, kw_only=True):
    """A source as its format understands it; what the source does not say stays empty.

    Attributes:
        blocks: In reading order.
        title: The headline.
        authors: Names of the authors.
        outlet: Who published it.
        published: Publication date as YYYY-MM-DD.
        published_at: Its date and time, ISO 8601, or None where no time is given.
        language: A language tag such as "fr" or "en-GB".
        address: Its web address.
        notes: What the reader should know about the reading, one sentence each.
        origins: Where the title, the authors and so on stood, one for each that is not empty.
        part: What tells this document from the others of its source ("chapter 3"), or "".
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    published_at: str | None = None
    language: str | None = None
    address: str | None = None
    notes: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    part: str = ""
