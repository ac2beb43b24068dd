"""Where corrections are kept: in the library, or in memory without one."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.corrections.log import CorrectionLog, MemoryLog
from briefing.corrections.values import Correction
from briefing.library.store import Library
from tests.briefing.corrections.example import ARTICLE, correction, span_of

TEXT = ARTICLE.text
NAMES = ("First", "Second", "Third", "Fourth")
RENAMED = {name: correction("rename", "actors", span_of("Norvia"), name) for name in NAMES}
KILLS = int(os.environ.get("BRIEF_KILLS", "2"))


def rename(name: str) -> Correction:
    return RENAMED[name]


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture(params=["library", "memory"])
def log(request, path):
    if request.param == "memory":
        yield MemoryLog()
        return
    library = Library(path)
    yield library.corrections
    library.close()


def names(log: CorrectionLog, text: str = TEXT) -> list[object]:
    return [one.to for one in log.of(text)]


def test_corrections_stand_in_their_order_with_their_text(log):
    log.add(TEXT, rename("First"))
    log.add(TEXT, rename("Second"), rename("Third"))
    assert log.of(TEXT) == tuple(map(rename, ("First", "Second", "Third")))
    assert log.of(TEXT + " ") == ()


def do(log: CorrectionLog, steps: str) -> None:
    """`a` to `d` make a correction, `-` takes one back, `+` does one again."""
    for step in steps:
        if step == "-":
            log.undo(TEXT)
        elif step == "+":
            log.redo(TEXT)
        else:
            log.add(TEXT, rename(NAMES["abcd".index(step)]))


@pytest.mark.parametrize(
    ("steps", "stand"),
    [
        ("ab-", "a"),
        ("ab--", ""),
        ("ab---", ""),
        ("ab--+", "a"),
        ("ab--++", "ab"),
        ("ab--+++", "ab"),
        ("ab-c", "ac"),
        ("ab-c+", "ac"),
        ("ab-c--+", "a"),
        ("abc--d-+", "ad"),
        ("+", ""),
    ],
)
def test_undo_and_redo(log, steps, stand):
    do(log, steps)
    assert names(log) == [NAMES["abcd".index(one)] for one in stand]


def test_undo_and_redo_give_what_they_did(log):
    assert (log.undo(TEXT), log.redo(TEXT)) == (None, None)
    do(log, "ab")
    assert log.undo(TEXT) == rename("Second")
    assert log.redo(TEXT) == rename("Second")


def test_one_is_taken_back_from_among_the_others_and_made_again(log):
    do(log, "abc-")
    log.take_back(TEXT, rename("First"))
    assert names(log) == ["Second"]
    assert log.redo(TEXT) == rename("First")
    assert names(log) == ["First", "Second"]
    assert log.redo(TEXT) is None


def test_one_that_does_not_stand_is_not_taken_back(log):
    do(log, "ab-")
    log.take_back(TEXT, rename("Second"))
    assert names(log) == ["First"]
    assert log.redo(TEXT) == rename("Second")


def test_corrections_and_undo_outlast_the_program(path):
    for steps in ("ab-", "", "+"):
        library = Library(path)
        do(library.corrections, steps)
        library.close()
    library = Library(path)
    assert names(library.corrections) == ["First", "Second"]
    library.close()


def test_two_programs_correct_one_article_and_lose_nothing(path):
    one, other = Library(path), Library(path)
    do(one.corrections, "a")
    do(other.corrections, "b")
    do(one.corrections, "c")
    assert names(one.corrections) == names(other.corrections) == ["First", "Second", "Third"]
    do(other.corrections, "-")
    assert names(one.corrections) == ["First", "Second"]
    one.close()
    other.close()


def test_a_row_of_a_newer_brief_is_left_alone(path):
    library = Library(path)
    do(library.corrections, "a")
    database = sqlite3.connect(path)
    database.execute('UPDATE corrections SET data = \'{"kind": "paint"}\'')
    database.commit()
    do(library.corrections, "b")
    assert names(library.corrections) == ["Second"]
    assert database.execute("SELECT count(*) FROM corrections").fetchone() == (2,)
    database.close()
    library.close()


WRITER = """
import sys
from pathlib import Path
from briefing.corrections.values import Correction, Target
from briefing.library.store import Library
library = Library(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**6):
    target = Target(part="actors", text=str(number))
    library.corrections.add("text", Correction(kind="hide", target=target, made=""))
    print(number, flush=True)
"""


def written_until_killed(path: Path, first: int, wanted: int) -> list[str]:
    """What a program that writes corrections said of them, before and after it was killed."""
    command = [sys.executable, "-c", WRITER, str(path), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(wanted)]
        process.send_signal(signal.SIGKILL)
        return [*said, *process.stdout]


@pytest.mark.skipif(sys.platform == "win32", reason="kills as on POSIX")
def test_what_was_said_to_be_kept_is_kept_when_the_program_is_killed(path):
    said = []
    for kill in range(KILLS):
        said += written_until_killed(path, kill * 100_000, 3 + kill % 5)
    library = Library(path)
    kept = {one.target.text for one in library.corrections.of("text")}
    library.close()
    assert {line.strip() for line in said if line.endswith("\n")} <= kept
