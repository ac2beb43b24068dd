"""The corrections in a library, under the digest of their article's text."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Protocol, TypeVar

import msgspec

from briefing import codec
from briefing.corrections.subject import Digests, SetUse
from briefing.corrections.values import Correction, digest_of
from briefing.library import article_sets
from briefing.library.schema import transaction

T = TypeVar("T")
STANDS, UNDONE, OVERTAKEN = range(3)
"""A correction that is overtaken was undone, and cannot be done again since another was made."""
LAST_MADE = f"SELECT max(id) FROM corrections WHERE text = ? AND undone = {STANDS}"
FIRST_UNDONE = f"SELECT min(id) FROM corrections WHERE text = ? AND undone = {UNDONE}"
OVERTAKE = f"UPDATE corrections SET undone = {OVERTAKEN} WHERE text = ? AND undone = {UNDONE}"
INDEX_AGAIN = "UPDATE articles SET is_due = 1 WHERE text = ?"


class Do(Protocol):
    """Works with the library's database, one thread at a time, and turns its errors into ours."""

    def __call__(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What the work gives."""
        ...


class KeptCorrections:
    """A `briefing.corrections.log.CorrectionLog` in a library; its methods raise `LibraryError`.

    Nothing is ever deleted. Several programs may correct one article at a time.

    Args:
        do: Works with the database, which is in autocommit mode.
    """

    def __init__(self, do: Do) -> None:
        self._do = do

    def of(self, text: str) -> tuple[Correction, ...]:
        """Those of an article that stand, in their order."""
        statement = "SELECT data FROM corrections WHERE text = ? AND undone = ? ORDER BY id"
        values = (digest_of(text), STANDS)
        rows = self._do(lambda database: database.execute(statement, values).fetchall())
        return tuple(found for (data,) in rows for found in _decoded(data))

    def add(self, text: str, *corrections: Correction) -> None:
        """Keep more, all of them or none."""
        digest = digest_of(text)
        rows = [(digest, codec.encode(correction)) for correction in corrections]

        def write(database: sqlite3.Connection) -> None:
            with transaction(database):
                database.execute(OVERTAKE, (digest,))
                database.executemany("INSERT INTO corrections (text, data) VALUES (?, ?)", rows)
                database.execute(INDEX_AGAIN, (digest,))

        self._do(write)

    def sets(self, digests: Digests, what: SetUse) -> list[Digests]:
        """The sets of articles that have one of these and were used so, the latest first."""
        return self._do(lambda database: article_sets.sharing(database, digests, what))

    def add_set(self, digests: Digests, what: SetUse) -> None:
        """Remember what was done with these articles together."""
        self._do(lambda database: article_sets.note(database, digests, what))

    def undo(self, text: str) -> Correction | None:
        """Take the last one back, and give it; None where none stands."""
        return self._mark(LAST_MADE, digest_of(text), UNDONE)

    def take_back(self, text: str, correction: Correction) -> None:
        """Take this one back, which is then the only one that can be done again."""
        digest = digest_of(text)

        def write(database: sqlite3.Connection) -> None:
            statement = "SELECT id, data FROM corrections WHERE text = ? AND undone = ?"
            with transaction(database):
                rows = database.execute(statement, (digest, STANDS)).fetchall()
                wanted = (number for number, data in rows if correction in _decoded(data))
                if (number := next(wanted, None)) is not None:
                    database.execute(OVERTAKE, (digest,))
                    database.execute(
                        "UPDATE corrections SET undone = ? WHERE id = ?", (UNDONE, number)
                    )
                    database.execute(INDEX_AGAIN, (digest,))

        self._do(write)

    def redo(self, text: str) -> Correction | None:
        """Do one again, and give it; None where there is none."""
        return self._mark(FIRST_UNDONE, digest_of(text), STANDS)

    def _mark(self, which: str, digest: str, undone: int) -> Correction | None:
        def write(database: sqlite3.Connection) -> object:
            with transaction(database):
                (number,) = database.execute(which, (digest,)).fetchone()
                database.execute("UPDATE corrections SET undone = ? WHERE id = ?", (undone, number))
                database.execute(INDEX_AGAIN, (digest,))
                statement = "SELECT data FROM corrections WHERE id = ?"
                return (database.execute(statement, (number,)).fetchone() or (None,))[0]

        return next(_decoded(self._do(write)), None)


def _decoded(data: object) -> Iterator[Correction]:
    """The correction, unless it is damaged or of a newer brief; then it is only left alone."""
    with suppress(ValueError, TypeError, RecursionError):
        yield msgspec.json.decode(data, type=Correction)  # type: ignore[call-overload]
