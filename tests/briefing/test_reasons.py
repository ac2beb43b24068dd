"""Why a sentence stands in the summary."""

import pytest

from briefing.model import Actor, Article, Briefing, Location, Paragraph, Sentence
from briefing.summary.reasons import base, why

TEXT = (
    "Mayor opens bridge\n\n"
    "The mayor of Velden opened the old bridge. Engineers had repaired the bridges for years.\n\n"
    "Ada Fennimore praised the engineer’s work on the bridge in Velden."
)


def spans(words: str) -> tuple[tuple[int, int], ...]:
    starts = [n for n in range(len(TEXT)) if TEXT.startswith(words, n)]
    return tuple((start, start + len(words)) for start in starts)


@pytest.fixture
def briefing() -> Briefing:
    lines = ["Mayor opens bridge", TEXT.split("\n\n")[1], TEXT.split("\n\n")[2]]
    paragraphs = tuple(
        Paragraph(
            start=TEXT.index(line),
            end=TEXT.index(line) + len(line),
            kind="title" if number == 0 else "text",
            number=number or None,
        )
        for number, line in enumerate(lines)
    )
    begins = ["Mayor opens", "The mayor", "Engineers", "Ada"]
    starts = [TEXT.index(words) for words in begins] + [len(TEXT)]
    ranks = [None, 1, 2, 0]
    return Briefing(
        article=Article(title=lines[0], source="-", text=TEXT, paragraphs=paragraphs),
        actors=(
            Actor(
                name="Ada Fennimore", kind="person", salience=0.4, mentions=spans("Ada Fennimore")
            ),
        ),
        locations=(Location(name="Velden", kind="city", salience=0.9, mentions=spans("Velden")),),
        sentences=tuple(
            Sentence(start=start, end=end, rank=rank)
            for start, end, rank in zip(starts, starts[1:], ranks, strict=False)
        ),
    ).with_summary(1)


def test_the_rank_and_the_place_count_from_one_and_leave_the_title_out(briefing):
    reasons = why(briefing, briefing.summary[0])
    assert (reasons.rank, reasons.of, reasons.position, reasons.paragraph) == (1, 3, 3, 2)


def test_names_are_those_in_the_sentence_the_most_salient_first(briefing):
    assert why(briefing, briefing.summary[0]).names == ("Velden", "Ada Fennimore")
    assert why(briefing, briefing.sentences[2]).names == ()


def test_shared_words_are_in_other_sentences_too_and_no_names(briefing):
    assert why(briefing, briefing.summary[0]).shared_words == ("bridge", "engineer")


def test_the_words_are_shown_as_the_sentence_has_them(briefing):
    assert why(briefing, briefing.sentences[2]).shared_words == ("bridges", "Engineers")


def test_a_sentence_without_a_rank_has_no_reasons(briefing):
    assert why(briefing, briefing.sentences[0]) is None


@pytest.mark.parametrize(
    ("word", "compared"),
    [("cities", "city"), ("troops", "troop"), ("churches", "church"), ("crisis", "crisis")],
)
def test_plurals_are_compared_as_singulars(word, compared):
    assert base(word) == compared
