"""What a web page says of itself: JSON-LD, Open Graph and other meta elements, its own headings."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from lxml.html import HtmlElement
from msgspec import Struct

from briefing.model import Origin, OriginField
from briefing.reading.formats.dates_given import day_of, moment_of
from briefing.reading.formats.names_given import names_in
from briefing.reading.masthead import authors_of, is_date_line, published_in
from briefing.sanitize import one_line

JSON_LD, OPEN_GRAPH, HEADING, PAGE_TITLE = "JSON-LD", "Open Graph", "heading", "title of the page"
DATE_LINE, SHOWN = "date line", "date shown"
DATE_CLASS = re.compile(r"(?:^|[^a-z])(?:pub(?:lish(?:ed)?)?[-_]?)?date(?:line)?(?:$|[^a-z])", re.I)
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/-]|$)")
MOST_DAYS_LATER = 3
"""Days by which a stated date may be later than the one in the address, to be an update."""
ARTICLES = re.compile(r"Article|Posting|Report|Review|Opinion|Analysis|Recipe|WebPage$", re.I)
"""Types of JSON-LD objects that are the page's text; the last only where there is no other."""
SITE_SUFFIX = re.compile(r"\s+[|\-–—»·•:]+\s+(?!.*\s[|\-–—»·•:]+\s).*$|\s*[|»].*$")
LEAST_WORDS, LEAST_AGREEMENT = 2, 0.6
"""Words of a title, and the share of them that another title of the same article has."""

AUTHOR_METAS = (
    "author article:author byl parsely-author dc.creator dcterms.creator sailthru.author"
    " citation_author twitter:creator:name".split()
)
DATE_METAS = (
    "article:published_time datepublished date.published og:published_time parsely-pub-date"
    " publishdate publish-date publish_date pubdate sailthru.date dc.date dc.date.issued"
    " dcterms.created dcterms.date citation_publication_date citation_date article.published"
    " published_at date cxenseparse:recs:publishtime".split()
)
SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
BYLINE = re.compile(r"(?:^|[^a-z])(?:by-?line|author|writer|reporter)s?(?:$|[^a-z])", re.I)
NOT_BYLINE = re.compile(
    r"bio|about|image|img|photo|avatar|title|job|role|type|social|follow|comment|related|info|nav",
    re.I,
)
LONGEST_BYLINE = 150
"""Characters."""
MOST_OBJECTS = 2_000
LINES_ABOVE, LINES_BELOW = 4, 14
"""Lines of the page around its title that are its head."""
CDATA = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*;?\s*$")


class PageFacts(Struct, frozen=True, kw_only=True):
    """What a page says of its article; the fields are those of `Document`.

    Attributes:
        body: The text of the article as JSON-LD has it, or "".
        is_partial: True if the page says that the article is not free to read.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    published_at: str | None = None
    language: str | None = None
    address: str | None = None
    origins: tuple[Origin, ...] = ()
    body: str = ""
    is_partial: bool = False


Said = tuple[str, str]
"""A place of the page, and what it says."""


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
    metas = _metas(root)
    articles = _articles(root)
    article = articles[0] if articles else {}
    outlet = _outlet(metas, article)
    title = _title(root, metas, article, outlet[1] if outlet else "")
    address = _address(root, metas, article)
    head = _head_of(lines, title[1] if title else "")
    authors = _authors(root, articles, head, outlet[1] if outlet else "")
    dates = _settled(list(_dates(root, metas, article, head)), address[1] if address else "")
    if not dates and (day := found_date()):
        dates = [("words of the page", day)]
    language = _first(
        (JSON_LD, _text(article.get("inLanguage"))),
        ("html lang", root.get("lang") or root.get("xml:lang") or ""),
        (OPEN_GRAPH, metas.get("og:locale", "")),
    )
    body = max((_text(one.get("articleBody")) for one in articles), key=len, default="")
    published = day_of(dates[0][1]) if dates else None
    return PageFacts(
        title=title[1] if title else None,
        authors=authors[1] if authors else (),
        outlet=outlet[1] if outlet else None,
        published=published,
        published_at=next(
            (m for _, d in dates if (m := moment_of(d)) and day_of(d) == published), None
        ),
        language=language[1].replace("_", "-") if language else None,
        address=address[1] if address else None,
        origins=tuple(
            _origins(
                ("title", title),
                ("authors", authors),
                ("outlet", outlet),
                ("published", dates[0] if dates else None),
                ("language", language),
                ("address", address),
                other_dates=dates[1:],
            )
        ),
        body=body,
        is_partial=any(
            _text(one.get("isAccessibleForFree")).lower() == "false" for one in articles
        ),
    )


def _origins(
    *facts: tuple[OriginField, tuple[str, object] | None], other_dates: list[Said]
) -> Iterator[Origin]:
    for field, said in facts:
        if said is None:
            continue
        differs = None
        if field == "published":
            day = day_of(str(said[1]))
            differs = next(
                (
                    f"{where} says {other}"
                    for where, text in other_dates
                    if (other := day_of(text)) and other != day
                ),
                None,
            )
        yield Origin(field, said[0], differs)


def _head_of(lines: Sequence[str], title: str) -> Sequence[str]:
    """The lines around the title, among which byline and date stand."""
    at = next((number for number, line in enumerate(lines) if title and title in line), 0)
    return lines[max(0, at - LINES_ABOVE) : at + LINES_BELOW]


def _metas(root: HtmlElement) -> dict[str, str]:
    """The meta elements by their lower-case names; the first of each name that is not empty."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = one_line(meta.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def _articles(root: HtmlElement) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe an article, the most telling first."""
    found = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            with suppress(ValueError, RecursionError):
                text = CDATA.sub("", script.text or "").strip().rstrip(";")
                found += _objects(json.loads(text, strict=False))
    named = {one["@id"]: one for one in found if isinstance(one.get("@id"), str) and "name" in one}
    articles = [one for one in found if ARTICLES.search(_text(one.get("@type")))]
    resolved = [
        one | {key: _resolved(one.get(key), named) for key in ("author", "publisher")}
        for one in articles
    ]
    return sorted(
        resolved,
        key=lambda one: (_text(one.get("@type")) == "WebPage", "headline" not in one),
    )


