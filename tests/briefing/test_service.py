"""The service: the library first, the engine only when it must."""

from __future__ import annotations

import pytest

from briefing.engine import Engine, Job
from briefing.errors import AnalysisError, LibraryError
from briefing.library import Library
from briefing.model import Actor, Article, Briefing
from briefing.options import Options
from briefing.service import Service

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
    assert later.known(ARTICLE, Options()) == briefing
    assert first.asked == 1


def test_a_failed_analysis_is_not_kept(library):
    failing = Service(lambda: library, lambda: FakeEngine(AnalysisError("no")))
    assert isinstance(failing.submit(ARTICLE, Options()).future.exception(), AnalysisError)
    assert failing.known(ARTICLE, Options()) is None


def no_library() -> Library:
    raise LibraryError("the library cannot be used")


def test_without_a_library_everything_is_analyzed_and_the_reason_is_known():
    engine = FakeEngine()
    service = Service(no_library, lambda: engine)
    for _ in range(2):
        assert service.submit(ARTICLE, Options()).future.result().actors
    assert engine.asked == 2
    assert service.recent() == ()
    assert "cannot be used" in service.problem


def test_a_library_that_breaks_does_not_stop_the_work(library):
    service = Service(lambda: library, FakeEngine)
    library._database.execute("DROP TABLE briefings")
    assert service.submit(ARTICLE, Options()).future.result().actors
