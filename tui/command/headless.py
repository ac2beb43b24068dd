"""Briefings without a screen: JSON or pages, printed or saved in the order of the articles."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from briefing import codec
from briefing.corrections.laying import corrected
from briefing.engine import Job
from briefing.errors import BriefingError, SaveError
from briefing.model import Briefing
from briefing.reading.sources import shown_name
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.corrections import GivenCorrections
from tui.command.many import waiting_for
from tui.command.options import CommandOptions, Format
from tui.command.progress import Waiting
from tui.command.sources import opened
from tui.command.streams import OutputError, write_bytes
from tui.saving.page_formats import OTHERS, page_renderer
from tui.settings import Settings

SUFFIXES: dict[Format, str] = {"markdown": ".md", "html": ".html", "json": ".json"}
FORMATS: dict[str, Format] = {suffix: form for form, suffix in SUFFIXES.items()}

ONE_PAGE = "one HTML page at a time is printed; save several with -o FOLDER/"
ONE_FILE = "the source has more than one article; save them with -o FOLDER/"
AHEAD = 16
"""Articles that are read and queued before the first of them is finished."""
AHEAD_OF_CLUSTER = 500
"""The same where many machines may work on them."""


def produce(options: CommandOptions, service: Service, settings: Settings) -> int:
    """Print or save a briefing of every article, and return the exit status."""
    if not options.articles and not options.paste:
        say("give at least one article, or - for standard input; brief --help lists all options")
        return USAGE
    form = _format(options)
    if form is None:
        say(
            f"cannot save {options.output}: end the name with .md, .html or .json, or give a format"
        )
        return USAGE
    if form == "html" and len(options.articles) > 1 and not options.output:
        say(ONE_PAGE)
        return USAGE
    if form == "json" and options.template:
        say("a template lays out a page; leave --json or --template out")
        return USAGE
    try:
        render = _renderer(form, options.template or settings.template)
    except BriefingError as error:
        say(str(error))
        return USAGE
    write = _saver(options, options.output, form) if options.output else _printer(form)
    failed = False
    with waiting_for(options) as waiting:
        for outcome in _briefings(options, service, waiting):
            try:
                found = _result(outcome, waiting)
                corrections = service.corrector.of(found.article)
                briefing = corrected(found, corrections).with_summary(options.sentences)
                write(render(briefing), briefing)
                waiting.finished(found.article.word_count)
            except OutputError:
                raise
            except BriefingError as error:
                say(str(error))
                waiting.failed()
                failed = True
            gc.enable()  # after the first article, by when all is loaded
    return SOME_FAILED if failed else ALL_DONE


def _result(outcome: Job | BriefingError, waiting: Waiting) -> Briefing:
    """The briefing, as soon as it is finished; an error is given the name of its article."""
    if isinstance(outcome, BriefingError):
        raise outcome
    try:
        return waiting.result(outcome)
    except BriefingError as error:
        raise BriefingError(
            f"cannot analyze {shown_name(outcome.article.source)}: {error}"
        ) from error


def _briefings(
    options: CommandOptions, service: Service, progress: Waiting
) -> Iterator[Job | BriefingError]:
    """The job of each article in turn, or why it could not be read; a few jobs run ahead."""
    waiting: deque[Job | BriefingError] = deque()
    ahead = AHEAD_OF_CLUSTER if options.executor else AHEAD
    outcomes = opened(options, service, progress.opened)
    for outcome in GivenCorrections(options, service).taken_in(outcomes):
        if isinstance(outcome, BriefingError):
            waiting.append(outcome)
        else:
            waiting.append(service.submit(outcome, options.analysis, progress.note))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


def _format(options: CommandOptions) -> Format | None:
    """What was asked for, if only by the file's suffix; None if that is no format of ours."""
    if options.format:
        return options.format
    ending = Path(options.output or "").suffix.lower()
    return None if ending in OTHERS else FORMATS.get(ending, "markdown")


def _renderer(form: Format, template: str | None) -> Callable[[Briefing], str]:
    if form == "json":
        return lambda briefing: codec.encode(briefing).decode() + "\n"
    return page_renderer(SUFFIXES[form], template)


Write = Callable[[str, Briefing], None]


def _printer(form: Format) -> Write:
    """Prints one briefing after another, pages with an empty line between them."""
    printed = False

    def write(text: str, briefing: Briefing) -> None:
        nonlocal printed
        if printed and form == "html":
            raise SaveError(f"cannot print {briefing.article.source}: {ONE_PAGE}")
        between = "\n" if printed and form == "markdown" else ""
        printed = True
        write_bytes((between + text).encode())

    return write


def _saver(options: CommandOptions, output: str, form: Format) -> Write:
    """Saves to the one file that was named, or into a folder under the articles' names."""
    from briefing.page.saving import Folder, is_folder, save_page

    target = Path(output)
    into_folder = len(options.articles) > 1 or is_folder(target) or output.endswith("/")
    folder = Folder(target, SUFFIXES[form])
    saved = False

    def write(text: str, briefing: Briefing) -> None:
        nonlocal saved
        if saved and not into_folder:  # a feed, a book
            raise SaveError(f"cannot save {briefing.article.source}: {ONE_FILE}")
        saved = True
        path = folder.path_of(briefing.article) if into_folder else target
        save_page(text, path, overwrite=options.overwrite)
        say(f"saved {path}")

    return write
