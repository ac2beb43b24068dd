"""Interviews with "Q" and "A": the answers are the interviewee's, as far as that can be told."""

from __future__ import annotations

import pytest

from briefing.model import Quote
from briefing.tagging import actors, quotes
from briefing.tagging.names import entities
from tests.briefing.test_summary_kinds import summary

INTRO = "Halvard Brekke ran the harbor of Dunmere for nine years. {asked}"
TURNS = (
    "{q} Why did you leave?\n\n{a} Because the cranes were never repaired.\n\n"
    "{q} Who would have paid?\n\n{a} “The council,” they told me, but I doubt it.\n\n"
    "{q} What will you do now?\n\n{a} “I have a boat.”"
)
ANSWERS = [
    "Because the cranes were never repaired.",
    "“The council,” they told me, but I doubt it.",
    "I have a boat.",
]
QUESTIONS = ["Why did you leave?", "Who would have paid?", "What will you do now?"]


@pytest.fixture(scope="session")
def find(parse):
    def find(text: str) -> list[Quote]:
        article, doc = parse(text)
        names = entities.find(article, doc)
        return list(quotes.find(article, doc, actors.merge(article, doc, names)))

    return find


def interview(asked: str, q: str = "Q:", a: str = "A:") -> str:
    head = f"A talk at the harbor\n\n{INTRO.format(asked=asked)}\n\n"
    return head + TURNS.format(q=q, a=a)


def by(found: list[Quote], words: list[str]) -> list[str | None]:
    speakers = {quote.text: quote.speaker for quote in found}
    return [speakers[text] for text in words]


@pytest.mark.parametrize(
    ("q", "a"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("Question:", "Answer:"),
        ("QUESTION:", "ANSWER:"),
        ("**Q:**", "**A:**"),
        ("**Q**:", "**A**:"),
    ],
)
def test_answers_are_quotes_of_the_one_who_is_introduced(find, q, a):
    found = find(interview("He spoke by telephone.", q, a))
    assert by(found, ANSWERS) == ["Halvard Brekke"] * 3
    assert by(found, QUESTIONS) == [None] * 3
    assert not any(quote.certain for quote in found)


@pytest.mark.parametrize(
    "asked",
    ["He spoke to Laura Whitlock of the Ledger.", "He was interviewed by Laura Whitlock."],
)
def test_who_asks_does_not_answer(find, asked):
    found = find(interview(asked))
    assert by(found, ANSWERS) == ["Halvard Brekke"] * 3
    assert by(found, QUESTIONS) == ["Laura Whitlock"] * 3


def test_who_is_interviewed_answers_whoever_else_is_named(find):
    found = find(interview("Our interview with Laura Whitlock, who succeeds him, was short."))
    assert by(found, ANSWERS) == ["Laura Whitlock"] * 3


def test_of_two_in_the_introduction_nobody_is_guessed(find):
    found = find(interview("Laura Whitlock succeeds him."))
    assert by(found, ANSWERS) == [None] * 3


def test_names_before_some_turns_tell_who_has_the_others(find):
    found = find(
        interview("Laura Whitlock met him at home.")
        + "\n\nLaura Whitlock: Is that a large boat?\n\nHalvard Brekke: It is not."
    )
    assert by(found, [*ANSWERS, "It is not."]) == ["Halvard Brekke"] * 4
    assert by(found, QUESTIONS) == ["Laura Whitlock"] * 3
    assert {q.text: q.certain for q in found}["It is not."]


def test_a_summary_has_answers_without_their_letters_and_no_questions():
    told = summary(interview("He spoke by telephone."), 9)
    assert not any(sentence.startswith(("Q:", "A:")) or sentence in QUESTIONS for sentence in told)
    assert ANSWERS[0] in told


def test_an_answer_goes_on_in_the_next_paragraph_but_not_behind_the_last_label(find):
    more = "A: It did, twice.\n\nThe second time I called the council.\n\nThe second pier\n\n"
    text = interview("He spoke by telephone.").replace(
        "Q: What", f"Q: Did it rain?\n\n{more}Q: What"
    )
    found = find(f"{text}\n\nThe council did not want to comment.")
    assert by(found, ["The second time I called the council."]) == ["Halvard Brekke"]
    assert not {"The council did not want to comment.", "The second pier"} & {q.text for q in found}
