"""What a search in a text finds."""

import pytest

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
