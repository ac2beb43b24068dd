"""Places of a web page that are made for facts about it, and what they say."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing.sanitize import one_line

JSON_LD, OPEN_GRAPH = "JSON-LD", "Open Graph"
Said = tuple[str, str]
"""A place of the page, and what it says."""


def metas_of(root: HtmlElement) -> dict[str, str]:
    """The meta elements by their lower-case names; the first of each name that is not empty."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = one_line(meta.get("content") or "")
        if name and content:
            found.setdefault(name, content)
    return found


def contents_of(root: HtmlElement, name: str) -> list[str]:
    """All contents of the meta elements of a name."""
    return [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() == name
    ]


def first_said(*said: Said) -> Said | None:
    """The first place that says something."""
    return next(((where, text) for where, text in said if text), None)


def plain_line(text: str) -> str:
    """A title of metadata, which may have markup and references in it, as a line."""
    import html

    text = html.unescape(html.unescape(text)) if "&" in text else text
    return one_line(re.sub(r"</?\w[^<>]*>", "", text))
