"""The answer to `brief --verify`: whether articles have the very words of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from briefing import codec
from briefing.errors import BriefingError
from briefing.model import Article
from briefing.reading.sources import shown_name
from briefing.sanitize import one_line
from briefing.service import Service
from briefing.verifying import (
    ArticleVerdict,
    Edit,
    Part,
    Place,
    QuotationError,
    verify,
    verify_kept,
)
from briefing.verifying.checking import cleaned
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, say
from tui.command.finding import EMPTY
from tui.command.library_files import index_all
from tui.command.options import CommandOptions
from tui.command.sources import opened
from tui.command.streams import write, write_bytes

MOST_PLACES = 5
"""Of one quotation in one article, on paper; as JSON there are more."""
NO_PAGE = "verdicts are printed as lines or with --json; leave other formats out"
NOWHERE = "no article of the library has anything like it"


def print_verdicts(quotation: str, options: CommandOptions, service: Service) -> int:
    """Print what is said of a quotation, and return the exit status: 0 if it is exact somewhere."""
    if options.format not in (None, "json") or options.template or options.output:
        say(NO_PAGE)
        return USAGE
    try:
        cleaned(quotation)
    except QuotationError as error:
        say(str(error))
        return USAGE
    is_of_articles = bool(options.articles or options.paste)
    found = _in_articles if is_of_articles else _in_library
    is_exact = False
    for verdict in found(quotation, options, service):
        is_exact = is_exact or verdict.verdict.verdict == "exact"
        if options.format == "json":
            write_bytes(codec.encode(verdict) + b"\n")
        else:
            write("".join(f"{line}\n" for line in lines(verdict)))
    return ALL_DONE if is_exact else SOME_FAILED


def _in_articles(
    quotation: str, options: CommandOptions, service: Service
) -> Iterator[ArticleVerdict]:
    for outcome in opened(options, service):
        if isinstance(outcome, BriefingError):
            say(str(outcome))
        else:
            yield verdict_of(outcome, quotation)


def _in_library(quotation: str, _: CommandOptions, service: Service) -> Iterator[ArticleVerdict]:
    library = service.library
    if library is None:
        return
    if not library.recent(1):
        say(EMPTY)
        return
    index_all(library)
    found = verify_kept(library, quotation)
    if not found:
        say(NOWHERE)
    yield from found


def verdict_of(article: Article, quotation: str) -> ArticleVerdict:
    """What is said of a quotation beside an article that was opened."""
    return ArticleVerdict(
        title=article.title,
        source=article.source,
        outlet=article.outlet,
        published=article.published,
        verdict=verify(article, quotation),
    )


def lines(found: ArticleVerdict) -> Iterator[str]:
    """A verdict in words: the article, then what is said of each part of the quotation."""
    verdict = found.verdict
    title = found.title or shown_name(found.source)
    about = " · ".join(filter(None, (title, found.outlet, found.published)))
    if len(verdict.parts) == 1:
        first, *rest = _of_part(verdict.parts[0])
        yield f"{verdict.verdict} · {about}{first}"
        yield from rest
        return
    yield f"{verdict.verdict} · {about}"
    for part in verdict.parts:
        first, *rest = _of_part(part)
        yield f"  {part.verdict} “{one_line(part.text)}”{first}"
        yield from (f"  {line}" for line in rest)


def _of_part(part: Part) -> Iterator[str]:
    """What goes on after the head of a part, then lines of their own."""
    places = part.places[:MOST_PLACES]
    if not places:
        yield ""
        return
    first, *others = map(_of_place, places)
    yield f" · {first}"
    yield from (f"  {other}" for other in others)
    if part.count > len(places):
        yield f"  and {part.count - len(places):,} more"
    yield from (f"  {_of_edit(edit)}" for edit in part.edits)


def _of_place(place: Place) -> str:
    where = f"¶ {place.number}" if place.number else place.kind
    return f"{where}: “{one_line(place.text)}”"


def _of_edit(edit: Edit) -> str:
    quoted, text = one_line(edit.quoted_text), one_line(edit.text)
    match edit.kind:
        case "left_out":
            return f"left out: “{text}”"
        case "added":
            return f"added: “{quoted}”"
        case "changed":
            return f"“{quoted}” instead of “{text}”"
        case "joined":
            return f"the end of a paragraph left out in “{quoted}”"
