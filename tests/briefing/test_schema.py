"""The JSON of a briefing: schema 2, which a reader of schema 1 can read too."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.analysis import analyze
from briefing.corrections import Correction, Target
from briefing.model import Briefing, Figure
from tests.conftest import article_of

SCHEMA_1 = Path(__file__).parent / "data" / "briefing.schema.1.json"
"""As it was when the version said 1."""

TEXT = """Night trains return to Tarnholm

TARNHOLM, March 3, 2026 - Night trains will run between Tarnholm and Lisbon again from May, the \
railway company Norvia said on Tuesday.

"People want to sleep while they travel," said Mira Holt, the head of Norvia. "We had forgotten \
that."

Holt said that 12 sleeping cars were repaired in Porto. A passenger from North Africa said: "At \
last."
"""


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return analyze(article_of(TEXT))


def as_json(briefing: Briefing) -> dict[str, Any]:
    return json.loads(codec.encode(briefing))


def validate(record: dict[str, Any]) -> None:
    schema = json.loads(files("briefing").joinpath("data/briefing.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(record)


def test_what_is_found_is_as_the_schema_says(briefing):
    record = as_json(briefing)
    assert record["schema_version"] == 2
    assert record["actors"]
    assert record["quotes"]
    validate(record)


def tolerant(schema: Any) -> Any:
    """A schema as one reads by it who ignores what is not in it, the version's number too."""
    if isinstance(schema, dict):
        kept = {
            key: tolerant(value)
            for key, value in schema.items()
            if (key, value) != ("additionalProperties", False)
        }
        if "schema_version" in kept:
            kept["schema_version"] = {"type": "integer"}
        return kept
    return [tolerant(one) for one in schema] if isinstance(schema, list) else schema


def test_a_reader_of_schema_1_finds_everything_as_it_was(briefing):
    schema = tolerant(json.loads(SCHEMA_1.read_text()))
    jsonschema.Draft202012Validator(schema).validate(as_json(briefing))


def test_a_reader_of_schema_1_still_misses_what_is_not_there(briefing):
    """The schema without its closed doors is still one that refuses."""
    schema = tolerant(json.loads(SCHEMA_1.read_text()))
    record = as_json(briefing)
    del record["quotes"][0]["speaker"]
    with pytest.raises(jsonschema.ValidationError, match="speaker"):
        jsonschema.Draft202012Validator(schema).validate(record)


def test_ids_tell_actors_and_locations_apart(briefing):
    for items in (briefing.actors, briefing.locations):
        ids = [item.id for item in items]
        assert all(ids)
        assert len(set(ids)) == len(ids)


def test_a_quote_names_its_actor_by_id_and_others_by_their_words_only(briefing):
    names = {actor.id: actor.name for actor in briefing.actors}
    said = [(q.text, q.speaker, names.get(q.speaker_id)) for q in briefing.quotes]
    assert said == [
        ("People want to sleep while they travel,", "Mira Holt", "Mira Holt"),
        ("We had forgotten that.", "Mira Holt", "Mira Holt"),
        ("At last.", "passenger from North Africa", None),
    ]


@pytest.mark.parametrize(
    ("name", "geonames_id"), [("Lisbon", 2267057), ("Porto", 2735943), ("North Africa", None)]
)
def test_a_resolved_place_has_its_geonames_id_and_a_region_of_our_own_none(
    briefing, name, geonames_id
):
    (place,) = [place for place in briefing.locations if place.name == name]
    assert place.geonames_id == geonames_id
    assert place.latitude is not None


def test_a_building_has_not_the_id_of_the_city_it_stands_in():
    found = analyze(article_of("A fire\n\nPassengers slept at Lisbon Airport on Sunday."))
    (airport,) = found.locations
    assert (airport.name, airport.kind, airport.geonames_id) == ("Lisbon Airport", "landmark", None)


def corrected(briefing: Briefing) -> Briefing:
    """With figures and corrections as they are to come, made by hand."""
    start = briefing.article.text.index("12 sleeping cars")
    actor = briefing.actors[0]
    mention = Target(part="actors", span=actor.mentions[0], text=actor.name)
    quote = Target(part="quotes", span=(briefing.quotes[0].start, briefing.quotes[0].end))
    place = Target(part="locations", span=briefing.locations[0].mentions[0])
    made = "2026-03-04T08:00:00+00:00"
    return replace(
        briefing,
        actors=(replace(actor, by="reader"), *briefing.actors[1:]),
        figures=(
            Figure(
                text="12",
                start=start,
                end=start + 2,
                value=12,
                what="sleeping cars",
                what_mention=(start + 3, start + 16),
                speaker=actor.name,
                speaker_id=actor.id,
            ),
            Figure(text="Night", start=0, end=5, low=1.5, high=3, unit="percent", kind="killed"),
        ),
        corrections=(
            Correction(kind="rename", target=mention, to="Norvia Railways", made=made),
            Correction(kind="set_speaker", target=quote, to=mention, made=made),
            Correction(kind="set_place", target=place, to=2735943, made=made),
            Correction(
                kind="set_authors", target=Target(part="article"), to=("Ina Voss",), made=made
            ),
            Correction(kind="hide", target=quote, made=made, fits=False),
        ),
    )


def test_figures_and_corrections_have_their_room(briefing):
    whole = corrected(briefing)
    validate(as_json(whole))
    assert codec.decode(codec.encode(whole)) == whole


def test_whole_figures_stay_whole_numbers(briefing):
    (first, second) = as_json(corrected(briefing))["figures"]
    assert str(first["value"]) == "12"
    assert (second["value"], second["low"], second["high"]) == (None, 1.5, 3)
