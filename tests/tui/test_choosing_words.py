"""Words of the article are chosen by keyboard or mouse, and made what the reader says they are."""

from __future__ import annotations

import pytest

from tests.tui.example import TEXT
from tests.tui.test_correcting import SIZE, shown
from tests.tui.test_reader import drawn, press, reader
from tests.tui.test_selecting import place_of
from tui.article.words import Chosen, word_after, word_before
from tui.correcting.choosing import ChooseScreen
from tui.correcting.picking import PickScreen
from tui.reader.screen import ReaderScreen

WORDS = "One  two-fold,\n\nthree’s four."


def words_at(app):
    below = next(one for one in app.screen_stack if isinstance(one, ReaderScreen))
    return TEXT[slice(*below.article_view.selected)]


@pytest.mark.parametrize(
    ("offset", "after", "before"),
    [
        (0, "One", None),
        (3, "two-fold", "One"),
        (13, "three’s", "two-fold"),
        (len(WORDS), None, "four"),
    ],
)
def test_the_words_beside_an_offset(offset, after, before):
    for find, expected in ((word_after, after), (word_before, before)):
        span = find(WORDS, offset)
        assert (WORDS[slice(*span)] if span else None) == expected


@pytest.mark.parametrize("gap", [399, 400, 401, 5_000])
def test_a_far_word_is_whole(gap):
    text = "begin" + " " * gap + "ending"
    assert word_after(text, 5) == (5 + gap, 11 + gap)
    assert word_before(text, 5 + gap) == (0, 5)


def test_words_are_chosen_on_both_sides():
    chosen = Chosen((10, 14), (10, 14))
    assert chosen.to((15, 18)).span == (15, 18)
    assert chosen.to((15, 18), growing=True).span == (10, 18)
    assert chosen.to((5, 9), growing=True).span == (5, 14)
    assert chosen.to(None) == chosen


async def test_keys_choose_other_words_and_more_of_them(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        assert isinstance(app.screen, ChooseScreen)
        first = words_at(app)
        assert TEXT.lstrip().startswith(first)
        await press(pilot, "right")
        second = words_at(app)
        await press(pilot, "shift+left")
        assert words_at(app) == f"{first} {second}"
        await press(pilot, "down", "space", "right")
        assert len(words_at(app).split()) == 2
        await press(pilot, "s")
        assert words_at(app)[-1] in ".”"
        await press(pilot, "escape")
        assert reader(app).article_view.selected is None


async def add(pilot, words: str, *keys: str) -> None:
    """Choose words by keyboard, from where a search finds them, and answer what is asked."""
    await press(pilot, "1", "/", *words.split()[0], "enter", "v")
    for _ in words.split()[1:]:
        await press(pilot, "shift+right")
    await press(pilot, "enter", *keys)


async def test_words_become_an_actor_with_all_places_where_they_stand(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await add(pilot, "wall", *"actor", "enter", *"orga", "enter")
        (added,) = (actor for actor in shown(app).actors if actor.by)
        assert (added.name.casefold(), added.kind) == ("wall", "organization")
        assert all(TEXT[a:b].casefold() == "wall" for a, b in added.mentions)
        assert f"✎ {added.name}" in drawn(app, "#actors")
        await press(pilot, "u")
        assert not any(actor.by for actor in shown(app).actors)


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        ((*"as a quote", "enter"), "quotes"),
        ((*"as a date", "enter"), "dates"),
        ((*"place", "enter", *"landm", "enter"), "locations"),
    ],
)
async def test_words_become_what_the_reader_says(finished_app, keys, part):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await add(pilot, "wall", *keys)
        (added,) = (one for one in getattr(shown(app), part) if one.by)
        spans = getattr(added, "mentions", None) or [(added.start, added.end)]
        assert all(TEXT[a:b].casefold() == "wall" for a, b in spans)


async def test_words_are_kept_with_a_note(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await add(pilot, "wall", *"highl", "enter", *"Ask the port.", "enter")
        (kept,) = shown(app).composition.highlights
        assert (kept.text.casefold(), kept.note) == ("wall", "Ask the port.")
        assert TEXT[kept.start : kept.end] == kept.text


async def test_words_name_the_speaker_of_the_chosen_quote(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "5")
        await add(pilot, "wall", *"who says", "enter")
        quote = shown(app).quotes[0]
        assert (quote.by, quote.certain) == ("reader", True)
        assert quote.speaker.casefold() == "wall"
        assert TEXT[slice(*quote.speaker_mention)] == quote.speaker


async def test_words_mean_the_chosen_actor(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "3")
        before = shown(app).actors[0]
        await add(pilot, "wall", *"they mean", "enter")
        (after,) = (actor for actor in shown(app).actors if actor.id == before.id)
        assert len(shown(app).actors) == 3
        assert set(before.mentions) < set(after.mentions)


async def test_what_the_mouse_selected_is_corrected(finished_app):
    app = finished_app()
    async with app.run_test(size=SIZE) as pilot:
        view = reader(app).article_view
        (x, y), corner = place_of(view, "harbor"), view.region.offset
        await pilot.click(view, offset=(x - corner.x, y - corner.y), times=2)
        await press(pilot, "e")
        assert isinstance(app.screen, PickScreen)
        await press(pilot, *"highl", "enter", "enter")
        assert [one.text for one in shown(app).composition.highlights] == ["harbor"]