def _resolved(value: object, named: dict[str, dict[str, Any]]) -> object:
    """A value of JSON-LD with the objects that it refers to by their ids."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _objects(value: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [value]
    while waiting and len(found) < MOST_OBJECTS:
        one = waiting.pop(0)
        if isinstance(one, dict):
            found.append(one)
            waiting += [
                v for k, v in one.items() if k in ("@graph", "mainEntity", "itemListElement")
            ]
        elif isinstance(one, list):
            waiting += one
    return found


def _text(value: object) -> str:
    """A value of JSON-LD as text; the first one of a list."""
    if isinstance(value, list):
        return next(filter(None, map(_text, value)), "")
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value"))
    return str(value) if isinstance(value, str | bool | int) else ""


def _title(
    root: HtmlElement, metas: dict[str, str], article: dict[str, Any], outlet: str
) -> Said | None:
    """The heading of the page that agrees with what it gives as its title elsewhere."""
    titles = root.find(".//title")
    named: list[Said] = [
        (JSON_LD, plain_line(_text(article.get("headline")))),
        (OPEN_GRAPH, plain_line(metas.get("og:title", ""))),
        ("twitter:title", plain_line(metas.get("twitter:title", ""))),
        (PAGE_TITLE, one_line(titles.text_content()) if titles is not None else ""),
    ]
    named = [(where, without_site(text, outlet)) for where, text in named if text]
    headings = [_words_of(h) for level in ("h1", "h2") for h in root.iter(level)]
    pairs = [(heading, text) for heading in headings if heading != outlet for _, text in named]
    heading, text = max(pairs, key=lambda pair: _agreement(*pair), default=("", ""))
    if _agreement(heading, text) >= LEAST_AGREEMENT:
        within = (text for _, text in named if _has_more_on_its_line(heading, text))
        return HEADING, next(within, heading)
    return named[0] if named else _first(*((HEADING, text) for text in headings))


def _words_of(heading: HtmlElement) -> str:
    """The text of a heading without the smaller line that some set below it, within it."""
    smaller = next(heading.iter("small"), None)
    whole = one_line(heading.text_content())
    below = one_line(smaller.text_content()) if smaller is not None else ""
    return whole.removesuffix(below).strip() or whole


def plain_line(text: str) -> str:
    """A title of metadata, which may have markup and references in it, as a line."""
    import html

    text = html.unescape(html.unescape(text)) if "&" in text else text
    return one_line(re.sub(r"</?\w[^<>]*>", "", text))


def without_site(title: str, outlet: str) -> str:
    """A title without the name of the site at its end, or at its beginning."""
    for pattern in (r"\s*[|\-–—»·•:]+\s*{}\s*$", r"^\s*{}\s*[|\-–—»·•:]+\s*"):
        if outlet and (cut := re.sub(pattern.format(re.escape(outlet)), "", title, flags=re.I)):
            title = cut
    cut = SITE_SUFFIX.sub("", title)
    while cut != title and len(cut.split()) > 2 and len(cut) > 0.4 * len(title):
        title, cut = cut, SITE_SUFFIX.sub("", cut)
    return title


def _agreement(one: str, other: str) -> float:
    """How far two titles are of one article, from 0 to 1: words in common, most of the shorter."""
    a, b = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    if min(len(a), len(b)) < LEAST_WORDS:
        return 0.0
    common = len(a & b)
    return (common / min(len(a), len(b)) + 0.1 * common / len(a | b)) / 1.1


def _has_more_on_its_line(heading: str, title: str) -> bool:
    """True if a heading is the title with a label set right before or after it, without a space."""
    if heading.startswith(title):
        return heading[len(title) :][:1].isalnum()
    return heading.endswith(title) and heading[: -len(title)][-1:].isalnum()


def _outlet(metas: dict[str, str], article: dict[str, Any]) -> Said | None:
    return _first(
        (OPEN_GRAPH, metas.get("og:site_name", "")),
        (JSON_LD, plain_line(_text(article.get("publisher")))),
        *((name, metas.get(name, "")) for name in SITE_METAS),
    )


def _authors(
    root: HtmlElement, articles: list[dict[str, Any]], head: Sequence[str], outlet: str
) -> tuple[str, tuple[str, ...]] | None:
    """Where the first place that names people stands, and their names."""
    places: list[tuple[str, list[str]]] = [(JSON_LD, _people(one)) for one in articles]
    places += [(name, _contents(root, name)) for name in AUTHOR_METAS]
    places += [("byline", [text]) for text in _bylines(root)]
    for where, texts in places:
        lines = map(plain_line, texts)
        names = tuple(dict.fromkeys(name for line in lines for name in names_in(line, outlet)))
        if names:
            return where, names
    by_words = next(filter(None, map(authors_of, head)), ())
    return ("byline", by_words) if by_words else None


def _people(article: dict[str, Any]) -> list[str]:
    stated = article.get("author") or article.get("creator")
    return [
        _text(one)
        for one in (stated if isinstance(stated, list) else [stated])
        if not (isinstance(one, dict) and "Organization" in _text(one.get("@type")))
    ]


def _contents(root: HtmlElement, name: str) -> list[str]:
    """All contents of the meta elements of a name."""
    return [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() == name
    ]


def _bylines(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that say by their attributes that they name the author."""
    for element in root.iter("a", "span", "div", "p", "address", "li", "h3", "h4", "h5", "cite"):
        said = f"{element.get('class') or ''} {element.get('id') or ''}"
        marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if marked or (BYLINE.search(said) and not NOT_BYLINE.search(said)):
            text = one_line(element.text_content())
            if 0 < len(text) < LONGEST_BYLINE:
                yield text


