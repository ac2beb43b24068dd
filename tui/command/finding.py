"""The answer to `brief --find`: what the library has of a query, each in its sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefing import codec
from briefing.library.searching.query import QueryError, parse
from briefing.reading.sources import shown_name
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.library_files import index_all
from tui.command.options import CommandOptions
from tui.command.streams import write, write_bytes

if TYPE_CHECKING:
    from briefing.library import Hit
    from briefing.service import Service

MOST_SHOWN = 50
"""Hits on a terminal; elsewhere all are printed."""
ALL = sys.maxsize
EMPTY = "the library is empty; articles that you open with brief are kept in it"
NOT_BOTH = "hits are printed as lines or with --json; leave other formats out"


def find(options: CommandOptions, service: Service) -> int:
    """Print the hits of a query, and return the exit status."""
    if options.format not in (None, "json") or options.template or options.output:
        say(NOT_BOTH)
        return USAGE
    try:
        query = parse(options.find or "")
    except QueryError as error:
        say(str(error))
        return USAGE
    if query.is_empty:
        say("give words to look for, as in: brief --find speaker:Ruiz levee last week")
        return USAGE
    library = service.library
    if library is None:
        return SOME_FAILED
    if not library.recent(1):
        say(EMPTY)
        return ALL_DONE
    index_all(library)
    on_terminal = sys.stdout.isatty() and options.format is None
    hits = library.find(query, MOST_SHOWN + 1 if on_terminal else ALL)
    if options.format == "json":
        for hit in hits:
            write_bytes(codec.encode(hit) + b"\n")
    elif on_terminal:
        _show(hits[:MOST_SHOWN])
    else:
        write("".join(f"{_plain(hit)}\n" for hit in hits))
    if not hits:
        say("nothing in the library has all of that")
    elif on_terminal and len(hits) > MOST_SHOWN:
        say(f"these are the latest {MOST_SHOWN}; look for more words to see others")
    return ALL_DONE


def _place(hit: Hit) -> str:
    return f"¶ {hit.number}" if hit.number else hit.kind


def _about(hit: Hit) -> Iterable[str]:
    return filter(None, (hit.entry.outlet, hit.entry.published))


def _title(hit: Hit) -> str:
    return hit.entry.title or shown_name(hit.entry.source)


def _plain(hit: Hit) -> str:
    return f"{' · '.join((_title(hit), *_about(hit), _place(hit)))}: {hit.text}"


def _show(hits: Sequence[Hit]) -> None:
    """Print hits on a terminal, with what was found in bold."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    for _, of_article in groupby(hits, lambda hit: hit.entry.key):
        its = list(of_article)
        head = Text(_title(its[0]), "bold")
        head.append("".join(f" · {words}" for words in _about(its[0])), "not bold dim")
        console.print(head)
        for hit in its:
            line = Text(f"{_place(hit)}  ", "dim")
            sentence = Text(hit.text, "not dim")
            for start, end in hit.lit:
                sentence.stylize("bold yellow", start, end)
            console.print(Padding(line + sentence, (0, 0, 0, 2), expand=False))
        console.print()
