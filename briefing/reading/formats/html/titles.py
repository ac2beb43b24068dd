"""The title of a web page's article, of all that the page gives as its title."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import Any

from lxml.html import HtmlElement

from briefing.reading.formats.html.json_ld import text_of
from briefing.reading.formats.html.metas import (
    JSON_LD,
    OPEN_GRAPH,
    Said,
    first_said,
    plain_line,
)
from briefing.sanitize import one_line

HEADING, PAGE_TITLE = "heading", "title of the page"
SITE_SUFFIX = re.compile(r"\s+[|\-–—»·•:]+\s+(?!.*\s[|\-–—»·•:]+\s).*$|\s*[|»].*$")
LONGEST = 1_000
"""Characters of a title that are looked at."""
MOST_HEADINGS = 200
LEAST_WORDS, LEAST_AGREEMENT = 2, 0.6
"""Words of a title, and the share of them that another title of the same article has."""


def title_of(
    root: HtmlElement, metas: dict[str, str], article: dict[str, Any], outlet: str
) -> Said | None:
    """The heading of the page that agrees with what it gives as its title elsewhere."""
    titles = root.find(".//title")
    named: list[Said] = [
        (JSON_LD, plain_line(text_of(article.get("headline")))),
        (OPEN_GRAPH, plain_line(metas.get("og:title", ""))),
        ("twitter:title", plain_line(metas.get("twitter:title", ""))),
        (PAGE_TITLE, one_line(titles.text_content()) if titles is not None else ""),
    ]
    named = [(where, without_site(text[:LONGEST], outlet)) for where, text in named if text]
    elements = islice(chain(root.iter("h1"), root.iter("h2")), MOST_HEADINGS)
    headings = [_words_of(heading)[:LONGEST] for heading in elements]
    pairs = [(heading, text) for heading in headings if heading != outlet for _, text in named]
    heading, text = max(pairs, key=lambda pair: _agreement(*pair), default=("", ""))
    if _agreement(heading, text) >= LEAST_AGREEMENT:
        within = (text for _, text in named if _has_more_on_its_line(heading, text))
        return HEADING, next(within, heading)
    return named[0] if named else first_said(*((HEADING, text) for text in headings))


def _words_of(heading: HtmlElement) -> str:
    """The text of a heading without the smaller line that some set below it, within it."""
    smaller = next(heading.iter("small"), None)
    whole = one_line(heading.text_content())
    below = one_line(smaller.text_content()) if smaller is not None else ""
    return whole.removesuffix(below).strip() or whole


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
