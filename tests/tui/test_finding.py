"""What a search in a text finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text_search import Hits

TEXT = "The US said: “Don’t ask us” – a US-based\ngroup asked us."


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("us", ["US", "us", "US", "us"]),
        ("US", ["US", "US"]),
        ("Don't", ["Don’t"]),
        ('"don', ["“Don"]),
        ("us-based  GROUP".lower(), ["US-based\ngroup"]),
        ("a.*d", []),
        ("  ", []),
        ("[", []),
    ],
)
def test_what_is_found(query, found):
    hits = Hits.of(TEXT, query)
    assert [TEXT[slice(*hits[n])] for n in range(len(hits))] == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("jose", ["José", "Jose"]),
        ("josé", ["José"]),
        ("zurich", ["Zürich"]),
        ("lodz", ["Łódź"]),
        ("malmo to lodz", ["Malmø to Łódź"]),
    ],
)
def test_accents_matter_only_where_they_are_typed(query, found):
    text = "José and Jose went from Zürich and Malmø to Łódź."
    hits = Hits.of(text, query)
    assert [text[slice(*hits[n])] for n in range(len(hits))] == found


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("office", "The oﬃce, an office", ["oﬃce", "office"]),
        ("oﬃce", "The oﬃce, an office", ["oﬃce", "office"]),
        ("fi", "ﬁ ﬃ", ["ﬁ", "ﬃ"]),
        ("f", "ﬀ", ["ﬀ"]),
        ("é", "e\u0301 é e", ["e\u0301", "é"]),
        ("e\u0301", "e\u0301 é e", ["e\u0301", "é"]),
        ("cafe s", "the cafe\u0301 shut", ["cafe\u0301 s"]),
        ("x\u0301", "x\u0301 x", ["x\u0301"]),
        ("strasse", "Straße STRASSE Strasse", ["Straße", "STRASSE", "Strasse"]),
        ("straße", "Straße Strasse", ["Straße", "Strasse"]),
        ("Straße", "Straße STRASSE", ["Straße"]),
        ("istanbul", "İstanbul", ["İstanbul"]),
        ("oeuvre", "œuvre", ["œuvre"]),
        ("œuvre", "œuvre oeuvre", ["œuvre"]),
        ("“don’t—", "\"Don't–", ["\"Don't–"]),
        ("end. then", "the end.\n\nThen more", ["end.\n\nThen"]),
        ("wait...", "wait… wait...", ["wait…", "wait..."]),
        ("οδος", "ΟΔΟΣ οδοσ", ["ΟΔΟΣ", "οδοσ"]),
        ("한", "하한", ["한"]),
    ],
)
def test_spellings_are_taken_for_one_another(query, text, found):
    text = f"ĳs, {text}."
    hits = Hits.of(text, query)
    assert [text[slice(*hits[n])] for n in range(len(hits))] == found


MARKS = ("\u0301", "\u0327")


@given(st.text("aſsßfiﬁﬃ éÉeæœŒ'’…\n" + "".join(MARKS), max_size=30), st.data())
def test_whatever_stands_in_a_text_is_found_there(text, data):
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    while text[end : end + 1] in MARKS:  # no letter is sought without its marks
        end += 1
    sought = text[start:end].lstrip("".join(MARKS))
    hits = Hits.of(text, sought)
    assert not sought.split() or len(hits)
    assert all(0 <= hits[n][0] < hits[n][1] <= len(text) for n in range(len(hits)))


def test_the_first_hit_from_a_place_and_round_the_end():
    hits = Hits([(2, 4), (10, 12)])
    assert [hits.first_from(offset) for offset in (0, 2, 3, 10, 11)] == [0, 0, 1, 1, 0]


def test_a_hit_is_known_by_its_place():
    hits = Hits([(2, 4), (10, 12)])
    assert [hits.at(offset) for offset in (1, 2, 3, 4, 11, 12)] == [None, 0, 0, None, 1, None]


def test_where_drawing_changes():
    hits = Hits([(2, 4), (10, 12), (12, 14)])
    assert list(hits.cuts(0, 20)) == [2, 4, 10, 12, 12, 14]
    assert list(hits.cuts(3, 12)) == [4, 10]
    assert list(hits.cuts(4, 10)) == []
