"""The ranking of sentences: complete, stable, readable, and quick on long articles."""

from math import isfinite

import pytest

from briefing.errors import AnalysisError, BriefingError
from briefing.model import Article, Paragraph, summary_of
from briefing.options import METHODS
from briefing.reading import read_text
from briefing.summary.ranking import RANKERS, rank
from briefing.summary.sentence_types import all_quoted
from briefing.text.sentences import split

STORY = """Council votes to close the Marrow Street bridge

The city council of Dunmere voted on Tuesday to close the Marrow Street bridge to cars. \
It will stay open to walkers. But buses must take the long way round.

“We have waited ten years for this. The bridge cannot carry another winter of trucks,” \
said Ottilie Varga, the council's engineer. No one cheered.

The bridge, built in 1931, carries 9,000 cars a day. Engineers found cracks in two of its \
piers in March. Shops on Marrow Street fear that the closure will cost them half of their trade.

However, the mayor, Desmond Achterberg, said the city would pay for a ferry. He gave no date. \
The closure of the bridge begins in November and will last for two years, the council said.

Read more
"""


def story(text=STORY):
    article = read_text(text)
    return article, split(article)


def chosen(article, sentences, length):
    return [sentence.text for sentence in summary_of(article.text, sentences, length)]


@pytest.mark.parametrize("method", METHODS)
class TestEveryMethod:
    def test_ranks_are_complete(self, method):
        article, spans = story()
        sentences = rank(article, spans, method)
        assert tuple((s.start, s.end) for s in sentences) == spans
        ranks = [s.rank for s in sentences[1:]]
        assert sorted(ranks) == list(range(len(spans) - 1))

    def test_the_title_is_never_chosen(self, method):
        article, spans = story()
        assert rank(article, spans, method)[0].rank is None

    def test_short_sentences_come_last(self, method):
        article, spans = story()
        sentences = rank(article, spans, method)
        short = [s for s in sentences if len(article.text[s.start : s.end].split()) < 6]
        assert len(short) == 2
        # after them come only the two halves of a quotation that runs over two sentences
        assert {s.rank for s in short} <= set(range(len(spans) - 5, len(spans) - 1))

    def test_the_same_every_time(self, method):
        article, spans = story()
        assert rank(article, spans, method) == rank(article, spans, method)

    @pytest.mark.parametrize(
        "text",
        [
            "Dunmere",
            "One sentence is all there is in this text.",
            "The same words again here now. " * 5,
            "And the of to a in is it. But so or if as at by.",
            "Title of it all\n\nAlpha beta gamma delta epsilon zeta. Eta theta iota kappa la mu.",
        ],
    )
    def test_odd_texts(self, method, text):
        article, spans = story(text)
        sentences = rank(article, spans, method)
        ranks = [s.rank for s in sentences if s.rank is not None]
        assert sorted(ranks) == list(range(len(ranks)))
        assert ranks
        assert all(isfinite(s.score) for s in sentences)

    def test_not_even_where_nothing_else_is_worth_it_is_the_title_chosen(self, method):
        article, spans = story("Ferry stopped\n\n14:32\n\n15:10")
        assert [s.rank for s in rank(article, spans, method)] == [None, 0, 1]

    def test_no_sentences(self, method):
        assert rank(Article(title="", source="-", text=""), (), method) == ()


@pytest.mark.parametrize(
    ("method", "first", "second", "third"),
    [
        ("brief", "The city council", "It will stay", "The bridge, "),
        ("lead", "The city council", "It will stay", "But buses"),
        ("lexrank", "The closure of", "The city council", "It will stay"),
        ("textrank", "The city council", "The closure of", "It will stay"),
        ("luhn", "The city council", "Shops on", "The clos"),
        ("sumbasic", "The closure of", "The city council", "Engineers found"),
        ("kl", "The city council", "The bridge, built", "However, the"),
    ],
)
def test_which_sentences_a_method_takes_first(method, first, second, third):
    article, spans = story()
    ranked = {s.rank: article.text[s.start : s.end] for s in rank(article, spans, method)}
    beginnings = (first, second, third)
    assert [ranked[n][: len(words)] for n, words in enumerate(beginnings)] == list(beginnings)


def test_the_score_of_a_method_is_its_rating():
    article, spans = story()
    scores = {
        method: [s.score for s in sorted(rank(article, spans, method)[1:], key=lambda s: s.rank)]
        for method in METHODS
    }
    assert scores["lead"][:2] == [1.0, pytest.approx(11 / 12)]
    assert min(scores["lead"]) == pytest.approx(1 / 12)
    assert scores["luhn"][:2] == pytest.approx([3.2, 1.5])
    assert all(len(set(found)) > 1 for found in scores.values())


