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
from typing import TYPE_CHECKING, NoReturn

from briefing.errors import BriefingError
from briefing.options import METHODS
from briefing.reading.sources import STDIN
from tui.command.console import ALL_DONE, INTERRUPTED, SOME_FAILED, USAGE, is_served, say
from tui.command.options import CommandOptions
from tui.command.streams import give_up, write
from tui.settings import Settings, load, settings_path

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.library import Library
    from briefing.service import Analyses, Service

TOML = ".toml"
PATTERN = re.compile(r"[*?[]")
EPILOG = """\
With articles and a terminal, brief opens the reader; without articles, it opens the list of what
you read before. If standard output is not a terminal, it prints the one-page brief.

You can change the defaults in brackets permanently in settings.toml; see --settings.

exit status: 0 all done, 1 some articles failed (the others are done), 2 wrong usage"""


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
    parser = _parser(settings)
    parsed = parser.parse_args(arguments)
    options = _options(parsed)
    if parsed.settings:
        return _list(settings, problems)
    if parsed.names:
        from tui.command.names_listing import list_names

        return list_names()
    if parsed.web:
        from tui.command.web import serve

        gc.enable()
        return serve(options)
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
    elif not articles and not parsed.paste and not parsed.web and _has_piped_input():
        articles = (STDIN,)
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
    if options.corrections == "":
        from tui.command.corrections import print_corrections

        return print_corrections(options, service)
    if options.find is not None:
        from tui.command.finding import find

        return find(options, service)
    if options.export_library is not None:
        from tui.command.library_files import export_library

        return export_library(options.export_library, service, overwrite=options.overwrite)
    if options.import_library is not None:
        from tui.command.library_files import import_library

        return import_library(options.import_library, service)
    if options.dossier:
        from tui.command.dossier import produce_dossier

        for problem in problems:
            say(problem)
        return produce_dossier(options, service)
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

        return Library(library_path(settings))

    def make_engine() -> Analyses:
        if options.executor:
            from briefing.engine.cluster import Cluster

            return Cluster(options.executor)
        from briefing.engine import Engine

        are_many = len(options.articles) > 1 or any(map(is_folder, options.articles))
        return Engine((os.cpu_count() or 1) if are_many else 1)

    opener = Opener(allow_private=options.allow_private)
    names = NamesFile(names_path(), cache_path())
    return Service(open_library, make_engine, opener, as_found=options.as_found, names=names)


def library_path(settings: Settings) -> Path:
    """Where the library lies: in the folder of the settings, or else where the platform has it."""
    from pathlib import Path

    from briefing.library.store import FILE_NAME, default_path

    return Path(settings.library).expanduser() / FILE_NAME if settings.library else default_path()


def _parser(settings: Settings) -> argparse.ArgumentParser:
    """The options, whose defaults come from the settings."""
    parser = _Parser(
        prog="brief",
        description="A news article beside a briefing that can be checked:"
        " every line is a span of the article, and one key shows it there.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="ARTICLE",
        help="a file of any common format, a folder, an address, or - for standard input",
    )
    parser.add_argument(
        "--from-file",
        metavar="FILE",
        help="take the articles that a file lists, or standard input for -: one a line, or each"
        " ended by a NUL",
    )
    parser.add_argument(
        "--paste", action="store_true", help="open the article that is in the clipboard"
    )
    parser.add_argument(
        "--dossier",
        action="store_true",
        help="make one page of all articles: what they agree on, and where they differ",
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument(
        "--markdown",
        dest="format",
        action="store_const",
        const="markdown",
        help="print the one-page brief of each article",
    )
    formats.add_argument(
        "--html",
        dest="format",
        action="store_const",
        const="html",
        help="print the one-page brief as HTML that prints on one sheet",
    )
    formats.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="print one JSON object per article, one per line",
    )
    parser.add_argument(
        "--stories",
        action="store_true",
        help="print which of the articles tell the same event; with --json, lists of paths",
    )
    parser.add_argument(
        "--template",
        metavar="NAME",
        help="lay the page out another way: desk, memo, or a template of your own"
        f" ({settings.template or 'desk'})",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="save instead of printing: a folder, or a file that ends in .md, .html, .docx, .txt,"
        " .obsidian.md, .org, .geojson (places), .ics (dates), .csl.json (the source) or .json",
    )
    parser.add_argument(
        "--overwrite",
        action="store_true",
        help="with -o or --export-library: replace files that exist already",
    )
    parser.add_argument(
        "--sentences",
        type=_positive,
        metavar="N",
        default=settings.sentences,
        help="length of the summary (%(default)s)",
    )
    parser.add_argument(
        "--method",
        default=settings.method,
        choices=METHODS,
        metavar="NAME",
        help=f"how sentences are ranked: {', '.join(METHODS)} (%(default)s)",
    )
    parser.add_argument(
        "--model",
        type=_name,
        metavar="NAME",
        help="an installed spaCy pipeline, or its folder, instead of the small one",
    )
    parser.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="when articles were published that do not say so themselves",
    )
    parser.add_argument(
        "--as-found",
        action="store_true",
        help="leave out what you corrected, and your file of names",
    )
    parser.add_argument(
        "--corrections",
        nargs="?",
        const="",
        metavar="FILE.toml",
        help="print what you corrected as TOML, or take in a file of corrections",
    )
    parser.add_argument(
        "--find",
        metavar="QUERY",
        help="print where articles of the library have these words, as in: speaker:Ruiz levee"
        " last week; with --json too",
    )
    parser.add_argument(
        "--export-library",
        metavar="FILE",
        help="save the library as one file, with what you corrected",
    )
    parser.add_argument(
        "--import-library",
        metavar="FILE",
        help="take in what an exported library has and yours has not; nothing is overwritten",
    )
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="fetch addresses of this machine and of intranets too",
    )
    parser.add_argument(
        "--web",
        action="store_true",
        help="open the reader in a browser on this machine (needs brief[web])",
    )
    parser.add_argument(
        "--port", type=_port, metavar="N", help="with --web: the port to serve it on (any free one)"
    )
    parser.add_argument(
        "--executor",
        type=_executor,
        metavar="dask://HOST:PORT",
        help="analyze on a running Dask cluster (needs brief[dask])",
    )
    parser.add_argument(
        "--settings",
        action="store_true",
        help="print the path of your settings file and the settings in effect, and exit",
    )
    parser.add_argument(
        "--names",
        action="store_true",
        help="print the path of your file of names and how many it has, and exit",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    return parser


def _positive(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 999:
        raise argparse.ArgumentTypeError("give a whole number from 1 to 999")
    return int(text)


def _name(text: str) -> str:
    if not text.isprintable():  # as bytes that are no text are not
        raise argparse.ArgumentTypeError("give a name of letters that can be read")
    return text


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError("give a whole number from 1 to 65535")
    return int(text)


def _executor(text: str) -> str:
    if not re.fullmatch(r"dask://[^\s/]+:\d{1,5}", text):
        raise argparse.ArgumentTypeError("give the scheduler as dask://HOST:PORT")
    return text


def _date(text: str) -> str:
    from datetime import date

    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            raise ValueError
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError("give a date as 2026-01-31") from None


class _Parser(argparse.ArgumentParser):
    def print_help(self, file: object = None) -> None:  # noqa: ARG002
        write(self.format_help())

    def error(self, message: str) -> NoReturn:
        say(f"{message}; brief --help lists all options")
        self.exit(USAGE)


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        write(f"brief {version('brief')}\n")
        parser.exit()
