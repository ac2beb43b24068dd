"""Each failure is one line that says why, and what to do."""

from __future__ import annotations

import gzip
import socket
import zlib
from collections.abc import Callable

import pytest

from briefing.errors import ReadError
from briefing.web import Limits, Network, fetch
from tests.web.site import AUTHORITY, QUICK, Answer, Site, Visit, World, page, redirect, running

SAVE = "save the page in your browser and give the file"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def failure(site: Site, answer: Answer, limits: Limits = QUICK) -> str:
    """What is said of the answer, after the address."""
    site.pages["/a"] = answer
    address = site.address("/a")
    with pytest.raises(ReadError) as error:
        fetch(address, allow_private=True, limits=limits)
    said = str(error.value)
    assert said.startswith(f"cannot read {address}: ")
    assert "\n" not in said
    assert said.isprintable()
    return said.removeprefix(f"cannot read {address}: ")


STATUSES = {
    "401 Unauthorized": f"the site refuses programs; {SAVE}",
    "402 Payment Required": f"the site wants a subscription; {SAVE}",
    "403 Forbidden": f"the site refuses programs; {SAVE}",
    "404 Not Found": "there is no such page; check the address",
    "410 Gone": "there is no such page; check the address",
    "418 I'm a teapot": f"the site answers with status 418; {SAVE}",
    "429 Too Many Requests": (
        "the site has had too many requests; wait a few minutes and try again"
    ),
    "451 Unavailable": (
        "the site may not show it for legal reasons; look for the article elsewhere"
    ),
    "500 Internal Server Error": "the site has a fault (status 500); try again later",
    "503 Service Unavailable": "the site has a fault (status 503); try again later",
    "300 Multiple Choices": f"the site answers with status 300; {SAVE}",
    "302 Found": f"the site answers with status 302; {SAVE}",
    "304 Not Modified": f"the site answers with status 304; {SAVE}",
}


@pytest.mark.parametrize(("status", "expected"), STATUSES.items(), ids=str)
def test_a_status_is_told(site: Site, status: str, expected: str):
    assert failure(site, page(status=status)) == expected


@pytest.mark.parametrize(
    ("content_type", "what"),
    {
        "image/jpeg": "an image",
        "video/mp4": "a video",
        "audio/mpeg": "a sound recording",
        "font/woff2": "a font",
        "application/x-msdownload": "of the type application/x-msdownload",
        "application/x-executable": "of the type application/x-executable",
        "text/css": "of the type text/css",
    }.items(),
)
def test_what_holds_no_article_is_refused_by_its_type(site: Site, content_type: str, what: str):
    expected = f"it is {what} and no article; give the address of the article's page"
    assert failure(site, page(content_type=content_type)) == expected


TOO_LARGE = "it is larger than 0.1 MB; give a shorter text"
CUT_OFF = "it is cut off before its end; try again later"
DAMAGED = "it arrives damaged; try again later"
NO_ANSWER = "the site gives no answer that can be read; check the address, or try again later"
NOT_ASKED = f"it comes packed in a way that was not asked for; {SAVE}"
EMPTY = "it is empty; check the address"
STALLED = f"the site has stopped answering; try again later, or {SAVE}"
TOO_SLOW = f"it takes too long; try again later, or {SAVE}"
BOMB = b"0" * 20_000_000


def raw_bomb() -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(BOMB) + packing.flush()


def announced(visit: Visit) -> None:
    visit.send(HEAD + b"Content-Length: 999999999\r\n\r\n")
    visit.stall()


def endless(visit: Visit) -> None:
    visit.send(HEAD + b"\r\n")
    while not visit.over.is_set():
        visit.send(b"x" * 65_536)


def endless_chunks(visit: Visit) -> None:
    visit.send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
    while not visit.over.is_set():
        visit.send(b"1\r\nx\r\n" * 1000)


def endless_members(visit: Visit) -> None:
    visit.send(HEAD + b"Content-Encoding: gzip\r\n\r\n")
    while not visit.over.is_set():
        visit.send(gzip.compress(b"") * 1000)


