"""What a large file of names was read to be, so that it is read once and not by every program.

TOML takes forty times as long as this. To lose it is no harm, so nothing here fails.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.files import ordinary_bytes
from briefing.library.key import code_version
from briefing.names_file.values import Entry

Stamp = tuple[int, ...]


class _Kept(Struct, frozen=True):
    """What is kept.

    Attributes:
        stamp: Of the file that it was read from.
        code: Digest of the code that read it.
    """

    stamp: Stamp
    code: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...]


def default_path() -> Path:
    """Where it lies: in the platform's folder for what can be made again."""
    from platformdirs import user_cache_path

    return user_cache_path("brief", appauthor=False) / "names.json"


def load(path: Path, stamp: Stamp) -> tuple[tuple[Entry, ...], tuple[str, ...]] | None:
    """Entries and problems of the file with this stamp, or None."""
    from briefing.names_file.checking import problem_of
    from briefing.sanitize import is_clean

    with suppress(OSError, ValueError, RecursionError):
        kept = msgspec.json.decode(ordinary_bytes(path), type=_Kept)
        if (
            (kept.stamp, kept.code) == (stamp, _code())
            and not any(map(problem_of, kept.entries))
            and all(map(is_clean, kept.problems))
        ):
            return kept.entries, kept.problems
    return None


def save(path: Path, stamp: Stamp, entries: tuple[Entry, ...], problems: tuple[str, ...]) -> None:
    """Keep what was read."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(msgspec.json.encode(_Kept(stamp, _code(), entries, problems)))
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _code() -> str:
    return sha256(code_version().encode()).hexdigest()
