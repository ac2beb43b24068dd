"""Feeds are asked for when the program starts, if the settings say so, and never otherwise."""

from __future__ import annotations

import gc
from threading import Event

import pytest

from briefing.feeds.values import NamedFeed
from briefing.library import Library
from briefing.opening import Opener
from briefing.service import Service
from tests.feeds.feed_files import STORM, rss, served
from tests.web.site import Site, Visit
from tui.command.interactive import _begin_in_background
from tui.settings import Settings, load


@pytest.fixture
def service(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    service = Service(lambda: library, lambda: None, Opener(allow_private=True))
    yield service
    service.close()
    gc.unfreeze()


@pytest.mark.parametrize(("written", "asks"), [("refresh_feeds = true", True), ("", False)])
def test_feeds_are_asked_for_on_start_only_if_set(service, site: Site, tmp_path, written, asks):
    path = tmp_path / "settings.toml"
    path.write_text(written)
    settings, problems = load(path)
    assert problems == ()
    site.pages["/feed"] = served(rss(STORM))
    service.feeds.kept.follow([NamedFeed(site.address("/feed"))])
    _begin_in_background(service, settings)
    if asks:
        service._refreshing.join()
    assert [one.entry.title for one in service.feeds.kept.entries()] == (
        ["Storm reaches Velden"] if asks else []
    )
    assert len(site.requests) == asks


def test_what_is_asked_for_ends_with_the_program_and_leaves_no_problem(service, site, tmp_path):
    asked = Event()

    def stall(visit: Visit) -> None:
        asked.set()
        visit.stall()

    site.pages["/feed"] = stall
    service.feeds.kept.follow([NamedFeed(site.address("/feed"))])
    _begin_in_background(service, Settings(refresh_feeds=True))
    assert asked.wait(60)
    service.close()
    library = Library(tmp_path / "library.sqlite")
    assert library.feeds.followed()[0].feed.problem == ""
    library.close()
