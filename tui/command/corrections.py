"""Corrections on the command line: printed, or taken in from a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from briefing.corrections.toml_file import fitting, from_toml, to_toml
from briefing.corrections.values import Correction
from briefing.errors import BriefingError
from briefing.model import Article
from briefing.reading.sources import load
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, say
from tui.command.options import CommandOptions
from tui.command.sources import opened
from tui.command.streams import write


def print_corrections(options: CommandOptions, service: Service) -> int:
    """Print the corrections of every article as TOML, and return the exit status."""
    found, failed = [], False
    for outcome in opened(options, service):
        if isinstance(outcome, Article):
            found.append((outcome, service.corrector.of(outcome)))
        else:
            say(str(outcome))
            failed = True
    if found:
        write(to_toml(found))
    return SOME_FAILED if failed else ALL_DONE


class GivenCorrections:
    """A file of corrections, read when the first article wants them.

    Args:
        options: The command line, which names the file.
        service: Keeps what is taken in.
    """

    def __init__(self, options: CommandOptions, service: Service) -> None:
        self._name = options.corrections or ""
        self._service = service

    @cached_property
    def _file(self) -> Mapping[str, tuple[Correction, ...]]:
        return from_toml(load(self._name), self._name)

    def taken_in(
        self, outcomes: Iterable[Article | BriefingError]
    ) -> Iterator[Article | BriefingError]:
        """The articles, each once what the file has for it is kept; or what was wrong with that."""
        for outcome in outcomes:
            if isinstance(outcome, Article) and self._name:
                try:
                    self._take_in(outcome)
                except BriefingError as error:
                    yield error
                    continue
            yield outcome

    def _take_in(self, article: Article) -> None:
        corrector = self._service.corrector
        corrector.correct(article, *fitting(self._file, article, corrector.of(article), self._name))
