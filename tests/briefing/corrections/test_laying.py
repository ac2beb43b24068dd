"""What the reader changed, laid over what was found."""

from __future__ import annotations

import json
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import codec
from briefing.corrections.laying import corrected, described
from briefing.corrections.matching import spans_of, target_of
from briefing.corrections.values import Correction, Target
from briefing.model import Briefing
from tests.briefing.corrections.example import (
    ARTICLE,
    BRIEFING,
    HOLT,
    LISBON,
    OSMARK,
    VALE,
    correction,
    span_of,
)

PORTUGAL = SimpleNamespace(
    id=2267057, kind="city", admin1="Lisbon", country="PT", latitude=38.7, longitude=-9.1
)


def laid(*corrections: Correction) -> Briefing:
    place_of: Any = {PORTUGAL.id: PORTUGAL}.get
    return corrected(BRIEFING, corrections, place_of)


def names(briefing: Briefing) -> list[str]:
    return [actor.name for actor in briefing.actors]


def actor_target(name: str, nth: int = 0) -> Target:
    return Target(part="actors", span=span_of(name, nth), text=name)


def test_nothing_changed_is_the_briefing_itself():
    assert corrected(BRIEFING, ()) is BRIEFING


BY_EVIDENCE = replace(BRIEFING, actors=tuple(reversed(BRIEFING.actors)))
"""Actors in an order that is not that of their weight."""


@pytest.mark.parametrize(
    "one",
    [
        correction("set_speaker", "quotes", span_of(BRIEFING.quotes[0].text), to=None),
        correction("confirm_speaker", "quotes", span_of(BRIEFING.quotes[0].text)),
        correction("set_role", "actors", span_of("Mira Holt"), to="a pilot"),
        correction("rename", "actors", span_of("Mira Holt"), to="Holt"),
    ],
    ids=lambda one: one.kind,
)
def test_a_correction_leaves_the_order_of_the_actors_alone(one: Correction):
    briefing = corrected(BY_EVIDENCE, (one,))
    assert [actor.id for actor in briefing.actors] == [actor.id for actor in BY_EVIDENCE.actors]


def test_a_hidden_actor_leaves_the_order_of_the_others_alone():
    briefing = corrected(BY_EVIDENCE, (correction("hide", "actors", span_of("Jon Vale")),))
    assert names(briefing) == ["Norvia", "Mira Holt"]


def test_an_actor_that_grew_does_not_go_down():
    merged = correction("merge", "actors", span_of("Jon Vale"), to=actor_target("Norvia"))
    assert names(corrected(BY_EVIDENCE, (merged,)))[0] == "Norvia"


def test_what_is_hidden_is_not_listed_and_its_quotes_keep_the_words():
    briefing = laid(correction("hide", "actors", span_of("Mira Holt")))
    assert names(briefing) == ["Jon Vale", "Norvia"]
    assert (briefing.quotes[0].speaker, briefing.quotes[0].speaker_id) == ("Mira Holt", None)
    assert [one.fits for one in briefing.corrections] == [True]


def test_any_mention_or_name_finds_the_item():
    for target in (
        Target(part="actors", span=span_of("Holt", 2)),
        Target(part="actors", text="Mira Holt"),
        Target(part="actors", text="Holt"),
        Target(part="actors", span=(span_of("Holt")[0], span_of("Holt")[1] + 1), text="Dr Holt"),
    ):
        one = Correction(kind="rename", target=target, to="M. Holt", made="")
        assert names(corrected(BRIEFING, [one])) == ["M. Holt", "Jon Vale", "Norvia"]


@pytest.mark.parametrize("span", [(span_of("Holt")[0], span_of("Holt")[1] + 1), None])
def test_what_is_hidden_is_no_other_row_that_only_resembles_it(span):
    briefing = laid(correction("hide", "actors", span, text="Holt"))
    assert names(briefing) == names(BRIEFING)
    assert not briefing.corrections[0].fits


def test_what_no_longer_fits_is_kept_and_said():
    briefing = laid(
        correction("hide", "actors", span_of("ship")),
        correction("rename", "actors", span_of("Norvia"), "Norvia Lines"),
    )
    assert [one.fits for one in briefing.corrections] == [False, True]
    assert names(briefing) == ["Mira Holt", "Jon Vale", "Norvia Lines"]


