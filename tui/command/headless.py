"""Briefings without a screen: JSON or pages, printed or saved in the order of the articles."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from briefing.corrections.laying import corrected
from briefing.corrections.subject import together
from briefing.engine import Job
from briefing.errors import BriefingError, SaveError
from briefing.model import Briefing
from briefing.opening import Outcome
from briefing.page.formats import BY_NAME, PageFormat, endings, format_of, renderer
from briefing.reading.sources import shown_name
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.corrections import GivenCorrections
from tui.command.many import waiting_for
from tui.command.options import CommandOptions
from tui.command.progress import Waiting
from tui.command.sources import opened
from tui.command.streams import OutputError, write_bytes
from tui.settings import Settings

ONE_PAGE = "one HTML page at a time is printed; save several with -o FOLDER/"
NO_TEMPLATE = "a template lays out a page, not {}; save Markdown or HTML, or leave --template out"
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
    form = form_of(options)
    if form is None:
        say(f"cannot save {options.output}: end the name with {endings()}, or give a format")
        return USAGE
    if form.name == "html" and len(options.articles) > 1 and not options.output:
        say(ONE_PAGE)
        return USAGE
    if options.template and not form.is_laid_out:
        say(NO_TEMPLATE.format(form.label))
        return USAGE
    try:
        render = renderer(form, options.template or settings.template)
    except BriefingError as error:
        say(str(error))
        return USAGE
    write = _saver(options, options.output, form) if options.output else _printer(form)
    failed = False
    texts: list[str] = []
    with waiting_for(options) as waiting:
        for outcome in outcomes(options, service, waiting):
            try:
                found = result_of(outcome, waiting)
                corrections = service.corrector.of(found.article)
                briefing = corrected(found, corrections).with_summary(options.sentences)
                write(render(briefing), briefing)
                texts.append(found.article.text)
                waiting.finished(found.article.word_count)
            except OutputError:
                raise
            except BriefingError as error:
                say(str(error))
                waiting.failed()
                failed = True
            gc.enable()  # after the first article, by when all is loaded
    if options.output and texts:
        service.corrector.note_saved(together(texts))
    return SOME_FAILED if failed else ALL_DONE


def result_of(outcome: Job | BriefingError, waiting: Waiting) -> Briefing:
    """The briefing, as soon as it is finished; an error is given the name of its article."""
    if isinstance(outcome, BriefingError):
        raise outcome
    try:
        return waiting.result(outcome)
    except BriefingError as error:
        raise BriefingError(
            f"cannot analyze {shown_name(outcome.article.source)}: {error}"
        ) from error


def outcomes(
    options: CommandOptions, service: Service, progress: Waiting
) -> Iterator[Job | BriefingError]:
    """The job of each article in turn, or why it could not be read; a few jobs run ahead."""
    waiting: deque[Job | BriefingError] = deque()
    ahead = AHEAD_OF_CLUSTER if options.executor else AHEAD
    found = _noting_batch(options, service, progress)
    for outcome in GivenCorrections(options, service).taken_in(found):
        if isinstance(outcome, BriefingError):
            waiting.append(outcome)
        else:
            waiting.append(service.submit(outcome, options.analysis, progress.note))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting


def _noting_batch(
    options: CommandOptions, service: Service, progress: Waiting
) -> Iterator[Outcome]:
    """What the sources hold; the library is told where that is several, before it keeps any."""
    found = opened(options, service, progress.opened)
    first = list(islice(found, 2)) if len(options.articles) == 1 else []
    if len(first) > 1 or len(options.articles) > 1:
        service.batch = datetime.now(UTC).isoformat(timespec="milliseconds")
    yield from first
    yield from found


def form_of(options: CommandOptions) -> PageFormat | None:
    """What was asked for, if only by the ending of a name; None if that is no format of ours."""
    return BY_NAME[options.format] if options.format else format_of(options.output or "")


Write = Callable[[str | bytes, Briefing], None]


def _printer(form: PageFormat) -> Write:
    """Prints one briefing after another, pages with an empty line between them."""
    printed = False

    def write(page: str | bytes, briefing: Briefing) -> None:
        nonlocal printed
        if printed and form.name == "html":
            raise SaveError(f"cannot print {briefing.article.source}: {ONE_PAGE}")
        between = b"\n" if printed and form.name == "markdown" else b""
        printed = True
        write_bytes(between + (page.encode() if isinstance(page, str) else page))

    return write


def _saver(options: CommandOptions, output: str, form: PageFormat) -> Write:
    """Saves to the one file that was named, or into a folder under the articles' names."""
    from briefing.page.saving import Folder, is_folder, save_page

    target = Path(output)
    into_folder = len(options.articles) > 1 or is_folder(target) or output.endswith("/")
    folder = Folder(target, form.ending)
    saved = False

    def write(page: str | bytes, briefing: Briefing) -> None:
        nonlocal saved
        if saved and not into_folder:  # a feed, a book
            raise SaveError(f"cannot save {briefing.article.source}: {ONE_FILE}")
        saved = True
        path = folder.path_of(briefing.article) if into_folder else target
        save_page(page, path, overwrite=options.overwrite)
        say(f"saved {path}")

    return write
