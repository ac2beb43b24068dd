"""The summary over all articles, what only one says, and what is new in the latest."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.dossier import dossier_of
from briefing.model import Briefing, Figure
from tests.articles import brief_of
from tests.briefing.dossier.cited import assert_cited

FIRST = (
    "A fire destroyed the old cannery in Velmora on Monday night. Forty firefighters fought the "
    "flames until the morning. The owner, Ivo Tarn, said that the cannery was not insured."
)
SECOND = (
    "The old cannery in Velmora burned down in a fire on Monday night. Until the morning, forty "
    "firefighters were fighting the flames. A museum had wanted to move into the building."
)


def brief(text: str, published: str | None = None, **about: object) -> Briefing:
    return brief_of(text, published=published, **about)


def test_the_summary_says_nothing_twice_and_counts_who_agrees():
    dossier = dossier_of([brief(FIRST), brief(SECOND)])
    assert_cited(dossier)
    assert [(line.passage.text[:24], line.articles) for line in dossier.summary] == [
        ("A fire destroyed the old", (0, 1)),
        ("Forty firefighters fough", (0, 1)),
        ("The owner, Ivo Tarn, sai", (0,)),
        ("A museum had wanted to m", (1,)),
    ]


def test_what_only_one_says():
    dossier = dossier_of([brief(FIRST), brief(SECOND)])
    assert [one.passage.text[:20] for one in dossier.only_one] == [
        "The owner, Ivo Tarn,",
        "A museum had wanted ",
    ]


def test_nothing_is_said_by_one_only_where_the_other_is_its_copy():
    assert dossier_of([brief(FIRST), brief(FIRST)]).only_one == ()


def test_a_longer_copy_says_more_than_the_text_that_it_copies():
    dossier = dossier_of([brief(FIRST), brief(f"{FIRST} The mayor cried."), brief("Bees hum.")])
    assert "The mayor cried." in [one.passage.text for one in dossier.only_one]


def news_of(*briefings: Briefing) -> tuple[int, list[list[str]]] | None:
    dossier = dossier_of(briefings)
    assert_cited(dossier)
    if dossier.news is None:
        return None
    parts = (getattr(dossier.news, name) for name in ("figures", "actors", "quotes", "sentences"))
    return dossier.news.article, [[passage.text for passage in part] for part in parts]


LATER = (
    f"{SECOND} Police arrested two people in Dunmere. “We saw the smoke from the harbor,” said "
    "Maren Oduya, a fisher. Forty firefighters came."
)


def later_briefing() -> Briefing:
    briefing = brief(
        LATER,
        "2031-03-05",
        people=(("Maren Oduya", "fisher"),),
        quotes=(("We saw the smoke from the harbor", "Maren Oduya", None, True),),
    )
    text = briefing.article.text
    two, forty = text.index("two people"), text.index("Forty firefighters came")
    return replace(
        briefing,
        figures=(
            Figure(text="two", start=two, end=two + 3, value=2, kind="arrested"),
            Figure(text="Forty", start=forty, end=forty + 5, value=40, what="firefighters"),
        ),
    )


def first_briefing(published: str | None = "2031-03-04") -> Briefing:
    briefing = brief(FIRST, published)
    at = briefing.article.text.index("Forty")
    forty = Figure(text="Forty", start=at, end=at + 5, value=40, what="firefighters")
    return replace(briefing, figures=(forty,))


def test_what_is_new_in_the_latest_article():
    assert news_of(later_briefing(), first_briefing()) == (
        0,
        [
            ["two"],
            ["Maren Oduya"],
            ["We saw the smoke from the harbor"],
            [
                "A museum had wanted to move into the building.",
                "Police arrested two people in Dunmere.",
                "“We saw the smoke from the harbor,” said Maren Oduya, a fisher.",
            ],
        ],
    )


def test_without_dates_nothing_is_known_to_be_later():
    assert news_of(brief(FIRST), brief(SECOND)) is None
    assert news_of(brief(FIRST, "2031-03-04"), brief(SECOND, "2031-03-04")) is None
    assert news_of(brief(FIRST, "2031-03-04")) is None
    found = news_of(later_briefing(), first_briefing(None))
    assert found is not None
    assert found[0] == 0


def test_times_of_one_day_count_where_both_are_known():
    times = ("2031-03-04T09:00:00+01:00", "2031-03-04T08:30:00+00:00")  # half an hour later
    briefings = [
        brief(text, "2031-03-04", published_at=at)
        for text, at in zip((FIRST, SECOND), times, strict=True)
    ]
    found = news_of(*briefings)
    assert found is not None
    assert found[0] == 1
