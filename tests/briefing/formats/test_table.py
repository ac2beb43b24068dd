"""All formats of a briefing: their names, and that each is made of any briefing."""

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.corrections.composition import Composition
from briefing.errors import BriefingError
from briefing.page.formats import FORMATS, PageFormat, endings, format_of, renderer
from briefing.page.saving import save_page
from tests.articles import briefings, empty, hostile
from tests.briefing.corrections.example import BRIEFING

FORMS = pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
PARTS = ("summary", "actors", "locations", "quotes", "dates", "figures", "sentences")
# What neither a terminal, nor XML, nor any of the formats may be given as it is.
NASTY = "\x00 \x0b \x1b[2J \x9b \ud800 \ufffe \u2028 \u202e ]]> --> \r\n BEGIN:VEVENT <b>"


def made(form: PageFormat, briefing) -> bytes:
    page = renderer(form)(briefing)
    assert isinstance(page, str) == form.is_text
    return page.encode() if isinstance(page, str) else page


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", "markdown"),
        ("a.HTML", "html"),
        ("A.Obsidian.MD", "obsidian"),
        ("a.csl.json", "csl"),
        ("a.csl.md", "markdown"),
        ("notes.obsidian.md/a.json", "json"),
        ("a.geojson", "geojson"),
        ("a", "markdown"),
        ("a.text", "markdown"),
        ("a.b.c", "markdown"),
        (".json", "markdown"),
        ("folder/.docx", "markdown"),
        ("", "markdown"),
        ("a.pdf", None),
        ("a.ODT", None),
    ],
)
def test_the_longest_ending_says_the_format(name, expected):
    form = format_of(name)
    assert (form.name if form else None) == expected


def test_endings_and_names_are_told_apart():
    assert len({form.ending for form in FORMATS}) == len(FORMATS)
    assert len({form.name for form in FORMATS}) == len(FORMATS)
    assert all(form.ending in endings() for form in FORMATS)


@FORMS
def test_a_format_is_the_same_each_time_and_is_saved_as_it_is(form, tmp_path: Path):
    page = made(form, BRIEFING)
    assert page == made(form, BRIEFING)
    saved = save_page(renderer(form)(BRIEFING), tmp_path / f"a{form.ending}")
    assert saved.read_bytes() == page


@FORMS
@pytest.mark.parametrize("seed", range(6))
def test_a_format_needs_no_part_of_a_briefing(form, seed):
    pick = random.Random(seed)
    briefing = list(briefings().values())[pick.randrange(len(briefings()))]
    missing = {part: () for part in PARTS if pick.random() < 0.6}
    assert made(form, replace(briefing, **missing))


@FORMS
def test_nothing_was_found(form):
    assert made(form, empty())
    for name in ("one long line", "one long word", "all signs", "east asian", "hostile"):
        assert made(form, briefings()[name])


@FORMS
def test_control_characters_come_into_no_file(form):
    article = replace(hostile().article, title=NASTY, authors=(NASTY,), outlet=NASTY)
    actors = tuple(replace(actor, name=NASTY, role=NASTY) for actor in hostile().actors)
    places = tuple(replace(place, name=NASTY, admin1=NASTY) for place in hostile().locations)
    quotes = tuple(replace(quote, text=NASTY) for quote in hostile().quotes)
    dates = tuple(replace(date, text=NASTY) for date in hostile().dates)
    own = Composition(why=NASTY, prepared_by=NASTY, note=NASTY)
    briefing = replace(
        hostile(), article=article, actors=actors, locations=places, quotes=quotes, dates=dates,
        composition=own,
    )  # fmt: skip
    if form.name in ("markdown", "html", "json"):  # of values that are cleaned when they are read
        return
    page = made(form, briefing)
    if form.is_text:
        text = page.decode()
        assert not [char for char in text if ord(char) < 32 and char != "\n"]
        assert not set("\x9b\u202e\u2028\ufffe") & set(text)


def test_json_is_the_whole_briefing():
    (form,) = (form for form in FORMATS if form.name == "json")
    assert codec.decode(made(form, BRIEFING)) == BRIEFING


@pytest.mark.parametrize("name", ["docx", "text"])
def test_what_the_reader_wrote_has_to_fit_on_the_page(name):
    (form,) = (form for form in FORMATS if form.name == name)
    with pytest.raises(BriefingError, match=r"what you wrote is .* too long for one page"):
        made(form, replace(BRIEFING, composition=Composition(why="word " * 1500)))
