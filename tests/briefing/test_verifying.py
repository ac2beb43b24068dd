"""Quotations beside an article: exact, altered or absent, and where."""

from __future__ import annotations

import doctest
import unicodedata

import pytest

import briefing.verifying.checking
import briefing.verifying.tokens
from briefing import read_text, verify
from briefing.model import Article, Briefing
from briefing.verifying import QuotationError

TEXT = """Mill fire

“We did not sell the mill,” said Ilse Brandvik. “Not for 310 crowns. Would you?”

The mill was not insured. Nobody was hurt, officials told the “Velden Post” on 31 000 pages.

The mayor said the town’s 31-year-old levee held; 45% of homes lost power — again, at -5 degrees.

Café owners can’t sell “the ‘big’ cup”. U.S. visitors [and others] wait... and wait.

We did not sell the mill."""
ARTICLE = read_text(TEXT)


def edits(quotation: str, article: Article = ARTICLE) -> list[tuple[str, str, str]]:
    """How a quotation of one part differs: what was done, the quotation's words, the article's."""
    (part,) = verify(article, quotation).parts
    return [(edit.kind, edit.quoted_text, edit.text) for edit in part.edits]


@pytest.mark.parametrize("module", [briefing.verifying.checking, briefing.verifying.tokens])
def test_the_examples_of_the_documentation_hold(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


@pytest.mark.parametrize(
    ("quotation", "found"),
    [
        ("Not for 310 crowns", "Not for 310 crowns"),
        ("“Not for 310 crowns.”", "Not for 310 crowns"),
        ("‘not for 310 crowns,’", "Not for 310 crowns"),
        ("Would you?", "Would you?"),
        ("Nobody was hurt,\n   officials told the ‘V", None),
        ("hurt,\n   officials told the ‘Velden", "hurt, officials told the “Velden"),
        ("The town's 31‑year‑old levee held;", "the town’s 31-year-old levee held;"),
        ("homes lost power -- again", "homes lost power — again"),
        ("homes lost power–again", None),
        ("at −5 degrees", "at -5 degrees"),
        (unicodedata.normalize("NFD", "Café owners can't"), "Café owners can’t"),
        ("sell \"the 'big' cup\"", "sell “the ‘big’ cup"),
        ("in­sured", "insured"),
        ("U.S. visitors [and others] wait… and", "U.S. visitors [and others] wait... and"),
        ("wait . . . and wait", "wait... and wait"),
        ("31 000 pages", "31 000 pages"),
        ("Mill fire", "Mill fire"),
    ],
)  # fmt: skip
def test_the_same_words_set_otherwise_are_exact(quotation, found):
    verdict = verify(ARTICLE, quotation)
    if found is None:
        assert verdict.verdict != "exact"
        return
    (place,) = verdict.places
    assert (verdict.verdict, place.text) == ("exact", found)
    assert ARTICLE.text[place.start : place.end] == found


@pytest.mark.parametrize(
    ("quotation", "differences"),
    [
        ("We did sell the mill", [("left_out", "", "not")]),
        ("The mill was insured", [("left_out", "", "not")]),
        ("The mill was never insured", [("changed", "never", "not")]),
        ("Not for 31 crowns", [("changed", "31", "310")]),
        ("Not for 10 crowns", [("changed", "10", "310")]),
        ("officials told the Velden Post", [("left_out", "", "“")]),
        ("31 levee held", None),
        ("on 31", [("left_out", "", "000")]),
        ("000 pages", [("left_out", "", "31")]),
        ("45 of homes", [("changed", "45", "45%")]),
        ("at 5 degrees", [("changed", "5", "-5")]),
        ("owners can sell", [("changed", "can", "can’t")]),
        ("Cafe owners can’t", [("changed", "Cafe", "Café")]),
        ("We Did not sell", [("changed", "Did", "did")]),
        ("the Mill was not insured", [("changed", "Mill", "mill")]),
        ("Would you.", [("left_out", "", "?")]),
        ("Not for 310 crowns, would you?", [("changed", ",", "."), ("changed", "would", "Would")]),
        ("the mayor said the levee held", [("left_out", "", "town’s 31-year-old")]),
        ("The mayor of Orlo said the town’s", [("added", "of Orlo", "")]),
        ("Would you? The mill was not", [("left_out", "", "”"), ("joined", "? The", "”\n\nThe")]),
    ],
)  # fmt: skip
def test_what_was_altered_is_told(quotation, differences):
    assert verify(ARTICLE, quotation).verdict != "exact"
    if differences is not None:
        assert edits(quotation) == differences


@pytest.mark.parametrize(
    "quotation", ["The harbor burned down on Monday", "for sale", "crowns", "mil", "ill"]
)
def test_words_that_the_article_has_not_are_absent(quotation):
    verdict = verify(ARTICLE, quotation)
    expected = "exact" if quotation == "crowns" else "absent"
    assert (verdict.verdict, bool(verdict.places)) == (expected, quotation == "crowns")


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("Not for 310 … Nobody was hurt", ["exact Not for 310", "exact Nobody was hurt"]),
        ("for 31 crowns [...] nobody was hurt", ["altered for 31 crowns", "exact nobody was hurt"]),
        ("[The owner] did not sell the mill", ["exact did not sell the mill"]),
        ("[t]he mill was not insured", ["exact mill was not insured"]),
        ("Moons are cheese … Nobody was", ["absent Moons are cheese", "exact Nobody was"]),
        ("Would you? Nobody was hurt.", ["altered Would you? Nobody was hurt"]),
        ("homes lost power we did not sell", ["exact homes lost power", "exact we did not sell"]),
        ("Nobody was hurt. We did not sell", ["exact Nobody was hurt", "exact We did not sell"]),
    ],
)  # fmt: skip
def test_each_part_of_a_quotation_with_cuts_has_a_verdict_of_its_own(quotation, parts):
    verdict = verify(ARTICLE, quotation)
    assert verdict.verdict == "altered"
    assert [f"{part.verdict} {part.text}" for part in verdict.parts] == parts
    assert all(verdict.quotation[p.start : p.end] == p.text for p in verdict.parts)


