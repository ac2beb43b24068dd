"""The options of the command line."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from briefing.options import METHODS
from tui.command.console import USAGE, say
from tui.command.streams import write
from tui.settings import Settings

EPILOG = """\
With articles and a terminal, brief opens the reader; without articles, it opens the list of what
you read before. If standard output is not a terminal, it prints the one-page brief.

You can change the defaults in brackets permanently in settings.toml; see --settings.

exit status: 0 all done, 1 some articles failed (the others are done), 2 wrong usage"""


def parser_for(settings: Settings) -> argparse.ArgumentParser:
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
    parser.add_argument(
        "--digest",
        action="store_true",
        help="make the morning page: the stories of all articles by weight, each with one sentence",
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
        help="with -o, --export-library or --export-feeds: replace files that exist already",
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
        "--verify",
        metavar="QUOTATION",
        help="print whether the articles, or those of the library, have these very words, and how"
        " a quotation was altered; with --json too; exit status 0 if one of them has them, else 1",
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
        "--feeds", action="store_true", help="print the feeds that you follow; with --json too"
    )
    parser.add_argument(
        "--follow",
        action="append",
        default=[],
        metavar="ADDRESS|FILE.opml",
        help="follow a feed, the feed that a page names, or all feeds of a list",
    )
    parser.add_argument(
        "--unfollow",
        action="append",
        default=[],
        metavar="ADDRESS",
        help="follow a feed no longer",
    )
    parser.add_argument(
        "--export-feeds", metavar="FILE.opml", help="save the list of the feeds that you follow"
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
        "--mcp",
        action="store_true",
        help="let another program read, search, brief and verify over standard input and output, by"
        " the Model Context Protocol; nothing is written (needs brief[mcp])",
    )
    parser.add_argument(
        "--allow-fetch",
        action="store_true",
        help="with --mcp: let that program have addresses fetched too",
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