class TestBrief:
    def test_it_starts_with_the_news(self):
        article, spans = story()
        assert chosen(article, rank(article, spans), 1)[0].startswith("The city council")

    def test_longer_summaries_contain_the_shorter_ones(self):
        article, spans = story()
        sentences = rank(article, spans)
        for length in range(1, len(spans) - 1):
            assert set(chosen(article, sentences, length)) < set(
                chosen(article, sentences, length + 1)
            )

    @pytest.mark.parametrize("opening", ["But the", "However, the", "And the", "It was the"])
    def test_a_leaning_sentence_waits_for_the_one_before_it(self, opening):
        def ranks(beginning):
            article, spans = story(
                "The council of Dunmere voted on Tuesday to close the bridge on Marrow Street.\n"
                "Rain had been falling over the hills since early morning.\n"
                f"{beginning} council and the bridge on Marrow Street that people came for.\n"
                "People on Marrow Street love the bridge, and the council knows it.\n"
                "Marrow Street has no other bridge, people told the council.\n"
            )
            return [sentence.rank for sentence in rank(article, spans)]

        _, rain, plain, *_ = ranks("Tonight the")
        assert plain < rain
        _, rain, leaning, *_ = ranks(opening)
        assert leaning > rain

    def test_a_sentence_that_is_all_quote_waits(self):
        article, spans = story()
        sentences = rank(article, spans)
        quote = next(s for s in sentences if article.text[s.start] == "“")
        plain = [s for s in sentences if article.text[s.start : s.end].startswith(("The ", "Eng"))]
        assert all(s.rank < quote.rank for s in plain)

    def test_no_repetition(self):
        article, spans = story(
            "The bridge over the river Aune was closed on Tuesday after cracks were found.\n"
            "The bridge over the river Aune was closed on Tuesday after cracks were found.\n"
            "A ferry will carry people across the water until the spring, the mayor said.\n"
            "Shops near the bridge fear for their trade after the river crossing closed.\n"
        )
        texts = chosen(article, rank(article, spans), 3)
        assert len(set(texts)) == 3

    def test_length_costs(self):
        news = "The council of Dunmere closed the bridge on Tuesday because of its cracks"
        rest = (
            "A bridge that is closed is bad for the trade of a town.\n"
            "The council of Dunmere met on Tuesday and spoke about cracks.\n"
            "The bridge in Dunmere was closed before, in May.\n"
        )
        article, spans = story(f"{news}.\n{rest}")
        assert chosen(article, rank(article, spans), 1)[0].startswith(news)
        article, spans = story(f"{news}{', and so it was and will be' * 30}.\n{rest}")
        assert not chosen(article, rank(article, spans), 1)[0].startswith(news)


def test_all_quoted_follows_a_quote_over_sentences_but_not_over_paragraphs():
    article, spans = story(
        '“It is late. We must go,” she said. "Go now. Run." He stayed.\n“Never closed\n'
        "All of us left."
    )
    quoted = [
        article.text[s:e]
        for (s, e), inside in zip(spans, all_quoted(article, spans), strict=True)
        if inside
    ]
    assert quoted == ["“It is late.", '"Go now.', 'Run."', "“Never closed"]


def test_lead_is_the_articles_order():
    article, spans = story()
    ranked = sorted(
        (s for s in rank(article, spans, "lead") if s.rank is not None), key=lambda s: s.rank
    )
    starts = [s.start for s in ranked[:8]]
    assert starts == sorted(starts)


def test_an_unknown_method_is_answered_with_the_known_ones():
    with pytest.raises(
        BriefingError, match="no summary method 'best'; choose brief, lead, lexrank"
    ):
        rank(*story(), "best")


def many(count):
    line = "The council of the town number {} met on day {} and spoke about bridge {}."
    lines = [line.format(i, i % 7, i % 31) for i in range(count)]
    paragraphs, offset = [], 0
    for number, text in enumerate(lines, 1):
        paragraphs.append(Paragraph(offset, offset + len(text), "text", number))
        offset += len(text) + 1
    article = Article(title="", source="-", text="\n".join(lines), paragraphs=tuple(paragraphs))
    return article, tuple((p.start, p.end) for p in paragraphs)


@pytest.mark.parametrize("method", [name for name in METHODS if RANKERS[name].most_sentences])
def test_too_long_an_article_is_refused(method):
    with pytest.raises(
        AnalysisError, match=r"cannot rank \d+ sentences .*; choose the method brief"
    ):
        rank(*many(RANKERS[method].most_sentences + 1), method)


def test_every_sentence_of_a_long_article_has_a_rank():
    sentences = rank(*many(5_000))
    assert sorted(s.rank for s in sentences) == list(range(5_000))


def test_every_method_that_can_be_named_is_there():
    assert tuple(RANKERS) == METHODS
