"""What is told of differences and of news, on some of the pairs of `benchmarks.disagreement`."""

from __future__ import annotations

from benchmarks.disagreement import disagreement, news


def test_differences_are_found_and_none_is_made_up():
    score = disagreement(range(600, 612))
    assert score.right >= 8
    assert score.precision >= 0.95, score.shown
    assert score.recall >= 0.75, score.shown


def test_what_is_new_is_found():
    score = news(range(700, 706))
    assert score.right >= 20
    assert score.precision >= 0.9, score.shown
    assert score.recall >= 0.85, score.shown
