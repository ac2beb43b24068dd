"""The engine: every job ends, whatever its worker does."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from threading import Event

import pytest

from briefing.engine import Engine, Progress
from briefing.errors import AnalysisError, Cancelled
from briefing.model import Article
from briefing.options import STAGES, Options
from tests.briefing import engine_workers

LIMIT = 60
"""Seconds after which a wait counts as lost; nothing takes as long."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on POSIX")


def article(text: str) -> Article:
    return Article(title="", source="test", text=text)


@pytest.fixture
def make_engine() -> Iterator[Callable[..., Engine]]:
    engines: list[Engine] = []

    def make(**options: object) -> Engine:
        engine = Engine(**{"target": engine_workers.obedient, "has_first": False, **options})  # type: ignore[arg-type]
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        engine.close()


def test_a_job_reports_its_parts_and_then_its_briefing(make_engine):
    parts: list[Progress] = []
    job = make_engine().submit(article("fine"), Options(), parts.append)
    briefing = job.future.result(LIMIT)
    assert [part.stage for part in parts] == ["summary"]
    assert [sentence.text for sentence in briefing.summary] == ["fine"]


@pytest.mark.parametrize(
    ("order", "message"),
    [("crash", "signal 11"), ("exit", "exit code 3"), ("fail", "it cannot be done")],
)
def test_a_failing_worker_costs_one_job_and_says_why(make_engine, order, message):
    engine = make_engine()
    with pytest.raises(AnalysisError, match=message):
        engine.submit(article(order), Options()).future.result(LIMIT)
    assert engine.submit(article("fine"), Options()).future.result(LIMIT).summary


def test_a_worker_that_hangs_is_stopped(make_engine):
    engine = make_engine(seconds_silent=0.2)
    with pytest.raises(AnalysisError, match="too long"):
        engine.submit(article("hang"), Options()).future.result(LIMIT)
    assert engine.submit(article("fine"), Options()).future.result(LIMIT).summary


def test_a_running_job_can_be_cancelled(make_engine):
    engine, started = make_engine(), Event()
    job = engine.submit(article("hang"), Options(), lambda _: started.set())
    assert started.wait(LIMIT)
    job.cancel()
    with pytest.raises(Cancelled):
        job.future.result(LIMIT)
    assert engine.submit(article("fine"), Options()).future.result(LIMIT).summary


def test_a_waiting_job_can_be_cancelled(make_engine):
    engine, started = make_engine(), Event()
    running = engine.submit(article("hang"), Options(), lambda _: started.set())
    assert started.wait(LIMIT)
    waiting = engine.submit(article("fine"), Options())
    waiting.cancel()
    with pytest.raises(Cancelled):
        waiting.future.result(LIMIT)
    assert not running.future.done()


def test_closing_ends_every_job(make_engine):
    engine, started = make_engine(), Event()
    running = engine.submit(article("hang"), Options(), lambda _: started.set())
    waiting = engine.submit(article("fine"), Options())
    assert started.wait(LIMIT)
    engine.close()
    late = engine.submit(article("fine"), Options())
    for job in (running, waiting, late):
        with pytest.raises(Cancelled):
            job.future.result(LIMIT)


def test_workers_that_cannot_start_fail_the_jobs(make_engine):
    engine = make_engine(target=engine_workers.stillborn)
    jobs = [engine.submit(article("fine"), Options()) for _ in range(5)]
    assert all(isinstance(job.future.exception(LIMIT), AnalysisError) for job in jobs)


def test_a_memory_blow_up_becomes_a_message(make_engine):
    engine = make_engine(target=engine_workers.greedy)
    with pytest.raises(AnalysisError, match="memory"):
        engine.submit(article("fine"), Options()).future.result(LIMIT)


def test_the_real_worker_finishes_all_stages():
    text = "Ana Ruiz spoke in Kabul on Monday.\n\n“We are ready,” said Ana Ruiz, a nurse."
    stages: list[str] = []
    with Engine() as engine:
        job = engine.submit(_read(text), Options(), lambda part: stages.append(part.stage))
        briefing = job.future.result(LIMIT)
    assert stages == list(STAGES)
    assert [quote.speaker for quote in briefing.quotes] == ["Ana Ruiz"]


def _read(text: str) -> Article:
    from briefing.reading import read_text

    return read_text(text)
