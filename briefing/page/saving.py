"""Pages as files, named after the article, and written completely or not at all."""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path, PurePath
from typing import BinaryIO

from briefing.errors import SaveError
from briefing.model import Article
from briefing.sanitize import one_line

LONGEST_NAME = 60
"""Characters of a file name made from a title; with the suffix at most 243 bytes of UTF-8."""
NO_NAME = "brief"
NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What a file system without hard links answers."""
TEMPORARY = ".brief-{}.tmp"
LONG_AGO = 3600.0
"""Seconds after which a temporary file is nobody's any more."""
# Names that Windows keeps for devices, with or without a suffix.
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)

REASONS = {
    errno.EACCES: "you may not write there; choose another folder",
    errno.EPERM: "you may not write there; choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENOSPC: "the disk is full; free some space or choose another folder",
    errno.EDQUOT: "your disk quota is used up; free some space or choose another folder",
    errno.ENOTDIR: "part of the path is a file, not a folder; choose another folder",
    errno.EISDIR: "it is a folder; give a file name",
    errno.ENODEV: "it is a device or a pipe; give a file name",
    errno.ENOENT: "no file can be made there; choose another folder",
    errno.EEXIST: "it exists already; choose another name, or overwrite it with --overwrite",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def default_path(article: Article) -> Path:
    """Where an article's page is saved by default: in the documents folder, under its title."""
    return path_of_title(article.title or _name_of(article.source))


def path_of_title(title: str) -> Path:
    """Where a page under this title is saved by default."""
    from platformdirs import user_documents_path

    return user_documents_path() / f"{slug(title)}.md"


class Folder:
    """A folder for the pages of several articles, each under a name of its own.

    Args:
        path: The folder.
        suffix: The ending of the names, with its dot.
    """

    def __init__(self, path: Path, suffix: str) -> None:
        self._path = path
        self._suffix = suffix
        self._taken: set[Path] = set()

    def path_of(self, article: Article) -> Path:
        """The path for the next article's page; a number tells it from the ones before."""
        name = default_path(article).stem
        names = (name if number == 1 else f"{name}-{number}" for number in count(1))
        paths = (self._path / f"{name}{self._suffix}" for name in names)
        path = next(path for path in paths if path not in self._taken)
        self._taken.add(path)
        return path


def slug(title: str) -> str:
    """A title as a file name without its suffix: lower-case words joined by hyphens.

    Letters and digits of all scripts are kept; everything else, such as dots and slashes, is not.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", one_line(title)).casefold())
    name = words[0][:LONGEST_NAME] if words else NO_NAME
    for word in words[1:]:
        if len(name) + 1 + len(word) > LONGEST_NAME:
            break
        name = f"{name}-{word}"
    return f"{name}-{NO_NAME}" if RESERVED.fullmatch(name) else name


def is_folder(path: Path) -> bool:
    """True for a folder; False for all else, and for what may not be looked at."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_there(path: Path) -> bool:
    """True for what is there; False for what may not be looked at, which saving then says."""
    with suppress(OSError, ValueError):
        return path.exists()
    return False


def save_page(page: str | bytes, path: Path, *, overwrite: bool = False) -> Path:
    """Write a page completely or not at all, and create its folder if there is none.

    A text is written in UTF-8. It is first written to a file without a name, where the system has
    such, else to a temporary one, and gets its name when it is safely on the disk, so neither a
    crash nor a full disk leaves half a page or damages an earlier one. Without `overwrite`, an
    existing file is not replaced, not even one created at the same time; what is no ordinary file
    never is.

    Returns:
        The path that was written; a symbolic link there is followed.

    Raises:
        SaveError: It cannot be written, or it exists and may not be replaced; nothing has changed
            in the folder.
    """
    with _explained(path):
        data = page.encode() if isinstance(page, str) else page
        target = _prepared(path)
        if not _written_without_name(target, data, overwrite=overwrite):
            with _written_beside(target, data) as finished:
                if overwrite:
                    finished.replace(target)
                else:
                    _publish(finished, target)
        _sync_folder(target.parent)
    return target


def save_made(make: Callable[[Path], object], path: Path, *, overwrite: bool = False) -> Path:
    """The same for a file that something else makes, under a temporary name in the same folder.

    Args:
        make: Writes a file that is there and empty.
        path: Where it goes.
        overwrite: It may replace an existing file.

    Raises:
        SaveError: As `save_page`.
    """
    with _explained(path):
        target = _prepared(path)
        if target.exists() and not overwrite:
            raise FileExistsError(errno.EEXIST, "it exists")
        finished = _temporary(target)
        try:
            finished.touch(exist_ok=False)
            make(finished)
            if overwrite:
                finished.replace(target)
            else:
                _publish(finished, target)
        finally:
            finished.unlink(missing_ok=True)
        _sync_folder(target.parent)
    return target


def _prepared(path: Path) -> Path:
    """The file that a path leads to, whose folder is made if there is none."""
    target = path.resolve()
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder")
    if target.exists() and not target.is_file():
        raise OSError(errno.ENODEV, "is no ordinary file")
    target.parent.mkdir(parents=True, exist_ok=True)
    _tidy(target.parent)
    return target


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn errors of the file system into ours."""
    try:
        yield
    except (OSError, ValueError, RuntimeError) as error:
        code = error.errno if isinstance(error, OSError) else None
        if isinstance(error, FileExistsError) and not is_there(path):
            code = errno.ENOTDIR  # mkdir raises it if a parent is a file
        words = (error.strerror if isinstance(error, OSError) else None) or str(error)
        reason = REASONS.get(code or 0) or f"{one_line(words)}; choose another path"
        raise SaveError(f"cannot save {one_line(str(path))}: {reason}") from error


def _tidy(folder: Path) -> None:
    """Remove the temporary files of programs that were killed long ago."""
    with suppress(OSError):
        for left in folder.glob(TEMPORARY.format("*")):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > LONG_AGO:
                    left.unlink()


def _temporary(target: Path) -> Path:
    return target.parent / TEMPORARY.format(secrets.token_hex(8))


def _written_without_name(target: Path, data: bytes, *, overwrite: bool) -> bool:
    """Write a file that has no name before it is finished; False where that cannot be done.

    A program that is killed in between leaves nothing.

    Raises:
        OSError: It cannot be written, or exists and may not be replaced.
    """
    try:
        descriptor = os.open(target.parent, os.O_WRONLY | os.O_TMPFILE | os.O_CLOEXEC, 0o666)
    except (OSError, AttributeError):  # not this system, or not this file system
        return False
    with os.fdopen(descriptor, "wb") as file:
        _write(file, data, target)
        nameless = f"/proc/self/fd/{file.fileno()}"
        if not Path(nameless).exists():
            return False
        name = _temporary(target) if overwrite else target
        try:
            os.link(nameless, name, src_dir_fd=file.fileno())  # by linkat, which follows it
        except OSError as error:
            if error.errno in NO_LINKS:
                return False
            raise
        if overwrite:  # a link cannot replace a file, a renamed file can
            name.replace(target)
    return True


def _write(file: BinaryIO, data: bytes, target: Path) -> None:
    """Write a page safely to the disk, with the rights of the file that it will replace."""
    file.write(data)
    file.flush()
    if target.exists():
        os.fchmod(file.fileno(), target.stat().st_mode & 0o777)
    os.fsync(file.fileno())


@contextmanager
def _written_beside(target: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in the target's folder with the page safely on the disk."""
    name = _temporary(target)
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write(file, data, target)
        yield name
    finally:
        with suppress(FileNotFoundError):
            name.unlink()


def _publish(finished: Path, target: Path) -> None:
    """Give the file its name, unless a file has it; check and rename are one atomic step."""
    try:
        target.hardlink_to(finished)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # A file system without hard links: create the name first, then replace that file.
        target.touch(exist_ok=False)
        finished.replace(target)


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, on systems that can sync folders."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _name_of(source: str) -> str:
    """The last part of a path or an address without its suffix."""
    name = PurePath(re.sub(r"[?#].*", "", source)).stem
    return "" if name == "-" else name
