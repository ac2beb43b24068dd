"""Analyses in worker processes: progress, cancel, many at once.

The process that uses the engine never imports spaCy or sumy. If a worker crashes, hangs or runs out
of memory, that one job fails with an `AnalysisError`, and another worker takes over at once.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing import connection as mp_connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from briefing.engine import forkserver, worker
from briefing.engine.jobs import Job, OnProgress, Progress
from briefing.engine.protocol import Failed, Findings, Request, decode_reply, encode
from briefing.errors import AnalysisError, Cancelled
from briefing.model import Article, Briefing
from briefing.options import Options

MEMORY_LIMIT = 4 * 1024**3
"""Bytes of address space for one worker; the model and its libraries use a quarter of them."""

SECONDS_SILENT = 60.0
WORDS_PER_SECOND = 500
"""A worker counts as hung when it has sent nothing for `SECONDS_SILENT` plus the time that a very
slow machine needs for the article's words."""

SECONDS_STOPPED = 5.0
"""A wait that is so much longer than it was to be says that the whole program stood still."""

SECONDS_TO_STOP = 1.0
"""How long the processes may take to end."""

IDLE_DEATHS = 3
"""After so many workers that ended before they had work, the engine gives up."""


@dataclass(frozen=True, slots=True)
class _Task:
    """A job that a worker is busy with; each message from the worker makes the next one.

    Attributes:
        number: The number of the request that the worker was sent.
        briefing: What has been found so far.
        deadline: When the worker counts as hung, on the monotonic clock.
    """

    job: Job
    number: int
    briefing: Briefing
    deadline: float


@dataclass(slots=True, eq=False)
class _Worker:
    """A worker process, and its task unless it is idle; only the engine's thread uses it."""

    process: BaseProcess
    connection: Connection
    task: _Task | None = None

    def stop(self) -> int | None:
        self.process.kill()
        self.process.join()
        self.connection.close()
        return self.process.exitcode


class Engine:
    """Runs analyses in at most `workers` processes.

    `start` returns at once; the first worker loads the model in the background. Call `close`, or
    use the engine as a context manager, so that no process outlives the program.

    Args:
        workers: The most processes.
        memory_limit: Bytes of address space that each may use, or None.
        seconds_silent: As `SECONDS_SILENT`.
        target: What a worker process runs.
    """

    _closing = False

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
                forkserver.start()  # from this thread, with which its process ends
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

    @property
    def has_ended(self) -> bool:
        """True if it does no more work, because it was closed or its processes cannot begin."""
        return self._closing

    def close(self) -> None:
        """Stop all work at once; what is not finished fails with `Cancelled`."""
        with self._lock:
            self._closing = True
        if self._thread.ident is not None:
            self._wake()
            self._thread.join(SECONDS_TO_STOP)
            if self._thread.is_alive():  # it waits for a process that was stopped
                forkserver.kill()
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
                self._assign_waiting()
                self._listen()
        except Exception as error:  # without this thread every job would wait forever
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
            busy = next((w for w in self._workers if w.task and w.task.job is job), None)
            if busy:
                self._replace(busy)
            job.fail(Cancelled("the analysis was stopped"))

    def _assign_waiting(self) -> None:
        while True:
            with self._lock:
                if not self._queue:
                    return
            idle = next((w for w in self._workers if w.task is None), None)
            if idle is None:
                if len(self._workers) >= self._size:
                    return
                idle = self._new_worker()
                self._workers.append(idle)
            with self._lock:
                job = self._queue.popleft()
            self._assign(job, idle)

    def _assign(self, job: Job, idle: _Worker) -> None:
        request = Request(next(self._numbers), job.article, job.options)
        briefing = Briefing(article=job.article, method=job.options.method)
        idle.task = _Task(job, request.number, briefing, self._deadline(job))
        try:
            idle.connection.send_bytes(encode(request))
        except OSError:
            self._handle_death(idle)

    def _deadline(self, job: Job) -> float:
        """When a worker that is busy with the job counts as hung, unless it reports before."""
        seconds = self._seconds_silent + job.article.word_count / WORDS_PER_SECOND
        return time.monotonic() + seconds

    def _listen(self) -> None:
        """Wait for the next reply, wake-up or deadline and act on it."""
        deadlines = [each.task.deadline for each in self._workers if each.task]
        patience = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        connections = {each.connection: each for each in self._workers}
        began = time.monotonic()
        for ready in mp_connection.wait([self._wake_reader, *connections], patience):
            if ready is self._wake_reader:
                self._wake_reader.recv_bytes()
            elif isinstance(ready, Connection):
                self._receive(connections[ready])
        now = time.monotonic()
        stopped = now - began - (patience or now - began)
        for each in list(self._workers):
            if each.task and stopped > SECONDS_STOPPED:  # as by ctrl+z, and its worker with it
                each.task = replace(each.task, deadline=each.task.deadline + stopped)
            if each.task and each.task.deadline < now:
                message = "the analysis took too long and was stopped; try another method"
                each.task.job.fail(AnalysisError(message))
                self._replace(each)

    def _receive(self, sender: _Worker) -> None:
        try:
            reply = decode_reply(sender.connection.recv_bytes())
        except (EOFError, OSError):
            self._handle_death(sender)
            return
        task = sender.task
        if task is None or reply.request != task.number:
            return
        if isinstance(reply, Findings):
            briefing = reply.added_to(task.briefing)
            sender.task = replace(task, briefing=briefing, deadline=self._deadline(task.job))
            task.job.report(Progress(reply.stage, briefing))
            return
        sender.task = None
        if isinstance(reply, Failed):
            task.job.fail(AnalysisError(reply.reason))
        else:
            task.job.finish(task.briefing)

    def _handle_death(self, dead: _Worker) -> None:
        """Fail the job of a worker that has ended by itself, and start another worker."""
        task = dead.task
        dead.process.join(timeout=1)
        code = self._replace(dead)
        if task is None:
            self._idle_deaths += 1
            if self._idle_deaths >= IDLE_DEATHS:
                raise RuntimeError("its process ends as soon as it starts")
        else:
            ending = f"signal {-code}" if code and code < 0 else f"exit code {code}"
            message = f"the analysis crashed ({ending}); the article can still be read"
            task.job.fail(AnalysisError(message))

    def _replace(self, old: _Worker) -> int | None:
        self._workers.remove(old)
        code = old.stop()
        if not self._closing:
            self._workers.append(self._new_worker())
        return code

    def _fail_all(self, error: AnalysisError) -> None:
        with self._lock:
            waiting, self._queue = list(self._queue), deque()
        for job in [*(w.task.job for w in self._workers if w.task), *waiting]:
            job.fail(error)
