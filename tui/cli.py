"""The `brief` command: data on standard output, messages on standard error.

Textual is imported only to open a screen.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import re
import stat
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.reading.sources import STDIN
from tui.command.console import ALL_DONE, INTERRUPTED, SOME_FAILED, USAGE, is_served, say
from tui.command.options import CommandOptions
from tui.command.parser import parser_for
from tui.command.streams import give_up, write
from tui.settings import Settings, load, settings_path

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.library import Library
    from briefing.service import Analyses, Service

TOML = ".toml"
PATTERN = re.compile(r"[*?[]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    try:
        return _main(arguments)
    except BriefingError as error:
        say(str(error))
        return SOME_FAILED
    except BrokenPipeError:  # whoever reads our output has closed it
        give_up(1)
        return ALL_DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _main(arguments: Sequence[str] | None) -> int:
    settings, problems = load()
    parser = parser_for(settings)
    parsed = parser.parse_args(arguments)
    options = _options(parsed)
    if parsed.settings:
        return _list(settings, problems)
    if parsed.names:
        from tui.command.names_listing import list_names

        return list_names()
    if parsed.web:
        from tui.command.web.serving import serve

        gc.enable()
        return serve(options)
    if options.allow_fetch and not options.mcp:
        parser.error("--allow-fetch goes with --mcp only")
    if options.port is not None:
        parser.error("--port goes with --web only")
    with contextlib.closing(_service(options, settings)) as service:
        status = _run(options, service, settings, problems)
        for problem in service.problems:
            say(problem)
        return status


def _options(parsed: argparse.Namespace) -> CommandOptions:
    values = {name: getattr(parsed, name) for name in CommandOptions.__struct_fields__}
    articles = tuple(parsed.articles)
    corrections = parsed.corrections
    if corrections and not corrections.lower().endswith(TOML):  # it is the first article
        articles, corrections = (corrections, *articles), ""
    if parsed.find is not None:
        values["find"], articles = " ".join((parsed.find, *articles)), ()
    elif parsed.from_file is not None or any(map(PATTERN.search, articles)):
        from tui.command.listed import expanded, from_list

        listed = from_list(parsed.from_file) if parsed.from_file is not None else ()
        articles = (*expanded(articles), *listed)
    elif not (articles or parsed.paste or parsed.web or parsed.mcp or parsed.verify is not None):
        articles = (STDIN,) if _has_piped_input() else ()
    values |= {name: tuple(values[name]) for name in ("follow", "unfollow")}
    return CommandOptions(**values | {"articles": articles, "corrections": corrections})


def _has_piped_input() -> bool:
    """True if standard input is a pipe or a file, which hold an article, and no terminal."""
    if is_served():
        return False
    try:
        mode = os.fstat(0).st_mode
    except OSError:  # it is closed
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _run(
    options: CommandOptions, service: Service, settings: Settings, problems: Sequence[str]
) -> int:
    if options.mcp:
        from tui.command.mcp.serving import serve

        gc.enable()
        return serve(options, service)
    if options.corrections == "":
        from tui.command.corrections import print_corrections

        return print_corrections(options, service)
    if options.find is not None:
        from tui.command.finding import find

        return find(options, service)
    if options.verify is not None:
        from tui.command.verifying import print_verdicts

        return print_verdicts(options.verify, options, service)
    if options.export_library is not None:
        from tui.command.library_files import export_library

        return export_library(options.export_library, service, overwrite=options.overwrite)
    if options.import_library is not None:
        from tui.command.library_files import import_library

        return import_library(options.import_library, service)
    if options.follow or options.unfollow or options.export_feeds is not None or options.feeds:
        return _feeds(options, service)
    if options.dossier:
        from tui.command.dossier import produce_dossier

        for problem in problems:
            say(problem)
        return produce_dossier(options, service)
    if options.digest:
        if options.format or options.template or options.output or not _has_screen():
            from tui.command.digest import produce_digest

            return produce_digest(options, service)
        from tui.command.interactive import open_digest

        return open_digest(options, service, settings, problems)
    if options.stories:
        from tui.command.stories import print_stories

        return print_stories(options, service)
    if options.format or options.template or options.output or not _has_screen():
        from tui.command.headless import produce

        for problem in problems:
            say(problem)
        return produce(options, service, settings)
    if options.executor:
        say("--executor has no screen; give --json, --markdown or -o too")
        return USAGE
    from tui.command.interactive import open_screen

    return open_screen(options, service, settings, problems)


def _feeds(options: CommandOptions, service: Service) -> int:
    from tui.command import feeds

    more = () if options.articles == (STDIN,) else options.articles
    if options.follow:
        return feeds.follow((*options.follow, *more), service)
    if options.unfollow:
        return feeds.unfollow((*options.unfollow, *more), service)
    if options.export_feeds is not None:
        return feeds.export_feeds(options.export_feeds, service, overwrite=options.overwrite)
    return feeds.list_feeds(options, service)


def _list(settings: Settings, problems: Sequence[str]) -> int:
    from tui.command.interactive import keymap_of_settings
    from tui.command.settings_listing import listing

    keymap, clashes = keymap_of_settings(settings)
    write(listing(settings, settings_path(), keymap) + "\n")
    for problem in (*problems, *clashes):
        say(problem)
    return ALL_DONE


def _has_screen() -> bool:
    if is_served():
        return True
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _service(options: CommandOptions, settings: Settings) -> Service:
    from briefing.names_file import NamesFile
    from briefing.names_file import default_path as names_path
    from briefing.names_file.cache import default_path as cache_path
    from briefing.opening import Opener, is_folder
    from briefing.service import Service

    def open_library() -> Library:
        from briefing.library import Library

        return Library(library_path(settings), read_only=options.mcp)

    def make_engine() -> Analyses:
        if options.executor:
            from briefing.engine.cluster import Cluster

            return Cluster(options.executor)
        from briefing.engine import Engine

        are_many = len(options.articles) > 1 or any(map(is_folder, options.articles))
        are_many = are_many or options.digest
        return Engine((os.cpu_count() or 1) if are_many else 1)

    opener = Opener(allow_private=options.allow_private)
    names = NamesFile(names_path(), cache_path())
    return Service(open_library, make_engine, opener, as_found=options.as_found, names=names)


def library_path(settings: Settings) -> Path:
    """Where the library lies: in the folder of the settings, or else where the platform has it."""
    from pathlib import Path

    from briefing.library.store import FILE_NAME, default_path

    return Path(settings.library).expanduser() / FILE_NAME if settings.library else default_path()
