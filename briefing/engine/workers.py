"""Workers as the engine knows them, and the thread that gets those with the language model."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue

from briefing.engine.local_sockets import connection
from briefing.engine.processes import Process, model_server, text_worker
from briefing.engine.tasks import Task

Serve = Callable[[Connection, int | None], None]
"""What a worker process runs, with its end of the pipe and the bytes of memory that it may have."""


@dataclass(slots=True, eq=False)
class Worker:
    """A worker process, and its task unless it is idle; only the engine's thread uses it.

    Attributes:
        process: The process.
        connection: Our end of the pipe to it.
        has_model: True if it can do all stages.
        task: What it is busy with.
    """

    process: Process
    connection: Connection
    has_model: bool = True
    task: Task | None = None

    def stop(self) -> int | None:
        """End it at once and return its exit code."""
        self.process.kill()
        code = self.process.wait()
        self.connection.close()
        return code


def without_model(memory_limit: int | None) -> Worker:
    """A worker for what needs no model, which is ready long before the others are."""
    process, end = text_worker(memory_limit)
    return Worker(process, connection(end), has_model=False)


class Starter:
    """Gets workers with the model in a thread of its own, because that waits for the model.

    Args:
        serve: What they run.
        memory_limit: Bytes of address space for each, or None.
        on_arrival: Called from the thread when a worker is ready, or could not be started.

    Attributes:
        under_way: How many were asked for and not taken yet.
    """

    def __init__(
        self, serve: Serve, memory_limit: int | None, on_arrival: Callable[[], object]
    ) -> None:
        self._serve = serve
        self._memory_limit = memory_limit
        self._on_arrival = on_arrival
        self._lock = threading.Lock()
        self._wanted: SimpleQueue[bool] = SimpleQueue()
        self._arrived: list[Worker | Exception] = []
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="briefing-starter", daemon=True)
        self.under_way = 0

    def start(self) -> None:
        """Ask for another worker and return at once."""
        self.under_way += 1
        self._wanted.put(True)
        if self._thread.ident is None:
            self._thread.start()

    def take(self) -> list[Worker]:
        """The workers that have become ready; raises what kept one from starting."""
        with self._lock:
            arrived, self._arrived = self._arrived, []
        self.under_way -= len(arrived)
        workers = [each for each in arrived if isinstance(each, Worker)]
        for each in arrived:
            if isinstance(each, Exception):
                for worker in workers:
                    worker.stop()
                raise each
        return workers

    def close(self) -> None:
        """Stop what has not been taken, now or as soon as it is ready."""
        with self._lock:
            self._closed = True
            arrived, self._arrived = self._arrived, []
        self._wanted.put(False)
        for each in arrived:
            if isinstance(each, Worker):
                each.stop()

    def _run(self) -> None:
        while self._wanted.get() and not self._closed:
            new = self._new()
            with self._lock:
                late = self._closed
                if not late:
                    self._arrived.append(new)
            if not late:
                self._on_arrival()
            elif isinstance(new, Worker):
                new.stop()

    def _new(self) -> Worker | Exception:
        try:
            process, end = model_server.fork(self._serve, self._memory_limit)
        except OSError as error:  # which the engine is told
            return error
        return Worker(process, connection(end))
