"""The library as one file, on the command line: `--export-library` and `--import-library`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.sanitize import path_line
from tui.command.console import ALL_DONE, SOME_FAILED, say

if TYPE_CHECKING:
    from briefing.library import Library
    from briefing.service import Service

CLEAR_LINE = "\r\x1b[K"


def export_library(path: str, service: Service, *, overwrite: bool) -> int:
    """Write the library into a file, and return the exit status."""
    library = service.library
    if library is None:
        return SOME_FAILED
    saved = library.shelf.export(Path(path).expanduser(), overwrite=overwrite)
    say(f"saved {_articles(library.shelf.count)} in {path_line(saved)}")
    return ALL_DONE


def import_library(path: str, service: Service) -> int:
    """Merge a file into the library, and return the exit status."""
    library = service.library
    if library is None:
        return SOME_FAILED
    new = library.shelf.take_in(Path(path).expanduser(), lambda *seen: _show("taking in", *seen))
    index_all(library)
    say(f"took in {_articles(new)} that {'was' if new == 1 else 'were'} not in the library yet")
    return ALL_DONE


def index_all(library: Library) -> None:
    """Put all into the index that is due, as in a library of an earlier brief."""
    due = left = library.due
    while left > 0:
        _show("indexing", due - left, due)
        done = library.index_due()
        left = left - done if done else 0
    if due:
        _show("", 0, 0)


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _show(words: str, done: int, of: int) -> None:
    """Say on standard error how far it is, if that is a terminal; nothing more without words."""
    if sys.stderr is not None and sys.stderr.isatty():
        line = f"{words} {done:,} of {of:,}" if words else ""
        print(f"{CLEAR_LINE}{line}", end="", file=sys.stderr, flush=True)
