"""From offsets to rows, and which marks stand where."""

from tests.tui.example import make_article
from tui.widgets.article_layout import ArticleLayout, Layers, stretches


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


def test_layers_sum_the_kinds_that_overlap():
    layers = Layers([(0, 10, 1), (5, 15, 2), (5, 7, 2)])
    assert [layers.at(offset) for offset in (0, 5, 8, 12, 15)] == [1, 3, 3, 2, 0]
    assert list(stretches(2, 12, layers, Layers())) == [(2, 5), (5, 7), (7, 10), (10, 12)]
