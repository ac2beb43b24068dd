"""What a briefing knows as data and notes: places, dates, the source."""

import json
import re
from datetime import date

import jsonschema
import pytest
import yaml
from icalendar import Calendar
from markdown_it import MarkdownIt
from msgspec.structs import replace

from briefing.corrections.composition import Composition
from briefing.model import DateMention
from briefing.page.formats.citing import days_of
from briefing.page.formats.csl import author, to_csl
from briefing.page.formats.geojson import to_geojson
from briefing.page.formats.ics import to_ics
from briefing.page.formats.notes import escape_obsidian, escape_org, to_obsidian, to_org
from briefing.page.formats.text import COLUMNS, to_text, wrapped
from briefing.page.markdown import width
from briefing.page.one_page import to_markdown
from tests.articles import brief_of, briefings, empty, hostile
from tests.briefing.corrections.example import BRIEFING

ALL = pytest.mark.parametrize("name", list(briefings())[::5])
LOCATED = replace(
    BRIEFING,
    locations=tuple(
        replace(place, latitude=60.5 - n, longitude=5.25, country="NO", geonames_id=n)
        for n, place in enumerate(BRIEFING.locations)
    ),
)

# RFC 7946 and the schema of CSL-JSON, as far as what is written here may go.
POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 2,
}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "not": {"anyOf": [{"required": [name]} for name in ("crs", "geometry", "properties")]},
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": "object"},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": POSITION,
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
NAME_PARTS = ("family", "given", "non-dropping-particle", "suffix", "literal")
CSL = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "required": ["type", "id", "title"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-newspaper", "webpage", "document"]},
            "id": {"type": "string", "minLength": 1},
            "title": {"type": "string", "minLength": 1},
            "container-title": {"type": "string"},
            "language": {"type": "string"},
            "URL": {"type": "string", "format": "uri", "pattern": "^https?://"},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {part: {"type": "string", "minLength": 1} for part in NAME_PARTS},
                    "oneOf": [{"required": ["literal"]}, {"required": ["family", "given"]}],
                },
            },
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                        "minItems": 1,
                        "maxItems": 2,
                    }
                },
            },
        },
    },
}


def features(briefing):
    found = json.loads(to_geojson(briefing))
    jsonschema.Draft202012Validator(GEOJSON).validate(found)
    return found["features"]


def source(briefing):
    found = json.loads(to_csl(briefing))
    jsonschema.Draft202012Validator(CSL).validate(found)
    (item,) = found
    return item


def events(briefing):
    return list(Calendar.from_ical(to_ics(briefing)).walk("VEVENT"))


def dated(text, value):
    start = BRIEFING.article.text.index(text)
    return DateMention(text=text, start=start, end=start + len(text), value=value)


class TestGeojson:
    def test_a_place_says_where_it_is_and_where_the_article_names_it(self):
        osmark, lisbon = features(LOCATED)
        assert osmark["geometry"] == {"type": "Point", "coordinates": [5.25, 60.5]}
        about = osmark["properties"]
        assert (about["name"], about["country_name"], about["mentions"]) == ("Osmark", "Norway", 4)
        assert [one["paragraph"] for one in about["citations"]] == [None, 1, 2, 2]
        assert about["citations"][1]["words"] == "Osmark"
        assert about["citations"][1]["sentence"].startswith("Mira Holt, the head of Norvia")
        assert lisbon["properties"]["geonames_id"] == 1

    def test_a_place_that_is_not_located_has_no_geometry(self):
        assert [feature["geometry"] for feature in features(BRIEFING)] == [None, None]

    @ALL
    def test_it_is_valid(self, name):
        assert len(features(briefings()[name])) == len(briefings()[name].locations)


