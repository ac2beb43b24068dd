"""The authors of a web page's article: in metadata, in elements made for them, in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement

from briefing.reading.formats.html.json_ld import people_of
from briefing.reading.formats.html.metas import JSON_LD, contents_of, plain_line
from briefing.reading.formats.names_given import names_in
from briefing.reading.masthead import authors_of
from briefing.sanitize import one_line

AUTHOR_METAS = (
    "author article:author byl parsely-author dc.creator dcterms.creator sailthru.author"
    " citation_author twitter:creator:name".split()
)
BYLINE = re.compile(
    r"(?:^|[^a-z])(?:by-?line|author|writer|reporter|reader-credit)s?(?:$|[^a-z])", re.I
)
NOT_BYLINE = re.compile(
    r"bio|about|image|img|photo|avatar|title|job|role|type|social|follow|comment|related|info|nav",
    re.I,
)
LONGEST_BYLINE = 150
"""Characters."""


def authors_in(
    root: HtmlElement, articles: list[dict[str, Any]], head: Sequence[str], outlet: str
) -> tuple[str, tuple[str, ...]] | None:
    """Where the first place that names people stands, and their names."""
    places: list[tuple[str, list[str]]] = [(JSON_LD, people_of(one)) for one in articles]
    places += [(name, contents_of(root, name)) for name in AUTHOR_METAS]
    places += [("byline", [text]) for text in _bylines(root)]
    for where, texts in places:
        if names := names_in(map(plain_line, texts), outlet):
            return where, names
    by_words = next(filter(None, map(authors_of, head)), ())
    return ("byline", by_words) if by_words else None


def _bylines(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that say by their attributes that they name the author."""
    for element in root.iter("a", "span", "div", "p", "address", "li", "h3", "h4", "h5", "cite"):
        said = f"{element.get('class') or ''} {element.get('id') or ''}"
        marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if marked or (BYLINE.search(said) and not NOT_BYLINE.search(said)):
            text = one_line(element.text_content())
            if 0 < len(text) < LONGEST_BYLINE:
                yield text
