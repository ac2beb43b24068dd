"""What `brief --mcp` offers: tools that take a frozen value and give one; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from briefing.corrections.laying import corrected
from briefing.dossier import dossier_of
from briefing.dossier.page.one_page import to_markdown as dossier_page
from briefing.dossier.values import Dossier
from briefing.engine import Job
from briefing.errors import BriefingError, LibraryError, ReadError
from briefing.library import Hit, Library
from briefing.model import Article, Briefing
from briefing.opening import is_folder
from briefing.options import DEFAULT_SUMMARY_LENGTH
from briefing.page import to_markdown
from briefing.reading.sources import FOLDER, STDIN, refusal
from briefing.service import Service
from briefing.verifying import ArticleVerdict, verify_kept
from briefing.web.addresses import is_address
from tui.command.options import CommandOptions
from tui.command.verifying import verdict_of

KEY = re.compile(r"[0-9a-f]{64}")
NO_FETCHING = "addresses are not fetched; start brief --mcp with --allow-fetch, or give a file"
NOT_STDIN = "standard input is taken; give a file"
SEVERAL = "it has {} articles; give one of them, as {}#1"
NO_SUCH_KEY = "the library has no article under that key; search gives keys"
NO_LIBRARY = "there is no library that can be read; open an article with brief to begin one"
MOST_ARTICLES = 50
"""Of one dossier or one quotation."""

ArticleName = Annotated[
    str,
    Meta(
        min_length=1,
        description="Path of a file, FILE#2 for the second article in it, the key of an article of"
        " the library as search and verify give it, or an address where fetching is allowed",
    ),
]


class ReadRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """What `read` takes."""

    article: ArticleName


class SearchRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """What `search` takes."""

    query: Annotated[
        str,
        Meta(
            description='Words that an article must have, in any order. Also "two words" in a'
            " row, -without, speaker:Ruiz, quote:, actor:, place:, outlet:, title:, note:,"
            " figure:, after:2026-11-01, before:2026-12-01, last week"
        ),
    ]
    limit: Annotated[int, Meta(ge=1, le=200, description="The most hits that are given")] = 20


class BriefRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """What `brief` takes."""

    article: ArticleName
    sentences: Annotated[int, Meta(ge=1, le=999, description="Length of the summary")] = (
        DEFAULT_SUMMARY_LENGTH
    )


class DossierRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """What `dossier` takes."""

    articles: Annotated[tuple[ArticleName, ...], Meta(min_length=2, max_length=MOST_ARTICLES)]
    sentences: Annotated[int, Meta(ge=1, le=999, description="Length of the summary")] = (
        DEFAULT_SUMMARY_LENGTH
    )


class VerifyRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """What `verify` takes."""

    quotation: Annotated[
        str, Meta(min_length=1, description="The words that are quoted, with or without marks")
    ]
    articles: Annotated[
        tuple[ArticleName, ...],
        Meta(max_length=MOST_ARTICLES, description="Where to look; without any, in the library"),
    ] = ()


class Found(Struct, frozen=True):
    """What `search` gives.

    Attributes:
        hits: Those in the articles published last first.
        not_indexed: How many articles of the library cannot be found yet.
    """

    hits: tuple[Hit, ...]
    not_indexed: int = 0


class Verdicts(Struct, frozen=True):
    """What `verify` gives.

    Attributes:
        is_exact: True if one of the articles has the very words.
        verdicts: One for each article that was given; of the library, the articles in which it is
            exact, or else those that come closest.
    """

    is_exact: bool
    verdicts: tuple[ArticleVerdict, ...]


@dataclass(frozen=True)
class Tool:
    """Something that another program may ask for.

    Attributes:
        takes: The type of what it is given.
        gives: The type of what it gives.
        run: Does it.
        page: What it gives as Markdown, where that is easier to read than JSON.
    """

    name: str
    title: str
    description: str
    takes: type[Struct]
    gives: type[Struct]
    run: Callable[[Any], Struct]
    page: Callable[[Any], str] | None = None


class Tools:
    """The tools of one program.

    Args:
        options: The command line.
        service: Opens articles and makes briefings; its library is only read.
    """

    def __init__(self, options: CommandOptions, service: Service) -> None:
        self._options, self._service = options, service

    @property
    def can_fetch(self) -> bool:
        """True if addresses may be fetched."""
        return self._options.allow_fetch

    def all(self) -> Mapping[str, Tool]:
        """The tools by name."""
        tools = (
            Tool(
                "read",
                "Read an article",
                "The article in a file as clean text with numbered paragraphs, and what is known of"
                " it: title, authors, outlet, date. Offsets count code points of its text.",
                ReadRequest,
                Article,
                self._read,
            ),
            Tool(
                "search",
                "Search the library",
                "Where the articles that the user read before have some words: the sentence, its"
                " paragraph, who says it, and the key of the article.",
                SearchRequest,
                Found,
                self._search,
            ),
            Tool(
                "brief",
                "Brief an article",
                "What a reader must know of an article: summary, actors, places, who said what,"
                " dates and figures, each a span of the article's text.",
                BriefRequest,
                Briefing,
                self._brief,
                to_markdown,
            ),
            Tool(
                "dossier",
                "Compare several articles",
                "Several articles on one story side by side: what they agree on, where they differ,"
                " who says what, and what only one of them has.",
                DossierRequest,
                Dossier,
                self._dossier,
                dossier_page,
            ),
            Tool(
                "verify",
                "Verify a quotation",
                "Whether a quotation stands in an article word for word (exact, and where), was"
                " altered (the closest passage and each difference) or is absent. Quote only what"
                " is exact.",
                VerifyRequest,
                Verdicts,
                self._verify,
            ),
        )
        return {tool.name: tool for tool in tools}

    def _read(self, request: ReadRequest) -> Article:
        return self._article(request.article)

    def _search(self, request: SearchRequest) -> Found:
        library = self._library()
        return Found(library.find(request.query, request.limit), library.due)

    def _brief(self, request: BriefRequest) -> Briefing:
        return self._briefing(self._submitted(request.article)).with_summary(request.sentences)

    def _dossier(self, request: DossierRequest) -> Dossier:
        jobs = [self._submitted(name) for name in request.articles]
        return dossier_of([self._briefing(job) for job in jobs], request.sentences)

    def _verify(self, request: VerifyRequest) -> Verdicts:
        if request.articles:
            found = tuple(
                verdict_of(self._article(name), request.quotation) for name in request.articles
            )
        else:
            found = verify_kept(self._library(), request.quotation)
        return Verdicts(any(each.verdict.verdict == "exact" for each in found), found)

    def _library(self) -> Library:
        library = self._service.library
        if library is None:
            raise LibraryError(NO_LIBRARY)
        return library

    def _submitted(self, name: str) -> Job:
        return self._service.submit(self._article(name), self._options.analysis)

    def _briefing(self, job: Job) -> Briefing:
        found = job.future.result()
        return corrected(found, self._service.corrector.of(found.article))

    def _article(self, name: str) -> Article:
        """The one article that a name stands for.

        Raises:
            BriefingError: There is none, there are several, or it may not be opened.
        """
        if KEY.fullmatch(name):
            kept = self._service.article(name)
            if kept is None:
                raise ReadError(NO_SUCH_KEY)
            return kept
        if name == STDIN:
            raise ReadError(NOT_STDIN)
        if is_address(name) and not self.can_fetch:
            raise refusal(name, NO_FETCHING)
        if is_folder(name):
            raise refusal(name, FOLDER)
        outcomes = self._service.open(name)
        if len(outcomes) != 1:
            raise refusal(name, SEVERAL.format(len(outcomes), name))
        (outcome,) = outcomes
        if isinstance(outcome, BriefingError):
            raise outcome
        return self._options.dated(outcome)


def schema_of(kind: type[Struct]) -> dict[str, Any]:
    """The JSON Schema of a frozen value, an object whose parts stand below `$defs`."""
    (root,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    name = root["$ref"].rpartition("/")[2]
    return {**parts[name], "$defs": parts}
