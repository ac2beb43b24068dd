"""What a web page says of itself: JSON-LD, Open Graph and other meta elements, its own headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.model import Origin, OriginField
from briefing.reading.document import Document
from briefing.reading.formats.html.authors import authors_in
from briefing.reading.formats.html.dates import SaidDate, dates_in, settled
from briefing.reading.formats.html.json_ld import articles_in, is_article, text_of
from briefing.reading.formats.html.metas import (
    JSON_LD,
    OPEN_GRAPH,
    Said,
    first_said,
    metas_of,
    plain_line,
)
from briefing.reading.formats.html.titles import title_of

WEB_ADDRESS = re.compile(r"https?://[^\s/]+", re.I)
SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
LINES_ABOVE, LINES_BELOW = 4, 14
"""Lines of the page around its title that are its head."""


class PageFacts(Struct, frozen=True, kw_only=True):
    """What a page says of its article.

    Attributes:
        document: Title, authors and the like, without blocks.
        body: The text of the article as JSON-LD has it, or "".
        is_free: False if the page says that the article is not free to read.
        word_count: How many words the page says that the article has.
        is_article: True if the page says that it is an article, and not just a page.
    """

    document: Document
    body: str
    is_free: bool
    word_count: int | None
    is_article: bool


def facts_of(
    root: HtmlElement, lines: Sequence[str], found_date: Callable[[], str | None]
) -> PageFacts:
    """What a page says of its article.

    Args:
        root: The page.
        lines: All its lines.
        found_date: Looks for a publication date in all of the page, as YYYY-MM-DD; called when the
            places that are made for one are empty.
    """
    metas = metas_of(root)
    articles = articles_in(root)
    article = articles[0] if articles else {}
    outlet = _outlet(metas, article)
    title = title_of(root, metas, article, outlet[1] if outlet else "")
    address = _address(root, metas, article)
    head = _head_of(lines, title[1] if title else "")
    authors = authors_in(root, articles, head, outlet[1] if outlet else "")
    dates = settled(list(dates_in(root, metas, article, head)), address[1] if address else "")
    if not dates and (day := found_date()):
        dates = [SaidDate("words of the page", day)]
    language = first_said(
        (JSON_LD, text_of(article.get("inLanguage"))),
        ("html lang", root.get("lang") or root.get("xml:lang") or ""),
        (OPEN_GRAPH, metas.get("og:locale", "")),
    )
    body = max((text_of(one.get("articleBody")) for one in articles), key=len, default="")
    published = dates[0].day if dates else None
    document = Document(
        blocks=(),
        title=title[1] if title else None,
        authors=authors[1] if authors else (),
        outlet=outlet[1] if outlet else None,
        published=published,
        published_at=next((d.moment for d in dates if d.moment and d.day == published), None),
        language=language[1].replace("_", "-") if language else None,
        address=address[1] if address else None,
        origins=tuple(
            _origins(
                dates,
                ("title", title),
                ("authors", authors),
                ("outlet", outlet),
                ("language", language),
                ("address", address),
            )
        ),
    )
    return PageFacts(
        document=document,
        body=body,
        is_free=all(text_of(one.get("isAccessibleForFree")).lower() != "false" for one in articles),
        word_count=_number(text_of(article.get("wordCount"))),
        is_article=is_article(article) or metas.get("og:type", "").lower() == "article",
    )


def _origins(
    dates: list[SaidDate], *facts: tuple[OriginField, tuple[str, object] | None]
) -> Iterator[Origin]:
    for field, said in facts:
        if said is not None:
            yield Origin(field, said[0])
    if dates:
        others = (f"{one.where} says {one.day}" for one in dates if one.day != dates[0].day)
        yield Origin("published", dates[0].where, next(others, None))


def _head_of(lines: Sequence[str], title: str) -> Sequence[str]:
    """The lines around the title, among which byline and date stand."""
    at = next((number for number, line in enumerate(lines) if title and title in line), 0)
    return lines[max(0, at - LINES_ABOVE) : at + LINES_BELOW]


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,6}", text) else None


def _outlet(metas: dict[str, str], article: dict[str, Any]) -> Said | None:
    return first_said(
        (OPEN_GRAPH, metas.get("og:site_name", "").lstrip("@")),  # a name on a network
        (JSON_LD, plain_line(text_of(article.get("publisher")))),
        *((name, metas.get(name, "").lstrip("@")) for name in SITE_METAS),
    )


def _address(root: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> Said | None:
    links = (link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical")
    places = (
        ("canonical link", next(links, "")),
        (OPEN_GRAPH, metas.get("og:url", "")),
        (JSON_LD, text_of(article.get("url") or article.get("mainEntityOfPage"))),
        ("reader view", next((link.get("href") or "" for link in _of_reader_view(root)), "")),
    )
    return first_said(*(said for said in places if WEB_ADDRESS.match(said[1])))


def _of_reader_view(root: HtmlElement) -> Iterator[HtmlElement]:
    """The link to the page that a browser's reader view shows."""
    return (link for link in root.iter("a") if "reader-domain" in (link.get("class") or ""))
