"""A search as a value, without a screen."""

from __future__ import annotations

import pytest

from tui.commands import ARTICLES
from tui.reader.search_state import (
    SearchState,
    cleared,
    stepped,
    with_other_rows,
    with_rows,
    with_text,
)

TEXT = "wall, harbor, wall, sea, Wall"


@pytest.mark.parametrize(("began_at", "hit"), [(0, (0, 4)), (1, (14, 18)), (28, (0, 4))])
def test_a_search_goes_on_from_where_the_reader_is(began_at, hit):
    assert with_text(SearchState(began_at=began_at), "wall", TEXT).hit == hit


@pytest.mark.parametrize(("steps", "current"), [(1, 1), (-1, 2), (3, 0)])
def test_hits_go_around_the_end(steps, current):
    assert stepped(with_text(SearchState(), "wall", TEXT), steps).current == current


@pytest.mark.parametrize(
    ("search", "words"),
    [
        (SearchState(), ""),
        (with_text(SearchState(), "wall", TEXT), "1 of 3"),
        (with_text(SearchState(), "tower", TEXT), "not in the article"),
        (with_rows(SearchState(pane="quotes", began_at=4), "wall", (2, 5)), "2 of 2"),
        (with_rows(SearchState(pane="quotes"), "wall", ()), "not in the quotes pane"),
        (with_rows(SearchState(pane=ARTICLES), "wall", ()), "not in the list of articles"),
    ],
)
def test_how_much_was_found_is_said(search, words):
    assert search.words() == words


def test_a_search_goes_on_in_other_rows_at_the_row_that_is_chosen():
    search = with_rows(SearchState(pane="quotes"), "wall", (2, 5))
    assert with_other_rows(search, (1, 3, 6), 3).current == 1
    assert with_other_rows(search, (1, 6), 3).current == 0


def test_a_search_that_ended_finds_nothing():
    ended = cleared(with_text(SearchState(began_at=9), "wall", TEXT))
    assert (ended.query, ended.count, ended.hit, ended.began_at) == ("", 0, None, 9)
