"""The sources of the command line opened: its paths and addresses, the clipboard, a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from briefing.errors import ReadError
from briefing.model import Article
from briefing.opening import Outcome, files_below, is_folder
from briefing.reading.sources import STDIN
from briefing.sanitize import one_line
from briefing.service import Service
from tui.command.console import say
from tui.command.options import CommandOptions
from tui.fetch_progress import amount_fetched

if TYPE_CHECKING:
    from briefing.web.fetching import OnFetched, Stop

SECONDS_TO_PASTE = 5.0
CLEAR_LINE = "\r\x1b[K"
NO_CLIPBOARD = (
    "cannot read the clipboard: it is empty or cannot be reached from here;"
    " paste the article into brief itself"
)


class DatedSources:
    """Opens what the user gives on the screen; articles without a date get that of the command.

    Args:
        options: The command line.
        service: Opens the sources.
    """

    def __init__(self, options: CommandOptions, service: Service) -> None:
        self._options = options
        self._service = service

    def open(
        self, source: str, *, on_progress: OnFetched | None = None, stop: Stop | None = None
    ) -> Sequence[Outcome]:
        """What a path, a folder or an address holds, or why it cannot be read."""
        return self._dated(self._service.open(source, on_progress=on_progress, stop=stop))

    def open_text(self, text: str) -> Sequence[Outcome]:
        """The article in a pasted text, or why there is none."""
        return self._dated(self._service.open_text(text))

    def _dated(self, outcomes: Sequence[Outcome]) -> Sequence[Outcome]:
        return [dated(outcome, self._options) for outcome in outcomes]


def dated(outcome: Outcome, options: CommandOptions) -> Outcome:
    """An article with the date of the command line, unless it has its own."""
    return options.dated(outcome) if isinstance(outcome, Article) else outcome


def opened(
    options: CommandOptions, service: Service, on_opened: Callable[[int], object] = lambda _: None
) -> Iterator[Outcome]:
    """What the sources of the command line hold, each opened when its turn comes.

    Args:
        options: The command line.
        service: Opens the sources.
        on_opened: Called, for each file or address, with the number of its articles.
    """
    _ask_for_paste(options)
    if options.paste:
        yield from (dated(outcome, options) for outcome in _pasted(service))
    for source in options.articles:
        with _Progress() as progress:
            for outcomes in service.each(source, on_progress=partial(progress.show, source)):
                on_opened(len(outcomes))
                yield from (dated(outcome, options) for outcome in outcomes)


def count_of_sources(options: CommandOptions) -> int:
    """How many files and addresses there are, those in folders counted."""
    found = int(options.paste)
    for source in options.articles:
        with suppress(ReadError):  # which is told when its turn comes
            found += sum(1 for _ in files_below(source)) if is_folder(source) else 1
    return found


def opened_all(
    options: CommandOptions, service: Service, meanwhile: Callable[[], object]
) -> list[Outcome]:
    """The same at once, while something else is done."""
    _ask_for_paste(options)
    with _Progress() as progress:
        found = service.open_all(options.articles, meanwhile, on_progress=progress.show)
    return [dated(one, options) for one in (*(_pasted(service) if options.paste else ()), *found)]


def _ask_for_paste(options: CommandOptions) -> None:
    if STDIN in options.articles and sys.stdin is not None and sys.stdin.isatty():
        say("paste the article, then press ctrl+d on a line of its own")


def _pasted(service: Service) -> Sequence[Outcome]:
    text: list[str] = []
    reading = Thread(target=lambda: text.append(_in_clipboard()), daemon=True)
    reading.start()
    reading.join(SECONDS_TO_PASTE)  # a program that owns the clipboard may never answer
    whole = "".join(text)
    return service.open_text(whole) if whole.strip() else (ReadError(NO_CLIPBOARD),)


def _in_clipboard() -> str:
    import pyperclip  # type: ignore[import-untyped]

    try:
        return str(pyperclip.paste())
    except pyperclip.PyperclipException:
        return ""


class _Progress:
    """Shows on standard error how far a fetch is, if that is a terminal; gone at the end."""

    def __init__(self) -> None:
        self._shown = False

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._shown:
            print(CLEAR_LINE, end="", file=sys.stderr, flush=True)

    def show(self, source: str, arrived: int, expected: int | None) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            words = f"fetching {one_line(source)}  {amount_fetched(arrived, expected)}"
            print(f"{CLEAR_LINE}{words}", end="", file=sys.stderr, flush=True)
            self._shown = True
