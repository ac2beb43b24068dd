"""The file of names on the disk: read as often as it changes, written on a command only."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from msgspec.structs import replace

from briefing.errors import BriefingError, SaveError
from briefing.files import ordinary_bytes
from briefing.model import Article
from briefing.names_file.matching import NameIndex
from briefing.names_file.values import Entry, bare
from briefing.sanitize import path_line

Stamp = tuple[int, ...]
CACHED_FROM = 100_000
"""Bytes of a file of which it is kept what it says."""
SECONDS_TO_WAIT = 5.0
"""For another program that writes the file."""


def default_path() -> Path:
    """Where the file lies: in the platform's folder for configuration, beside the settings."""
    from platformdirs import user_config_path

    return user_config_path("brief", appauthor=False) / "names.toml"


class NamesFile:
    """The file of names; it need not be there, and may be changed by others at any time.

    Args:
        path: The file.
        cache: Where what a large file says is kept, or None.
    """

    def __init__(self, path: Path, cache: Path | None = None) -> None:
        self.path = path
        self._cache = cache
        self._lock = Lock()
        self._stamp: Stamp | None = ()
        self._entries: tuple[Entry, ...] = ()
        self._problems: tuple[str, ...] = ()
        self._index = NameIndex(())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What can be used of it, in its order."""
        with self._lock:
            self._read()
            return self._entries

    @property
    def problems(self) -> tuple[str, ...]:
        """What cannot be used, each in one line for the user."""
        with self._lock:
            self._read()
            return self._problems

    @property
    def watched(self) -> tuple[Entry, ...]:
        """The entries whose names are watched, in the order of the file."""
        return tuple(entry for entry in self.entries if entry.watched)

    def about(self, article: Article) -> tuple[Entry, ...]:
        """The entries whose names the article has, in the order of the file.

        One of the article's own outlet says that it is no actor here. What is watched is the same
        as what is not, so that it needs no other briefing.
        """
        with self._lock:
            self._read()
            if not self._entries:
                return ()
            numbers = sorted({number for _, _, number in self._index.find(article.text)})
            entries = [self._entries[number] for number in numbers]
        return tuple(
            replace(entry, watched=False) if entry.watched else entry
            for entry in (_in_outlet(entry, article.outlet) for entry in entries)
            if entry.kind is not None or entry.never_an_actor
        )

    def remember(self, entry: Entry) -> None:
        """Add an entry, or bring the one of that name up to date; all else stays as it is.

        With 10,000 entries it takes seconds.

        Raises:
            BriefingError: The entry makes no sense, the file is broken, or it cannot be written;
                then nothing has changed.
        """
        from briefing.names_file.checking import problem_of
        from briefing.names_file.writing import remembered

        if problem := problem_of(entry):
            raise BriefingError(f"cannot remember it: {problem}")
        self._change(lambda text: remembered(text, entry))

    def forget(self, name: str) -> bool:
        """Take the entry of a name out; False if there is none.

        Raises:
            BriefingError: As `remember`.
        """
        from briefing.names_file.writing import forgotten

        return self._change(lambda text: forgotten(text, name))

    def stop_watching(self, name: str) -> bool:
        """Watch the name of an entry no more; False if it is not watched.

        An entry that says nothing else is taken out.

        Raises:
            BriefingError: As `remember`.
        """
        from briefing.names_file.writing import unwatched

        return self._change(lambda text: unwatched(text, name))

    def _read(self) -> None:
        """Read the file, if it has changed since the last time."""
        stamp = _stamp(self.path)
        if stamp == self._stamp:
            return
        self._entries, problems = self._loaded(stamp)
        self._stamp = stamp
        self._index = NameIndex(
            (name, number) for number, entry in enumerate(self._entries) for name in entry.forms
        )
        if problems and not self._entries:
            problems = (*problems[:-1], f"{problems[-1]}; brief goes on without it")
        self._problems = tuple(f"{path_line(self.path)}: {problem}" for problem in problems)

    def _loaded(self, stamp: Stamp | None) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
        cache = self._cache if stamp and stamp[0] >= CACHED_FROM else None
        if cache and stamp:
            from briefing.names_file.cache import load

            if known := load(cache, stamp):
                return known
        try:
            data = ordinary_bytes(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return (), (("it is a link that leads nowhere",) if self.path.is_symlink() else ())
        except (OSError, MemoryError) as error:
            reason = getattr(error, "strerror", None) or type(error).__name__
            return (), (f"it cannot be read ({reason})",)
        from briefing.names_file.reading import parsed  # which most readers can do without

        found = parsed(data)
        if cache and stamp and stamp == _stamp(self.path):
            from briefing.names_file.cache import save

            save(cache, stamp, *found)
        return found

    def _change(self, change: Callable[[str], str | None]) -> bool:
        """Write what a function makes of the file's text; False where that is None."""
        from briefing.page.saving import save_page

        with _alone(self.path):
            try:
                old = ordinary_bytes(self.path).decode("utf-8-sig")
            except FileNotFoundError:
                old = ""
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
                raise SaveError(
                    f"cannot change {path_line(self.path)}: {reason}; correct it, or move it away"
                ) from error
            try:
                new = change(old)
            except ValueError as error:
                raise SaveError(f"cannot change {path_line(self.path)}: {error}") from error
            if new is None:
                return False
            save_page(new, self.path, overwrite=True)
            return True


def _in_outlet(entry: Entry, outlet: str) -> Entry:
    """An entry as it stands in an article of an outlet."""
    own = bare(outlet).casefold()
    if not entry.outlet or own not in {bare(name).casefold() for name in entry.names}:
        return entry
    kind = "place" if entry.kind == "place" else None
    return replace(entry, kind=kind, role=None, never_an_actor=True)


def _stamp(path: Path) -> Stamp | None:
    """The file's size, and what else is another after it has changed; None where there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_dev, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep all other programs from changing the file meanwhile, where the system can do so.

    Raises:
        SaveError: Its folder cannot be made, or another program does not finish.
    """
    folder = path.resolve().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SaveError(
            f"cannot write {path_line(path)}: {reason}; see to its folder, and try again"
        ) from error
    try:
        if not _is_locked(descriptor):
            raise SaveError(
                f"cannot write {path_line(path)}: another program is writing it; try again"
            )
        yield
    finally:
        os.close(descriptor)  # which unlocks it


def _is_locked(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows, which does not let a file be replaced that is open
        return True
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        except OSError:  # a file system without locks
            return True
        else:
            return True
