"""A quotation beside all articles of a library."""

from __future__ import annotations

import pytest

from briefing import Options, read_text
from briefing.library import Library
from briefing.model import Article, Briefing
from briefing.verifying import QuotationError, verify_kept

FLOOD = (
    "Levee holds in Velden\n\n“The levee held all night,” said Ana Ruiz, the mayor."
    "\n\nSome 120 homes were flooded. Nobody was hurt."
)
FIRE = "Mill burns in Orlo\n\nAna Ruiz said nobody was hurt. “The levee is no help here,” she said."
OTHER = "Tram line opens\n\nThe line to the harbor was opened by Lena Park. Nobody was there."


def article(text: str, day: int) -> Article:
    return read_text(text, source=f"{day}.txt", published=f"2026-11-{day}")


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    for day, text in enumerate((FLOOD, FIRE, OTHER), 10):
        library.save(Briefing(article=article(text, day)), Options())
    yield library
    library.close()


@pytest.mark.parametrize(
    ("quotation", "verdicts"),
    [
        ("the levee held all night.", ["exact 10.txt"]),
        ("nobody was hurt", ["exact 11.txt", "exact 10.txt"]),
        ("the levee did not hold all night", ["altered 10.txt"]),
        ("The levee held … Nobody was hurt", ["altered 10.txt"]),
        ("Some 12 homes were flooded", ["altered 10.txt"]),
        ("Lena Parks", []),
        ("We need pumps at once", []),
        ("line opens", ["exact 12.txt"]),
        ("mill Burns", ["altered 11.txt"]),
        ('" OR text : *', []),
    ],
)
def test_the_articles_that_have_it_are_found(library, quotation, verdicts):
    found = verify_kept(library, quotation)
    assert [f"{each.verdict.verdict} {each.source}" for each in found] == verdicts


def test_no_more_are_given_than_are_wanted(library):
    assert len(verify_kept(library, "nobody was hurt", limit=1)) == 1


def test_what_has_no_words_is_refused(library):
    with pytest.raises(QuotationError):
        verify_kept(library, "…")
