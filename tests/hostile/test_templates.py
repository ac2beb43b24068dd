"""A template of the user's ends in a page or in one line, soon, whatever it does."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.page import confined, to_markdown
from briefing.page.templates import load, user_folder
from tests.articles import invented
from tests.hostile.templates import FOREVER, OUT, TOO_MUCH

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes as on POSIX")


def write(text: str) -> None:
    user_folder().mkdir(parents=True, exist_ok=True)
    (user_folder() / "mine.md.j2").write_text(text, encoding="utf-8")


def outcome() -> str:
    """The page, or the line that says why there is none."""
    try:
        return to_markdown(invented(3), load("mine"))
    except BriefingError as error:
        said = str(error)
    assert said.startswith("template mine")
    assert said.isprintable()
    return said


ALL = bool(os.environ.get("BRIEF_ALL_TEMPLATES"))
"""Set to have every template run into the real limits."""
SOME = ("nested loops", "center", "indent", "doubling", "recursion of a macro", "deep brackets")


@pytest.mark.parametrize("name", FOREVER | TOO_MUCH if ALL else SOME)
def test_one_that_grows_or_loops_without_end_is_refused(monkeypatch, name):
    if not ALL:
        monkeypatch.setattr(confined, "SECONDS", 0.5)
    write((FOREVER | TOO_MUCH)[name])
    assert "correct it" in outcome()


@pytest.mark.parametrize("text", OUT.values(), ids=OUT)
def test_one_that_looks_for_a_way_out_finds_none(text):
    write(text)
    said = outcome()
    assert "root:" not in said
    assert "<class" not in said
    assert "built-in" not in said


def test_the_next_one_is_filled_in(monkeypatch):
    monkeypatch.setattr(confined, "SECONDS", 0.5)
    write("{% if basis %}{{ 9 ** (9 ** 9) }}{% endif %}")
    assert "it runs longer than" in outcome()
    write("{{ headline }}")
    assert outcome().startswith("The ferry company defended the budget")


def test_its_process_ends_with_it():
    write("{{ headline }}")
    layout = load("mine")
    assert to_markdown(invented(3), layout)
    before = processes()
    assert before
    del layout
    assert processes() < before


FILLING_IN = """
import sys
from briefing.page import to_markdown
from briefing.page.templates import load
from tests.articles import invented
layout = load("mine")
print("begun", flush=True)
to_markdown(invented(3), layout)
"""


def test_its_process_ends_where_nobody_is_left_to_end_it():
    write("{% if basis %}{{ 9 ** ((basis | length) ** 9) }}{% endif %}")
    others = processes()
    program = subprocess.Popen([sys.executable, "-c", FILLING_IN], stdout=subprocess.PIPE)
    with program:
        assert program.stdout.readline() == b"begun\n"
        (worker,) = processes() - others
        left = os.pidfd_open(worker)
        program.kill()
    assert select.select([left], [], [], 20)[0]
    os.close(left)


def processes() -> set[int]:
    """Those that fill in templates."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if b"briefing.page.template_worker" in (folder / "cmdline").read_bytes():
                found.add(int(folder.name))
    return found


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "it is no ordinary file"),
        (os.mkfifo, "it is no ordinary file"),
        (lambda path: path.write_bytes(b"x" * 200_000), "larger than 100 kB"),
        (lambda path: path.symlink_to(path), "symbolic links"),
    ],
    ids=["folder", "pipe", "large", "circle"],
)
def test_what_is_no_template_is_said(make, said):
    user_folder().mkdir(parents=True, exist_ok=True)
    make(user_folder() / "mine.md.j2")
    assert said in outcome()
