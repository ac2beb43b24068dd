"""What arrives from a web site, and by which ways."""

from __future__ import annotations

import gzip
import zlib

import pytest

from briefing.errors import Cancelled, ReadError
from briefing.web import Fetched, Limits, Network, fetch
from tests.web.site import QUICK, Site, Visit, World, page, redirect

BODY = "<p>Rain fell on Überlingen all day.</p>".encode()
CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"


def read(site: Site, path: str = "/", **options) -> Fetched:
    return fetch(site.address(path), allow_private=True, **{"limits": QUICK} | options)


def chunks(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])


def raw_deflate(data: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(data) + packing.flush()


ANSWERS = {
    "a length": page(BODY),
    "HTTP/1.0 without a length": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY,
    "HTTP/1.1 without a length": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY,
    "chunks": CHUNKED + chunks(BODY[:5], BODY[5:6], BODY[6:]),
    "chunks with extensions and trailers": (
        CHUNKED + b"%x;a=b\r\n%s\r\n0\r\nX-Sum: 1\r\n\r\n" % (len(BODY), BODY)
    ),
    "a hint before it": b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + page(BODY),
    "gzip": page(gzip.compress(BODY), "Content-Encoding: gzip"),
    "x-gzip": page(gzip.compress(BODY), "Content-Encoding: X-GZIP"),
    "gzip in chunks": CHUNKED.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
    + chunks(*(bytes([byte]) for byte in gzip.compress(BODY))),
    "gzip of two members": page(
        gzip.compress(BODY[:7]) + gzip.compress(BODY[7:]), "Content-Encoding: gzip"
    ),
    "gzip with padding": page(gzip.compress(BODY) + b"\0\0\0", "Content-Encoding: gzip"),
    "deflate": page(zlib.compress(BODY), "Content-Encoding: deflate"),
    "deflate without a header": page(raw_deflate(BODY), "Content-Encoding: deflate"),
    "identity": page(BODY, "Content-Encoding: identity"),
    "status 203": page(BODY, status="203 Non-Authoritative Information"),
}

TYPES = {
    "text/html; charset=UTF-8": ("text/html", "utf-8"),
    'TEXT/HTML;Charset="ISO-8859-1"': ("text/html", "iso-8859-1"),
    "text/html; charset=no such; x=y": ("text/html", "no"),
    "text/html; charset=": ("text/html", None),
    "application/xhtml+xml": ("application/xhtml+xml", None),
    "text/plain": ("text/plain", None),
    "text/markdown; variant=GFM": ("text/markdown", None),
    "application/rss+xml": ("application/rss+xml", None),
    "application/atom+xml": ("application/atom+xml", None),
    "application/feed+json": ("application/feed+json", None),
    "application/pdf": ("application/pdf", None),
    "application/epub+zip": ("application/epub+zip", None),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        None,
    ),
    "application/vnd.oasis.opendocument.text": ("application/vnd.oasis.opendocument.text", None),
    "application/rtf": ("application/rtf", None),
    "message/rfc822": ("message/rfc822", None),
    "multipart/related; boundary=x": ("multipart/related", None),
    "application/octet-stream": ("application/octet-stream", None),
    "html": ("application/octet-stream", None),
    None: ("application/octet-stream", None),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_page_arrives_whole_however_it_is_sent(site: Site, answer: bytes):
    site.pages["/"] = answer
    assert read(site) == Fetched(site.address(), BODY, "text/html", None)


@pytest.mark.parametrize(("header", "expected"), TYPES.items(), ids=str)
def test_the_type_and_the_charset_are_those_of_the_header(
    site: Site, header: str | None, expected: tuple[str, str | None]
):
    site.pages["/"] = page(BODY, content_type=header)
    found = read(site)
    assert (found.content_type, found.charset) == expected


def test_a_wrong_charset_changes_no_byte(site: Site):
    site.pages["/"] = page(BODY, content_type="text/html; charset=utf-16")
    found = read(site)
    assert (found.data, found.charset) == (BODY, "utf-16")


def test_a_request_says_who_asks_and_nothing_else(site: Site, monkeypatch: pytest.MonkeyPatch):
    for variable in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(variable, "http://127.0.0.1:1")
    site.pages["/a%20b?q=%C3%BC"] = page()
    read(site, "/a b?q=ü#c")
    request, *headers = site.requests[0].split("\r\n")[:-2]
    names = {line.partition(": ")[0]: line.partition(": ")[2] for line in headers}
    assert request == "GET /a%20b?q=%C3%BC HTTP/1.1"
    assert set(names) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert names["Host"] == f"127.0.0.1:{site.port}"
    assert names["User-Agent"].startswith("brief/")
    assert names["User-Agent"].endswith(" (+a reader in a terminal)")


def test_a_netrc_is_not_read(site: Site, own_folders):
    netrc = own_folders / ".netrc"
    netrc.write_text("default login ana password secret\n")
    netrc.chmod(0o600)
    site.pages["/"] = page()
    read(site)
    assert "authorization" not in site.requests[0].lower()


@pytest.mark.parametrize(
    "status",
    ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"],
)
def test_a_redirect_is_followed_and_told(site: Site, status: str):
    site.pages["/"] = redirect("/new?a=ü", status=status)
    site.pages["/new?a=%C3%BC"] = page(BODY)
    found = read(site)
    assert (found.address, found.data) == (site.address("/new?a=%C3%BC"), BODY)


def test_neither_cookies_nor_a_referrer_are_sent_after_a_redirect(site: Site):
    site.pages["/"] = redirect("/a", "Set-Cookie: session=1; Path=/", "Referrer-Policy: unsafe-url")
    site.pages["/a"] = redirect("/b", "Set-Cookie: again=2")
    site.pages["/b"] = page()
    read(site)
    assert len(site.requests) == 3
    sent = "".join(site.requests).lower()
    assert "cookie" not in sent
    assert "referer" not in sent


def test_five_redirects_are_followed_and_six_are_not(site: Site):
    for number in range(6):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    site.pages["/6"] = page()
    assert read(site, "/1").address == site.address("/6")
    with pytest.raises(ReadError, match="it redirects more than 5 times; save the page"):
        read(site, "/0")
    assert "GET /6" in site.requests[5]
    assert len(site.requests) == 6 + 6


@pytest.mark.parametrize("path", ["/self", "/a"])
def test_redirects_in_a_circle_are_told_at_once(site: Site, path: str):
    site.pages |= {"/self": redirect("/self#again"), "/a": redirect("/b"), "/b": redirect("/a")}
    with pytest.raises(ReadError, match="in a circle, as where a site insists on cookies; save"):
        read(site, path)
    assert len(site.requests) <= 2


def test_progress_counts_what_has_arrived(site: Site):
    body = b"x" * 50_000
    site.pages["/"] = page(body)
    site.pages["/open"] = CHUNKED + chunks(body)
    for path, expected in (("/", 50_000), ("/open", None)):
        reports: list[tuple[int, int | None]] = []
        read(site, path, on_progress=lambda *report, to=reports: to.append(report))
        assert reports == sorted(reports, key=lambda report: report[0])
        assert reports[-1] == (50_000, expected)


def stalled(visit: Visit) -> None:
    visit.send(page(BODY)[:-1])
    visit.stall()


def test_a_fetch_that_waits_is_stopped(site: Site):
    site.pages["/"] = stalled
    arrived: list[int] = []
    with pytest.raises(Cancelled):
        fetch(
            site.address(),
            allow_private=True,
            on_progress=lambda received, _: arrived.append(received),
            stop=lambda: bool(arrived),
            limits=Limits(connect=60, read=60, total=60),
        )
    assert arrived


def test_a_fetch_that_is_stopped_before_it_begins_asks_for_nothing(site: Site):
    site.pages["/"] = page()
    with pytest.raises(Cancelled):
        read(site, stop=lambda: True)
    assert not site.requests


def test_a_name_is_looked_up_once_and_its_checked_address_is_connected_to(site: Site):
    world = World(site, {"news.example": ["93.184.216.34"]})
    site.pages["/"] = redirect("/b")
    site.pages["/b"] = page(BODY)
    found = fetch("http://NEWS.example/", limits=QUICK, network=world.network)
    assert found == Fetched("http://news.example/b", BODY, "text/html", None)
    assert world.looked_up == ["news.example"] * 2  # once for each request
    assert world.dialed == [("93.184.216.34", 80)] * 2
    assert "Host: news.example\r\n" in site.requests[0]


def test_a_second_answer_of_the_dns_changes_nothing(site: Site):
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    world = World(site, {})
    network = Network(look_up=lambda _: answers.pop(0), connect=world.network.connect)
    site.pages["/"] = page()
    fetch("http://news.example/", limits=QUICK, network=network)
    assert world.dialed == [("93.184.216.34", 80)]
    assert answers == [["127.0.0.1"]]


def test_a_redirect_whose_name_has_become_private_is_refused(site: Site):
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    world = World(site, {})
    network = Network(look_up=lambda _: answers.pop(0), connect=world.network.connect)
    site.pages["/"] = redirect("/b")
    with pytest.raises(ReadError, match="private network"):
        fetch("http://news.example/", limits=QUICK, network=network)
    assert len(site.requests) == 1


PRIVATE_TARGETS = [
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "//localhost/",
    "//a.localhost/",
    "//inside.example/",
    "//both.example/",
]


@pytest.mark.parametrize("target", PRIVATE_TARGETS)
def test_a_private_target_is_refused_given_and_in_a_redirect(site: Site, target: str):
    world = World(
        site,
        {
            "news.example": ["93.184.216.34"],
            "inside.example": ["10.0.0.1"],
            "both.example": ["93.184.216.34", "192.168.0.1"],
        },
    )
    site.pages["/"] = redirect(target)
    given = target if target.startswith("http") else f"http:{target}"
    with pytest.raises(ReadError, match="private network; add --allow-private"):
        fetch(given, limits=QUICK, network=world.network)
    assert not world.dialed
    with pytest.raises(ReadError, match=r"http://news\.example/: redirected to .* private network"):
        fetch("http://news.example/", limits=QUICK, network=world.network)
    assert world.dialed == [("93.184.216.34", 80)]
    assert len(site.requests) == 1


def test_the_site_on_this_computer_is_refused_unless_it_is_allowed(site: Site):
    site.pages["/"] = page()
    with pytest.raises(ReadError, match="private network"):
        fetch(site.address(), limits=QUICK)
    assert not site.requests
    assert fetch(site.address(), limits=QUICK, allow_private=True).data


def test_the_next_address_of_a_name_is_tried(site: Site):
    site.pages["/"] = page(BODY)
    tried: list[str] = []
    network = World(site, {"news.example": ["2a00::1", "93.184.216.34"]}).network

    def connect(address, port, watch, limit):
        tried.append(address)
        if address == "2a00::1":
            raise OSError("no way")
        return network.connect(address, port, watch, limit)

    reached = Network(look_up=network.look_up, connect=connect)
    assert fetch("http://news.example/", limits=QUICK, network=reached).data == BODY
    assert tried == ["2a00::1", "93.184.216.34"]


@pytest.mark.parametrize(
    ("address", "dialed", "host"),
    [
        ("http://[2A00::0:1]/", ("2a00::1", 80), "[2a00::1]"),
        ("http://[2a00::1]:8080/", ("2a00::1", 8080), "[2a00::1]:8080"),
        ("http://1572395042:8080/", ("93.184.216.34", 8080), "93.184.216.34:8080"),
        ("http://zürich.example/", ("93.184.216.34", 80), "xn--zrich-kva.example"),
    ],
)
def test_the_host_is_named_as_it_was_checked(
    site: Site, address: str, dialed: tuple[str, int], host: str
):
    world = World(site, {"xn--zrich-kva.example": ["93.184.216.34"]})
    site.pages["/"] = page()
    found = fetch(address, limits=QUICK, network=world.network)
    assert found.address == f"http://{host}/"
    assert world.dialed == [dialed]
    assert f"\r\nHost: {host}\r\n" in site.requests[0]
