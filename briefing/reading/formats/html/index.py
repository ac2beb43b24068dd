"""Pages of links to articles: front pages, sections, lists of posts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from itertools import islice
from urllib.parse import urljoin

from lxml.html import HtmlElement

from briefing.reading.formats.html.blocks import PlacedBlock
from briefing.sanitize import one_line

LEAST_LINKS = 5
"""Headlines that are links, on a page of links."""
LEAST_WORDS = 4
"""Words of a headline."""
LEAST_ARTICLES = 3
MOST_OF_ONE = 0.5
"""Share of the text that the longest of several articles has at most, and all have at least."""
MOST_LOOKED_AT = 2_000
SHOWN, LONGEST_TITLE, LONGEST_ADDRESS = 3, 80, 200
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

Link = tuple[str, str]
"""A headline and the address that it leads to."""


def is_of_several(root: HtmlElement, chosen: Sequence[PlacedBlock]) -> bool:
    """True if a text is of several articles, none of which is most of it.

    One of several stands with its headline, which leads to a page of its own, in one element.

    Args:
        root: The page.
        chosen: The blocks that were taken for its article.
    """
    links: dict[HtmlElement, set[str]] = defaultdict(set)
    for link in islice(root.iter("a"), MOST_LOOKED_AT):
        if len(_headline_in(link).split()) >= LEAST_WORDS:
            for element in link.iterancestors():
                links[element].add(link.get("href") or "")
    words: dict[HtmlElement, int] = defaultdict(int)
    whole = 0
    for placed in chosen:
        count = len(placed.block.text.split())
        whole += count
        around = (placed.element, *placed.element.iterancestors())
        of_one = next((element for element in around if element in links), None)
        if of_one is not None and len(links[of_one]) == 1:
            words[of_one] += count
    return (
        len(words) >= LEAST_ARTICLES
        and max(words.values()) < MOST_OF_ONE * whole
        and sum(words.values()) > MOST_OF_ONE * whole
    )


def headline_links(root: HtmlElement, address: str | None) -> list[Link]:
    """The headlines of a page that are links, each once, with absolute addresses where known."""
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), "")
    found: dict[str, str] = {}
    for link in islice(root.iter("a"), MOST_LOOKED_AT):
        title = _headline_in(link)
        if len(title.split()) < LEAST_WORDS:
            continue
        with suppress(ValueError):
            target = urljoin(urljoin(address or "", base), (link.get("href") or "").strip())
            target = target.partition("#")[0]
            is_web = re.match(r"https?://|(?!\w+:)[^\s]", target, re.I)
            if is_web and len(target) <= LONGEST_ADDRESS and target != address:
                found.setdefault(one_line(target).replace(" ", "%20"), title)
    return [(title, target) for target, title in found.items()]


def reason(links: Sequence[Link]) -> str:
    """What the user is told of a page of links: a line with the first few of them."""
    first = (f"“{title}” {target}" for title, target in links[:SHOWN])
    return (
        "it is a page of links and holds no single article; give the address of one, such as"
        f" {'; '.join(first)}"
    )


def _headline_in(link: HtmlElement) -> str:
    """The headline that a link is, or ""."""
    inside = next(link.iter(*HEADINGS), None)
    if inside is None and next(link.iterancestors(*HEADINGS), None) is None:
        return ""
    title = one_line((link if inside is None else inside).text_content())
    return title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE].rstrip()}…"
