"""What the reader writes and chooses for the page of a dossier, and where that is kept."""

from __future__ import annotations

import json

import pytest

from briefing import codec
from briefing.corrections.corrector import Corrector
from briefing.corrections.log import MemoryLog
from briefing.corrections.values import Correction, Target
from briefing.dossier import dossier_of
from briefing.dossier.page.laying import articles_of, composed, target_of
from briefing.dossier.page.one_page import to_markdown
from briefing.dossier.page.room import room
from briefing.errors import BriefingError
from briefing.library.store import Library
from tests.articles import invented
from tests.briefing.dossier.schema import validate

SEEDS = (3, 4, 5)


def dossier(seeds=SEEDS):
    return dossier_of([invented(seed) for seed in seeds])


def write(field, words):
    return Correction(kind="write", target=Target(part="page", text=field), to=words, made="")


def choose(kind, target, to=None):
    return Correction(kind=kind, target=target, to=to, made="")


def only_one(found, number=0):
    return target_of(found, "only_one", found.only_one[number])


def test_own_lines_stand_on_the_page_and_the_small_print_says_whose_they_are():
    lines = {"headline": "What is known", "why": "It is near.", "next": "A vote.", "note": "Call."}
    made = [write(field, words) for field, words in lines.items()]
    page = to_markdown(composed(dossier(), [*made, write("prepared_by", "Ada Linde")]))
    assert page.startswith("# What is known\n\n**The article’s headline** ")
    for line in ("**Why it matters** It is near.", "**Next** A vote.", "**Note** Call."):
        assert f"\n\n{line}\n\n" in page
    assert "\n\nPrepared by Ada Linde\n\n" in page
    assert "The headline, “Why it matters”, “Next” and “Note” are the reader’s own words." in page


@pytest.mark.parametrize(
    "part", ["summary", "differences", "quotes", "actors", "dates", "only_one"]
)
def test_what_the_reader_puts_on_the_page_is_there_and_what_is_taken_off_is_not(part):
    found = dossier()
    now = room(found)
    target = next(one for one in (*now.on_page, *now.left_out) if one.part == part)
    on = composed(found, [choose("put_on_page", target)])
    assert all(one.fits for one in on.corrections)
    assert target in room(on).on_page
    off = composed(found, [choose("put_on_page", target), choose("take_off_page", target)])
    assert target not in room(off).on_page


def test_what_the_reader_wants_stays_when_there_is_little_room():
    found = dossier((*SEEDS, 6, 7, 8))
    target = room(found).left_out[-1]
    wanted = composed(found, [choose("put_on_page", target), write("note", "word " * 150 + "end")])
    assert target in room(wanted).on_page


def test_an_item_is_moved():
    found = dossier()
    first, second, *_ = (one for one in room(found).on_page if one.part == "summary")
    moved = composed(found, [choose("move_on_page", second, first)])
    assert [one for one in room(moved).on_page if one.part == "summary"][:2] == [second, first]


def test_too_much_is_said_and_nothing_is_saved():
    long = composed(dossier(), [write("note", "word " * 399 + "end")])
    with pytest.raises(BriefingError, match=r"what you wrote is \d+ words"):
        to_markdown(long)


def test_the_json_has_what_was_chosen():
    found = dossier()
    made = [choose("put_on_page", only_one(found)), write("why", "So.")]
    record = json.loads(codec.encode(composed(found, made)))
    validate(record)
    assert record["composition"]["why"] == "So."
    assert [one["span"][0] for one in record["composition"]["choices"]] == [
        found.only_one[0].passage.article
    ]


@pytest.fixture(params=["library", "memory"])
def corrector(request, tmp_path):
    if request.param == "memory":
        log = MemoryLog()
        yield Corrector(lambda: log)
        return
    library = Library(tmp_path / "library.sqlite")
    yield Corrector(lambda: library.corrections)
    library.close()


def why(corrector, seeds):
    found = dossier(seeds)
    return composed(found, corrector.of(articles_of(found))).composition.why


@pytest.mark.parametrize(
    ("seeds", "kept"),
    [
        ((5, 4, 3), "So."),
        ((3, 4, 5, 6), "So."),
        ((3, 4), "So."),
        ((3, 6), ""),
        ((6, 7), ""),
    ],
)
def test_what_was_written_goes_on_when_articles_join_or_few_leave(corrector, seeds, kept):
    corrector.correct(articles_of(dossier()), write("why", "So."))
    assert why(corrector, seeds) == kept


def test_a_larger_dossier_has_its_own_lines_from_its_first_change_on(corrector):
    corrector.correct(articles_of(dossier()), write("why", "So."))
    larger = articles_of(dossier((*SEEDS, 6)))
    corrector.correct(larger, write("note", "More."))
    corrector.correct(larger, write("why", "Thus."))
    assert why(corrector, (*SEEDS, 6)) == "Thus."
    assert why(corrector, SEEDS) == "So."
    corrector.undo(larger)
    assert why(corrector, (*SEEDS, 6)) == "So."
    corrector.redo(larger)
    assert why(corrector, (*SEEDS, 6)) == "Thus."


def test_a_choice_stays_with_its_sentence_when_an_article_joins(corrector):
    found = dossier()
    target = only_one(found, -1)
    corrector.correct(articles_of(found), choose("put_on_page", target))
    larger = dossier((7, *SEEDS))
    larger = composed(larger, corrector.of(articles_of(larger)))
    assert target in room(larger).on_page


def test_what_is_written_of_a_dossier_goes_with_an_exported_library(tmp_path):
    found = articles_of(dossier())
    library, other = Library(tmp_path / "one.sqlite"), Library(tmp_path / "other.sqlite")
    Corrector(lambda: library.corrections).correct(found, write("why", "So."))
    library.shelf.export(tmp_path / "export.sqlite")
    other.shelf.take_in(tmp_path / "export.sqlite")
    assert why(Corrector(lambda: other.corrections), (*SEEDS, 6)) == "So."
    library.close()
    other.close()


def test_without_corrections_nothing_is_kept_or_given(corrector):
    found = articles_of(dossier())
    corrector.correct(found, write("why", "So."))
    as_found = Corrector(lambda: corrector._log, as_found=True)
    assert as_found.of(found) == ()
    with pytest.raises(BriefingError, match="as it was found"):
        as_found.correct(found, write("why", "No."))


@pytest.mark.parametrize(
    "wrong",
    [
        Target(part="only_one", span=(0, 5), text="x", article="0" * 64),
        Target(part="only_one", span=(0, 5), text="x"),
    ],
)
def test_what_is_in_no_article_of_the_dossier_is_refused(corrector, wrong):
    with pytest.raises(BriefingError, match="nothing was changed"):
        corrector.correct(articles_of(dossier()), choose("put_on_page", wrong))


def test_what_is_new_is_told_against_the_articles_of_saved_pages(corrector):
    first, second = articles_of(dossier((3,))), articles_of(dossier((3, 4)))
    every = articles_of(dossier((3, 4, 5, 6)))
    assert corrector.saved_before(every) == frozenset()
    corrector.note_saved(first)
    corrector.note_saved(second)
    corrector.note_saved(every)
    assert corrector.saved_before(every) == second.digests
    briefings = [invented(seed) for seed in (3, 4, 5, 6)]
    news = dossier_of(briefings, saved=corrector.saved_before(every)).news
    assert news.since == (0, 1)
    assert dossier_of(briefings, saved=every.digests).news == dossier_of(briefings).news
