"""Which of many articles tell the same event, printed: `brief --stories`."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby

from msgspec import json

from briefing.errors import ReadError
from briefing.model import Article
from briefing.opening import files_below, is_folder
from briefing.service import Service
from briefing.stories import Stories, Story
from briefing.stories.reading import Known, known, known_of
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.options import CommandOptions
from tui.command.streams import write

NO_ARTICLES = "there is no article in what was given; give another folder, or the articles"
NO_PAGE = "stories are printed as text or with --json; leave other formats, -o and --template out"


def print_stories(options: CommandOptions, service: Service) -> int:
    """Print the stories that several of the articles tell, and return the exit status."""
    if options.format not in (None, "json") or options.output or options.template:
        say(NO_PAGE)
        return USAGE
    if not options.articles:
        say("give a folder, or the articles; brief --help lists all options")
        return USAGE
    found, failed = [], False
    for each in each_known(options, service):
        if isinstance(each, ReadError):
            say(str(each))
            failed = True
        else:
            found.append(each)
    if not found and not failed:
        say(NO_ARTICLES)
        return SOME_FAILED
    stories = Stories(*found).stories()
    gc.enable()
    write(_as_json(stories) if options.format == "json" else _as_text(stories))
    if options.format != "json":
        alone = len(found) - sum(len(story.articles) for story in stories)
        say(f"{len(found)} articles; {len(stories)} stories, and {alone} articles in none of them")
    return SOME_FAILED if failed else ALL_DONE


def each_known(
    options: CommandOptions,
    service: Service,
    on_opened: Callable[[Article], object] = lambda _: None,
) -> Iterator[Known]:
    """What is known of each article; files are read in several processes.

    Args:
        options: The command line.
        service: Opens what is no file.
        on_opened: Called with each article that is in no file.
    """
    for is_file, sources in groupby(options.articles, _is_on_disk):
        if is_file:
            files = chain.from_iterable(map(_files, sources))
            workers = os.cpu_count() or 1
            try:
                yield from known_of(files, options.date, workers)
            except ReadError as error:
                yield error
        else:
            for source in sources:
                for outcome in service.open(source):
                    if isinstance(outcome, Article):
                        on_opened(outcome)
                    yield known(outcome, options.date)


def _is_on_disk(source: str) -> bool:
    return is_folder(source) or os.path.isfile(source)  # noqa: PTH113 - as in is_folder


def _files(source: str) -> Iterator[str]:
    return files_below(source) if is_folder(source) else iter((source,))


def _as_json(stories: Sequence[Story]) -> str:
    paths = [[told.source for told in story.articles] for story in stories]
    return json.encode(paths).decode() + "\n"


def _as_text(stories: Sequence[Story]) -> str:
    """A heading for each story, and a line for each of its articles."""
    blocks = []
    for story in stories:
        lines = [f"{story.title or 'No title'} ({len(story.articles)} articles)"]
        for told in story.articles:
            facts = (told.published, told.outlet, told.title, told.source)
            lines.append("  " + "  ".join(fact for fact in facts if fact))
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)
