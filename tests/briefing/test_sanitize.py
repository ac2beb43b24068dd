"""Nothing that a terminal obeys or a reader cannot see comes past the door."""

import os
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.sanitize import clean, one_line

HOSTILE = (
    "\x1b\x1b[]PX^_\\\x07\x9b\x9d\x85\x00\x08\r\n\x0b\x1c\x1f\t \xa0\u2028\u2029\u200b\u200c\u200d"
    "\u202e\u2066\ufeff\xad\ufe0f\u20e3\u0301\u0338\u0323\u0958\u3164\u2800\ufffc\ud800\ue000\uffff"
    "\U000e0041\U0001f468\U0001f3fd\u2764\u0627\u0644\u0915\u094d=<a1#m;0"
)
CASES = int(os.environ.get("BRIEF_CASES", "300"))
texts = st.text(alphabet=st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=60)


@settings(max_examples=CASES, deadline=None)
@given(texts)
def test_what_comes_out_is_safe(text):
    safe, removed = clean(text)
    assert removed >= 0
    for char in safe:
        category = unicodedata.category(char)
        assert char == "\n" or category not in {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert category != "Zs" or char == " "
        assert category != "Cf" or char in "\u200c\u200d"
    safe.encode("utf-8")


@settings(max_examples=CASES, deadline=None)
@given(texts)
def test_cleaning_twice_changes_nothing(text):
    once, _ = clean(text)
    assert clean(once) == (once, 0)


@settings(max_examples=CASES, deadline=None)
@given(texts)
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line


@pytest.mark.parametrize(
    ("text", "safe", "removed"),
    [
        ("plain words, 5 €", "plain words, 5 €", 0),
        ("\x1b[31mred\x1b[0m", "red", 9),
        ("\x1b]0;owned\x07after", "after", 10),
        ("\x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\", "link", 31),
        ("\x1b]0;unfinished\nnext line", "\nnext line", 14),
        ("\x1bPdevice\x1b\\x", "x", 10),
        ("\x1bcreset", "reset", 2),
        ("end\x1b", "end", 1),
        ("\x93Yes\x94, he said\x85", "“Yes”, he said…", 0),
        ("“Yes\x9d she said", "“Yes she said", 1),
        ("\x80500 million", "€500 million", 0),
        ("a\r\nb\rc\x0bd\x0ce\x1ef\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\n\nh", 0),
        ("a\tb\xa0c\u202fd\u3000e", "a b c d e", 0),
        ("safe\u202egnp.exe", "safegnp.exe", 1),
        ("zero\u200bwidth\ufeff so\xadft", "zerowidth soft", 3),
        ("a\x00b\x08c\x7f", "abc", 3),
        ("\ud800 \ue000", "\ufffd \ufffd", 0),
        ("\U0001fa77 \U0001fabf \u20c1 \U00031350", "\U0001fa77 \U0001fabf \u20c1 \U00031350", 0),
        ("a\u2065b\ufff0c\U000e0080d", "abcd", 3),
        ("x" + "\u0897" * 6, "x" + "\u0897" * 4, 2),
        ("a\uffffb\u3164c\u2800d\ufffce\ufdd0", "abcde", 5),
        ("e\u0301", "é", 0),
        ("Z" + "\u0337\u0310\u0301\u0302\u0303\u0304\u0305", "Z" + "\u0337\u0310\u0301\u0302", 3),
        ("a\ufe0fb", "ab", 1),
        ("a\ufe00b", "ab", 1),
        ("a\u180bb", "ab", 1),
    ],
)
def test_examples(text, safe, removed):
    assert clean(text) == (unicodedata.normalize("NFC", safe), removed)


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧 family",
        "❤️‍🔥 heart on fire",
        "1️⃣ keycap",
        "👍🏽 thumb",
        "می‌خواهم",  # Persian, with the joiner its spelling needs
        "क्‍ष",  # Devanagari
        "葛󠄀城",  # an ideograph with its variant
        "ᠠ᠋",  # Mongolian, with a variant of a letter
        "Zürich, Łódź, Đà Nẵng, 北京",
    ],
)
def test_writing_that_needs_invisible_characters_keeps_them(text):
    assert clean(text) == (text, 0)


def test_joiners_that_join_nothing_are_removed():
    assert clean("pass\u200dword \u200cx\u200d") == ("password x", 3)


def test_a_long_control_string_does_not_swallow_the_article():
    text, removed = clean("\x1b]0;" + "a" * 5000 + " the article")
    assert text.endswith("a the article")
    assert removed == 2 + 4096


def test_one_line_of_a_message_with_breaks_and_colors():
    assert one_line(" no such\nfile:\t\x1b[1mx\x1b[0m ") == "no such file: x"
