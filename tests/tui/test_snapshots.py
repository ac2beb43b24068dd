"""Pictures of the reader at the sizes that people have."""

from pathlib import Path

import pytest

from tests.tui.conftest import until_whole
from tests.tui.example import FakeEngine, make_article
from tui.app import BriefApp
from tui.theme import LIGHT


@pytest.mark.parametrize("size", [(160, 45), (120, 36), (80, 24), (60, 20)])
def test_a_quote_chosen(snap_compare, finished_app, size):
    assert snap_compare(finished_app(), press=["5"], terminal_size=size, run_before=until_whole)


def test_places_in_the_light_theme(snap_compare, finished_app):
    async def borders_read(pilot):
        await until_whole(pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()

    app = finished_app(theme=LIGHT)
    assert snap_compare(app, press=["4"], terminal_size=(120, 36), run_before=borders_read)


def test_waiting(snap_compare):
    app = BriefApp([make_article()], FakeEngine().submit)
    assert snap_compare(app, terminal_size=(120, 36), run_before=until_whole)


def test_help(snap_compare, finished_app):
    app = finished_app()
    size = (100, 40)
    assert snap_compare(app, press=["question_mark"], terminal_size=size, run_before=until_whole)


def test_start(snap_compare, monkeypatch):
    monkeypatch.setattr("tui.screens.library.sample_path", lambda: Path("sample.txt"))
    assert snap_compare(BriefApp([], FakeEngine().submit), terminal_size=(80, 24))