def test_a_name_role_and_kind_are_the_readers():
    briefing = laid(
        correction("rename", "actors", span_of("Jon Vale"), "Jonathan Vale"),
        correction("set_role", "actors", span_of("Jon Vale"), "mayor"),
        correction("set_kind", "actors", span_of("Norvia"), "group"),
        correction("set_role", "actors", span_of("Mira Holt")),
    )
    holt, vale, norvia = briefing.actors
    assert (vale.name, vale.role, vale.role_by, vale.by) == (
        "Jonathan Vale",
        "mayor",
        "reader",
        "reader",
    )
    assert vale.aliases == ("Jon Vale", "Vale")
    assert briefing.quotes[1].speaker == "Jonathan Vale"
    assert (norvia.kind, norvia.by) == ("group", "reader")
    assert (holt.role, holt.role_by) == (None, None)


def test_two_rows_become_one_with_all_mentions_and_quotes():
    briefing = laid(correction("merge", "actors", span_of("Jon Vale"), actor_target("Mira Holt")))
    assert names(briefing) == ["Mira Holt", "Norvia"]
    (holt, _) = briefing.actors
    assert holt.mentions == tuple(sorted((*HOLT.mentions, *VALE.mentions)))
    assert holt.aliases == ("Holt", "Jon Vale", "Vale")
    assert {quote.speaker_id for quote in briefing.quotes} == {"a1"}


def test_a_mention_taken_off_is_a_row_with_the_quotes_that_it_names():
    briefing = laid(correction("split", "actors", span_of("Holt", 1)))
    assert sorted(names(briefing)) == ["Holt", "Jon Vale", "Mira Holt", "Norvia"]
    new = next(actor for actor in briefing.actors if actor.name == "Holt")
    assert (new.mentions, new.by) == ((span_of("Holt", 1),), "reader")
    assert (briefing.quotes[0].speaker, briefing.quotes[0].speaker_id) == ("Holt", new.id)


@pytest.mark.parametrize(
    ("to", "speaker", "speaker_id", "mention", "certain"),
    [
        (actor_target("Mira Holt"), "Mira Holt", "a1", span_of("Mira Holt"), True),
        (Target(part="article", span=span_of("mayor")), "mayor", None, span_of("mayor"), True),
        (
            Target(part="article", span=span_of("Holt", 2)),
            "Mira Holt",
            "a1",
            span_of("Holt", 2),
            True,
        ),
        (None, None, None, None, False),
    ],
)
def test_a_speaker_is_an_actor_words_of_the_article_or_unknown(
    to, speaker, speaker_id, mention, certain
):
    quote = laid(correction("set_speaker", "quotes", span_of("Nobody asked us,"), to)).quotes[1]
    assert (quote.speaker, quote.speaker_id, quote.speaker_mention, quote.certain) == (
        speaker,
        speaker_id,
        mention,
        certain,
    )
    assert quote.by == "reader"
    roles = {actor.id: actor.role for actor in BRIEFING.actors}
    assert quote.role == roles.get(speaker_id)


@pytest.mark.parametrize(
    ("to", "role"),
    [
        (actor_target("Mira Holt"), HOLT.role),
        (Target(part="article", span=span_of("Holt", 2)), HOLT.role),
        (Target(part="article", span=span_of("mayor")), None),
        (None, None),
    ],
)
def test_a_quote_has_the_role_of_the_speaker_that_was_set(to, role):
    assert HOLT.role
    quote = laid(correction("set_speaker", "quotes", span_of("Nobody asked us,"), to)).quotes[1]
    assert quote.role == role


def test_a_role_that_is_not_the_articles_is_not_given_to_a_quote():
    quote = laid(
        correction("set_role", "actors", span_of("Mira Holt"), "my aunt"),
        correction("set_speaker", "quotes", span_of("Nobody asked us,"), actor_target("Mira Holt")),
    ).quotes[1]
    assert (quote.speaker, quote.role) == ("Mira Holt", None)


def test_an_inferred_speaker_is_confirmed():
    quote = laid(correction("confirm_speaker", "quotes", span_of("Nobody asked us,"))).quotes[1]
    assert (quote.speaker, quote.certain, quote.by) == ("Jon Vale", True, "reader")


def test_a_place_is_another_one_of_its_name_or_none():
    place = laid(correction("set_place", "locations", span_of("Lisbon"), PORTUGAL.id)).locations[1]
    assert (place.geonames_id, place.country, place.latitude) == (PORTUGAL.id, "PT", 38.7)
    place = laid(correction("set_place", "locations", span_of("Lisbon"))).locations[1]
    assert (place.name, place.country, place.geonames_id) == ("Lisbon", None, None)
    unknown = laid(correction("set_place", "locations", span_of("Lisbon"), 1))
    assert unknown.locations[1] == LISBON
    assert not unknown.corrections[0].fits


