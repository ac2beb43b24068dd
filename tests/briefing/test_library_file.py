"""The file of the library: how an entry is named, and what it survives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import briefing as briefing_package
from briefing.errors import LibraryError
from briefing.library.key import deciding_files
from briefing.library.store import Library
from briefing.model import Article, Briefing
from briefing.options import Options


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library.sqlite")
    yield library
    library.close()


def keep(library: Library, text: str, title: str = "") -> None:
    article = Article(title=title, source="-", text=text, word_count=1)
    library.save(Briefing(article=article), Options())


@pytest.mark.parametrize(
    ("title", "text", "entry"),
    [
        ("Mill fire", "Mill fire\n\nIt burned.", "Mill fire"),
        ("", "It burned.\n\nNobody was hurt.", "It burned."),
        ("", "w" * 79 + "xyz", "w" * 79 + "x"),
    ],
)
def test_an_article_without_a_title_is_listed_by_its_first_words(library, title, text, entry):
    keep(library, text, title)
    assert [recent.title for recent in library.recent()] == [entry]


def test_the_twenty_latest_are_listed_or_as_many_as_wanted(library):
    for number in range(25):
        keep(library, f"Text {number}")
    assert len(library.recent()) == 20
    assert len(library.recent(3)) == 3


def test_readers_do_not_wait_for_a_writer(library):
    keep(library, "It burned.")
    other = sqlite3.connect(library.path)
    assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    other.execute("BEGIN IMMEDIATE")
    assert len(library.recent()) == 1
    other.close()


def test_what_cannot_be_kept_leaves_the_library_usable(library):
    other = sqlite3.connect(library.path)
    other.execute(
        "CREATE TRIGGER full BEFORE INSERT ON briefings BEGIN SELECT RAISE(ABORT, 'full'); END"
    )
    with pytest.raises(LibraryError, match="full"):
        keep(library, "It burned.")
    other.execute("DROP TRIGGER full")
    other.close()
    keep(library, "It burned.")
    assert len(library.recent()) == 1


def test_what_python_writes_beside_the_code_makes_no_briefing_anew():
    package = Path(briefing_package.__file__).parent
    assert not {path.suffix for path in deciding_files(package)} & {".pyc", ".md", ".txt"}
