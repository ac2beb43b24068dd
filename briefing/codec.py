"""A briefing to JSON bytes and back: the one format of pipes, library and `--json`."""

from __future__ import annotations

import msgspec

from briefing.model import Briefing


def encode(value: object) -> bytes:
    """UTF-8 JSON of any value of `briefing.model`."""
    return msgspec.json.encode(value)


def decode(data: bytes) -> Briefing:
    """The briefing that `encode` wrote.

    Raises:
        ValueError: The bytes are no briefing; the message says where.
    """
    return msgspec.json.decode(data, type=Briefing)