class TestIcs:
    @pytest.mark.parametrize(
        ("value", "days"),
        [
            ("2031-05-04", (date(2031, 5, 4), date(2031, 5, 5))),
            ("2031-02", (date(2031, 2, 1), date(2031, 3, 1))),
            ("2031", (date(2031, 1, 1), date(2032, 1, 1))),
            ("1990/1999", (date(1990, 1, 1), date(2000, 1, 1))),
            ("2023-06/2023-08", (date(2023, 6, 1), date(2023, 9, 1))),
            ("2024-02-28/2024-02-29", (date(2024, 2, 28), date(2024, 3, 1))),
            ("2031-05-04/2031-05-03", None),
            ("9999", None),
            ("2031-13", None),
            ("soon", None),
            ("", None),
        ],
    )
    def test_a_value_is_so_many_whole_days(self, value, days):
        assert days_of(value) == days

    def test_each_date_with_a_value_is_an_event(self):
        article = replace(
            BRIEFING.article, address="https://wire.example/a", published="2031-05-04"
        )
        dates = (dated("Monday", None), dated("2019", "2019"), dated("2019", "2019"))
        (event,) = events(replace(BRIEFING, article=article, dates=dates))
        assert (event["dtstart"].dt, event["dtend"].dt) == (date(2019, 1, 1), date(2020, 1, 1))
        assert event["dtstamp"].dt.date() == date(2031, 5, 4)
        assert str(event["summary"]).startswith("Vale met Holt in Lisbon in 2019")
        assert "¶2\nAs written: 2019\nFerry line to Osmark stops\n" in str(event["description"])
        assert str(event["url"]) == "https://wire.example/a"

    def test_a_calendar_without_dates_can_be_read(self):
        assert events(empty()) == []
        assert events(replace(BRIEFING, dates=BRIEFING.dates[:1])) == []

    @ALL
    def test_it_is_valid(self, name):
        page = to_ics(briefings()[name])
        lines = page.split(b"\r\n")
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        with_value = [d for d in briefings()[name].dates if d.value]
        uids = {str(event["uid"]) for event in events(briefings()[name])}
        assert len(uids) == len(with_value)


class TestCsl:
    def test_the_source_is_cited_with_what_it_says(self):
        article = replace(
            BRIEFING.article, address="https://wire.example/a", published="2031-05-04",
            outlet="The Tidings", authors=("Ada Linde", "Ludwig van der Berg Jr.", "Reuters"),
        )  # fmt: skip
        assert source(replace(BRIEFING, article=article)) == {
            "id": "ferry-line-to-osmark-stops",
            "type": "article-newspaper",
            "title": "Ferry line to Osmark stops",
            "author": [
                {"given": "Ada", "family": "Linde"},
                {"given": "Ludwig", "non-dropping-particle": "van der", "family": "Berg",
                 "suffix": "Jr."},
                {"literal": "Reuters"},
            ],
            "container-title": "The Tidings",
            "issued": {"date-parts": [[2031, 5, 4]]},
            "URL": "https://wire.example/a",
            "language": "en",
        }  # fmt: skip

    def test_what_is_not_known_is_not_there(self):
        assert set(source(empty())) == {"id", "type", "title", "language"}

    @pytest.mark.parametrize(
        ("name", "parts"),
        [
            ("Hollis P. Wainscott III",
             {"given": "Hollis P.", "family": "Wainscott", "suffix": "III"}),
            ("Piet de Kok", {"given": "Piet", "non-dropping-particle": "de", "family": "Kok"}),
            ("News Desk", {"literal": "News Desk"}),
            ("田中", {"literal": "田中"}),
        ],
    )  # fmt: skip
    def test_a_name_is_divided_where_that_is_known(self, name, parts):
        assert author(name) == parts

    @ALL
    def test_it_is_valid(self, name):
        source(briefings()[name])

    def test_a_path_of_the_readers_machine_is_not_told(self):
        briefing = brief_of("One. Two.", source="/home/reader/secret/a.txt")
        for page in (to_csl(briefing), to_geojson(briefing), to_obsidian(briefing)):
            assert "secret" not in page


