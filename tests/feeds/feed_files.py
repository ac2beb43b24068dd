"""Feeds of an invented paper."""

from __future__ import annotations

from collections.abc import Iterable

from tests.web.site import page

STORM = "<title>Storm reaches Velden</title><link>/storm</link><guid>1</guid>"
FERRY = "<title>Ferry sails again</title><link>/ferry</link><guid>2</guid>"


def rss(*items: str, title: str = "The Velden Post", head: str = "") -> bytes:
    """A feed of items, each the elements in it."""
    entries = "".join(f"<item>{item}</item>" for item in items)
    text = f"<rss version='2.0'><channel><title>{title}</title>{head}{entries}</channel></rss>"
    return text.encode()


def served(data: bytes, *headers: str, content_type: str = "application/rss+xml") -> bytes:
    """The answer of a server that has it."""
    return page(data, *headers, content_type=content_type)


def opml(addresses: Iterable[str]) -> bytes:
    """A list of feeds."""
    outlines = "".join(
        f'<outline text="Feed {number} &amp; more" type="rss" xmlUrl="{address}"/>'
        for number, address in enumerate(addresses, 1)
    )
    return (
        f'<opml version="2.0"><body><outline text="All">{outlines}</outline></body></opml>'.encode()
    )


def article_page(title: str, sentence: str) -> bytes:
    """The answer of a server that has the page of an article."""
    text = f"<article><h1>{title}</h1><p>{f'{sentence} ' * 12}</p></article>"
    head = f"<head><title>{title}</title></head>"
    return page(f"<html>{head}<body>{text}</body></html>".encode())
