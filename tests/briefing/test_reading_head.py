"""What the first and the last lines of a text are, and how many words it has."""

from __future__ import annotations

import pytest

from tests.conftest import article_of


def kinds(text: str) -> list[str]:
    return [paragraph.kind for paragraph in article_of(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mill fire\n\nThe mill burned down on Monday.", 8),
        ("Mill fire\n\nThe mill burned  down on\u2003 Monday.", 8),
        ("Mill fire\n\n   The mill burned down.\n   Nobody was hurt.", 9),
        ("Mill fire\n\n The mill burned down.", 6),
        ("Mill fire\n\nThe mill burned down.\n\nSource link", 6),
        ("Mill fire\n\n  The mill burned down.\n\n  Source link", 6),
    ],
)
def test_words_are_counted_without_spaces_and_furniture(text, count):
    assert article_of(text).word_count == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mill fire", ["text"]),
        ("Mill fire\n\nIt burned.", ["title", "text"]),
        ("Mill fire\n\nit burned.", ["text", "text"]),
        ("The mill burned down.\n\nIt is gone.", ["text", "text"]),
        ("Mill fire\n\nIt burned.\n\n© Velmora Herald", ["title", "text", "furniture"]),
        ("Mill fire\n\nIt burned.\n\n• • •", ["title", "text", "furniture"]),
    ],
)
def test_titles_and_furniture(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("before", "authors"), [(0, ("Ana Ruiz",)), (4, ("Ana Ruiz",)), (5, ()), (9, ())]
)
def test_a_byline_stands_among_the_first_six_lines(before, authors):
    told = "".join(f"The mill burned for {number} days.\n\n" for number in range(2, 2 + before))
    found = article_of(f"Mill fire\n\n{told}By Ana Ruiz\n\nIt is gone.")
    assert found.authors == authors
    assert (found.paragraphs[before + 1].kind == "furniture") == bool(authors)
