"""The corrections in a library, under the digest of their article's text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

import msgspec

from briefing import codec
from briefing.corrections.values import Correction, digest_of
from briefing.library.schema import transaction

STANDS, UNDONE, OVERTAKEN = range(3)
"""A correction that is overtaken was undone, and cannot be done again since another was made."""
LAST_MADE = f"SELECT max(id) FROM corrections WHERE text = ? AND undone = {STANDS}"
FIRST_UNDONE = f"SELECT min(id) FROM corrections WHERE text = ? AND undone = {UNDONE}"


class KeptCorrections:
    """A `briefing.corrections.log.CorrectionLog` in a library; its methods raise `LibraryError`.

    Nothing is ever deleted. Several programs may correct one article at a time.

    Args:
        database: The library, in autocommit mode.
        guarded: Lets one thread in at a time, and turns errors of SQLite into ours.
    """

    def __init__(
        self, database: sqlite3.Connection, guarded: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._database = database
        self._guarded = guarded

    def of(self, text: str) -> tuple[Correction, ...]:
        """Those of an article that stand, in their order."""
        with self._guarded():
            rows = self._database.execute(
                "SELECT data FROM corrections WHERE text = ? AND undone = ? ORDER BY id",
                (digest_of(text), STANDS),
            ).fetchall()
        corrections = []
        for (data,) in rows:
            with suppress(ValueError, TypeError):  # of a newer brief: kept, and left alone
                corrections.append(msgspec.json.decode(data, type=Correction))
        return tuple(corrections)

    def add(self, text: str, *corrections: Correction) -> None:
        """Keep more, all of them or none."""
        digest = digest_of(text)
        rows = [(digest, codec.encode(correction)) for correction in corrections]
        with self._guarded(), transaction(self._database):
            self._database.execute(
                "UPDATE corrections SET undone = ? WHERE text = ? AND undone = ?",
                (OVERTAKEN, digest, UNDONE),
            )
            self._database.executemany("INSERT INTO corrections (text, data) VALUES (?, ?)", rows)

    def undo(self, text: str) -> Correction | None:
        """Take the last one back, and give it; None where none stands."""
        return self._mark(LAST_MADE, digest_of(text), UNDONE)

    def redo(self, text: str) -> Correction | None:
        """Do one again, and give it; None where there is none."""
        return self._mark(FIRST_UNDONE, digest_of(text), STANDS)

    def _mark(self, which: str, digest: str, undone: int) -> Correction | None:
        with self._guarded(), transaction(self._database):
            (number,) = self._database.execute(which, (digest,)).fetchone()
            if number is None:
                return None
            self._database.execute(
                "UPDATE corrections SET undone = ? WHERE id = ?", (undone, number)
            )
            (data,) = self._database.execute(
                "SELECT data FROM corrections WHERE id = ?", (number,)
            ).fetchone()
        return msgspec.json.decode(data, type=Correction)
