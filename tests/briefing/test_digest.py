"""The morning page of three invented outlets: what is on it, in which order, and as approved.

A change that is meant: `BRIEF_APPROVE=1 python -m pytest tests/briefing/test_digest.py` writes the
page anew (the test then fails once), and the diff of `tests/pages` is what to review.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import codec
from briefing.analysis import analyze
from briefing.digest import Choice, Digest, choose, digest_of
from briefing.digest.copies import standing_for
from briefing.digest.ordering import order
from briefing.digest.page import to_html, to_markdown
from briefing.digest.watching import Watched
from briefing.model import Article, Briefing
from briefing.names_file import Entry
from briefing.page.one_page import fits
from briefing.reading import read, read_text
from briefing.sanitize import one_line
from briefing.stories import Told, evidence_of
from tests.briefing.dossier.cited import passages
from tests.briefing.dossier.schema import validate

TESTS = Path(__file__).parents[1]
FOLDER = TESTS / "articles" / "digest"
APPROVED = TESTS / "pages" / "digest.md"
WATCHED = (Entry(name="Kari Moen", watched=True), Entry(name="Ada Lund", watched=True))


@cache
def articles() -> dict[str, Article]:
    found = (read(str(path)) for path in sorted(FOLDER.rglob("*.md")))
    return {str(article.source): article for article in found}


@cache
def briefing_of(source: str) -> Briefing:
    return analyze(articles()[source])


def chosen(watched: tuple[Entry, ...] = ()) -> Choice:
    return choose(map(evidence_of, articles().values()), watched)


def digest(watched: tuple[Entry, ...] = ()) -> Digest:
    choice = chosen(watched)
    return digest_of(choice, {source: briefing_of(source) for source in choice.chosen}, watched)


def name(source: str) -> str:
    return str(Path(source).relative_to(FOLDER).with_suffix(""))


def test_the_page_is_the_approved_one():
    page = to_markdown(digest(WATCHED))
    assert fits(page)
    if os.environ.get("BRIEF_APPROVE"):
        APPROVED.write_text(page, encoding="utf-8")
        pytest.fail(f"{APPROVED.name} was written; look at its diff")
    assert page == APPROVED.read_text(encoding="utf-8")


def test_everything_is_cited_and_as_the_schema_says():
    made = digest(WATCHED)
    validate(json.loads(codec.encode(made)), "digest.schema.json")
    validate(json.loads(codec.encode(Digest())), "digest.schema.json")
    texts = [one.article.text for one in made.articles]
    found = list(passages(made))
    assert len(found) > 10
    for passage in found:
        assert texts[passage.article][passage.start : passage.end] == passage.text
    for story in made.stories:
        assert {passage.article for passage in passages(story)} <= set(story.articles)


def test_a_reprint_counts_once_and_is_not_analyzed():
    first = chosen().candidates[0]
    own = {"wire/bridge", "post/bridge", "voice/bridge"}
    assert {name(told.source) for told in first.told} == {*own, "voice/bridge-reprint"}
    assert {name(source) for source in first.chosen} == own
    assert (first.tellings, first.outlets) == (3, 3)


@pytest.mark.parametrize(
    ("watched", "order"),
    [
        ((), ["bridge", "strike", "lynx", "museum"]),
        (("Ada Lund",), ["bridge", "strike", "lynx", "museum"]),
        (("Sunniva Dahl", "Ada Lund"), ["strike", "bridge", "lynx", "museum"]),
        (("Marek Vonn",), ["bridge", "strike", "museum", "lynx"]),
        (("Nobody Here",), ["bridge", "strike", "lynx", "museum"]),
    ],
)
def test_stories_come_by_outlets_and_watched_names(watched, order):
    made = digest(tuple(Entry(name=one, watched=True) for one in watched))
    assert [Path(story.told[0].source).stem for story in made.stories] == order
    assert {one for story in made.stories for one in story.watched} == set(watched) - {
        "Nobody Here"
    }


ORDER = [
    ((2, ["2031-10-01"], 2.0), (1, ["2031-10-07"], 9.0)),  # several articles before one
    ((2, ["2031-10-07"], 2.0), (2, ["2031-10-01", "2031-10-02"], 9.0)),  # of the day before earlier
    ((2, ["2031-10-01", "2031-10-04"], 3.0), (2, ["2031-10-07"], 2.0)),
    ((2, [None], 3.0), (2, ["2031-10-07"], 2.0)),
]


@pytest.mark.parametrize(("first", "second"), ORDER)
def test_the_order_of_two_stories(first, second):
    def place(tellings, days, weight):
        told = [Told(source=one_line("x"), published=day) for day in days]
        return order(tellings, told, "2031-10-07", weight)

    assert place(*first) < place(*second)


TEXTS = {
    "long": "The ferry hit the pier in Dunmere on Monday. Four people were hurt. Fog is to blame.",
    "cut": "The ferry hit the pier in Dunmere on Monday. Four people were hurt.",
    "own": "Four people were hurt when a ferry rammed the quay of Dunmere, witnesses told us.",
}


def test_a_cut_text_is_stood_for_by_the_whole_one():
    found = [evidence_of(read_text(text, source=source)) for source, text in TEXTS.items()]
    assert standing_for(found) == [0, 0, 2]
    assert standing_for(found[::-1]) == [0, 2, 2]
    assert standing_for([]) == []


NAMES = [
    ("Ada Lund", "Mayor Ada Lund read to them.", True),
    ("Ada Lund", "Ada Fenn met Tor Lund.", False),
    ("Lund", "Ada Lund’s school", True),
    ("The Harbor Party", "The Harbor Party won.", True),
    ("Bank of Tarn", "The Bank of Tarn said so.", True),
    ("UN", "The UN said so.", True),
    ("eBay", "It is on eBay now.", True),
    ("Ada Lund", "", False),
]


@pytest.mark.parametrize(("watched", "text", "may"), NAMES)
def test_an_article_may_have_a_watched_name(watched, text, may):
    evidence = evidence_of(read_text(text or "Rain.", source="x"))
    assert bool(Watched([Entry(name=watched, watched=True)]).likely(evidence)) == may


def test_a_page_never_has_more_than_fits():
    made = digest()
    many = replace(made, stories=made.stories * 6, story_count=12, alone_count=12)
    page = to_markdown(many)
    assert fits(page)
    assert "Not shown here: " in page
    sentence = replace(made.stories[0].sentence.passage, text="*" * 9_000 + " word" * 99)
    story = replace(
        made.stories[0],
        title="#" * 999,
        sentence=replace(made.stories[0].sentence, passage=sentence),
    )
    assert fits(to_markdown(replace(made, stories=(story,))))


def test_html_shows_what_articles_say_as_text():
    made = digest()
    story = replace(made.stories[0], title="<script>alert(1)</script> ![x](http://x.example/y)")
    html = to_html(replace(made, stories=(story,)))
    assert "<script" not in html
    assert "&lt;script" in html
    assert "<img" not in html
    assert "<strong>1. " in html


def test_an_article_without_a_summary_has_its_first_sentence():
    article = read_text("Crabs\n\nCrabs are back.", source="crabs")
    made = digest_of(choose([evidence_of(article)]), {"crabs": analyze(article)})
    assert made.stories[0].sentence.passage.text == "Crabs are back."


def test_what_could_not_be_analyzed_is_left_out():
    choice = chosen()
    (bridge, *_), source = choice.candidates, choice.candidates[1].chosen[0]
    made = digest_of(choice, {source: briefing_of(source)})
    assert [len(story.articles) for story in made.stories] == [1]
    assert made.stories[0].told != bridge.told
    assert digest_of(choose([]), {}) == Digest()
