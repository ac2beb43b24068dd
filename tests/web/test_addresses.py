"""What is a web address, and how it is taken apart."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.web import is_address
from briefing.web.addresses import redirect_of, shown_address, target_of
from briefing.web.refusing import Refused

IS_ADDRESS = {
    "http://news.example/a": True,
    "HTTPS://News.Example": True,
    "  https://news.example/a?b=c#d\n": True,
    "https://": True,
    "https://user:secret@news.example/": True,
    "www.news.example": False,
    "news.example/a.html": False,
    "ftp://news.example/a": False,
    "file:///etc/passwd": False,
    "https:news.example": False,
    "article.txt": False,
    "see https://news.example/a": False,
    "https://news.example/a\n\nThe mayor said": False,
    "": False,
}

WRITTEN = {
    "HTTP://News.EXAMPLE": "http://news.example/",
    "https://news.example:443/a": "https://news.example/a",
    "http://news.example:80": "http://news.example/",
    "http://news.example:8080?b": "http://news.example:8080/?b",
    "https://news.example./a#part": "https://news.example/a",
    "https://news.example/été à?q=ü": "https://news.example/%C3%A9t%C3%A9%20%C3%A0?q=%C3%BC",
    "https://news.example/%C3%A9?a=b%20c&d=[1]": "https://news.example/%C3%A9?a=b%20c&d=[1]",
    "https://zürich.example/": "https://xn--zrich-kva.example/",
    "https://straße.example/": "https://xn--strae-oqa.example/",
    "https://my_site.news.example/": "https://my_site.news.example/",
    "http://[2A00:0:0::1]:8080/": "http://[2a00::1]:8080/",
    "http://0x5d.0270.216.042/": "http://93.184.216.34/",
    "http://1572395042/": "http://93.184.216.34/",
    "http://93.12113954/": "http://93.184.216.34/",
    "http://９３。184.216.34/": "http://93.184.216.34/",
}

REFUSED = {
    "http://": "no site",
    "https:///a": "no site",
    "https://user@news.example/": "user name",
    "https://user:secret@news.example/": "user name",
    "https://news.example\\@evil.example/": "user name",
    "https://news.example\\.evil.example/": "no address",
    "ftp://news.example/": "http and https",
    "file:///etc/passwd": "http and https",
    "javascript:alert(1)": "http and https",
    "news.example/a": "http and https",
    "https://news.example:0/": "no address",
    "https://news.example:99999/": "no address",
    "https://news.example:x/": "no address",
    "https://news..example/": "no address",
    "https://news.example%2f@evil/": "user name",
    "https://%31%32%37.0.0.1/": "no address",
    "https://ne ws.example/": "no address",
    "https://news.exa\tmple/": "no address",
    "https://news.example/a\r\nHost: evil": "no address",
    "https://[::1/": "no address",
    "https://[::1%25lo]/": "no address",
    "https://[news.example]/": "no address",
    "https://1.2.3.4.5/": "no address",
    "https://256.1.1.1/": "no address",
    "https://1.2.3.09/": "no address",
    "https://4294967296/": "no address",
    f"https://{'a' * 64}.example/": "no address",
    f"https://news.example/{'a' * 9000}": "too long",
    "https://news.example/\udcff": "no address",
    "https://\u2100.example/": "no address",
}

REDIRECTS = {
    "/b?c": "https://news.example/b?c",
    "b": "https://news.example/a/b",
    "//other.example/b": "https://other.example/b",
    "https://other.example:8443/b#c": "https://other.example:8443/b",
    "?q=ü": "https://news.example/a/index?q=%C3%BC",
}


PIECES = st.lists(
    st.text(max_size=6) | st.sampled_from("// @ : [ ] % .. ? # 0x 127 1 \\ ::1 。 xn-- -".split()),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(("text", "expected"), IS_ADDRESS.items())
def test_an_address_begins_with_http_or_https_and_is_alone(text: str, expected: bool):
    assert is_address(text) is expected


@pytest.mark.parametrize(("given", "expected"), WRITTEN.items())
def test_an_address_is_written_in_one_way(given: str, expected: str):
    assert target_of(given).address == expected
    assert target_of(expected).address == expected


@pytest.mark.parametrize(("given", "why"), REFUSED.items(), ids=range(len(REFUSED)))
def test_what_is_no_address_is_refused(given: str, why: str):
    with pytest.raises(Refused, match=why):
        target_of(given)


@given(PIECES)
@settings(max_examples=1000, deadline=None)
def test_any_text_is_refused_or_an_address_that_is_read_the_same_again(text: str):
    try:
        target = target_of(f"https://{text}")
    except Refused:
        return
    assert target_of(target.address) == target
    assert f"{target.host}{target.path}".isascii()
    assert not any(char.isspace() or not char.isprintable() for char in target.address)


@pytest.mark.parametrize(("location", "expected"), REDIRECTS.items())
def test_a_redirect_may_be_relative(location: str, expected: str):
    assert redirect_of(target_of("https://news.example/a/index"), location).address == expected


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://news.example/a", "not safe"),
        ("file:///etc/passwd", "redirects to no address"),
        ("ftp://news.example/a", "redirects to no address"),
        ("//user@other.example/", "redirects to no address"),
        ("//1.2.3.4.5/", "redirects to no address"),
        ("//[::1", "redirects to no address"),
    ],
)
def test_a_redirect_is_checked_like_an_address(location: str, why: str):
    with pytest.raises(Refused, match=why):
        redirect_of(target_of("https://news.example/a"), location)


def test_a_message_shows_no_password_and_no_control_characters():
    shown = shown_address("https://ana:secret@news.example/\x1b[31ma\u202e\nb")
    assert shown == "https://news.example/a b"


def test_telling_addresses_costs_no_network_library():
    code = (
        "import sys\n"
        "import briefing.web\n"
        "assert not {'msgspec', 'ipaddress', 'socket', 'ssl'} & set(sys.modules)\n"
        "briefing.web.is_address('https://news.example/')\n"
        "assert not {'socket', 'ssl', 'httpcore', 'httpx', 'h11'} & set(sys.modules)\n"
        "from briefing.web import fetch\n"
        "assert not {'httpcore', 'httpx', 'h11'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
