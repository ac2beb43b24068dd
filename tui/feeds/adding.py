"""A feed, or those of a list, followed as the reader names them; with what came of it in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.reading.sources import load
from briefing.sanitize import one_line, path_line
from briefing.web.addresses import is_address, shown_address

if TYPE_CHECKING:
    from briefing.feeds.following import Feeds
    from briefing.web.fetching import Stop

MOST_NAMED = 5
"""Other feeds of a page that are told of."""


def follow(source: str, feeds: Feeds, stop: Stop | None = None) -> str:
    """Follow what a source names, and say what is followed now.

    Args:
        source: Address of a feed or of a page that names its feed, or path of a list in OPML.
        feeds: Where it is followed.
        stop: Ends what is fetched.

    Raises:
        ReadError: There is no feed to follow.
        LibraryError: It cannot be kept.
        Cancelled: `stop` gave True.
    """
    if not is_address(source):
        new, count = feeds.follow_list(load(_path(source)), source)
        return f"follows {feeds_counted(count)} of {path_line(source)}, {new:,} of them new"
    followed = feeds.follow(source, stop=stop)
    words = "follows" if followed.is_new else "follows already"
    also = [shown_address(one.address) for one in followed.others[:MOST_NAMED]]
    others = f"; the page names others too: {', '.join(also)}" if also else ""
    feed = followed.feed
    return f"{words} {one_line(feed.title)}, {shown_address(feed.address)}{others}"


def feeds_counted(count: int) -> str:
    """How many feeds, in words."""
    return f"{count:,} feed{'' if count == 1 else 's'}"


def _path(source: str) -> str:
    try:
        return str(Path(source).expanduser())
    except RuntimeError:  # a home that nobody has
        return source
