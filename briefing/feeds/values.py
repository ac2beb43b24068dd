"""What a feed is, what it holds, and which feeds a page or a list names."""

from __future__ import annotations

from msgspec import Struct

from briefing.web.validators import Validators


class Entry(Struct, frozen=True):
    """An entry of a feed; its words are safe lines.

    Attributes:
        id: What tells it from the other entries of its feed.
        title: Its headline, or else how its text begins; never empty.
        address: Of the article's page, or None.
        published: Day, or moment in ISO 8601, as it is written; None where it is unknown.
        summary: How its text begins, or "".
        is_teaser: True if the feed has no more than the beginning of the article.
    """

    id: str
    title: str
    address: str | None = None
    published: str | None = None
    summary: str = ""
    is_teaser: bool = True


class FeedContent(Struct, frozen=True, tag="feed"):
    """What a feed holds.

    Attributes:
        title: Its name, or "".
        entries: Each once, in the order of the feed.
    """

    title: str
    entries: tuple[Entry, ...]


class NamedFeed(Struct, frozen=True):
    """A feed as a page or a list names it.

    Attributes:
        address: Where it is.
        title: What it is called there, or "".
    """

    address: str
    title: str = ""


class NamedFeeds(Struct, frozen=True, tag="named"):
    """The feeds that a page or a list names.

    Attributes:
        feeds: Each once, in the order in which they are named; at least one.
        is_list: True for a list in OPML, false for a page.
    """

    feeds: tuple[NamedFeed, ...]
    is_list: bool


class Feed(Struct, frozen=True):
    """A feed, and what is known of it from the last time that it was asked for.

    Attributes:
        address: As the reader gave it, or as a page or a list named it.
        title: Its name, or "" as long as it is unknown.
        validators: What its server said of its state.
        fetched: When it was asked for last, in ISO 8601 and UTC; None for never.
        wait_until: Until when its site wants to be left alone, in the same form, or None.
        problem: One line that says why it could not be read the last time, or "".
    """

    address: str
    title: str = ""
    validators: Validators = Validators()
    fetched: str | None = None
    wait_until: str | None = None
    problem: str = ""