def test_the_gazetteer_knows_the_ids_of_its_places():
    one = correction("set_place", "locations", span_of("Lisbon"), PORTUGAL.id)
    assert corrected(BRIEFING, [one]).locations[1].country == "PT"


def test_a_date_has_the_value_that_the_reader_gives():
    briefing = laid(correction("set_value", "dates", span_of("Monday"), "2031-05-05"))
    assert (briefing.dates[0].value, briefing.dates[0].by) == ("2031-05-05", "reader")


def test_title_authors_outlet_and_day_are_the_readers():
    article = laid(
        correction("set_title", "article", to="No more ferries"),
        correction("set_authors", "article", to=("Ina Voss",)),
        correction("set_outlet", "article", to="Harbor News"),
        correction("set_published", "article", to="2031-05-06"),
    ).article
    assert (article.title, article.authors, article.outlet, article.published) == (
        "No more ferries",
        ("Ina Voss",),
        "Harbor News",
        "2031-05-06",
    )
    assert article.text == ARTICLE.text
    assert described(article, [correction("set_published", "article")]).published is None


def test_words_that_are_added_are_spans_of_the_article():
    briefing = laid(
        correction("add", "actors", span_of("mayor"), "person"),
        correction("add", "locations", span_of("ferry"), "landmark"),
        correction("add", "quotes", span_of("was angry")),
        correction("add", "dates", span_of("then")),
    )
    text = ARTICLE.text
    mayor = next(actor for actor in briefing.actors if actor.name == "mayor")
    assert [text[slice(*mention)] for mention in mayor.mentions] == ["mayor"]
    ferry = next(place for place in briefing.locations if place.name == "ferry")
    assert (ferry.kind, ferry.mentions) == ("landmark", (span_of("ferry"),))
    assert [quote.text for quote in briefing.quotes] == [
        "We carry too few people,",
        "was angry",
        "Nobody asked us,",
    ]
    assert [date.text for date in briefing.dates] == ["Monday", "2019", "then"]
    assert {mayor.by, ferry.by, briefing.quotes[1].by, briefing.dates[2].by} == {"reader"}


def test_a_hidden_sentence_makes_room_for_the_next_and_an_added_one_comes_in():
    first, third, last = (BRIEFING.sentences[n] for n in (0, 2, 4))
    hidden = laid(correction("hide", "summary", (first.start, first.end)))
    assert [s.start for s in hidden.summary] == [BRIEFING.sentences[1].start, third.start]
    added = laid(correction("add", "summary", (last.start, last.end)))
    assert [s.start for s in added.summary] == [first.start, last.start]
    assert hidden.with_summary(1).summary[0].start == third.start


def test_the_reader_writes_keeps_and_chooses():
    composition = laid(
        correction("write", "page", to="The only line to the island", text="why"),
        correction("add", "highlights", span_of("would stop"), "ask the ministry"),
        correction("put_on_page", "highlights", span_of("would stop")),
        correction("add", "highlights", span_of("was angry")),
        correction("hide", "highlights", span_of("was angry")),
        correction("take_off_page", "actors", span_of("Norvia")),
        correction("put_on_page", "quotes", span_of("Nobody asked us,")),
        correction("move_on_page", "locations", span_of("Lisbon"), target_of(OSMARK)),
    ).composition
    assert composition.why == "The only line to the island"
    (highlight,) = composition.highlights
    assert (highlight.text, highlight.note, highlight.on_page) == (
        "would stop",
        "ask the ministry",
        True,
    )
    assert [(c.part, c.span, c.on, c.moved, c.before) for c in composition.choices] == [
        ("actors", span_of("Norvia"), False, False, None),
        ("quotes", span_of("Nobody asked us,"), True, False, None),
        ("locations", span_of("Lisbon"), None, True, span_of("Osmark")),
    ]


@pytest.mark.parametrize(
    "one",
    [
        correction("hide", "actors", (5, 5)),
        correction("hide", "actors", (0, 10**9)),
        correction("hide", "article"),
        correction("set_kind", "actors", span_of("Norvia"), "dragon"),
        correction("rename", "actors", span_of("Norvia"), "\x1b[31mred"),
        correction("rename", "actors", span_of("Norvia"), None),
        correction("set_value", "dates", span_of("Monday"), "2031-02-30"),
        correction("set_value", "dates", span_of("Monday"), 3),
        correction("set_published", "article", to="soon"),
        correction("write", "page", to="x", text="verdict"),
        correction("merge", "actors", span_of("Norvia"), "Holt"),
        correction("rename", "actors", span_of("Norvia"), "x" * 3000),
    ],
)
def test_what_makes_no_sense_changes_nothing(one):
    briefing = laid(one)
    assert not briefing.corrections[0].fits
    assert replace(briefing, corrections=()) == BRIEFING


