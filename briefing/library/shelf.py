"""The articles of a library as a list: shown in parts, removed, put back, exported, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.library import removal, transfer
from briefing.library.corrections import Do
from briefing.library.entry import Entry
from briefing.library.listing import Order, count, listed
from briefing.page.saving import save_made

if TYPE_CHECKING:
    from briefing.names_file.values import Entry as NamesEntry


def _ignore(*_: object) -> None:
    """Nobody wants to know."""


class Shelf:
    """The list of all articles; its methods raise `LibraryError`.

    Args:
        do: Works with the library's database, which is in autocommit mode.
    """

    def __init__(self, do: Do) -> None:
        self._do = do

    def listed(self, order: Order = "read", start: int = 0, limit: int = 50) -> tuple[Entry, ...]:
        """A part of the list of all articles.

        Args:
            order: By when they were read, with those that commands put in at the end; by the date
                of publication, latest first; by title; by outlet.
            start: Number of the first, from 0.
            limit: The most that are given.
        """
        return self._do(lambda database: listed(database, order, start, limit))

    @property
    def count(self) -> int:
        """How many articles are listed."""
        return self._do(count)

    def watched_in(
        self, watched: Sequence[NamesEntry], keys: Sequence[str]
    ) -> dict[str, tuple[str, ...]]:
        """The watched names that articles have, as `briefing.library.watching.watched_in`."""
        from briefing.library.watching import watched_in

        return self._do(lambda database: watched_in(database, watched, keys))

    def look_at(self, texts: Sequence[str]) -> tuple[int, ...]:
        """Note that the reader looks at a dossier, as `briefing.library.looks.look_at`."""
        from briefing.library.looks import look_at

        return self._do(lambda database: look_at(database, texts))

    def new_among(self, stories: Mapping[str, Sequence[str]]) -> frozenset[str]:
        """The articles that are new in stories, as `briefing.library.looks.new_among`."""
        from briefing.library.looks import new_among

        return self._do(lambda database: new_among(database, stories))

    def remove(self, keys: Iterable[str]) -> int:
        """Remove articles with all that was found in them, and give how many.

        `restore` puts them back until the library is closed. What the reader corrected stays, for
        the case that an article is opened again.

        Args:
            keys: Of their entries.
        """
        keys, number = list(keys), self._do(removal.begin)
        for at in range(0, len(keys), removal.A_STEP):
            self._do(partial(removal.remove, keys=keys[at : at + removal.A_STEP], removal=number))
        return len(keys)

    def remove_batch(self, batch: str) -> int:
        """Remove all articles that a command put in, as `remove` does."""
        keys = self._do(
            lambda database: database.execute(
                "SELECT key FROM articles WHERE batch = ?", (batch,)
            ).fetchall()
        )
        return self.remove(key for (key,) in keys)

    def restore(self) -> int:
        """Put back what was removed last and is not back yet; gives how many articles that are."""
        number = self._do(removal.last)
        if number is None:
            return 0
        restored = 0
        for table in removal.TABLES:
            restored = 0
            while some := self._do(partial(removal.restore, removal=number, table=table)):
                restored += some
        return restored

    def export(self, path: Path, *, overwrite: bool = False) -> Path:
        """Write the whole library into one file, completely or not at all.

        Raises:
            SaveError: The file cannot be written, or it exists and may not be replaced.
            LibraryError: The library cannot be read.
        """
        return save_made(
            lambda name: self._do(lambda database: transfer.export(database, name)),
            path,
            overwrite=overwrite,
        )

    def take_in(self, path: Path, on_progress: Callable[[int, int], object] = _ignore) -> int:
        """Merge an exported library into this one, and give how many articles are new.

        Nothing that is here already is overwritten. What is interrupted can be begun again.

        Args:
            path: The file, which is not changed.
            on_progress: Called with how many briefings were looked at, of how many.

        Raises:
            LibraryError: The file is no library, or this one cannot be written.
        """
        new = 0
        with transfer.opened_export(path) as other:
            keys = transfer.keys_of(other)
            for at in range(0, len(keys), transfer.A_STEP):
                on_progress(at, len(keys))
                some = keys[at : at + transfer.A_STEP]
                new += self._do(partial(transfer.take_in, other=other, keys=some))
            self._do(lambda database: transfer.take_in_corrections(database, other))
            self._do(lambda database: transfer.take_in_feeds(database, other))
        return new
