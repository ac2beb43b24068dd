"""Two people of one name stay two: in what they said, in a narrowed briefing and on the page."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.model import Actor, Briefing, Quote, Sentence
from briefing.narrowing import narrowed
from briefing.page import to_markdown
from briefing.page.citing import preferred_quotes, preferred_sentences
from briefing.reading import read_text
from briefing.tagging import quotes

TEXT = """Father and son on one ferry

The captain Dana Holt has steered the ferry for thirty years. His son sells the tickets.

“The sea is never the same twice,” the captain said. The boat was full.

Passengers like Dana Holt, who is nine and writes the tickets by hand. The engine was loud.

“I want to steer it myself one day soon,” the boy said. Nobody was late."""

CAPTAIN_SAYS = "The sea is never the same twice,"
SON_SAYS = "I want to steer it myself one day soon,"


def namesakes() -> Briefing:
    """A briefing with two actors who are both called Dana Holt; each is quoted once."""
    article = read_text(TEXT, source="ferry.txt")
    text = article.text
    first = text.index("Dana Holt")
    second = text.index("Dana Holt", first + 1)

    def quote(words: str, speaker_id: str, role: str) -> Quote:
        start = text.index(words)
        return Quote(
            text=words,
            start=start,
            end=start + len(words),
            speaker="Dana Holt",
            speaker_id=speaker_id,
            role=role,
        )

    starts = [text.index(words) for words in ("The captain", "His", "“The", "The boat")]
    starts += [text.index(words) for words in ("Passengers", "The engine", "“I", "Nobody")]
    ends = [*starts[1:], len(text)]
    return Briefing(
        article=article,
        actors=tuple(
            Actor(id=number, name="Dana Holt", kind="person", role=role, mentions=((at, at + 9),))
            for number, role, at in (("a1", "captain", first), ("a2", None, second))
        ),
        quotes=(quote(CAPTAIN_SAYS, "a1", "captain"), quote(SON_SAYS, "a2", "boy")),
        sentences=tuple(
            Sentence(start=start, end=start + len(text[start:end].rstrip()), rank=rank)
            for rank, (start, end) in enumerate(zip(starts, ends, strict=True))
        ),
    ).with_summary(1)


@pytest.mark.parametrize(("number", "said"), [(0, CAPTAIN_SAYS), (1, SON_SAYS)])
def test_a_briefing_about_one_has_only_what_that_one_said(number, said):
    whole = namesakes()
    about = narrowed(whole, whole.actors[number], 4)
    assert [quote.text for quote in about.quotes] == [said]
    assert [actor.id for actor in about.actors] == [whole.actors[number].id]


def test_each_is_quoted_before_the_other_has_a_second_turn():
    whole = namesakes()
    captain, son = whole.quotes
    again = replace(captain, start=captain.start + 4, text=captain.text[4:])
    briefing = replace(whole, quotes=(captain, again, son))
    ids = [q.speaker_id for q in preferred_quotes(briefing, preferred_sentences(briefing))]
    assert ids == ["a1", "a2", "a1"]


def test_the_page_gives_a_role_with_the_quote_of_the_one_whom_the_table_does_not_describe():
    page = to_markdown(namesakes())
    assert "| Dana Holt | captain |" in page
    assert "| Dana Holt | – |" in page
    assert "> — Dana Holt (speaker inferred) ¶2" in page
    assert "> — Dana Holt, boy (speaker inferred) ¶4" in page


def test_a_quote_says_which_of_the_two_speaks(parse):
    """The taggers' own way: the name that stands beside the quote is a mention of one of them."""
    text = "“I steer,” said Dana Holt. He waved.\n\n“I row,” said Dana Holt, who is nine."
    article, doc = parse(text)
    places = [n for n in range(len(article.text)) if article.text.startswith("Dana Holt", n)]
    actors = tuple(
        Actor(id=f"a{number}", name="Dana Holt", kind="person", mentions=((at, at + 9),))
        for number, at in enumerate(places, 1)
    )
    found = quotes.find(article, doc, actors)
    assert [(quote.text, quote.speaker_id) for quote in found] == [
        ("I steer,", "a1"),
        ("I row,", "a2"),
    ]