def endless_headers(visit: Visit) -> None:
    visit.send(HEAD)
    while not visit.over.is_set():
        visit.send(b"X-More: yes\r\n" * 1000)


def endless_hints(visit: Visit) -> None:
    while not visit.over.is_set():
        visit.send(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100)


def silent(visit: Visit) -> None:
    visit.stall()


def stalled(visit: Visit) -> None:
    visit.send(HEAD + b"Content-Length: 100\r\n\r\nRain")
    visit.stall()


def slow_body(visit: Visit) -> None:
    visit.send(HEAD + b"Content-Length: 90000\r\n\r\n")
    visit.drip(b"x" * 90_000)


def slow_head(visit: Visit) -> None:
    visit.drip(HEAD + b"X-More: " + b"y" * 90_000)


def reset(visit: Visit) -> None:
    visit.send(HEAD + b"Content-Length: 100\r\n\r\nRain")
    visit.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")


ANSWERS: dict[str, tuple[Answer, str]] = {
    "huge": (page(b"x" * 100_001), TOO_LARGE),
    "huge, announced": (announced, TOO_LARGE),
    "huge without a length": (endless, TOO_LARGE),
    "huge in chunks": (endless_chunks, TOO_LARGE),
    "gzip bomb": (page(gzip.compress(BOMB), "Content-Encoding: gzip"), TOO_LARGE),
    "deflate bomb": (page(zlib.compress(BOMB), "Content-Encoding: deflate"), TOO_LARGE),
    "raw deflate bomb": (page(raw_bomb(), "Content-Encoding: deflate"), TOO_LARGE),
    "gzip without an end": (endless_members, TOO_LARGE),
    "gzip in gzip": (
        page(gzip.compress(gzip.compress(BOMB)), "Content-Encoding: gzip, gzip"),
        NOT_ASKED,
    ),
    "brotli": (page(b"\x0b\x02\x80Rain\x03", "Content-Encoding: br"), NOT_ASKED),
    "gzip that is none": (page(b"<p>Rain.</p>", "Content-Encoding: gzip"), DAMAGED),
    "gzip, damaged": (
        page(gzip.compress(b"Rain." * 9)[:20] + b"!" * 40, "Content-Encoding: gzip"),
        DAMAGED,
    ),
    "gzip, cut off": (page(gzip.compress(b"Rain")[:-9], "Content-Encoding: gzip"), CUT_OFF),
    "one byte of gzip": (page(b"\x1f", "Content-Encoding: gzip"), CUT_OFF),
    "cut off": (page(b"<p>Rain.</p>")[:-1], CUT_OFF),
    "chunks, cut off": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\n<p>", CUT_OFF),
    "chunks, the last one missing": (
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\n<p>\r\n",
        CUT_OFF,
    ),
    "chunks of no length": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>\r\n", CUT_OFF),
    "reset": (reset, CUT_OFF),
    "empty": (page(b""), EMPTY),
    "empty in gzip": (page(gzip.compress(b""), "Content-Encoding: gzip"), EMPTY),
    "no content": (b"HTTP/1.1 204 No Content\r\nContent-Type: text/html\r\n\r\n", EMPTY),
    "closed": (b"", NO_ANSWER),
    "closed within the head": (HEAD, NO_ANSWER),
    "no HTTP": (b"220 mail.example ESMTP\r\n", NO_ANSWER),
    "two lengths": (HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", NO_ANSWER),
    "a length that is none": (HEAD + b"Content-Length: -5\r\n\r\nab", NO_ANSWER),
    "endless head": (endless_headers, NO_ANSWER),
    "endless hints": (endless_hints, TOO_SLOW),
    "silent": (silent, STALLED),
    "stalled": (stalled, STALLED),
    "slow drip": (slow_body, TOO_SLOW),
    "slow head": (slow_head, TOO_SLOW),
    "a redirect elsewhere": (
        redirect("ftp://news.example/"),
        f"it redirects to no address that can be read; {SAVE}",
    ),
    "a redirect to a user": (
        redirect("http://ana:secret@127.0.0.1/"),
        f"it redirects to no address that can be read; {SAVE}",
    ),
}


@pytest.mark.parametrize(("answer", "expected"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_is_no_page_is_told(site: Site, answer: Answer, expected: str):
    limits = Limits(connect=1, read=0.3, total=1, size=100_000)
    if expected in {TOO_LARGE, NO_ANSWER}:  # so that no time limit comes first
        limits = Limits(size=100_000)
    assert failure(site, answer, limits) == expected


def test_redirects_share_the_time_of_the_whole(site: Site):
    def slow(to: str) -> Callable[[Visit], None]:
        return lambda visit: visit.drip(redirect(to))

    for number in range(5):
        site.pages[f"/{number}"] = slow(f"/{number + 1}")
    site.pages["/5"] = page()
    assert failure(site, redirect("/0"), Limits(read=1, total=1.5)) == TOO_SLOW


def test_a_site_that_is_closed_is_told():
    with running() as site:
        address = site.address("/a")
    with pytest.raises(ReadError, match="nothing answers there; check the address"):
        fetch(address, allow_private=True, limits=QUICK)


def test_a_site_that_lets_nobody_in_is_told():
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        place = full.getsockname()
        with socket.create_connection(place), pytest.raises(ReadError) as error:
            fetch(f"http://127.0.0.1:{place[1]}/", allow_private=True, limits=QUICK)
    assert any(why in str(error.value) for why in ("it does not answer", "stopped answering"))


def test_a_name_that_does_not_exist_is_told(site: Site):
    with pytest.raises(ReadError) as error:
        fetch("https://user.example/\u202e", limits=QUICK, network=World(site, {}).network)
    assert str(error.value) == (
        "cannot read https://user.example/: no site of that name is found; "
        "check the address and your connection to the internet"
    )


def test_a_password_is_not_shown():
    with pytest.raises(ReadError) as error:
        fetch("https://ana:secret@news.example/")
    assert str(error.value) == (
        "cannot read https://news.example/: there is a user name in it; give the address without it"
    )


@pytest.mark.parametrize(
    ("certificate", "host", "trusted", "expected"),
    [
        ("news.pem", "news.example", True, None),
        ("news.pem", "other.example", True, "for another site; check the address"),
        ("news.pem", "93.184.216.34", True, "for another site; check the address"),
        ("expired.pem", "news.example", True, "has expired; try again later, or save"),
        ("news.pem", "news.example", False, "nobody whom your computer trusts; save the page"),
        (None, "news.example", True, "no secure connection can be made; save the page"),
    ],
)
def test_a_certificate_is_checked_against_the_name(
    certificate: str | None, host: str, trusted: bool, expected: str | None
):
    with running(certificate) as site:
        world = World(site, {name: ["93.184.216.34"] for name in ("news.example", "other.example")})
        network = Network(
            world.network.look_up, world.network.connect, AUTHORITY if trusted else None
        )
        site.pages["/"] = page()
        address = f"https://{host}/"
        if expected is None:
            assert fetch(address, limits=QUICK, network=network).data
        else:
            with pytest.raises(ReadError, match=expected):
                fetch(address, limits=QUICK, network=network)
            assert not site.requests


def test_a_server_with_tls_learns_the_name_and_never_leads_to_http():
    with running("news.pem") as site:
        world = World(site, {"news.example": ["93.184.216.34"]})
        site.pages |= {"/": redirect("http://news.example/b"), "/c": redirect("/d"), "/d": page()}
        with pytest.raises(ReadError, match="from https to http, which is not safe; save"):
            fetch("https://news.example/", limits=QUICK, network=world.network)
        assert world.dialed == [("93.184.216.34", 443)]
        found = fetch("https://news.example/c", limits=QUICK, network=world.network)
        assert found.address == "https://news.example/d"
        assert site.names == ["news.example"] * 3


def test_a_handshake_that_never_ends_is_told():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"https://127.0.0.1:{mute.getsockname()[1]}/"
        with pytest.raises(ReadError, match="it does not answer; try again later"):
            fetch(address, allow_private=True, limits=QUICK)
