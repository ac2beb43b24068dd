"""Several sources are read as each of them alone, in whichever process that happens."""

import os
from pathlib import Path

import pytest

from briefing.errors import ReadError
from briefing.reading import parallel, read
from briefing.reading.parallel import WORTH_A_PROCESS, read_all

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")

SMALL = "Velmora closes its cannery\n\nThe last cannery of Velmora closed — after 90 years.\n"
LINE = "The harbor master of Velmora counted the boats again, and “one” was gone.\n\n"


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.txt"
    path.write_text(SMALL, encoding="utf-8")
    return str(path)


@pytest.fixture
def large(tmp_path: Path) -> str:
    path = tmp_path / "large.txt"
    path.write_text(LINE * (1 + WORTH_A_PROCESS // len(LINE)), encoding="utf-8")
    return str(path)


def test_articles_and_refusals_in_the_order_of_their_sources(small: str, large: str):
    missing = f"{small}.not"
    first, refused, second = read_all([large, missing, small])
    assert first == read(large)
    assert isinstance(refused, ReadError)
    assert "there is no such file" in str(refused)
    assert second == read(small)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="all is read in one process here")
def test_other_work_goes_on_while_a_large_source_is_read(large: str):
    done: list[int] = []
    read_all([large], meanwhile=lambda: done.append(os.getpid()))
    assert done == [os.getpid()]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="all is read in one process here")
def test_a_process_that_dies_costs_time_only(large: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(parallel, "_answer", lambda *_: os._exit(1))
    assert read_all([large]) == [read(large)]


def test_small_sources(small: str):
    assert read_all([small, small]) == [read(small), read(small)]
