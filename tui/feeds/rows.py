"""How an entry of a feed is drawn, and a feed; pure."""

from __future__ import annotations

from functools import partial

from briefing.feeds.rows import FollowedFeed, KeptEntry
from briefing.sanitize import one_line
from briefing.web.addresses import shown_address
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit, justified

UNREAD = "● "
READ = "  "


def row_of_entry(kept: KeptEntry) -> Row:
    """A row of two lines for an entry."""
    return Row(draw=partial(entry_lines, kept), item=kept)


def row_of_feed(followed: FollowedFeed) -> Row:
    """A row of two lines for a feed."""
    return Row(draw=partial(feed_lines, followed), item=followed)


def entry_lines(kept: KeptEntry, width: int, limit: int) -> list[Line]:
    """An entry: what it is and when it was published, then by whom, and what it is about."""
    del limit
    entry = kept.entry
    about = ", ".join(kept.actors) or entry.summary
    sign, name = (READ, "ink") if kept.is_read else (UNREAD, "strong")
    return [
        justified(
            [(sign, "accent"), (one_line(entry.title), name)],
            [(when(entry.published), "dim")],
            width,
        ),
        fit([(f"{READ}{one_line(kept.outlet)}", "ink"), (f"  {one_line(about)}", "dim")], width),
    ]


def when(published: str | None) -> str:
    """Day and time of a publication, as they are written."""
    return one_line((published or "")[:16].replace("T", " "))


def feed_lines(followed: FollowedFeed, width: int, limit: int) -> list[Line]:
    """A feed: what it is called and how much of it is unread, then what is the matter with it."""
    del limit
    feed = followed.feed
    address = shown_address(feed.address)
    asked = f"asked {when(feed.fetched)}" if feed.fetched else "not asked for yet"
    state: Line = [(one_line(feed.problem), "failed")] if feed.problem else [(asked, "dim")]
    return [
        justified(
            [(READ, "ink"), (one_line(feed.title) or address, "strong")],
            [(f"{followed.unread:,} of {followed.count:,} unread", "dim")],
            width,
        ),
        fit([(f"{READ}{address}  ", "dim"), *state], width)
        if not feed.problem
        else fit([(READ, "ink"), *state], width),
    ]
