"""The start screen with a library: found and opened at the hit, listed however long, removed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.corrections.values import Correction, Target
from briefing.library import Entry, Hit, Library
from briefing.model import Article
from briefing.names_file import Entry as NamesEntry
from briefing.names_file import NamesFile
from briefing.options import Options
from briefing.service import Service
from tests.briefing.test_library_find import FLOOD, fire, flood
from tests.tui.example import FakeShelf, brief_app
from tests.tui.test_reader import WIDE, drawn, press, reader
from tui.screens.opening import place_of

SIZE = (100, 30)


@pytest.fixture
def service(tmp_path, engine):
    library = Library(tmp_path / "library.sqlite")
    library.save(flood(), Options())
    library.save(fire(), Options(), batch="2026-11-26T10:00:00")
    service = Service(lambda: library, lambda: engine)
    yield service
    service.close()


@pytest.fixture(autouse=True)
def no_sample(monkeypatch):
    monkeypatch.setattr("tui.screens.start.sample_path", lambda: None)


async def typed(pilot, words: str) -> None:
    """Put words into the field, and wait for what it finds."""
    await press(pilot, "slash")
    pilot.app.screen.query_one("#path").value = words
    await settled(pilot)
    await settled(pilot)


async def settled(pilot) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_an_article_is_listed_with(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE):
        lines = [" ".join(line.split()) for line in drawn(app, "#recent").split("\n")]
        assert any("Levee holds in Velden 2026-11-18" in line for line in lines)
        assert any("Leve.txt The Velden Post Ana Ruiz, José Lima" in line for line in lines)
        (command,) = [line for line in lines if "Mill.txt" in line]
        assert command.endswith("command")


async def test_articles_that_name_what_is_watched_have_a_sign(service, tmp_path):
    service.names = NamesFile(tmp_path / "names.toml")
    service.names.remember(NamesEntry(name="José Lima", watched=True))
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        for typing in ((), ("slash", *"e")):  # all, and those that have an e
            await press(pilot, *typing)
            await settled(pilot)
            signed = [line for line in drawn(app, "#recent").split("\n") if "★" in line]
            assert len(signed) == 1
            assert signed[0].rstrip().endswith("★ José Lima")
            assert "Leve.txt" in signed[0]


async def test_what_was_just_noted_is_listed_so(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        page = Target(part="page", text="why")
        note = Correction(kind="write", target=page, to="dams", made="2026-11-26T10:00:00+00:00")
        service.corrector.correct(flood().article, note)
        await press(pilot, "s", "s", "s", "s")
        assert "noted" in drawn(app, "#recent")
        assert "corrected" not in drawn(app, "#recent")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("speaker:ruiz held", "¶1 Ana Ruiz, the mayor of Velden, said “the levee held all night”."),
        ("speaker:ruiz hel", "said “the levee held all night”."),
        ("place:orlo", "¶1 A mill burned in Orlo."),
        ("nowhere", "none of them; enter opens it as a path"),
        ("after:so", "after:so is no date; write after:2026-11-01 or after:yesterday"),
    ],
)
async def test_the_field_finds_words_in_their_sentence(service, words, shown):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        await typed(pilot, words)
        assert shown in " ".join(drawn(app, "#recent").split())
        await press(pilot, "escape")
        assert "Levee holds in Velden" in drawn(app, "#recent")
        assert "¶" not in drawn(app, "#recent")


@pytest.mark.parametrize("keys", [("enter",), ("down", "enter")])
async def test_enter_opens_the_article_at_the_hit(service, keys):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=WIDE) as pilot:
        await typed(pilot, "speaker:lima pumps")
        await press(pilot, *keys)
        await settled(pilot)
        screen = reader(app)
        assert FLOOD[slice(*screen.evidence.span)] == "We need pumps,"
        assert "found" in str(
            screen.article_view.border_subtitle or screen.article_view.border_title
        )


async def test_a_hit_in_an_article_beside_the_one_that_is_read(service):
    app = brief_app([flood().article], service.submit, library=service)
    async with app.run_test(size=WIDE) as pilot:
        first = reader(app)
        await press(pilot, "o", *"burned")
        await settled(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert app.screen is first
        text = first.analysis.article.text
        assert text[slice(*first.evidence.span)] == "burned"


async def test_enter_waits_for_what_is_being_looked_for(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"pumps", "enter")
        for _ in range(3):
            await settled(pilot)
        assert FLOOD[slice(*reader(app).evidence.span)] == "pumps"


async def test_what_is_removed_is_gone_from_what_was_found_and_comes_back(service):
    app = brief_app([], service.submit, library=service)
    async with app.run_test(size=SIZE) as pilot:
        await typed(pilot, "burned")
        await press(pilot, "down", "x")
        await settled(pilot)
        await settled(pilot)
        assert [note.message for note in app._notifications] == [
            "removed “Mill burns”; u puts it back"
        ]
        assert "A mill burned" not in drawn(app, "#recent")
        await press(pilot, "u")
        await settled(pilot)
        await settled(pilot)
        assert "A mill burned" in drawn(app, "#recent")
        assert [note.message for note in app._notifications] == ["put back 1 article"]


async def test_a_long_library_is_listed_to_its_end_and_read_in_parts(engine):
    entries = [
        Entry(key=str(n), title=f"Story {n:05}", source=f"{n}.txt", word_count=n, opened="2030")
        for n in range(20_000)
    ]  # fmt: skip
    asked: list[tuple[int, int]] = []

    class Counting(FakeShelf):
        def listed(self, order, start, limit):
            asked.append((start, limit))
            return super().listed(order, start, limit)

    app = brief_app([], engine.submit, library=Counting(entries))
    async with app.run_test(size=SIZE) as pilot:
        assert "Story 00000" in drawn(app, "#recent")
        await press(pilot, "G")
        assert "Story 19999" in drawn(app, "#recent")
        await press(pilot, "pageup", "up", "g", "pagedown", "down")
        assert "Story 00010" in drawn(app, "#recent")
        assert "20,000 articles" in str(app.screen.query_one("#recent").border_subtitle)
    assert sum(limit for _, limit in asked) < 1_000


def hit(**more) -> Hit:
    entry = Entry(key="1", title="", source="", word_count=1, opened="")
    return replace(Hit(entry=entry, kind="text", text="A mill burned."), **more)


@pytest.mark.parametrize(
    ("more", "text", "words"),
    [
        ({"span": (9, 13), "start": 7}, "Fire.\n\nA mill burned.", "mill"),
        ({"span": (9, 13), "start": 7}, "New fire.\n\nA mill\nburned.", "mill"),
        ({"span": (9, 13), "start": 7}, "Another text", None),
        ({"span": None, "start": None}, "Another text", None),
        ({"span": (3, 7), "start": None}, "Another", "ther"),
        ({"span": (3, 99), "start": None}, "Another", None),
    ],
)
def test_where_a_hit_is_in_an_article_that_was_read_again(more, text, words):
    place = place_of(hit(**more), Article(title="", source="", text=text).text)
    assert (place and text[slice(*place)]) == words
