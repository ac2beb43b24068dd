"""Feeds and entries kept in the library."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from briefing.feeds.fetching import Refreshed
from briefing.feeds.kept import DAYS_KEPT, MOST_KEPT, KeptFeeds, in_memory
from briefing.feeds.values import Entry, Feed, FeedContent, NamedFeed
from briefing.library import Library
from briefing.web.validators import Validators

POST, TIDE = "http://post.example/feed", "http://tide.example/feed"
STORM = Entry("1", "Storm", "http://post.example/storm", "2025-04-03T23:30:00-05:00", "Wind.")
FERRY = Entry("2", "Ferry", "http://post.example/ferry", "2025-04-04", "Waves.", is_teaser=False)


class Clock:
    """A time that a test turns on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 26, 18, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kept(clock) -> KeptFeeds:
    return KeptFeeds(in_memory(), clock)


def came(address: str, *entries: Entry, title: str = "Post", **rest) -> Refreshed:
    return Refreshed(Feed(address, title, **rest), FeedContent(title, entries), b"<rss/>")


def titles(kept: KeptFeeds, feed: str | None = None) -> list[str]:
    return [one.entry.title for one in kept.entries(feed)]


def test_what_came_of_a_feed_is_kept_in_the_library(tmp_path):
    feed = Feed(POST, "Post", Validators(POST, '"7"', "Thu"), "2026-11-26T18:00:00+00:00")
    library = Library(tmp_path / "library.sqlite")
    library.feeds.follow([NamedFeed(POST)])
    assert library.feeds.save(Refreshed(feed, FeedContent("Post", (STORM, FERRY)), b"<rss/>")) == 2
    library.close()
    library = Library(tmp_path / "library.sqlite")
    (followed,) = library.feeds.followed()
    assert (followed.feed, followed.count, followed.unread) == (feed, 2, 2)
    assert library.feeds.data(POST) == b"<rss/>"
    assert [one.entry for one in library.feeds.entries()] == [STORM, FERRY]
    assert [one.outlet for one in library.feeds.entries()] == ["Post", "Post"]
    library.close()


def test_entries_are_listed_by_time_and_those_without_by_when_they_were_first_seen(kept, clock):
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, STORM, Entry("3", "Undated")))
    assert titles(kept) == ["Undated", "Storm"]
    clock.now += timedelta(hours=1)
    dated = Entry("4", "Later", published="2026-11-26T20:30:00+02:00")
    kept.save(came(POST, Entry("3", "Undated"), dated))
    assert titles(kept) == ["Later", "Undated", "Storm"]


def test_only_new_entries_are_counted_and_what_was_read_stays_read(kept):
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, STORM))
    kept.mark_read(kept.entries()[0])
    changed = Entry("1", "Storm passes", STORM.address, STORM.published)
    assert kept.save(came(POST, changed, FERRY)) == 1
    assert [(one.entry.title, one.is_read) for one in kept.entries()] == [
        ("Storm passes", True),
        ("Ferry", False),
    ]
    assert kept.followed()[0].unread == 1


def test_a_feed_that_failed_keeps_its_entries(kept):
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, STORM))
    assert kept.save(Refreshed(Feed(POST, "Post", problem="it is dead"))) == 0
    assert kept.followed()[0].feed.problem == "it is dead"
    assert titles(kept) == ["Storm"]


def test_an_article_that_two_feeds_have_is_listed_and_read_once(kept):
    kept.follow([NamedFeed(POST), NamedFeed(TIDE)])
    kept.save(came(POST, STORM))
    kept.save(came(TIDE, Entry("x", "Storm!", STORM.address), title="Tide"))
    assert titles(kept) == ["Storm"]
    assert kept.count() == 1
    kept.mark_read(kept.entries()[0])
    assert kept.entries(TIDE)[0].is_read
    kept.unfollow(POST)
    assert titles(kept) == ["Storm!"]


def test_following_twice_is_following_once(kept):
    assert kept.follow([NamedFeed(POST, "Post"), NamedFeed(TIDE), NamedFeed(POST)]) == 2
    assert kept.follow([NamedFeed(POST, "Another title")]) == 0
    assert [one.feed.title for one in kept.followed()] == ["", "Post"]
    assert kept.unfollow(POST)
    assert not kept.unfollow(POST)
    assert [one.feed.address for one in kept.followed()] == [TIDE]


def test_a_feed_that_is_followed_again_has_what_it_had(kept, clock):
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, STORM))
    kept.mark_read(kept.entries()[0])
    kept.unfollow(POST)
    assert titles(kept) == []
    clock.now += timedelta(days=DAYS_KEPT - 1)
    kept.save(came(TIDE))
    kept.follow([NamedFeed(POST)])
    assert [one.is_read for one in kept.entries()] == [True]


def test_a_feed_that_nobody_follows_is_dropped_after_a_while(kept, clock):
    kept.save(came(POST, STORM))
    assert titles(kept, POST) == ["Storm"]
    clock.now += timedelta(days=DAYS_KEPT + 1)
    kept.save(came(TIDE))
    assert kept.feed(POST) is None
    assert titles(kept, POST) == []


def test_old_entries_make_room(kept, clock):
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, *(Entry(str(n), f"Old {n}", published="2025-01-01") for n in range(3))))
    clock.now += timedelta(days=1)
    many = (Entry(f"n{n}", "New", published="2025-01-02") for n in range(MOST_KEPT))
    kept.save(came(POST, *many))
    assert kept.count() == MOST_KEPT


def test_what_another_program_put_into_the_tables_does_no_harm():
    do = in_memory()
    kept = KeptFeeds(do)
    kept.follow([NamedFeed(POST)])
    kept.save(came(POST, STORM))
    for change in (
        "feed_entries SET title = x'00ff1b5b', published = 7, summary = x'ff', is_read = 'soon'",
        "feeds SET title = x'1b', problem = 'a' || char(27) || '[31mb', fetched = 3, data = 'x'",
    ):
        do(lambda database, change=change: database.execute(f"UPDATE {change}"))
    (entry,) = kept.entries()
    assert entry.entry.title.isprintable()
    assert kept.followed()[0].feed.problem == "ab"
    assert kept.data(POST) == b""


def test_feeds_come_along_when_a_library_is_taken_in(tmp_path):
    one, other = Library(tmp_path / "one.sqlite"), Library(tmp_path / "other.sqlite")
    one.feeds.follow([NamedFeed(POST)])
    one.feeds.save(came(POST, STORM))
    other.feeds.follow([NamedFeed(TIDE)])
    exported = one.shelf.export(tmp_path / "export.sqlite")
    other.shelf.take_in(exported)
    other.shelf.take_in(exported)
    assert [feed.feed.address for feed in other.feeds.followed()] == [TIDE, POST]
    assert titles(other.feeds) == ["Storm"]
    one.close()
    other.close()


def test_feeds_are_rescued_from_a_damaged_library(tmp_path):
    path = tmp_path / "library.sqlite"
    library = Library(path)
    library.feeds.follow([NamedFeed(POST)])
    library.feeds.save(came(POST, STORM))
    library.close()
    database = sqlite3.connect(path)
    database.execute("DROP TABLE words")
    database.commit()
    database.close()
    library = Library(path)
    assert "was damaged" in library.notice
    assert titles(library.feeds) == ["Storm"]
    library.close()
