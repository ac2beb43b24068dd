"""A source in, a frozen `Article` out."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import BinaryIO

from msgspec.structs import replace

from briefing.errors import FormatError, ReadError
from briefing.model import Article
from briefing.reading.document import Document
from briefing.reading.formats import plain
from briefing.reading.formats.dispatch import documents_of
from briefing.reading.layout import lay_out
from briefing.reading.sources import load, refusal, shown_name

NO_ARTICLE = "cannot read {}: there is no article in it; give a text with at least one sentence"


def read(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """The article that a source holds, cleaned once and frozen; the first where it holds several.

    The format is told by the content. Parsers of formats from outside run in this very process; a
    program that wants them apart, under limits of memory and time, asks `briefing.engine.reading`.

    Args:
        source: Path of a file, or "-" for standard input.
        stdin: What "-" reads from; the program's standard input if None.

    Raises:
        ReadError: The source cannot be read or has no article in it; one line says which source,
            why, and what to do.
    """
    return articles_of(load(source, stdin), source)[0]


def articles_of(
    data: bytes, source: str, *, address: str | None = None, charset: str | None = None
) -> tuple[Article, ...]:
    """The articles in the bytes of a source, at least one.

    Args:
        data: The bytes.
        source: Where they came from, as the user gave it.
        address: The web address that they were fetched from, if there is one.
        charset: What the server said of their encoding.

    Raises:
        ReadError: There is no article in them.
    """
    name = shown_name(source)
    try:
        documents = documents_of(data, charset=charset, address=address)
    except FormatError as error:
        raise refusal(source, str(error)) from error
    if len(documents) == 1 and address:
        documents = (replace(documents[0], address=documents[0].address or address),)
    if len(documents) == 1:
        return (_article(documents[0], source, name),)
    articles = []
    for number, document in enumerate(documents, 1):
        with suppress(ReadError):  # a chapter without text, an entry of a feed that is a picture
            articles.append(_article(document, f"{source}#{number}", name))
    if not articles:
        raise ReadError(NO_ARTICLE.format(name))
    return tuple(articles)


def read_text(
    text: str,
    *,
    source: str = "",
    title: str | None = None,
    authors: tuple[str, ...] = (),
    outlet: str | None = None,
    published: str | None = None,
    language: str | None = None,
    address: str | None = None,
) -> Article:
    """The article of a plain text that is at hand, as `read` gives that of a file.

    What is given about the article is not looked for in the text.

    Args:
        text: The text, as it came.
        source: Where it came from, for the reader.
        title: The headline, whether or not it stands in the text.
        authors: Names of the authors.
        outlet: Who published it.
        published: Publication date as YYYY-MM-DD.
        language: A language tag such as "fr" or "en-GB".
        address: Its web address.

    Raises:
        ReadError: The text has no article in it, or `published` is no date.
    """
    name = shown_name(source) if source else "the text"
    document = replace(
        plain.document_of(text),
        title=title,
        authors=authors,
        outlet=outlet,
        published=_day(published, name) if published else None,
        language=language,
        address=address,
    )
    return _article(document, source, name)


def _article(document: Document, source: str, name: str) -> Article:
    article = lay_out(document, source)
    if not any(paragraph.kind == "text" for paragraph in article.paragraphs):
        raise ReadError(NO_ARTICLE.format(name))
    return article


def _day(published: str, name: str) -> str:
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError:
        raise ReadError(
            f"cannot read {name}: {published!r} is no date; give it as 2026-01-31"
        ) from None
