"""What is said for every article goes into the file of names; the article's card lists the rest."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.corrections.composition import Composition, Highlight
from briefing.corrections.values import Correction, Target
from briefing.names_file import NamesFile
from tests.tui.example import TEXT, make_article, make_briefing
from tests.tui.test_correcting import SIZE
from tests.tui.test_details import rows
from tests.tui.test_reader import press
from tui.details.article_card import article_details


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ((*"what it is here", "enter"), ("Ada Fennimore", "person", False)),
        ((*"no actor", "enter"), ("Ada Fennimore", None, True)),
    ],
)
async def test_an_actor_is_known_in_every_article(finished_app, engine, tmp_path, keys, written):
    names = NamesFile(tmp_path / "names.toml")
    app = finished_app(names=names)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "e", *keys)
        await app.workers.wait_for_complete()
        (entry,) = names.entries
        assert (entry.name, entry.kind, entry.never_an_actor) == written
        assert len(engine.jobs) == 1  # analyzed once more, by what is known now


async def test_a_role_that_the_reader_set_goes_along(finished_app, tmp_path):
    names = NamesFile(tmp_path / "names.toml")
    app = finished_app(names=names)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", ":", *"set role", "enter", "X", "enter")
        await press(pilot, "e", *"what it is here", "enter")
        await app.workers.wait_for_complete()
        assert [entry.role for entry in names.entries] == ["X"]


@pytest.mark.parametrize(
    ("before", "watched"),
    [
        (("3", "W"), ["Ada Fennimore"]),
        (("3", "W", "W"), []),
        (("4", "down", "e", *"watch", "enter"), ["Marseille"]),
        (("v", "e", *"watch", "enter"), ["Harbor"]),
    ],
)
async def test_a_name_is_watched_and_nothing_is_analyzed_again(
    finished_app, engine, tmp_path, before, watched
):
    names = NamesFile(tmp_path / "names.toml")
    app = finished_app(names=names)
    async with app.run_test(size=SIZE) as pilot:
        for key in before:
            await press(pilot, key)
            await app.workers.wait_for_complete()
        await pilot.pause()
        assert [entry.name for entry in names.watched] == watched
        assert [entry.kind for entry in names.entries] == [None] * len(watched)
        assert engine.jobs == []
        assert "watch" in next(iter(app._notifications)).message


@pytest.mark.parametrize(
    ("left_out", "said"), [(False, "choose an actor"), (True, "as it was found")]
)
async def test_there_is_nothing_to_watch(finished_app, tmp_path, left_out, said):
    names = None if left_out else NamesFile(tmp_path / "names.toml")
    app = finished_app(names=names)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "W")
        assert said in next(iter(app._notifications)).message


async def test_a_broken_file_is_told_and_left_alone(finished_app, tmp_path):
    path = tmp_path / "names.toml"
    path.write_text("no TOML")
    app = finished_app(names=NamesFile(path))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3", "e", *"no actor", "enter")
        await app.workers.wait_for_complete()
        assert "not TOML" in next(iter(app._notifications)).message
        assert path.read_text() == "no TOML"


def test_the_card_of_the_article_has_highlights_and_what_no_longer_fits():
    start = TEXT.index("sea wall")
    kept = Highlight(text="sea wall", start=start, end=start + 8, note="Ask the port.")
    hide = Correction(
        kind="hide",
        target=Target(part="actors", text="Nobody"),
        made="2031-05-04T10:00:00.000+00:00",
        fits=False,
    )
    briefing = replace(
        make_briefing(make_article()),
        composition=Composition(highlights=(kept,)),
        corrections=(hide,),
    )
    details = article_details(briefing)
    facts = dict(details.facts)
    assert facts["corrected"] == "1 correction by you"
    assert facts["not found"].startswith("actor “Nobody” is hidden, of May 4, 2031: kept")
    assert rows(details)[0] == "Your highlights"
    assert rows(details)[-1] == "Ask the port."
    assert details.rows[0].spans == ((start, start + 8),)
