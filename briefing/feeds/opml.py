"""Feeds as a list in OPML, which other programs take in."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import quoteattr

from briefing.feeds.values import Feed
from briefing.sanitize import one_line


def to_opml(feeds: Iterable[Feed]) -> str:
    """A list of feeds, which may be given to `--follow` again."""
    outlines = "".join(f"    {_outline(feed)}\n" for feed in feeds)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
        f"  <head>\n    <title>Feeds of brief</title>\n  </head>\n  <body>\n{outlines}  </body>\n"
        "</opml>\n"
    )


def _outline(feed: Feed) -> str:
    title = quoteattr(one_line(feed.title or feed.address))
    return f'<outline type="rss" text={title} title={title} xmlUrl={quoteattr(feed.address)}/>'
