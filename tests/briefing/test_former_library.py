"""A library made before schema 2 goes on: its articles are listed and opened."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefing import codec
from briefing.errors import LibraryError
from briefing.library.schema import MIGRATIONS
from briefing.library.store import Library
from briefing.options import Options

FORMER_LIBRARY = Path(__file__).parent / "data" / "library.1.sqlite"
"""As brief wrote it when the version of the JSON said 1; its one article is invented."""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "library.sqlite"
    shutil.copy(FORMER_LIBRARY, path)
    return path


def one(path: Path, sql: str) -> object:
    database = sqlite3.connect(path)
    ((value,),) = database.execute(sql).fetchall()
    database.close()
    return value


def test_the_file_is_what_it_is_said_to_be(path):
    assert one(path, "PRAGMA user_version") == 1
    assert b'schema_version":1' in one(path, "SELECT briefing FROM briefings")


def test_its_articles_are_listed_and_opened(path):
    library = Library(path)
    (entry,) = library.recent()
    assert (entry.title, entry.source, entry.word_count, entry.opened[:4]) == (
        "Night trains return to Tarnholm",
        "night-trains.txt",
        79,
        "2026",
    )
    article = library.article(entry.key)
    assert article is not None
    assert (article.title, article.published) == (entry.title, "2026-03-03")
    assert article.text.endswith("The old line was closed in 2016.")
    assert [paragraph.number for paragraph in article.paragraphs] == [None, 1, 2, 3, 4]
    assert library.briefing_of(article, Options()) is None
    library.close()


def test_its_briefings_are_kept_byte_for_byte_and_can_be_decoded(path):
    before = one(path, "SELECT briefing FROM briefings")
    Library(path).close()
    assert one(path, "SELECT briefing FROM briefings") == before
    assert one(path, "PRAGMA user_version") == len(MIGRATIONS)
    briefing = codec.decode(before)
    assert briefing.schema_version == 1
    assert [quote.speaker for quote in briefing.quotes] == [
        "Mira Holt",
        "Mira Holt",
        "Jonas Reuter",
    ]
    assert {quote.speaker_id for quote in briefing.quotes} == {None}
    text = briefing.article.text
    assert all(text[quote.start : quote.end] == quote.text for quote in briefing.quotes)


def test_it_is_migrated_once(path):
    for _ in range(2):
        library = Library(path)
        assert len(library.recent()) == 1
        library.close()


def test_a_migration_that_fails_leaves_it_as_it_was(path, monkeypatch):
    broken = (MIGRATIONS[0], MIGRATIONS[1] + "; INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr("briefing.library.schema.MIGRATIONS", broken)
    with pytest.raises(LibraryError, match="nowhere"):
        Library(path)
    monkeypatch.undo()
    assert one(path, "PRAGMA user_version") == 1
    library = Library(path)
    assert len(library.recent()) == 1
    library.close()


def test_several_programs_may_open_it_for_the_first_time_at_once(path):
    def titles(_: int) -> list[str]:
        library = Library(path)
        listed = [entry.title for entry in library.recent()]
        library.close()
        return listed

    with ThreadPoolExecutor(4) as programs:
        assert list(programs.map(titles, range(4))) == [["Night trains return to Tarnholm"]] * 4
