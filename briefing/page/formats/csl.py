"""The source of a briefing as CSL-JSON, which reference managers read."""

from __future__ import annotations

import json
from typing import Any

from briefing.model import Article, Briefing
from briefing.page.formats.citing import address_of
from briefing.page.pieces import headline_of
from briefing.page.saving import slug
from briefing.reading.formats.names_given import NO_NAME
from briefing.sanitize import one_line
from briefing.tables import word_list


def to_csl(briefing: Briefing) -> str:
    """A list of one item; what the source does not say is not there."""
    article = briefing.article
    title = one_line(article.title or headline_of(briefing))
    item: dict[str, Any] = {
        "id": slug(title),
        "type": _type(article),
        "title": title,
        "author": [author(one_line(name)) for name in article.authors],
        "container-title": one_line(article.outlet),
        "issued": {"date-parts": [_parts(article.published)]} if article.published else None,
        "URL": address_of(article),
        "language": article.language,
    }
    kept = {name: value for name, value in item.items() if value}
    return json.dumps([kept], ensure_ascii=False, indent=1) + "\n"


def author(name: str) -> dict[str, str]:
    """The parts of a name; one of a single word, or of an organization, stays whole."""
    words = name.split()
    suffix = words.pop() if words and words[-1] in word_list("name_parts", "suffix") else ""
    if len(words) < 2 or NO_NAME.search(name):
        return {"literal": name}
    particles = word_list("name_parts", "particle") | word_list("name_parts", "ordinary particle")
    first = len(words) - 1
    while first > 1 and words[first - 1] in particles:
        first -= 1
    parts = {
        "given": " ".join(words[:first]).rstrip(","),
        "non-dropping-particle": " ".join(words[first:-1]),
        "family": words[-1].rstrip(","),
        "suffix": suffix,
    }
    return {part: words for part, words in parts.items() if words}


def _type(article: Article) -> str:
    if article.outlet:
        return "article-newspaper"
    return "webpage" if address_of(article) else "document"


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]
