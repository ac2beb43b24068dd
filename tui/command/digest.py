"""The morning page of all articles of the command line: printed, saved, or opened as a list."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct

from briefing import codec
from briefing.corrections.laying import corrected
from briefing.digest import Digest, choose, digest_of
from briefing.engine import Job
from briefing.errors import BriefingError, ReadError
from briefing.model import Article, Briefing
from briefing.opening import Outcome
from briefing.page.formats import PageFormat
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.corrections import GivenCorrections
from tui.command.headless import form_of, result_of
from tui.command.options import CommandOptions
from tui.command.progress import Reading, Waiting
from tui.command.sources import dated
from tui.command.stories import each_known
from tui.command.streams import write_bytes

NO_ARTICLES = "give folders, feeds or articles for the morning page; brief --help lists all options"
FORMATS = ("markdown", "html", "json")
OTHER_FORMAT = "the morning page is Markdown, HTML or JSON; give --markdown, --html or --json"
FILE_NAME = "morning-page"
NO_TEMPLATE = "templates are for the page of one article; leave --template out"


class Made(Struct, frozen=True):
    """What came of the articles of the command line.

    Attributes:
        digest: The digest; without stories where there are no articles.
        problems: Why others could not be read or analyzed, one line each.
        articles: Those that are in no file, by source.
    """

    digest: Digest
    problems: tuple[str, ...]
    articles: dict[str, Article]


def produce_digest(options: CommandOptions, service: Service) -> int:
    """Print or save the morning page of all that can be read, and return the exit status."""
    form = form_of(options)
    problem = _problem(options, form)
    if form is None or problem:
        say(problem)
        return USAGE
    made = make_digest(options, service)
    for problem in made.problems:
        say(problem)
    if not made.digest.stories:
        return SOME_FAILED
    data = _rendered(made.digest, form.name)
    if options.output:
        _save(data, options, form)
    else:
        write_bytes(data.encode())
    return SOME_FAILED if made.problems else ALL_DONE


def _problem(options: CommandOptions, form: PageFormat | None) -> str:
    """What is wrong with the command line, in one line, or ""."""
    if not options.articles:
        return NO_ARTICLES
    if options.template:
        return NO_TEMPLATE
    if form is None:
        return f"cannot save {options.output}: end the name with .md, .html or .json"
    return "" if form.name in FORMATS else OTHER_FORMAT


def make_digest(options: CommandOptions, service: Service) -> Made:
    """Read all sources, analyze what matters most, and make the digest."""
    problems: list[str] = []
    articles: dict[str, Article] = {}

    def keep(article: Article) -> None:
        articles[article.source] = article

    found = []
    with Reading() as reading:
        for each in each_known(options, service, keep):
            if isinstance(each, ReadError):
                problems.append(str(each))
            else:
                found.append(each)
                reading.read()
    watched = service.names.watched if service.names else ()
    choice = choose(found, watched)
    if not found and not problems:
        problems.append("there is no article in what was given; give another folder or feed")
    outcomes = _opened_again(choice.chosen, articles, options, service)
    briefings = {}
    for outcome in _analyzed(outcomes, options, service):
        if isinstance(outcome, Briefing):
            briefings[str(outcome.article.source)] = outcome
        else:
            problems.append(str(outcome))
    return Made(digest_of(choice, briefings, watched), tuple(problems), articles)


def _rendered(digest: Digest, form: str) -> str:
    """The digest in a format."""
    if form == "json":
        return codec.encode(digest).decode() + "\n"
    from briefing.digest import page

    return page.to_html(digest) if form == "html" else page.to_markdown(digest)


def _opened_again(
    sources: Iterable[str],
    kept: Mapping[str, Article],
    options: CommandOptions,
    service: Service,
) -> Iterator[Outcome]:
    """The articles of sources: as they are kept, or read from their files once more."""
    for source in sources:
        if source in kept:
            yield dated(kept[source], options)
        else:
            for outcome in service.open(source):
                yield dated(outcome, options)


def _analyzed(
    outcomes: Iterable[Outcome], options: CommandOptions, service: Service
) -> Iterator[Briefing | BriefingError]:
    """The corrected briefings of articles, or why there is none."""
    service.batch = datetime.now(UTC).isoformat(timespec="milliseconds")
    with Waiting() as waiting:
        begun: list[Job | BriefingError] = [
            service.submit(outcome, options.analysis, waiting.note)
            if isinstance(outcome, Article)
            else outcome
            for outcome in GivenCorrections(options, service).taken_in(outcomes)
        ]
        for one in begun:
            try:
                found = result_of(one, waiting)
                yield corrected(found, service.corrector.of(found.article))
            except BriefingError as error:
                yield error
            gc.enable()  # after the first article, by when all is loaded


def _save(data: str, options: CommandOptions, form: PageFormat) -> None:
    """Save to the file that was named, or into a folder as the morning page."""
    from briefing.page.saving import is_folder, save_page

    path = Path(options.output or "")
    if is_folder(path) or (options.output or "").endswith("/"):
        path /= f"{FILE_NAME}{form.ending}"
    save_page(data, path, overwrite=options.overwrite)
    say(f"saved {path}")
