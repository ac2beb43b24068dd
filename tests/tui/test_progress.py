"""What a user sees of a long analysis without a screen."""

from __future__ import annotations

import io
import os
import pty
import sys
from threading import Thread

import pytest

from briefing.engine import Job, Progress
from briefing.model import Article, Briefing
from briefing.options import Options
from tui.command import progress
from tui.command.progress import Reading, Waiting

ARTICLE = Article(title="", source="mill.txt", text="The mill burned down.")


@pytest.mark.parametrize(
    ("reached", "line"),
    [(None, "weighing sentences (1 of 6), 0 s: mill.txt"), ("dates", "finding places (3 of 6)")],
)
def test_a_terminal_is_told_what_is_under_way_until_it_is_finished(monkeypatch, reached, line):
    terminal, ours = pty.openpty()
    job = Job(ARTICLE, Options())
    seen = bytearray()

    def look() -> None:
        while line.encode() not in seen:
            seen.extend(os.read(terminal, 1024))
        job.finish(Briefing(article=ARTICLE))

    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.01)
    with os.fdopen(ours, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((60, 20)))
        looking = Thread(target=look)
        looking.start()
        waiting = Waiting()
        if reached:
            waiting.note(Progress(reached, Briefing(article=ARTICLE)))
        assert waiting.result(job).article == ARTICLE
        looking.join()
        assert os.read(terminal, 1024).endswith(progress.CLEAR_LINE.encode())
    os.close(terminal)


def test_a_terminal_is_told_how_many_articles_are_read(monkeypatch):
    terminal, ours = pty.openpty()
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)
    with os.fdopen(ours, "w") as stderr:
        monkeypatch.setattr(sys, "stderr", stderr)
        with Reading() as reading:
            reading.read()
            reading.read()
        told = os.read(terminal, 1024).decode()
    os.close(terminal)
    assert "2 articles read" in told
    assert told.endswith(progress.CLEAR_LINE)


def test_a_file_is_told_nothing(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    stderr = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stderr)
    job = Job(ARTICLE, Options())
    job.finish(Briefing(article=ARTICLE))
    Waiting().result(job)
    assert stderr.getvalue() == ""
