"""What is remembered from one run to the next, and that losing it does no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import article_of
from tests.tui.test_reader import WIDE
from tui.session_state import MOST_PLACES, Remembered, state_path
from tui.settings import Settings
from tui.theme import ANSI, DARK, LIGHT

ONE = article_of("Mill fire\n\nThe mill in Oslo burned down on Monday, they said in the evening.")
OTHER = article_of("Dam opened\n\nThe dam near Lima was opened by Omar Haidari in the spring.")


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "state" / "remembered.json"


def test_what_is_kept_is_there_the_next_time(file, tmp_path):
    first = Remembered.load(file)
    assert (first.place(ONE), first.share("wide"), first.theme, first.folder) == (0,) + (None,) * 3
    first.keep_place(ONE, 20)
    first.keep_share("wide", 60)
    first.theme = LIGHT
    first.folder = tmp_path
    assert first.place(ONE) == 20
    first.save()

    again = Remembered.load(file)
    assert (again.place(ONE), again.place(OTHER)) == (20, 0)
    assert (again.share("wide"), again.share("side")) == (60, None)
    assert (again.theme, again.folder) == (LIGHT, tmp_path)
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_file_names_no_article(file):
    remembered = Remembered.load(file)
    remembered.keep_place(ONE, 20)
    remembered.save()
    assert "mill" not in file.read_text().lower()


def test_a_place_at_the_beginning_is_none_to_keep(file):
    remembered = Remembered.load(file)
    remembered.keep_place(ONE, 20)
    remembered.save()
    remembered = Remembered.load(file)
    remembered.keep_place(ONE, 0)
    remembered.save()
    assert json.loads(file.read_text()) == {}


def test_a_place_behind_the_end_is_the_end(file):
    remembered = Remembered.load(file)
    remembered.keep_place(ONE, 10**9)
    assert remembered.place(ONE) == len(ONE.text)


def test_two_runs_at_once_keep_what_both_saw(file):
    one, other = Remembered.load(file), Remembered.load(file)
    one.keep_place(ONE, 20)
    one.theme = LIGHT
    other.keep_place(OTHER, 30)
    other.keep_share("side", 40)
    one.save()
    other.save()
    both = Remembered.load(file)
    assert (both.place(ONE), both.place(OTHER)) == (20, 30)
    assert (both.theme, both.share("side")) == (LIGHT, 40)


def test_the_oldest_places_are_dropped(file):
    file.parent.mkdir()
    places = {f"{number:020x}": 7 for number in range(MOST_PLACES)}
    file.write_text(json.dumps({"places": places}))
    remembered = Remembered.load(file)
    remembered.keep_place(ONE, 20)
    remembered.save()
    kept = json.loads(file.read_text())["places"]
    assert len(kept) == MOST_PLACES
    assert f"{0:020x}" not in kept
    assert Remembered.load(file).place(ONE) == 20


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b"[" * 10000, b'{"places": 3}', b'{"shares": {"wide": 400}}']
)
def test_a_broken_file_is_put_aside(file, data):
    file.parent.mkdir()
    file.write_bytes(data)
    remembered = Remembered.load(file)
    assert remembered.place(ONE) == 0
    assert file.with_suffix(".bad").read_bytes() == data
    remembered.keep_place(ONE, 20)
    remembered.save()
    assert Remembered.load(file).place(ONE) == 20


def test_where_nothing_can_be_written_nothing_is(tmp_path):
    (tmp_path / "state").write_text("a file where the folder should be")
    remembered = Remembered.load(tmp_path / "state" / "remembered.json")
    remembered.keep_place(ONE, 20)
    remembered.save()
    assert remembered.place(ONE) == 20


def test_nothing_is_written_where_nothing_changed(file):
    Remembered.load(file).save()
    assert not file.parent.exists()


def test_a_folder_that_is_gone_is_no_folder(file, tmp_path):
    remembered = Remembered.load(file)
    remembered.folder = tmp_path / "gone"
    assert remembered.folder is None


def test_the_file_lies_among_the_platforms_state(own_folders):
    assert own_folders in state_path().parents


async def test_a_theme_chosen_on_the_screen_is_that_of_the_next_run(finished_app, file):
    app = finished_app(remembered=Remembered.load(file))
    async with app.run_test(size=WIDE):
        assert app.theme == DARK
        app.action_theme(ANSI)
    assert finished_app(remembered=Remembered.load(file)).theme == ANSI
    named = finished_app(remembered=Remembered.load(file), settings=Settings(theme="light"))
    assert named.theme == LIGHT


async def test_an_app_of_its_own_remembers_nothing(finished_app, own_folders):
    app = finished_app()
    async with app.run_test(size=WIDE):
        app.action_theme(LIGHT)
    assert list(own_folders.rglob("remembered*")) == []
