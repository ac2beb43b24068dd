"""The morning page on the screen: each line opens its dossier or its article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from msgspec.structs import replace

from briefing.digest import choose, digest_of
from briefing.errors import AnalysisError, ReadError
from briefing.model import Article, Briefing
from briefing.names_file import Entry
from briefing.stories import evidence_of
from tests.tui.example import TEXT, FakeEngine, brief_app, make_article, make_briefing
from tests.tui.test_reader import drawn, press, reader
from tui.digest.screen import DigestScreen
from tui.dossier.screen import DossierScreen

SIZE = (100, 30)
LATER = """Port of Velden shut

Nobody works in the port of Velden since Monday. Engineers look at a crack of the sea wall there.

The crack was seen in April by Ada Fennimore, who is the harbor master. “We cannot wait for the \
winter storms to finish what the summer began,” Fennimore said, and named the year 2031.

“Every day costs us forty thousand crates, and nobody has told us who will pay for them.”

Tomas Brill, of the Dockers' Union, spoke of “a quiet closure” when he met her last week. Paris \
has promised money. Oran and Marseille take ships."""
RAIN = "Rain in Lund\n\nIt rained all night in Lund, said Kari Moen of the weather service."


def article(text: str, title: str, source: str, outlet: str) -> Article:
    made = make_article(text, title)
    return replace(made, source=source, outlet=outlet, published="2030-04-12")


ARTICLES = [
    article(TEXT, "Harbor of Velden closes", "wire.txt", "Northern Wire"),
    article(LATER, "Port of Velden shut", "post.txt", "The Velden Post"),
    article(RAIN, "Rain in Lund", "rain.txt", "The Lund Post"),
]


class Files:
    """Opens the articles by name."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, source: str, **_: object) -> Sequence[Article | ReadError]:
        self.opened.append(source)
        found = [one for one in ARTICLES if one.source == source]
        return found or [ReadError(f"cannot read {source}: there is no such file")]


def briefing_of(one: Article) -> Briefing:
    return Briefing(article=one) if one.text == RAIN else make_briefing(one)


@pytest.fixture
def engine():
    return FakeEngine(briefing_of)


@pytest.fixture
def app(engine):
    watched = (Entry(name="Kari Moen", watched=True),)
    choice = choose(map(evidence_of, ARTICLES), watched)
    digest = digest_of(choice, {one.source: briefing_of(one) for one in ARTICLES}, watched)
    screen = partial(DigestScreen, digest)
    return brief_app([], engine.submit, sources=Files(), first_screen=screen)


async def finished(pilot, engine) -> None:
    """End what is being analyzed, and wait for what that opens."""
    while len(engine.jobs) < 2:
        await pilot.pause()
    for job in engine.jobs:
        job.end()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_stories_come_before_single_articles(app):
    async with app.run_test(size=SIZE):
        lines = [" ".join(line.split()) for line in drawn(app, "#digest").split("\n")]
        assert lines[0].endswith("Stories")
        assert "2 outlets" in lines[1]
        assert lines.index("Single articles") > 2
        assert "Rain in Lund The Lund Post ★ Kari Moen" in lines


async def test_a_story_opens_its_dossier_and_that_the_words(app, engine):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        await finished(pilot, engine)
        assert isinstance(app.screen, DossierScreen)
        assert app.sources.opened == []  # they are at hand
        rows = app.screen.listed.rows
        number = next(n for n, row in enumerate(rows) if row.item.passages[0].article == 1)
        passage = rows[number].item.passages[0]
        await press(pilot, *["down"] * number, "enter")
        shown = reader(app).analysis.article
        assert shown.text[slice(*reader(app).evidence.span)] == passage.text
        assert len(reader(app).analyses) == 2
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, DigestScreen)


async def test_a_single_article_opens_itself(app):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert reader(app).analysis.article.title == "Rain in Lund"


async def test_what_cannot_be_analyzed_is_told_and_the_rest_is_opened(app, engine):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        while len(engine.jobs) < 2:
            await pilot.pause()
        engine.jobs[0].fail(AnalysisError("it took too long"))
        engine.jobs[1].end()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "it took too long" in next(iter(app._notifications)).message
        assert type(app.screen).__name__ == "ReaderScreen"


async def test_nothing_is_waited_for_when_the_program_ends(app, engine):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter")
        while len(engine.jobs) < 2:
            await pilot.pause()
        await press(pilot, "q")
    assert all(job.cancelled for job in engine.jobs)


@pytest.mark.parametrize(
    ("name", "start"), [("page.md", "# Morning page, 2030-04-12"), ("page.html", "<!DOCTYPE html>")]
)
async def test_the_page_is_saved_and_nothing_replaced(app, tmp_path, name, start):
    path = tmp_path / name
    async with app.run_test(size=SIZE) as pilot:
        for mine in ("", "mine"):
            await press(pilot, "s")
            app.screen.query_one("#text").value = str(path)
            await press(pilot, "enter")
            assert path.read_text().startswith(mine or start)
            path.write_text("mine")


async def test_the_page_is_copied(app):
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "Y")
        assert app.clipboard.startswith("# Morning page, 2030-04-12")
