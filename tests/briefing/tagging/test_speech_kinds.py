"""Which quoted words are speech: a text for each case of `briefing.tagging.quotes.speech`."""

from __future__ import annotations

import pytest

from briefing.model import QuoteKind
from briefing.tagging.quotes.attribution import Attribution
from briefing.tagging.quotes.speech import CASES, kind_of, traits_of
from briefing.text.quotation_marks import pair

ASIDE = Attribution(None, None)
BESIDE = Attribution(None, None, adjacent=True)
LABEL = Attribution(None, None, labels=True)

EXAMPLES: list[tuple[str, Attribution | None, bool, str, QuoteKind | None]] = [
    ("The “pay-as-you-go” plan", None, False, "a compound in irony", None),
    ("The film “Salt Road” opens.", None, False, "a title or nickname", None),
    ("In his book “Salt Road,” which sold", ASIDE, False, "a title that a comma", None),
    ("Mayor says ‘bridge will open’", BESIDE, True, "speech in a headline", "mixed"),
    ("‘ghost’ ferry returns", None, True, "other words in a headline", None),
    ("She called it “a bad day for us all”", LABEL, False, "a label", "mixed"),
    ("“we go,” Ito said.", BESIDE, False, "a sentence beside", "direct"),
    ("“We will go home tomorrow.”", None, False, "a sentence by itself", "direct"),
    ("Ito said that “We go home.”", BESIDE, False, "a sentence that runs on", "direct"),
    ("Ito spoke of “the sea”.", ASIDE, False, "words that somebody", "mixed"),
    ("It is “a place where nobody stays”.", None, False, "many words", "mixed"),
    ("His answer: “not today.”", None, False, "few words", "mixed"),
]


@pytest.mark.parametrize(("text", "found", "headline", "case", "kind"), EXAMPLES)
def test_each_case_decides_its_example(
    text: str, found: Attribution | None, headline: bool, case: str, kind: QuoteKind | None
) -> None:
    [passage] = pair(text, 0, len(text))
    traits = traits_of(text, passage, found, start=0, before=None, headline=headline)
    assert next(c.name for c in CASES if c.holds(traits)).startswith(case)
    assert kind_of(traits) == kind


def test_every_case_has_an_example() -> None:
    assert len(EXAMPLES) == len(CASES)


def test_words_in_irony_are_no_speech() -> None:
    text = "The so-called “free zone” is closed."
    [passage] = pair(text, 0, len(text))
    traits = traits_of(text, passage, None, start=0, before=None, headline=False)
    assert kind_of(traits) is None
