"""Which hosts may be connected to: looked up once, and only if every address is public."""

from __future__ import annotations

import socket
import threading
from ipaddress import ip_address

import pytest

from briefing.errors import Cancelled
from briefing.web.addresses import target_of
from briefing.web.refusing import Refused
from briefing.web.resolving import addresses_of, is_public
from briefing.web.watch import Watch

PUBLIC = """
    93.184.216.34 1.1.1.1 100.63.255.255 100.128.0.0 172.15.255.255 172.32.0.0 192.0.1.0
    223.255.255.255 2606:2800:220:1::1 2a00:1450::1 64:ff9b::93.184.216.34
""".split()
NOT_PUBLIC = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.254
    169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1
    198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
    :: ::1 ::93.184.216.34 ::7f00:1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:93.184.216.34
    ::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::10.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
    2002:7f00:1:: 2002:a00:1::1 2002:5db8:d822::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1
    3fff::1 5f00::1 100::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%2 fec0::1 ff02::1 ff0e::1
""".split()
NOTATIONS = """
    127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0x7F.0.0.0x1 0177.0.0.1 017700000001
    0x7f.0.0.01 127.0.0.1. 0 0x0 10.1 0xa.1 3232235777 0xc0a80101 192.168.257 169.254.43518
    0xa9.0xfea9fe 2852039166 100.64.1 0x64.64.1 １２７．０．０．１ ①②⑦.1 127。0。0。1
    localhost LOCALHOST localhost. a.localhost ｌocalhost
    [::1] [0:0:0:0:0:0:0:1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1]
    [64:ff9b::127.0.0.1] [2002:7f00:1::] [fe80::1] [fd00::1] [ff02::1]
""".split()


def found(host: str, *addresses: str, allow_private: bool = False) -> tuple[str, ...]:
    asked = []

    def look_up(name: str) -> tuple[str, ...]:
        asked.append(name)
        return addresses

    result = addresses_of(
        host, allow_private=allow_private, look_up=look_up, watch=Watch(5), limit=5
    )
    assert len(asked) <= 1
    return result


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_address_is_taken(number: str):
    assert is_public(ip_address(number))


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_not(number: str):
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("host", NOTATIONS)
def test_a_private_host_is_refused_in_every_notation(host: str):
    with pytest.raises(Refused, match="--allow-private"):
        found(target_of(f"http://{host}/").host, "93.184.216.34")


@pytest.mark.parametrize(
    "addresses",
    [("10.0.0.1",), ("93.184.216.34", "127.0.0.1"), ("::ffff:10.0.0.1", "93.184.216.34")],
)
def test_a_name_is_refused_if_any_of_its_addresses_is_private(addresses: tuple[str, ...]):
    with pytest.raises(Refused, match="--allow-private"):
        found("news.example", *addresses)
    assert len(found("news.example", *addresses, allow_private=True)) == len(addresses)


def test_a_name_has_each_of_its_addresses_once():
    assert found("news.example", "93.184.216.34", "2a00::1", "93.184.216.34") == (
        "93.184.216.34",
        "2a00::1",
    )


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "no site of that name"),
        (socket.gaierror(socket.EAI_AGAIN, "again"), "cannot be looked up; check your connection"),
        (OSError("broken"), "cannot be looked up; check your connection"),
        (UnicodeError("label too long"), "no site of that name"),
    ],
)
def test_a_name_that_is_not_found_is_told(error: Exception, why: str):
    def look_up(_: str) -> list[str]:
        raise error

    with pytest.raises(Refused, match=why):
        addresses_of("news.example", allow_private=False, look_up=look_up, watch=Watch(5), limit=5)


def test_a_name_without_addresses_is_told():
    with pytest.raises(Refused, match="no site of that name"):
        found("news.example")


def test_a_look_up_that_hangs_ends_by_its_limit_and_by_a_stop():
    over = threading.Event()

    def look_up(_: str) -> list[str]:
        over.wait()
        return []

    try:
        with pytest.raises(Refused, match="looking up its name takes too long"):
            addresses_of(
                "news.example", allow_private=False, look_up=look_up, watch=Watch(60), limit=0.1
            )
        answers = iter([False, True])
        with pytest.raises(Cancelled):
            addresses_of(
                "news.example",
                allow_private=False,
                look_up=look_up,
                watch=Watch(60, lambda: next(answers)),
                limit=60,
            )
    finally:
        over.set()
