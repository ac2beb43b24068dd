"""A briefing to JSON bytes and back: the one format of pipes, library and `--json`."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from briefing.model import Article, Briefing


def encode(value: object) -> bytes:
    """UTF-8 JSON of any value of `briefing.model`."""
    return msgspec.json.encode(value)


def decode(data: bytes) -> Briefing:
    """The briefing that `encode` wrote, of this schema or an earlier one.

    Raises:
        ValueError: The bytes are no briefing; the message says where.
    """
    return msgspec.json.decode(data, type=Briefing)


def decode_article(data: bytes) -> Article:
    """The article alone of the briefing that `encode` wrote, of whatever schema.

    Raises:
        ValueError: The bytes are no briefing; the message says where.
    """
    return msgspec.json.decode(data, type=_WithArticle).article


class _WithArticle(Struct, frozen=True):
    """What is read of a briefing where only its article is wanted."""

    article: Article
