"""The states of the screen that pictures and tests of what stands where begin with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from textual.pilot import Pilot

from briefing.errors import AnalysisError
from briefing.library import Entry
from briefing.model import Briefing
from tests.tui.conftest import until_whole
from tests.tui.example import TEXT, FakeEngine, FakeShelf, brief_app, make_article, make_briefing
from tui.app import BriefApp
from tui.session_state import Remembered

WIDE, MIDDLE, NARROW = (160, 45), (100, 30), (60, 20)
PLAIN = make_article("Nothing much\n\nIt rained.", "Nothing much")


class State(NamedTuple):
    """What is open, what happens to the analysis, and which keys are pressed."""

    make: Callable[[FakeEngine, str], BriefApp]
    keys: str = ""
    happens: Callable[[FakeEngine], None] = lambda _: None

    async def reach(self, pilot: Pilot[None], engine: FakeEngine) -> None:
        await until_whole(pilot)
        self.happens(engine)
        await pilot.pause()
        pilot.app.clear_notifications()
        for key in self.keys.split():
            await pilot.press(key)
            await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def ready(engine: FakeEngine, theme: str) -> BriefApp:
    briefing = make_briefing(replace(make_article(), published="2030-04-12"))
    return app_of(engine, theme, [briefing])


def waiting(engine: FakeEngine, theme: str) -> BriefApp:
    return brief_app([make_article()], engine.submit, theme=theme)


def empty(engine: FakeEngine, theme: str) -> BriefApp:
    return app_of(engine, theme, [Briefing(article=PLAIN)])


def several(engine: FakeEngine, theme: str) -> BriefApp:
    towns = ("Velden", "Lund", "Brackwater")
    articles = [make_article(TEXT.replace("Velden", town), f"Harbor of {town}") for town in towns]
    return app_of(engine, theme, [make_briefing(article) for article in articles])


def app_of(engine: FakeEngine, theme: str, briefings: list[Briefing]) -> BriefApp:
    articles = [briefing.article for briefing in briefings]
    cached = dict(enumerate(briefings))
    remembered = Remembered()
    remembered.folder = Path("/")
    return brief_app(articles, engine.submit, cached=cached, theme=theme, remembered=remembered)


def shelf() -> FakeShelf:
    """A library with one article that was read."""
    opened = "2030-04-12T09:12:00Z"
    title = "Harbor of Velden closes for repairs"
    entry = Entry(key="1", title=title, source="harbor.txt", word_count=131, opened=opened)
    return FakeShelf([entry])


def start(engine: FakeEngine, theme: str) -> BriefApp:
    return brief_app([], engine.submit, library=shelf(), theme=theme)


def some_parts(engine: FakeEngine) -> None:
    engine.jobs[0].finish("summary", "dates", "locations")


def failure(engine: FakeEngine) -> None:
    engine.jobs[0].finish("summary")
    engine.jobs[0].fail(AnalysisError("the analysis took too long; try again"))


STATES = {
    "waiting": State(waiting),
    "partial": State(waiting, happens=some_parts),
    "failed": State(waiting, happens=failure),
    "empty": State(empty),
    "article": State(ready, "right right"),
    "summary": State(ready, "2 down"),
    "actors": State(ready, "3"),
    "places": State(ready, "4 down"),
    "map": State(ready, "4 down z plus"),
    "quotes": State(ready, "5 b"),
    "when": State(ready, "6 t"),
    "figures": State(ready, "7"),
    "narrowed": State(ready, "3 f"),
    "searching": State(ready, "slash f e n n"),
    "card": State(ready, "3 i"),
    "help": State(ready, "question_mark"),
    "save": State(ready, "s"),
    "page": State(ready, "p 3 down space"),
    "choosing": State(ready, "v right space right right"),
    "menu": State(ready, "v right enter"),
    "own-lines": State(ready, "w"),
    "writing": State(ready, "w down enter"),
    "articles": State(several, "a x down"),
    "save-all": State(several, "S"),
    "start": State(start),
}
