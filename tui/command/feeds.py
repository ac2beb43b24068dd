"""Feeds on the command line: `--feeds`, `--follow`, `--unfollow` and `--export-feeds`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, json

from briefing.errors import BriefingError
from briefing.sanitize import one_line, path_line
from briefing.web.addresses import shown_address
from tui.command.console import ALL_DONE, SOME_FAILED, say
from tui.command.options import CommandOptions
from tui.command.streams import write, write_bytes
from tui.feeds import adding

if TYPE_CHECKING:
    from briefing.feeds.rows import FollowedFeed
    from briefing.service import Service

NONE_FOLLOWED = "no feed is followed yet; follow one with brief --follow ADDRESS"
NOT_FOLLOWED = "{} is not followed; brief --feeds lists what is"


class ListedFeed(Struct, frozen=True):
    """What `--feeds --json` prints of a feed; the names are for other programs."""

    address: str
    title: str
    entries: int
    unread: int
    fetched: str | None
    problem: str


def list_feeds(options: CommandOptions, service: Service) -> int:
    """Print the feeds that are followed, one a line, and return the exit status."""
    followed = service.feeds.kept.followed()
    if options.format == "json":
        for one in followed:
            write_bytes(json.encode(_listed(one)) + b"\n")
    else:
        write("".join(f"{line_of(one)}\n" for one in followed))
    if not followed:
        say(NONE_FOLLOWED)
    return ALL_DONE


def follow(sources: Sequence[str], service: Service) -> int:
    """Follow feeds, or all of lists, and return the exit status."""
    return _each(sources, lambda source: adding.follow(source, service.feeds), service)


def unfollow(addresses: Sequence[str], service: Service) -> int:
    """Follow feeds no longer, and return the exit status."""

    def work(address: str) -> str:
        if not service.feeds.kept.unfollow(address.strip()):
            raise BriefingError(NOT_FOLLOWED.format(shown_address(address)))
        return f"no longer follows {shown_address(address)}"

    return _each(addresses, work, service)


def export_feeds(path: str, service: Service, *, overwrite: bool) -> int:
    """Write the feeds that are followed into a file, and return the exit status."""
    from briefing.feeds.opml import to_opml
    from briefing.page.saving import save_page

    followed = service.feeds.kept.followed()
    if not followed:
        say(NONE_FOLLOWED)
        return SOME_FAILED
    text = to_opml(one.feed for one in followed)
    saved = save_page(text, Path(path).expanduser(), overwrite=overwrite)
    say(f"saved {adding.feeds_counted(len(followed))} in {path_line(saved)}")
    return ALL_DONE


def line_of(one: FollowedFeed) -> str:
    """A feed on one line."""
    parts = (one_line(one.feed.title), f"{one.unread:,} of {one.count:,} unread", one.feed.problem)
    return f"{shown_address(one.feed.address)}  {' · '.join(filter(None, parts))}"


def _each(sources: Sequence[str], work: Callable[[str], str], service: Service) -> int:
    if service.library is None:
        return SOME_FAILED
    failed = False
    for source in sources:
        try:
            say(work(source))
        except BriefingError as error:
            say(str(error))
            failed = True
    return SOME_FAILED if failed else ALL_DONE


def _listed(one: FollowedFeed) -> ListedFeed:
    feed = one.feed
    return ListedFeed(feed.address, feed.title, one.count, one.unread, feed.fetched, feed.problem)
