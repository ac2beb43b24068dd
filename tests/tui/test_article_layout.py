"""From offsets to rows, and which marks stand where."""

import pytest

from briefing.model import Article
from tests.conftest import article_of
from tests.tui.example import make_article
from tui.article.layout import ArticleLayout, Layers, runs


def test_every_character_of_a_paragraph_is_on_the_row_that_row_of_names():
    article = make_article()
    layout = ArticleLayout(article, 30)
    for paragraph in article.paragraphs:
        for offset in range(paragraph.start, paragraph.end):
            row = layout.row_of(offset)
            assert layout.starts[row] <= offset
            assert offset < layout.ends[row] or article.text[offset] == " "


def test_an_empty_row_stands_between_paragraphs():
    layout = ArticleLayout(make_article(), 60)
    layout.finish()
    owners = list(layout.owners)
    assert owners[0] == 0
    assert owners.count(-1) == len(make_article().paragraphs) - 1


def test_a_span_over_two_rows_has_both():
    article = make_article()
    layout = ArticleLayout(article, 30)
    start = article.text.index("harbor of Velden will close on Monday")
    rows = layout.rows_of((start, start + 37))
    assert len(rows) == 2
    assert article.text[layout.starts[rows[0]] : layout.ends[rows[-1]]].startswith("The harbor")


def test_a_gap_belongs_to_the_row_before_it():
    article = make_article()
    layout = ArticleLayout(article, 60)
    gap = article.paragraphs[1].end  # the line break after the paragraph
    assert layout.row_of(gap) == layout.row_of(gap - 1)
    assert layout.row_or_gap(gap) == layout.row_of(gap - 1) + 1


def test_a_span_that_ends_with_its_row_has_that_row_only():
    article = make_article()
    layout = ArticleLayout(article, 30)
    layout.finish()
    row = layout.row_of(article.paragraphs[1].start)
    assert layout.rows_of((layout.starts[row], layout.ends[row])) == range(row, row + 1)
    assert layout.rows_of((layout.starts[row], layout.starts[row + 1])) == range(row, row + 1)
    assert layout.rows_of((layout.starts[row], layout.starts[row + 1] + 1)) == range(row, row + 2)


@pytest.mark.parametrize(
    ("row", "cell", "offset"),
    [
        (0, 0, 0),
        (0, 1, 1),
        (0, 2, 1),  # 橋 covers two cells
        (0, 3, 2),
        (0, 4, None),
        (0, -1, None),
        (-1, 0, None),
        (1, 0, None),
    ],
)
def test_the_character_that_covers_a_cell(row, cell, offset):
    assert ArticleLayout(article_of("a橋b"), 30).offset_at(row, cell) == offset


def test_the_first_row_of_each_paragraph_opens_it():
    layout = ArticleLayout(article_of("one two three four"), 10)
    layout.finish()
    assert [layout.opens_paragraph(row) for row in range(len(layout))] == [True, False]
    layout = ArticleLayout(make_article("Title\n\nOne two three four", "Title"), 10)
    layout.finish()
    opening = [layout.opens_paragraph(row) for row in range(len(layout))]
    assert opening == [True, False, True, False]


def test_layers_sum_the_kinds_that_overlap():
    layers = Layers([(0, 10, 1), (5, 15, 2), (5, 7, 2)])
    assert [layers.at(offset) for offset in (0, 5, 8, 12, 15)] == [1, 3, 3, 2, 0]
    assert list(runs(2, 12, layers, Layers())) == [(2, 5), (5, 7), (7, 10), (10, 12)]


def many_paragraphs(count: int) -> Article:
    return article_of(
        "\n\n".join(f"Paragraph {n} of a text in words that repeat." * 3 for n in range(count))
    )


def test_rows_are_made_when_they_are_asked_for_and_are_the_same_in_any_order():
    article = many_paragraphs(200)
    whole, asked = ArticleLayout(article, 30), ArticleLayout(article, 30)
    assert asked.height == 0
    whole.finish()
    middle = article.paragraphs[100].start
    assert asked.row_of(middle) == whole.row_of(middle)
    assert not asked.complete
    assert asked.wrapped < article.paragraphs[110].end
    assert asked.height == pytest.approx(len(whole), rel=0.1)
    assert asked.has_row(len(whole) - 1)
    assert not asked.has_row(len(whole))
    assert asked.complete
    assert (asked.starts, asked.ends, asked.owners) == (whole.starts, whole.ends, whole.owners)
    assert asked.height == len(whole)


def test_a_text_without_paragraphs_has_no_rows():
    layout = ArticleLayout(Article(title="", source="-", text=""), 30)
    assert layout.complete
    assert not layout.has_row(0)
    assert layout.row_of(0) == 0
    assert layout.height == 0
