"""A briefing about one actor or place."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.model import Figure
from briefing.narrowing import narrowed
from tests.tui.example import TEXT, make_briefing

BRIEFING = make_briefing()
FENNIMORE, BRILL, UNION = BRIEFING.actors
VELDEN, _, ORAN, PARIS = BRIEFING.locations


def test_of_a_place_only_what_stands_in_its_sentences_is_kept():
    about = narrowed(BRIEFING, PARIS, 4)
    assert [place.name for place in about.locations] == ["Paris"]
    assert about.actors == ()
    assert about.quotes == ()
    assert [s.text for s in about.summary] == [
        "In Paris, the ministry promised money for the families of dock workers."
    ]


def test_of_an_actor_also_what_they_said_elsewhere_is_kept():
    about = narrowed(BRIEFING, FENNIMORE, 4)
    assert [quote.speaker for quote in about.quotes] == ["Ada Fennimore", "Ada Fennimore"]
    assert "Every day costs us" in about.quotes[1].text
    assert "a quiet closure" not in [quote.text for quote in about.quotes]


def test_of_others_only_the_mentions_beside_it_are_kept():
    about = narrowed(BRIEFING, ORAN, 4)
    (fennimore,) = about.actors
    (mention,) = fennimore.mentions
    assert TEXT[slice(*mention)] == "Fennimore"
    assert TEXT[mention[1] :].startswith(" thanked")
    assert len(ORAN.mentions) == len(about.locations[-1].mentions)


def test_the_summary_is_chosen_among_its_sentences_and_as_long_as_wanted():
    about = narrowed(BRIEFING, FENNIMORE, 2)
    assert len(about.summary) == 2
    assert all("Fennimore" in sentence.text for sentence in about.summary)
    assert sorted(s.rank for s in about.sentences) == list(range(len(about.sentences)))


def test_dates_elsewhere_are_left_out():
    about = narrowed(BRIEFING, BRILL, 4)
    assert [date.text for date in about.dates] == []
    assert [date.text for date in narrowed(BRIEFING, VELDEN, 4).dates] == ["Monday"]


def test_figures_elsewhere_are_left_out():
    start = TEXT.index("forty thousand")
    figure = Figure(text="forty thousand", start=start, end=start + 14, value=40_000)
    whole = replace(BRIEFING, figures=(figure,))
    assert narrowed(whole, FENNIMORE, 4).figures == (figure,)
    assert narrowed(whole, PARIS, 4).figures == ()
