"""The analyses of the open articles, without a screen."""

from __future__ import annotations

import threading

import pytest

from briefing.corrections.corrector import Corrector
from briefing.errors import AnalysisError, Cancelled
from briefing.options import Options
from tests.tui.example import FakeEngine, make_article
from tui.analyses import Analyses


@pytest.fixture
def analyses(engine: FakeEngine) -> Analyses:
    return Analyses([make_article()], engine.submit, Options(), 2, {}, Corrector(), lambda _: None)


def test_a_report_from_another_thread_waits_until_the_screen_asks_for_it(analyses, engine):
    analyses.request(0)
    before = analyses[0]
    thread = threading.Thread(target=engine.jobs[0].end)
    thread.start()
    thread.join()
    assert analyses[0] is before
    analyses.update()
    assert (before.state, analyses[0].state) == ("running", "done")


def test_a_stage_that_was_reported_is_there_and_the_others_are_not(analyses, engine):
    analyses.request(0)
    engine.jobs[0].finish("summary")
    analyses.update()
    assert analyses[0].has("summary")
    assert not analyses[0].has("quotes")
    assert analyses[0].progress[1] == 1
    assert len(analyses[0].briefing.summary) == 2


def test_another_length_gives_another_value_and_leaves_the_one_before(analyses, engine):
    analyses.request(0)
    engine.jobs[0].end()
    analyses.update()
    before = analyses[0]
    analyses.set_length(0, 3)
    assert (len(before.briefing.summary), len(analyses[0].briefing.summary)) == (2, 3)


@pytest.mark.parametrize(
    ("error", "state", "words"),
    [
        (AnalysisError("no luck"), "failed", "no luck"),
        (ZeroDivisionError(), "failed", "the analysis failed (ZeroDivisionError); try again"),
        (Cancelled("stopped"), "waiting", ""),
    ],
)
def test_how_an_analysis_ends_without_a_briefing(analyses, engine, error, state, words):
    analyses.request(0)
    engine.jobs[0].fail(error)
    analyses.update()
    assert (analyses[0].state, analyses[0].error) == (state, words)
    analyses.request(0)
    assert len(engine.jobs) == 2


class Unseen:
    """Collects what is analyzed out of sight, and what is seen then."""

    def __init__(self, engine):
        self._engine = engine
        self.submitted, self.seen = [], []

    def submit_unseen(self, article, options, on_progress=None):
        self.submitted.append(article.title)
        return self._engine.submit(article, options, on_progress)

    def note_seen(self, article, options):
        del options
        self.seen.append(article.title)


@pytest.mark.parametrize("shown_first", [True, False])
def test_an_article_counts_as_read_when_it_is_on_the_screen(engine, shown_first):
    unseen = Unseen(engine)
    articles = [make_article(title=name) for name in "ABC"]
    analyses = Analyses(
        articles, engine.submit, Options(), 2, {}, Corrector(), lambda _: None, unseen
    )
    analyses.request(0)
    for job in range(2):
        engine.jobs[job].end()
        analyses.update()
        analyses.request_next(0)
    assert (unseen.submitted, unseen.seen) == (["B", "C"], [])
    if shown_first:
        analyses.request(2)
        assert unseen.seen == []
    engine.jobs[2].end()
    analyses.update()
    analyses.request(2)
    analyses.request(2)
    assert unseen.seen == ["C"]
