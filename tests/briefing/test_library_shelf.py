"""The list of the library: its orders, what is removed and put back, exported and merged."""

from __future__ import annotations

import shutil
import sqlite3
from itertools import count
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.corrections.values import Correction, Target
from briefing.errors import LibraryError, SaveError
from briefing.library.schema import MIGRATIONS
from briefing.library.store import Library, Original
from briefing.options import Options
from tests.briefing.test_library_find import FIRE, FLOOD, MADE, fire, flood, made
from tests.hostile.libraries import DAMAGED

BATCH = "2026-11-26T09:00:00.000+00:00"


@pytest.fixture(autouse=True)
def minutes(monkeypatch):
    """Each article is opened a minute after the one before."""
    later = count()
    monkeypatch.setattr(
        "briefing.library.store._now", lambda: f"2026-11-26T10:{next(later):02}:00.000+00:00"
    )


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "library.sqlite")
    library.save(flood(), Options())
    library.save(fire(), Options(), Original(b"<p>", "ascii"))
    for name in ("Alder", "beech"):
        library.save(made(f"{name} falls\nA tree fell.", None, {}), Options(), batch=BATCH)
    yield library
    library.close()


def titles(library: Library, order="read", start=0, limit=50) -> str:
    return " ".join(entry.title[:5] for entry in library.shelf.listed(order, start, limit))


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("read", "Mill  Levee beech Alder"),
        ("date", "Mill  Levee beech Alder"),
        ("title", "Alder beech Levee Mill "),
        ("outlet", "Levee Mill  beech Alder"),
    ],
)
def test_orders(library, order, wanted):
    if order == "outlet":  # those without one come last, in whatever order
        assert titles(library, order).startswith("Levee")
    else:
        assert titles(library, order) == wanted
    assert library.shelf.count == 4


def test_parts_of_the_list(library):
    assert titles(library, "title", 1, 2) == "beech Levee"
    assert titles(library, "title", 3) == "Mill "
    assert titles(library, "title", 4) == ""


def test_what_an_entry_tells(library):
    note = Correction(kind="write", target=Target(part="page", text="why"), to="x", made=MADE)
    library.corrections.add(FLOOD, note)
    library.index_due()
    entry = library.shelf.listed("title", 2, 1)[0]
    assert (entry.outlet, entry.published, entry.actors) == (
        "The Velden Post",
        "2026-11-18",
        ("Ana Ruiz", "José Lima"),
    )
    assert (entry.is_corrected, entry.is_noted, entry.batch) == (False, True, None)
    assert library.shelf.listed("title", 0, 1)[0].batch == BATCH


def test_what_is_removed_is_gone_and_can_be_put_back(library):
    before = library.shelf.listed("read")
    whole = library.briefing_of(fire().article, Options())
    assert library.shelf.remove([before[0].key]) == 1
    assert titles(library) == "Levee beech Alder"
    assert library.find("burned") == ()
    assert library.briefing_of(fire().article, Options()) is None
    assert library.original(before[0].key) is None
    assert library.shelf.restore() == 1
    assert library.shelf.listed("read") == before
    assert library.briefing_of(fire().article, Options()) == whole
    assert [hit.entry.title for hit in library.find("burned")] == ["Mill burns"]
    assert library.shelf.restore() == 0


def test_removals_are_undone_one_after_the_other(library):
    keys = [entry.key for entry in library.shelf.listed("read")]
    library.shelf.remove(keys[:2])
    assert library.shelf.remove_batch(BATCH) == 2
    assert library.shelf.count == 0
    assert library.shelf.restore() == 2
    assert titles(library) == "beech Alder"
    assert library.shelf.restore() == 2
    assert titles(library) == "Mill  Levee beech Alder"


def test_all_briefings_of_an_article_are_removed(library):
    library.save(replace(fire(), actors=()), Options(method="lead"))
    library.shelf.remove([library.shelf.listed("read")[0].key])
    for options in (Options(), Options(method="lead")):
        assert library.briefing_of(fire().article, options) is None
    assert titles(library) == "Levee beech Alder"
    library.shelf.restore()
    for options in (Options(), Options(method="lead")):
        assert library.briefing_of(fire().article, options) is not None


def test_what_stood_at_its_source_before_is_removed_with_it(library):
    later = made(f"{FIRE} It burned again.", "2026-11-25", {})
    library.save(later, Options())
    assert titles(library) == "Mill  Levee beech Alder"
    library.shelf.remove([library.shelf.listed("read")[0].key])
    for briefing in (later, fire()):
        assert library.briefing_of(briefing.article, Options()) is None
    library.shelf.restore()
    for briefing in (later, fire()):
        assert library.briefing_of(briefing.article, Options()) is not None


def test_an_article_that_was_opened_again_stays_as_it_is(library):
    (key, *_) = (entry.key for entry in library.shelf.listed("read"))
    library.shelf.remove([key])
    library.save(replace(fire(), actors=()), Options())
    library.shelf.restore()
    found = library.briefing_of(fire().article, Options())
    assert found is not None
    assert found.actors == ()
    assert library.shelf.count == 4


