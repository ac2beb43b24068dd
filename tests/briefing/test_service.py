"""The service: the library first, the engine only when it must."""

from __future__ import annotations

import shutil
import sqlite3

import pytest
from msgspec.structs import replace

from briefing.engine import Engine, Job
from briefing.errors import AnalysisError, LibraryError
from briefing.library import Library
from briefing.model import Actor, Article, Briefing
from briefing.options import Options
from briefing.service import Service
from tests.briefing.test_former_library import FORMER_LIBRARY

ARTICLE = Article(title="Mill fire", source="mill.txt", text="Mill fire\n\nAna Ruiz ran.")


class FakeEngine(Engine):
    """Answers at once and counts what it was asked."""

    def __init__(self, error: AnalysisError | None = None) -> None:
        self.error = error
        self.asked = 0

    def start(self) -> None: ...

    def close(self) -> None: ...

    def submit(self, article, options, _=None) -> Job:
        self.asked += 1
        job = Job(article, options)
        if self.error:
            job.fail(self.error)
        else:
            actors = (Actor(name="Ana Ruiz", kind="person", mentions=((11, 19),)),)
            job.future.set_result(Briefing(article=article, actors=actors))
        return job


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path / "library.sqlite")


def test_a_second_request_needs_no_engine(library):
    first = FakeEngine()
    briefing = Service(lambda: library, lambda: first).submit(ARTICLE, Options()).future.result()
    later = Service(lambda: library, lambda: pytest.fail("an engine was made"))
    assert later.submit(ARTICLE, Options()).future.result() == briefing
    assert later.briefing_of(ARTICLE, Options()) == briefing
    assert first.asked == 1


def test_a_failed_analysis_is_not_kept(library):
    failing = Service(lambda: library, lambda: FakeEngine(AnalysisError("no")))
    assert isinstance(failing.submit(ARTICLE, Options()).future.exception(), AnalysisError)
    assert failing.briefing_of(ARTICLE, Options()) is None


def no_library() -> Library:
    raise LibraryError("the library cannot be used")


def test_without_a_library_everything_is_analyzed_and_the_reason_is_known():
    engine = FakeEngine()
    service = Service(no_library, lambda: engine)
    for _ in range(2):
        assert service.submit(ARTICLE, Options()).future.result().actors
    assert engine.asked == 2
    assert service.listed() == ()
    (problem,) = service.problems
    assert "cannot be used" in problem


def test_a_library_that_breaks_does_not_stop_the_work(library):
    service = Service(lambda: library, FakeEngine)
    library._file._database.execute("DROP TABLE briefings")
    assert service.submit(ARTICLE, Options()).future.result().actors


def test_after_an_engine_has_ended_by_itself_another_one_is_made():
    made: list[FakeEngine] = []

    def make_engine() -> FakeEngine:
        made.append(FakeEngine(AnalysisError("it cannot run here") if not made else None))
        return made[-1]

    service = Service(no_library, make_engine)
    assert isinstance(service.submit(ARTICLE, Options()).future.exception(), AnalysisError)
    made[0]._closing = True
    assert service.submit(ARTICLE, Options()).future.result().actors
    service.close()
    made[1]._closing = True
    service.submit(ARTICLE, Options())
    assert len(made) == 2


def test_opening_a_kept_article_again_rewrites_no_briefing(library):
    Service(lambda: library, FakeEngine).submit(ARTICLE, Options())
    with sqlite3.connect(library.path) as database:
        before = database.execute("SELECT * FROM briefings").fetchall()
        assert len(before) == 1
        (first,) = library.recent()
        moved = replace(ARTICLE, source="moved.txt")
        again = Service(lambda: library, FakeEngine).submit(moved, Options())
        assert again.future.result().article == moved
        (second,) = library.recent()
        assert (second.key, second.source) == (first.key, "moved.txt")
        assert second.opened >= first.opened
        assert database.execute("SELECT * FROM briefings").fetchall() == before
    database.close()


def test_an_article_of_a_library_made_before_schema_2_is_analyzed_anew(tmp_path):
    path = tmp_path / "library.sqlite"
    shutil.copy(FORMER_LIBRARY, path)
    library = Library(path)
    engine = FakeEngine()
    service = Service(lambda: library, lambda: engine)
    (entry,) = service.listed()
    article = service.article(entry.key)
    assert article is not None
    assert service.submit(article, Options()).future.result().schema_version == 2
    assert engine.asked == 1
    (again,) = service.listed()
    assert (again.title, again.source) == (entry.title, entry.source)
    assert again.key != entry.key
    assert service.briefing_of(article, Options()) is not None
    library.close()


def test_what_was_not_on_the_screen_is_listed_in_a_batch_until_it_is(library):
    service = Service(lambda: library, FakeEngine)
    other = replace(ARTICLE, title="Flood", text="Flood\n\nIt rained.")
    service.submit(ARTICLE, Options())
    service.submit_unseen(other, Options())
    assert [(one.title, one.batch is None) for one in service.listed()] == [
        ("Mill fire", True),
        ("Flood", False),
    ]
    service.note_seen(other, Options())
    assert [one.batch for one in service.listed()] == [None, None]
