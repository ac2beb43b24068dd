"""What keys the bytes of a terminal are, and that no bytes are too strange."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.messages import GroundTold
from tui.terminal.input import Input

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
        ([b"\x1b", b"[A"], ["up"]),
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


ANSWERS = {
    b"\x1b]11;rgb:fafa/f7f7/f0f0\x1b\\": [True],
    b"\x1b]11;rgb:15/17/1c\x07": [False],
    b"\x1b]11;rgba:FFFF/FFFF/FFFF/FFFF\x07": [True],
    b"\x1b[?997;1n": [False],
    b"\x1b[?997;2n": [True],
    b"\x1b]11;?\x07": [],
    b"\x1b]10;rgb:0000/0000/0000\x1b\\": [],
    b"\x1bP>|a terminal 1.2\x1b\\": [],
    b"\x1b[?62;22;52c": [],
    b"\x1b[>41;354;0c": [],
    b"\x1b[8;24;80t": [],
    b"\x1b[?2031;1$y": [],
    b"\x1b[0n": [],
}


@pytest.mark.parametrize(("answer", "told"), ANSWERS.items())
def test_what_a_terminal_answers_is_no_key_wherever_it_is_cut(answer, told):
    for cut in range(len(answer)):
        taken = Input()
        pieces = [b"a" + answer[:cut], answer[cut:] + b"b"]
        messages = [message for piece in pieces for message in taken.feed(piece)]
        for _ in range(3):
            messages += taken.tick()
        assert [m.key for m in messages if isinstance(m, events.Key)] == ["a", "b"], cut
        assert [m.light for m in messages if isinstance(m, GroundTold)] == told, cut


def test_half_an_answer_is_forgotten():
    taken = Input()
    assert taken.feed(b"\x1b]11;rgb:ff") == []
    for _ in range(20):
        assert taken.tick() == []
    assert [message.key for message in taken.feed(b"a")] == ["a"]


@pytest.mark.parametrize(
    ("data", "key"), [(b"\x1b]", "right_square_bracket"), (b"\x1bP", "alt+shift+p")]
)
def test_keys_that_begin_like_an_answer_are_keys(data, key, monkeypatch):
    monkeypatch.setattr("textual.constants.ESCAPE_DELAY", 0)
    taken = Input()
    messages = taken.feed(data)
    for _ in range(3):
        messages += taken.tick()
    assert [message.key for message in messages] == [key]