def test_nothing_of_what_was_removed_is_left_when_the_program_ends(library):
    path = library.path
    keys = [entry.key for entry in library.shelf.listed("read")]
    library.shelf.remove(keys)
    library.close()
    again = Library(path)
    assert (again.shelf.count, again.shelf.restore()) == (0, 0)
    again.close()
    database = sqlite3.connect(path)
    for table in ("openings", "briefings", "originals", "articles", "words"):
        assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    database.close()


def test_what_the_reader_wrote_is_there_when_a_removed_article_is_opened_again(library):
    title = Correction(
        kind="set_title", target=Target(part="article"), to="The old mill", made=MADE
    )
    library.corrections.add(FIRE, title)
    library.shelf.remove([library.shelf.listed("read")[0].key])
    assert library.corrections.of(FIRE) == (title,)
    library.save(fire(), Options())
    assert library.recent(1)[0].title == "The old mill"


# One file


def test_what_is_exported_is_whole(library, tmp_path):
    path = library.shelf.export(tmp_path / "out" / "kept.sqlite")
    assert [file.name for file in path.parent.iterdir()] == ["kept.sqlite"]
    other = Library(path)
    assert other.shelf.listed("read") == library.shelf.listed("read")
    assert other.find("speaker:ruiz") == library.find("speaker:ruiz")
    other.close()


def test_no_file_is_replaced_unless_that_is_wanted(library, tmp_path):
    path = tmp_path / "mine.sqlite"
    path.write_text("mine")
    with pytest.raises(SaveError, match="exists already"):
        library.shelf.export(path)
    assert path.read_text() == "mine"
    library.shelf.export(path, overwrite=True)
    assert path.read_bytes().startswith(b"SQLite")
    assert not list(tmp_path.glob(".brief*"))


def test_two_libraries_become_one_and_nothing_is_overwritten(library, tmp_path):
    path = library.shelf.export(tmp_path / "kept.sqlite")
    bytes_before = path.read_bytes()
    mine = Library(tmp_path / "mine.sqlite")
    mine.save(replace(flood(), actors=()), Options())
    mine.save(made("Elm grows\nA tree grew.", None, {}), Options())
    assert mine.shelf.take_in(path) == 3
    assert sorted(entry.title[:5] for entry in mine.shelf.listed("title")) == [
        "Alder", "Elm g", "Levee", "Mill ", "beech"
    ]  # fmt: skip
    kept = mine.briefing_of(flood().article, Options())
    assert kept is not None
    assert kept.actors == ()
    assert mine.index_due(50) == 3
    assert [hit.entry.title for hit in mine.find("burned")] == ["Mill burns"]
    assert {entry.batch for entry in mine.shelf.listed("title")} == {None, BATCH}
    assert mine.shelf.take_in(path) == 0
    assert path.read_bytes() == bytes_before
    mine.close()


def test_corrections_come_along(library, tmp_path):
    page = Target(part="page", text="why")
    notes = [
        Correction(kind="write", target=page, to=words, made=f"2026-11-26T1{n}:00:00+00:00")
        for n, words in enumerate(("theirs", "undone", "ours", "both"))
    ]
    library.corrections.add(FLOOD, notes[3], notes[0], notes[1])
    library.corrections.undo(FLOOD)
    library.corrections.add(FIRE, notes[0], notes[1])
    library.corrections.undo(FIRE)
    path = library.shelf.export(tmp_path / "kept.sqlite")
    mine = Library(tmp_path / "mine.sqlite")
    mine.save(flood(), Options())
    mine.corrections.add(FLOOD, notes[3], notes[2])
    for _ in range(2):
        mine.shelf.take_in(path)
        assert mine.corrections.of(FLOOD) == (notes[3], notes[2], notes[0])
        assert mine.corrections.of(FIRE) == (notes[0],)
    assert [hit.text for hit in mine.find("note:theirs")] == ["theirs", "theirs"]
    assert mine.corrections.redo(FIRE) == notes[1]
    mine.close()


def test_a_library_of_an_earlier_brief_is_taken_in(library, tmp_path):
    path = tmp_path / "former.sqlite"
    shutil.copy(Path(__file__).parent / "data" / "library.1.sqlite", path)
    before = path.read_bytes()
    assert library.shelf.take_in(path) == 1
    assert path.read_bytes() == before
    assert [hit.speaker for hit in library.find("speaker:reuter")] == ["Jonas Reuter"]


@pytest.mark.parametrize("name", ["notes", "of another program", "head", "cut to its head"])
def test_what_is_no_library_is_refused_and_not_changed(library, tmp_path, name):
    path = library.shelf.export(tmp_path / "kept.sqlite")
    DAMAGED[name](path)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="cannot be taken in") as caught:
        library.shelf.take_in(path)
    assert str(caught.value).isprintable()
    assert path.read_bytes() == before
    assert library.shelf.count == 4


def test_one_of_a_newer_brief_or_none_at_all_is_refused(library, tmp_path):
    path = library.shelf.export(tmp_path / "kept.sqlite")
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    with pytest.raises(LibraryError, match="newer brief"):
        library.shelf.take_in(path)
    with pytest.raises(LibraryError, match="no such file"):
        library.shelf.take_in(tmp_path / "nowhere.sqlite")
    with pytest.raises(LibraryError, match="folder"):
        library.shelf.take_in(tmp_path)
