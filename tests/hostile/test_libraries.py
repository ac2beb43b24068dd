"""A library that is damaged is kept under another name, and what is no library is left alone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.library.store import Library
from briefing.options import Options
from briefing.service import Service
from tests.briefing.test_service import FakeEngine
from tests.hostile.libraries import (
    DAMAGED,
    KEPT,
    NO_FILES,
    OF_ONE_ENTRY,
    briefing,
    look,
    make,
    sql,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files as on POSIX")


@pytest.fixture(autouse=True, scope="module")
def known_code():
    """The version of the code, which takes longer to find out than all else here."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("key", "store"):
            patch.setattr(f"briefing.library.{name}.code_version", lambda: "1")
        yield


@pytest.fixture(scope="module")
def whole(tmp_path_factory, known_code) -> bytes:  # noqa: ARG001
    path = tmp_path_factory.mktemp("whole") / "library.sqlite"
    make(path)
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, whole) -> Path:
    path = tmp_path / "library.sqlite"
    path.write_bytes(whole)
    return path


@pytest.mark.parametrize("damage", DAMAGED.values(), ids=DAMAGED)
def test_what_is_damaged_is_kept_as_it_is_and_a_new_one_begun(path, damage):
    damage(path)
    before = path.read_bytes()
    library = Library(path)
    look(library)
    aside = path.with_name("library.damaged-1.sqlite")
    assert aside.read_bytes() == before
    assert f"it is kept as {aside}, and a new one is begun" in library.notice
    assert library.notice.isprintable()
    library.close()
    again = Library(path)
    assert briefing(KEPT).article.title in look(again)
    assert again.notice == ""
    again.close()


def test_no_earlier_one_is_overwritten_and_what_is_not_written_yet_moves_along(path):
    for number in (1, 2):
        (path.parent / f"library.damaged-{number}.sqlite{'-wal' * (number - 1)}").write_text("mine")
    holding = Library(path)
    holding.save(briefing(KEPT), Options())  # into the file that SQLite writes ahead
    log = path.with_name("library.sqlite-wal").read_bytes()
    assert log
    DAMAGED["middle"](path)
    library = Library(path)
    look(library)
    assert "library.damaged-3.sqlite" in library.notice
    assert path.with_name("library.damaged-3.sqlite-wal").read_bytes() == log
    holding.close()
    library.close()
    names = {file.name for file in path.parent.iterdir()}
    assert {"library.damaged-1.sqlite", "library.damaged-2.sqlite-wal"} <= names
    assert (path.parent / "library.damaged-1.sqlite").read_text() == "mine"


def test_what_can_be_read_of_it_is_taken_over(path, whole):
    """The content of one briefing alone is torn; the others are listed and found."""
    at = whole.index(b"Ana Ruiz fought fire 7. Ana Ruiz") // 4096 * 4096
    path.write_bytes(whole[:at] + b"\xff" * 4096 + whole[at + 4096 :])
    library = Library(path)
    look(library)
    found = [library.briefing_of(briefing(n).article, Options()) for n in range(KEPT)]
    assert len([one for one in found if one is not None]) >= KEPT - 3
    assert len(library.recent(200)) >= KEPT
    library.close()


@pytest.mark.parametrize("spoil", OF_ONE_ENTRY.values(), ids=OF_ONE_ENTRY)
def test_a_damaged_entry_costs_no_other(path, spoil):
    spoil(path)
    library = Library(path)
    titles = look(library)
    assert library.notice == ""
    assert {briefing(n).article.title for n in range(KEPT) if n != 7} <= set(titles)
    assert [
        n for n in range(KEPT) if n != 7 and not library.briefing_of(briefing(n).article, Options())
    ] == []
    library.close()


@pytest.mark.parametrize("make_it", NO_FILES.values(), ids=NO_FILES)
def test_what_is_no_file_is_left_alone(tmp_path, make_it):
    path = tmp_path / "library.sqlite"
    make_it(path)
    before = os.lstat(path)
    with pytest.raises(LibraryError, match="move it away to start a new one") as caught:
        Library(path)
    assert str(caught.value).isprintable()
    assert os.lstat(path) == before
    assert list(tmp_path.iterdir()) == [path]


def test_of_many_programs_that_find_it_damaged_one_sets_it_aside(path):
    DAMAGED["middle"](path)
    failed: list[Exception] = []

    def use(number: int) -> None:
        try:
            library = Library(path)
            for n in range(KEPT):
                library.briefing_of(briefing(n).article, Options())
            library.save(briefing(100 + number), Options())
            library.close()
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(list(path.parent.glob("*.damaged-*.sqlite"))) == 1
    library = Library(path)
    for number in range(6):
        assert library.briefing_of(briefing(100 + number).article, Options()) is not None
    library.close()


def test_one_that_another_program_holds_is_left_alone(path, monkeypatch):
    monkeypatch.setattr("briefing.library.file.BUSY_MILLISECONDS", 20)
    holding = sqlite3.connect(path, isolation_level=None)
    holding.execute("PRAGMA locking_mode = EXCLUSIVE")
    holding.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="another program holds it; end that program"):
        Library(path)
    holding.close()
    assert list(path.parent.glob("*damaged*")) == []


FULL = """
import resource, sys
from pathlib import Path
from briefing.errors import LibraryError
from briefing.library.store import Library
from briefing.options import Options
from tests.briefing.test_service import FakeEngine
from tests.hostile.libraries import briefing
library = Library(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
kept = []
for number in range(100):
    try:
        library.save(briefing(number), Options())
    except LibraryError as error:
        print(error)
        break
    kept.append(number)
assert kept
for number in kept:
    assert library.briefing_of(briefing(number).article, Options()) is not None, number
"""
"""A disk on which no file may be larger than some."""


def test_a_disk_that_is_full_costs_nothing_that_was_kept(tmp_path):
    path = tmp_path / "library.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith(f"the library {path} cannot be used: ")
    library = Library(path)
    assert library.recent()
    assert library.notice == ""
    library.close()


def test_the_user_is_told_once_and_at_once(path):
    DAMAGED["head"](path)
    told: list[str] = []
    service = Service(lambda: Library(path), lambda: pytest.fail("no engine is needed"))
    service.on_problem = told.append
    for _ in range(3):
        assert service.listed() == ()
    service.close()
    assert told == list(service.problems)
    assert len(told) == 1
    assert "damaged-1" in told[0]


def test_the_command_says_so_in_one_line_and_goes_on(path, monkeypatch, capfd):
    from tui.cli import main

    monkeypatch.setattr("briefing.library.store.default_path", lambda: path)
    monkeypatch.setattr("briefing.engine.Engine", lambda _: FakeEngine(), raising=False)
    sql("DROP TABLE openings")(path)
    article = path.with_name("a.txt")
    article.write_text("Mill fire\n\nThe mill in Oslo burned down on Monday.")
    assert main(["--json", str(article)]) == 0
    said = capfd.readouterr()
    assert said.out.count("\n") == 1
    assert said.err.count("\n") == 1
    assert "library.damaged-1.sqlite" in said.err


@pytest.mark.parametrize("arguments", [("--find", "mill"), ("--export-library", "out.sqlite")])
def test_so_do_the_commands_of_the_library(path, monkeypatch, capfd, arguments):
    from tui.cli import main

    monkeypatch.setattr("briefing.library.store.default_path", lambda: path)
    monkeypatch.chdir(path.parent)
    DAMAGED["head"](path)
    assert main([*arguments]) == 0
    assert "library.damaged-1.sqlite" in capfd.readouterr().err