def _dates(
    root: HtmlElement, metas: dict[str, str], article: dict[str, Any], head: Sequence[str]
) -> Iterator[Said]:
    """Each place that is made for the date of publication and has one."""
    said: list[Said] = [(JSON_LD, _text(article.get("datePublished")))]
    said += [(name, metas.get(name, "")) for name in DATE_METAS]
    for element in root.iter("time"):
        if element.get("pubdate") is not None or "datePublished" in (element.get("itemprop") or ""):
            said.append(
                ("time element", element.get("datetime") or one_line(element.text_content()))
            )
    shown = {day for text in _shown_dates(root) if (day := published_in([text]))}
    if len(shown) == 1:  # more are of links to other articles
        said.append((SHOWN, shown.pop()))
    said.append((DATE_LINE, published_in(list(head)) or ""))
    for where, text in said:
        if (day := day_of(text)) and day <= date.today().isoformat():
            yield where, text


def _shown_dates(root: HtmlElement) -> Iterator[str]:
    """The texts of elements that say by their attributes that they are a date."""
    for element in root.iter("span", "div", "p", "time", "li"):
        if DATE_CLASS.search(element.get("class") or ""):
            text = one_line(element.text_content())
            if is_date_line(text, "en"):
                yield text


def _settled(dates: list[Said], address: str) -> list[Said]:
    """The places with dates, the one to believe first.

    The day in an address was set once, while what is stated may be moved by an update. A moment in
    UTC is a day off in much of the world: then metadata with the day before or after is right,
    since people read their own day there.
    """
    in_address = DAY_IN_ADDRESS.search(address)
    if in_address and (day := day_of("-".join(in_address.groups()))):
        said = ("address", day)
        if not dates:
            return [said]
        later = date.fromisoformat(day_of(dates[0][1]) or day) - date.fromisoformat(day)
        return [said, *dates] if 0 < later.days <= MOST_DAYS_LATER else [*dates, said]
    if dates and (shown := next((said for said in dates if said[0] == SHOWN), None)):
        later = date.fromisoformat(shown[1]) - date.fromisoformat(day_of(dates[0][1]) or shown[1])
        if 0 < later.days <= MOST_DAYS_LATER:  # held back after it was set
            return [shown, *(said for said in dates if said != shown)]
    if not dates or not (moment := moment_of(dates[0][1])) or not moment.endswith("+00:00"):
        return dates
    stated = date.fromisoformat(moment[:10])
    for said in dates[1:]:
        other = date.fromisoformat(day_of(said[1]) or moment[:10])
        if abs((other - stated).days) == 1 and said[0] != DATE_LINE:
            return [said, *(one for one in dates if one != said)]
    return dates


def _address(root: HtmlElement, metas: dict[str, str], article: dict[str, Any]) -> Said | None:
    links = (link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical")
    said = _first(
        ("canonical link", next(links, "")),
        (OPEN_GRAPH, metas.get("og:url", "")),
        (JSON_LD, _text(article.get("url") or article.get("mainEntityOfPage"))),
    )
    return said if said and re.match(r"https?://[^\s/]+", said[1], re.I) else None


def _first(*said: Said) -> Said | None:
    return next(((where, text) for where, text in said if text), None)
