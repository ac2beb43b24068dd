"""What a web page says of its article in JSON-LD, the form that search engines read."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import Any

from lxml.html import HtmlElement

ARTICLES = re.compile(r"Article|Posting|Report|Review|Opinion|Analysis|Recipe|WebPage$", re.I)
"""Types of objects that are the page's text; the last only where there is no other."""
MOST_OBJECTS = 2_000
CDATA = re.compile(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*;?\s*$")


def articles_in(root: HtmlElement) -> list[dict[str, Any]]:
    """The JSON-LD objects that describe an article, the most telling first."""
    found = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            with suppress(ValueError, RecursionError):
                text = CDATA.sub("", script.text or "").strip().rstrip(";")
                found += _objects(json.loads(text, strict=False))
    named = {one["@id"]: one for one in found if isinstance(one.get("@id"), str) and "name" in one}
    articles = [one for one in found if ARTICLES.search(text_of(one.get("@type")))]
    resolved = [
        one | {key: _resolved(one.get(key), named) for key in ("author", "publisher")}
        for one in articles
    ]
    return sorted(
        resolved,
        key=lambda one: (text_of(one.get("@type")) == "WebPage", "headline" not in one),
    )


def is_article(found: dict[str, Any]) -> bool:
    """True if an object is an article of its own, and not a page that may be one of links."""
    return "headline" in found and text_of(found.get("@type")) != "WebPage"


def text_of(value: object) -> str:
    """A value of JSON-LD as text; the first one of a list."""
    if isinstance(value, list):
        return next(filter(None, map(text_of, value)), "")
    if isinstance(value, dict):
        return text_of(value.get("name") or value.get("@value"))
    return str(value) if isinstance(value, str | bool | int) else ""


def people_of(article: dict[str, Any]) -> list[str]:
    """The names that an object gives as those of its authors; none of organizations."""
    stated = article.get("author") or article.get("creator")
    return [
        text_of(one)
        for one in (stated if isinstance(stated, list) else [stated])
        if not (isinstance(one, dict) and "Organization" in text_of(one.get("@type")))
    ]


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