TARGETS = [target_of(item) for item in (*BRIEFING.actors, *BRIEFING.locations)]
SPANS = st.sampled_from(
    [
        *(span for item in (*BRIEFING.actors, *BRIEFING.locations) for span in spans_of(item)),
        *(span_of(words) for words in ("mayor", "ship", "ferry", "was angry", "Monday", "2019")),
        *((one.start, one.end) for one in (*BRIEFING.quotes, *BRIEFING.sentences)),
    ]
)


@st.composite
def any_correction(draw: st.DrawFn) -> Correction:
    kind, part, to = draw(
        st.sampled_from(
            [
                *((kind, part, None) for kind in ("hide", "put_on_page", "take_off_page")
                  for part in ("actors", "locations", "quotes", "dates", "summary")),
                *(("add", part, None) for part in
                  ("actors", "locations", "quotes", "dates", "summary", "highlights")),
                *(("split", part, None) for part in ("actors", "locations")),
                ("rename", "actors", "Somebody Else"),
                ("set_role", "actors", "pilot"),
                ("set_kind", "locations", "region"),
                ("confirm_speaker", "quotes", None),
                ("set_value", "dates", "2030"),
                ("set_place", "locations", PORTUGAL.id),
                ("hide", "highlights", None),
                ("set_outlet", "article", "The Gull"),
                ("write", "page", "Because."),
            ]
        )
    )  # fmt: skip
    if draw(st.booleans()) and part in ("actors", "locations"):
        other = draw(st.sampled_from([one for one in TARGETS if one.part == part]))
        return correction("merge", part, draw(SPANS), other)
    if part == "quotes" and draw(st.booleans()):
        speaker = st.sampled_from([one for one in TARGETS if one.part == "actors"])
        return correction("set_speaker", part, draw(SPANS), draw(st.none() | speaker))
    if part == "article":
        return correction(kind, part, to=to)
    return correction(kind, part, draw(SPANS), to, "note" if part == "page" else None)


def check(briefing: Briefing) -> None:
    """The briefing is as its schema says, and every span is one of the article."""
    schema = json.loads(files("briefing").joinpath("data/briefing.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(json.loads(codec.encode(briefing)))
    text = briefing.article.text
    for quote in (*briefing.quotes, *briefing.dates, *briefing.composition.highlights):
        assert text[quote.start : quote.end] == quote.text
    for named in (*briefing.actors, *briefing.locations):
        assert named.mentions
        assert list(named.mentions) == sorted(set(named.mentions))
        assert all(text[slice(*mention)].strip() for mention in named.mentions)
    ids = [actor.id for actor in briefing.actors]
    assert len(set(ids)) == len(ids)
    assert {quote.speaker_id for quote in briefing.quotes} <= {None, *ids}


@given(st.lists(any_correction(), max_size=50))
@settings(max_examples=40, deadline=None)
def test_any_corrections_leave_a_briefing_that_is_true(corrections):
    briefing = laid(*corrections)
    check(briefing)
    assert replace(laid(*corrections), corrections=()) == replace(briefing, corrections=())
    assert codec.decode(codec.encode(briefing)) == briefing


DIFFERENT = [
    correction("rename", "actors", span_of("Mira Holt"), "M. Holt"),
    correction("hide", "actors", span_of("Norvia")),
    correction("set_role", "actors", span_of("Jon Vale"), "mayor"),
    correction("set_place", "locations", span_of("Lisbon"), PORTUGAL.id),
    correction("add", "dates", span_of("then")),
    correction("set_value", "dates", span_of("Monday"), "2030"),
    correction("set_speaker", "quotes", span_of("Nobody asked us,")),
    correction("set_title", "article", to="No more ferries"),
    correction("write", "page", to="Because.", text="note"),
    correction("add", "highlights", span_of("was angry")),
]


@given(st.permutations(DIFFERENT))
@settings(max_examples=25, deadline=None)
def test_the_order_of_what_touches_different_things_makes_no_difference(corrections):
    assert replace(laid(*corrections), corrections=()) == replace(laid(*DIFFERENT), corrections=())


@given(st.lists(any_correction(), max_size=12), st.integers(0, 12))
@settings(max_examples=40, deadline=None)
def test_what_is_laid_already_is_not_laid_again(corrections, first):
    whole = laid(*corrections)
    place_of: Any = {PORTUGAL.id: PORTUGAL}.get
    assert corrected(whole, corrections, place_of) == whole
    assert corrected(laid(*corrections[:first]), corrections, place_of) == whole