class TestNotes:
    def test_obsidian_has_properties_and_links(self):
        article = replace(BRIEFING.article, authors=('Ada "A" Linde',), published="2031-05-04")
        own = Composition(why="First.\nSecond.")
        note = to_obsidian(replace(LOCATED, article=article, composition=own))
        head, text = re.fullmatch(r"---\n(.*?)---\n(.*)", note, re.S).groups()
        assert yaml.safe_load(head) == {
            "title": "Ferry line to Osmark stops",
            "authors": ['Ada "A" Linde'],
            "published": date(2031, 5, 4),
            "tags": ["briefing"],
        }
        assert "> [!important] Why it matters\n> First.  \n> Second.\n" in text
        assert "- [[Mira Holt]], head of Norvia (3, first ¶1)\n- [[Jon Vale]] (2, first ¶2)" in text
        assert "- [[Osmark]], Norway ¶1 ([60.5000, 5.2500](geo:60.5000,5.2500))\n- [[Lis" in text

    def test_org_has_headings(self):
        note = to_org(replace(BRIEFING, composition=Composition(note="* no heading\n#+no: key")))
        assert note.startswith("#+title: Ferry line to Osmark stops\n#+language: en\n")
        assert re.findall(r"^\*+ (.*)$", note, re.M) == [
            "Summary", "Who", "Where", "Quotes", "When", "Note",
        ]  # fmt: skip
        assert re.findall(r"^#\+no", note, re.M) == []

    @pytest.mark.parametrize("write", [to_obsidian, to_org])
    def test_it_has_all_that_was_found(self, write):
        briefing = max(briefings().values(), key=lambda one: len(one.quotes))
        note = write(briefing)
        assert all(quote.text.removesuffix(",") in note for quote in briefing.quotes)
        assert "Not shown" not in note

    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("50 % of 100 %", "50 % of 100 %"),
            ("%%gone%%", r"\%%gone\%%"),
            ("a ==b== $c$", r"a \==b\== \$c\$"),
            ("[[x]] #tag", r"\[\[x\]\] \#tag"),
        ],
    )
    def test_signs_of_obsidian(self, text, escaped):
        assert escape_obsidian(text) == escaped
        assert MarkdownIt().renderInline(escaped).replace("\\", "") == text

    @pytest.mark.parametrize(
        ("text", "escaped"),
        [
            ("a-b 2*3 x/y it's 3 + 4", None),
            ("*bold* and /it/", "|*|bold* and |/|it/"),
            ("see [[file:x]] <2031-05-04>", "see |[|[file:x]] |<|2031-05-04>"),
            ("* item", "|* item"),
            ("#+begin_src", "|#+begin|_|src"),
            ("1. first", "|1. first"),
        ],
    )
    def test_signs_of_org(self, text, escaped):
        assert escape_org(text).replace("\u200b", "|") == (escaped or text)

    def test_hostile_text_is_text(self):
        shown = MarkdownIt("commonmark", {"html": True}).render(to_obsidian(hostile()))
        assert "<script" not in shown
        assert "<img" not in shown


class TestText:
    @ALL
    def test_it_has_what_stands_on_the_markdown_page(self, name):
        text = " ".join(to_text(briefings()[name]).split())
        page = to_markdown(briefings()[name])
        for line in re.findall(r"^(?:\d\.|>) (.*)$", page, re.M):
            assert re.sub(r"\\(.)", r"\1", line).split(" …")[0] in text
        assert page.count("¶") == text.count("¶")

    @pytest.mark.parametrize("name", list(briefings()))
    def test_its_lines_are_no_wider_than_a_mail(self, name):
        for line in to_text(briefings()[name]).split("\n"):
            assert width(line) <= COLUMNS or line.startswith("http")

    @pytest.mark.parametrize(
        ("text", "first", "expected"),
        [
            ("", "- ", ""),
            ("one two", "1. ", "1. one two"),
            ("w" * 75, "", "w" * 72 + "\nwww"),
            ("w" * 75, "- ", "- " + "w" * 70 + "\n  " + "w" * 5),
            ("a " * 40, "", "a " * 35 + "a\n" + "a a a a"),
            ("a https://b.example/" + "c" * 60, "", "a\nhttps://b.example/" + "c" * 60),
            ("漢" * 40, "", "漢" * 36 + "\n" + "漢" * 4),
        ],
    )
    def test_lines_are_wrapped(self, text, first, expected):
        assert wrapped(text, first) == expected
