"""Analyses in worker processes: progress, cancel, many at once.

The process that uses the engine never imports spaCy or sumy. If a worker crashes, hangs or runs out
of memory, that one job fails with an `AnalysisError`, and another worker takes over at once.
"""

from __future__ import annotations

import contextlib
import threading
import time
from bisect import insort
from dataclasses import replace
from itertools import count
from multiprocessing import connection as mp_connection
from multiprocessing.connection import Connection

from briefing.engine import processes, worker, workers
from briefing.engine.jobs import Job, OnProgress, Progress
from briefing.engine.processes import model_server
from briefing.engine.protocol import Failed, Findings, Request, decode_reply, encode
from briefing.engine.tasks import Task
from briefing.engine.workers import Serve, Starter, Worker
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


class Engine:
    """Runs analyses in at most `workers` processes.

    `start` returns at once; the first worker loads the model in the background. Until it is ready,
    a worker without model finds what needs none. Call `close`, or use the engine as a context
    manager, so that no process outlives the program.

    Args:
        workers: The most processes with the model.
        memory_limit: Bytes of address space that each may use, or None.
        seconds_silent: As `SECONDS_SILENT`.
        target: What a worker process runs.
        has_first: False for no worker without model.
    """

    _closing = False

    def __init__(
        self,
        workers: int = 1,
        *,
        memory_limit: int | None = MEMORY_LIMIT,
        seconds_silent: float = SECONDS_SILENT,
        target: Serve = worker.serve,
        has_first: bool = True,
    ) -> None:
        self._size = workers
        self._memory_limit = memory_limit
        self._seconds_silent = seconds_silent
        self._has_first = has_first
        self._starter = Starter(target, memory_limit, self._wake)
        self._lock = threading.Lock()
        self._queue: list[Task] = []
        self._cancelled: set[Job] = set()
        self._workers: list[Worker] = []
        self._orders = count()
        self._numbers = count(1)
        self._idle_deaths = 0
        self._wake_reader, self._wake_writer = mp_connection.Pipe(duplex=False)
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
                model_server.start()  # from this thread, with which its process ends
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
            briefing = Briefing(article=article, method=options.method)
            self._queue.append(Task(job, next(self._orders), briefing))
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
                processes.stop()
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
            if self._has_first:
                self._workers.append(workers.without_model(self._memory_limit))
            self._starter.start()
            while not self._closing:
                self._workers += self._starter.take()
                self._drop_cancelled()
                self._assign_waiting()
                self._dismiss_first()
                self._listen()
        except Exception as error:  # without this thread every job would wait forever
            self._fail_all(AnalysisError(f"the analysis cannot run here: {error}"))
        finally:
            self._closing = True
            self._starter.close()
            for each in self._workers:
                each.stop()
            self._fail_all(Cancelled("the analysis was stopped"))

    def _drop_cancelled(self) -> None:
        with self._lock:
            dropped, self._cancelled = self._cancelled, set()
            self._queue = [task for task in self._queue if task.job not in dropped]
        for job in dropped:
            busy = next((w for w in self._workers if w.task and w.task.job is job), None)
            if busy:
                self._replace(busy)
            job.fail(Cancelled("the analysis was stopped"))

    def _assign_waiting(self) -> None:
        with self._lock:
            waiting = list(self._queue)
        for task in waiting:
            idle = [each for each in self._workers if each.task is None]
            complete = next((each for each in idle if each.has_model), None)
            first = next((each for each in idle if not each.has_model), None)
            if complete:
                self._assign(task, task, complete)
            elif first and (part := task.without_model()):
                self._assign(task, part, first)
            elif not idle:
                break
        with self._lock:
            is_waiting = bool(self._queue)
        if is_waiting and self._starter.under_way + self._with_model() < self._size:
            self._starter.start()

    def _with_model(self) -> int:
        return sum(each.has_model for each in self._workers)

    def _dismiss_first(self) -> None:
        """End the worker without model when others can do its work."""
        if self._with_model():
            for each in self._workers:
                if not each.has_model and each.task is None:
                    each.stop()
            self._workers = [each for each in self._workers if each.has_model or each.task]

    def _assign(self, waiting: Task, part: Task, idle: Worker) -> None:
        """Give a part of a waiting task, or all of it, to a worker."""
        with self._lock:
            self._queue.remove(waiting)
        number, deadline = next(self._numbers), self._deadline(part.job)
        idle.task = replace(part, number=number, deadline=deadline)
        request = Request(
            number, part.job.article, part.job.options, part.stages, part.briefing.dates
        )
        try:
            idle.connection.send_bytes(encode(request))
        except OSError:
            self._handle_death(idle)

    def _put_back(self, task: Task) -> None:
        with self._lock:
            insort(self._queue, task, key=lambda each: each.order)

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

    def _receive(self, sender: Worker) -> None:
        try:
            reply = decode_reply(sender.connection.recv_bytes())
        except (EOFError, OSError):
            self._handle_death(sender)
            return
        task = sender.task
        if task is None or reply.request != task.number:
            return
        if isinstance(reply, Findings):
            sender.task = task.with_findings(reply, self._deadline(task.job))
            task.job.report(Progress(reply.stage, sender.task.briefing))
            return
        sender.task = None
        if isinstance(reply, Failed):
            task.job.fail(AnalysisError(reply.reason))
        elif rest := task.rest():
            self._put_back(rest)
        else:
            task.job.finish(task.briefing)

    def _handle_death(self, dead: Worker) -> None:
        """Fail the job of a worker that has ended by itself, and start another worker."""
        task = dead.task
        dead.process.wait(1)
        code = self._replace(dead)
        if not dead.has_model:
            if task:
                self._put_back(task.whole())
        elif task is None:
            self._idle_deaths += 1
            if self._idle_deaths >= IDLE_DEATHS:
                raise RuntimeError("its process ends as soon as it starts")
        else:
            ending = f"signal {-code}" if code and code < 0 else f"exit code {code}"
            message = f"the analysis crashed ({ending}); the article can still be read"
            task.job.fail(AnalysisError(message))

    def _replace(self, old: Worker) -> int | None:
        self._workers.remove(old)
        code = old.stop()
        if old.has_model and not self._closing:
            self._starter.start()
        return code

    def _fail_all(self, error: AnalysisError) -> None:
        with self._lock:
            waiting, self._queue = self._queue, []
        for task in [*(each.task for each in self._workers if each.task), *waiting]:
            task.job.fail(error)
