"""What keys the bytes of a terminal are, and that no bytes are too strange."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.terminal import Input

pytestmark = pytest.mark.filterwarnings("default")


def keys(*pieces: bytes) -> list[str]:
    """The keys of what comes in so many reads."""
    taken = Input()
    messages = [message for piece in pieces for message in taken.feed(piece)]
    return [message.key for message in messages if isinstance(message, events.Key)]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([b"ab"], ["a", "b"]),
        ([b"\xff", b"a"], ["a"]),
        ([b"\x80a\xfe"], ["a"]),
        ([b"\xc3", b"\xa9"], ["é"]),
        ([b"\xe2\x82", b"a"], ["a"]),
        ([b"\x1b[A\x1b[B"], ["up", "down"]),
        ([b"\x1b[", b"A"], ["up"]),
        ([b"\x1b[M \xff\xfea"], ["a"]),
        ([b"\x1b[M", b" \xc3", b"\xa9a"], ["a"]),
        ([b"a\x1b[M###\x1b[M###b"], ["a", "b"]),
        ([b"\x1b[99999999999ua"], ["a"]),
        ([b"\x1b[48;99999999999999999;1;1;1ta"], ["a"]),
        ([b"\x1b[48;99999;99999;1;1ta"], ["a"]),
        ([b"\x1b[97;1:1;1114112:1114112ua"], ["a"]),
    ],
)
def test_what_is_typed(pieces, expected):
    assert keys(*pieces) == expected


@given(st.lists(st.binary(max_size=40) | st.from_regex(rb"\x1b\[[0-9;:<?]{0,30}[A-Za-z~]")))
def test_no_bytes_are_too_strange(pieces):
    taken = Input()
    for piece in pieces:
        taken.feed(piece)
        taken.tick()
    taken.feed(b"\x1b\\\x1b[201~")  # out of all that was begun
    assert isinstance(taken.tick(), list)


def test_what_is_pasted_is_one_text():
    (paste,) = Input().feed("\x1b[200~two\nlines “é”\x1b[201~".encode())
    assert isinstance(paste, events.Paste)
    assert paste.text == "two\nlines “é”"