def test_every_place_is_told_with_its_paragraph():
    (part,) = verify(ARTICLE, "we did not sell the mill").parts
    assert [(place.number, place.text) for place in part.places] == [
        (1, "We did not sell the mill"),
        (5, "We did not sell the mill"),
    ]
    (title,) = verify(ARTICLE, "Mill fire").places
    assert (title.kind, title.number) == ("title", None)
    common = verify(read_text("The mill. " * 1200), "mill").parts[0]
    assert (len(common.places), common.count) == (50, 1000)


def test_two_paragraphs_may_be_quoted_as_two():
    assert verify(ARTICLE, "Would you?”\n\nThe mill was not insured").verdict == "exact"
    assert verify(ARTICLE, "Would you?” The mill was not insured").verdict == "altered"


def test_words_without_spaces_between_them_are_told_apart():
    article = read_text(
        "市长说：“大坝没有倒塌。”他昨天在维尔登说。大坝很旧，但是还能用很多年，大家都这么说。"
    )
    assert verify(article, "大坝没有倒塌").verdict == "exact"
    assert verify(article, "大坝倒塌").verdict == "altered"


def test_a_briefing_stands_for_its_article():
    assert verify(Briefing(article=ARTICLE), "Mill fire") == verify(ARTICLE, "Mill fire")


@pytest.mark.parametrize("quotation", ["", " … ", "“”", "[...]", "[sic]", "?!"])
def test_a_quotation_has_words(quotation):
    with pytest.raises(QuotationError, match="there are no words in the quotation"):
        verify(ARTICLE, quotation)


def test_a_quotation_is_no_book():
    with pytest.raises(QuotationError, match="longer than 10,000 characters"):
        verify(ARTICLE, "mill " * 2001)
