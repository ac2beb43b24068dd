"""Analyses in worker processes: progress, cancel, many at once.

The process that uses the engine never imports spaCy or sumy. A crash, a hang or a memory blow-up
in a worker becomes an `AnalysisError` of that one job, and the next worker starts warm.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from multiprocessing import connection as mp_connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from msgspec import Struct

from briefing.engine import forkserver, worker
from briefing.engine.protocol import Failed, Part, decode_message, encode
from briefing.engine.protocol import Job as JobMessage
from briefing.errors import AnalysisError, Cancelled
from briefing.model import Article, Briefing
from briefing.options import Options

MEMORY_LIMIT = 4 * 1024**3
"""Bytes of address space for one worker; the model and its libraries take a quarter of it."""

SECONDS_SILENT = 60.0
WORDS_PER_SECOND = 500
"""A worker that says nothing for `SECONDS_SILENT`, and the time that so many words would take a
very slow machine, is taken to hang."""

IDLE_DEATHS = 3
"""So many workers that end without work mean that none will ever run."""


class Progress(Struct, frozen=True):
    """A stage of an analysis is finished.

    Attributes:
        stage: One of `briefing.options.STAGES`.
        briefing: What has been found so far.
    """

    stage: str
    briefing: Briefing


OnProgress = Callable[[Progress], None]


class Job:
    """One analysis that was asked for.

    Attributes:
        article: What is analyzed.
        options: How.
        future: Its briefing, or an `AnalysisError`.
    """

    def __init__(
        self,
        article: Article,
        options: Options,
        on_progress: OnProgress | None = None,
        cancel: Callable[[Job], None] | None = None,
    ) -> None:
        self.article = article
        self.options = options
        self.future: Future[Briefing] = Future()
        self._on_progress = on_progress
        self._cancel = cancel
        self._briefing = Briefing(article=article, method=options.method)

    def cancel(self) -> None:
        """Stop it; the future then fails with `Cancelled`. A finished job stays as it is."""
        if self._cancel:
            self._cancel(self)

    def take(self, part: Part) -> None:
        """Add what a worker has found."""
        self._briefing = part.added_to(self._briefing)
        if self._on_progress:
            self._on_progress(Progress(part.stage, self._briefing))

    def finish(self) -> None:
        """Give the briefing to whoever waits for it."""
        if not self.future.done():
            self.future.set_result(self._briefing)

    def fail(self, error: AnalysisError) -> None:
        """Give the error to whoever waits for the briefing."""
        if not self.future.done():
            self.future.set_exception(error)


class _Worker(Struct, eq=False):
    process: BaseProcess
    connection: Connection
    job: Job | None = None
    number: int = 0
    deadline: float = float("inf")

    def stop(self) -> int | None:
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


class Engine:
    """Runs analyses in at most `workers` processes.

    `start` returns at once; the first worker loads the model in the background. Call `close`, or
    use it as a context manager, so that no process outlives the program's work.
    """

    def __init__(
        self,
        workers: int = 1,
        *,
        memory_limit: int | None = MEMORY_LIMIT,
        seconds_silent: float = SECONDS_SILENT,
        target: Callable[[Connection, int | None], None] = worker.serve,
    ) -> None:
        self._size = workers
        self._memory_limit = memory_limit
        self._seconds_silent = seconds_silent
        self._target = target
        self._context = forkserver.context()
        self._lock = threading.Lock()
        self._queue: deque[Job] = deque()
        self._cancelled: set[Job] = set()
        self._closing = False
        self._workers: list[_Worker] = []
        self._numbers = count(1)
        self._idle_deaths = 0
        self._wake_reader, self._wake_writer = self._context.Pipe(duplex=False)
        self._thread = threading.Thread(target=self._run, name="briefing-engine", daemon=True)

    def __enter__(self) -> Engine:
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the first worker in the background; calling it again does nothing."""
        with self._lock:
            if self._thread.ident is None:
                forkserver.start()  # here, since it ends with the thread that starts it
                self._thread.start()

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for an analysis.

        Args:
            article: What to analyze.
            options: How.
            on_progress: Called after each stage, from the engine's thread.
        """
        job = Job(article, options, on_progress, self._cancel)
        with self._lock:
            if self._closing:
                job.fail(Cancelled("the program is closing"))
                return job
            self._queue.append(job)
        self.start()
        self._wake()
        return job

    def close(self) -> None:
        """Stop all work at once; what is not finished fails with `Cancelled`."""
        with self._lock:
            self._closing = True
        if self._thread.ident is not None:
            self._wake()
            self._thread.join()

    def _cancel(self, job: Job) -> None:
        with self._lock:
            self._cancelled.add(job)
        self._wake()

    def _wake(self) -> None:
        with contextlib.suppress(OSError):
            self._wake_writer.send_bytes(b"!")

    def _run(self) -> None:
        try:
            self._workers.append(self._new_worker())
            while not self._closing:
                self._drop_cancelled()
                self._hand_out()
                self._listen()
        except Exception as error:  # the thread is the engine: no job may wait for ever
            self._fail_all(AnalysisError(f"the analysis cannot run here: {error}"))
        finally:
            self._closing = True
            for each in self._workers:
                each.stop()
            self._fail_all(Cancelled("the analysis was stopped"))

    def _new_worker(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=self._target, args=(theirs, self._memory_limit), daemon=True
        )
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _drop_cancelled(self) -> None:
        with self._lock:
            dropped, self._cancelled = self._cancelled, set()
            self._queue = deque(job for job in self._queue if job not in dropped)
        for job in dropped:
            busy = next((w for w in self._workers if w.job is job), None)
            if busy:
                self._replace(busy)
            job.fail(Cancelled("the analysis was stopped"))

    def _hand_out(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    return
            idle = next((w for w in self._workers if w.job is None), None)
            if idle is None:
                if len(self._workers) >= self._size:
                    return
                idle = self._new_worker()
                self._workers.append(idle)
            with self._lock:
                job = self._queue.popleft()
            idle.job, idle.number = job, next(self._numbers)
            idle.deadline = time.monotonic() + self._patience(job)
            try:
                idle.connection.send_bytes(
                    encode(JobMessage(idle.number, job.article, job.options))
                )
            except OSError:
                self._bury(idle)

    def _patience(self, job: Job) -> float:
        return self._seconds_silent + job.article.word_count / WORDS_PER_SECOND

    def _listen(self) -> None:
        """Wait for the next message, wake-up or deadline and act on it."""
        deadline = min((w.deadline for w in self._workers), default=float("inf"))
        patience = None if deadline == float("inf") else max(0.0, deadline - time.monotonic())
        connections = {w.connection: w for w in self._workers}
        for ready in mp_connection.wait([self._wake_reader, *connections], patience):
            if ready is self._wake_reader:
                self._wake_reader.recv_bytes()
            elif isinstance(ready, Connection):
                self._receive(connections[ready])
        for late in [w for w in self._workers if w.deadline < time.monotonic()]:
            if late.job:
                late.job.fail(
                    AnalysisError("the analysis took too long and was stopped; try another method")
                )
            self._replace(late)

    def _receive(self, sender: _Worker) -> None:
        try:
            message = decode_message(sender.connection.recv_bytes())
        except (EOFError, OSError):
            self._bury(sender)
            return
        job = sender.job
        if job is None or message.job != sender.number:
            return
        if isinstance(message, Part):
            sender.deadline = time.monotonic() + self._patience(job)
            job.take(message)
            return
        sender.job, sender.deadline = None, float("inf")
        if isinstance(message, Failed):
            job.fail(AnalysisError(message.reason))
        else:
            job.finish()

    def _bury(self, dead: _Worker) -> None:
        """A worker has ended by itself: its job fails with what is known, another takes over."""
        job = dead.job
        dead.process.join(timeout=1)
        code = self._replace(dead)
        if job is None:
            self._idle_deaths += 1
            if self._idle_deaths >= IDLE_DEATHS:
                raise RuntimeError("its process ends as soon as it starts")
        else:
            ending = f"signal {-code}" if code and code < 0 else f"exit code {code}"
            job.fail(
                AnalysisError(f"the analysis crashed ({ending}); the article can still be read")
            )

    def _replace(self, old: _Worker) -> int | None:
        self._workers.remove(old)
        code = old.stop()
        if not self._closing:
            self._workers.append(self._new_worker())
        return code

    def _fail_all(self, error: AnalysisError) -> None:
        with self._lock:
            waiting, self._queue = list(self._queue), deque()
        for job in [*(w.job for w in self._workers if w.job), *waiting]:
            job.fail(error)
