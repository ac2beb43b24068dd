"""Asking again for what is known already, and leaving a site alone that wants to be."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from briefing.errors import ReadError
from briefing.web import Fetched, TooBusyError, Validators, fetch, fetch_if_changed
from briefing.web.answers import LONGEST_WAIT, seconds_of
from tests.web.site import QUICK, Site, Visit, page, redirect

UNCHANGED = b"HTTP/1.1 304 Not Modified\r\n\r\n"
DAY = "Thu, 03 Apr 2031 10:00:00 GMT"


def ask(site: Site, known: Validators, path: str = "/") -> Fetched | None:
    return fetch_if_changed(site.address(path), known, allow_private=True, limits=QUICK)


def asked_for(site: Site) -> list[str]:
    return [line for line in site.requests[-1].split("\r\n") if line.startswith("If-")]


def test_what_the_server_said_of_a_page_is_sent_when_it_is_asked_again(site: Site):
    site.pages["/"] = page(b"<rss/>", 'ETag: W/"7"', f"Last-Modified: {DAY}")
    first = ask(site, Validators())
    assert first is not None
    assert not asked_for(site)
    assert first.validators == Validators(site.address(), 'W/"7"', DAY)
    site.pages["/"] = UNCHANGED
    assert ask(site, first.validators) is None
    assert asked_for(site) == ['If-None-Match: W/"7"', f"If-Modified-Since: {DAY}"]


def test_a_changed_page_comes_with_what_is_said_of_it_now(site: Site):
    site.pages["/"] = page(b"new", 'ETag: "8"')
    found = ask(site, Validators(site.address(), '"7"'))
    assert found is not None
    assert (found.data, found.validators.etag) == (b"new", '"8"')


def test_what_one_address_said_is_sent_to_no_other(site: Site):
    site.pages["/"] = redirect("/moved")
    site.pages["/moved"] = page(b"here")
    ask(site, Validators(site.address(), '"7"'))
    assert asked_for(site) == []
    site.pages["/moved"] = UNCHANGED
    assert ask(site, Validators(site.address("/moved"), '"9"')) is None
    assert asked_for(site) == ['If-None-Match: "9"']


@pytest.mark.parametrize("etag", ["x" * 501, "Ã¼", "a\tb", ""])
def test_what_cannot_be_sent_back_is_not_kept(site: Site, etag: str):
    answer = page(b"here").replace(b"\r\n\r\n", f"\r\nETag: {etag}\r\n\r\n".encode("latin-1"), 1)
    site.pages["/"] = answer
    found = ask(site, Validators())
    assert found is not None
    assert found.validators == Validators()


def test_a_page_that_is_unchanged_though_nothing_was_known(site: Site):
    site.pages["/"] = UNCHANGED
    with pytest.raises(ReadError, match="answers with status 304"):
        ask(site, Validators())
    with pytest.raises(ReadError, match="answers with status 304"):
        fetch(site.address(), allow_private=True, limits=QUICK)


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_site_that_has_too_much_to_do_says_how_long_to_wait(site: Site, status: str):
    site.pages["/"] = page(b"", "Retry-After: 120", status=status)
    with pytest.raises(TooBusyError) as raised:
        ask(site, Validators())
    assert raised.value.wait == 120
    site.pages["/there"] = redirect("/")
    with pytest.raises(TooBusyError) as raised:
        ask(site, Validators(), "/there")
    assert raised.value.wait == 120


def test_other_faults_ask_for_no_wait(site: Site):
    site.pages["/"] = page(b"", "Retry-After: 120", status="500 Internal Server Error")
    with pytest.raises(ReadError) as raised:
        ask(site, Validators())
    assert not isinstance(raised.value, TooBusyError)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        (" 60 ", 60),
        ("9" * 40, LONGEST_WAIT),
        ("Thu, 03 Apr 1997 10:00:00 GMT", 0),
        ("Thu, 03 Apr 9999 10:00:00 GMT", LONGEST_WAIT),
        ("Thu, 33 Apr 2031", 0),
    ],
)
def test_how_long_a_site_wants_to_be_left_alone(header: str, seconds: int):
    assert seconds_of(header) == seconds


def test_a_time_to_wait_for_is_counted_from_now():
    until = format_datetime(datetime.now(UTC) + timedelta(minutes=10))
    assert 0 < seconds_of(until) <= 600


def test_a_feed_is_asked_for_as_one(site: Site):
    def answer(visit: Visit) -> None:
        kind = "rss" if "Accept: application/rss+xml," in visit.head else "page"
        visit.send(page(kind.encode()))

    site.pages["/"] = answer
    found = ask(site, Validators())
    assert found is not None
    assert found.data == b"rss"
