"""Analyses on a running Dask cluster, whose workers have this same package installed.

A worker that is lost costs nothing but time: its articles are given to another one.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from briefing import codec
from briefing.engine.jobs import Job, OnProgress
from briefing.engine.protocol import Failed, Request, decode_request
from briefing.engine.protocol import encode as encoded
from briefing.errors import AnalysisError, BriefingError, Cancelled
from briefing.model import Article, Briefing
from briefing.options import Options
from briefing.sanitize import one_line

if TYPE_CHECKING:
    from distributed import Client, Future

SCHEME = "dask://"
SECONDS_TO_CONNECT = 10
NOT_INSTALLED = "a Dask cluster needs more packages; install them with: pip install 'brief[dask]'"

_one_at_a_time = threading.Lock()
"""Held by the thread of a worker that analyzes; the language model is not made for several."""


def analyzed(request: bytes) -> bytes:
    """On the cluster: the briefing for a request, or `Failed`, encoded."""
    from briefing.analysis import analyze

    asked = decode_request(request)
    try:
        with _one_at_a_time:
            return codec.encode(analyze(asked.article, asked.options))
    except BriefingError as error:
        return encoded(Failed(asked.number, str(error)))


class Cluster:
    """Runs analyses on a Dask cluster; what an `Engine` is for one machine.

    Args:
        address: "dask://HOST:PORT" of its scheduler.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Client | None = None
        self._futures: dict[Job, Future] = {}

    @property
    def has_ended(self) -> bool:
        """False: where the cluster ends, each job says so."""
        return False

    def start(self) -> None:
        """Connect to the scheduler.

        Raises:
            AnalysisError: It cannot be reached, or what is needed for that is not installed.
        """
        try:
            from distributed import Client
        except ImportError as error:
            raise AnalysisError(NOT_INSTALLED) from error
        try:
            scheduler = self._address.removeprefix(SCHEME)
            self._client = Client(f"tcp://{scheduler}", timeout=SECONDS_TO_CONNECT)
        except (OSError, ValueError) as error:
            raise AnalysisError(
                f"no Dask scheduler answers at {one_line(self._address)}; check the address"
            ) from error

    def submit(
        self, article: Article, options: Options, on_progress: OnProgress | None = None
    ) -> Job:
        """Ask for an analysis, as `Engine.submit` does; no stages are reported on the way."""
        assert self._client is not None
        job = Job(article, options, on_progress, self._cancel)
        request = encoded(Request(0, article, options))
        future = self._client.submit(analyzed, request, pure=False)
        self._futures[job] = future
        future.add_done_callback(lambda done: self._finish(job, done))
        return job

    def close(self) -> None:
        """Leave the cluster; what is not finished fails with `Cancelled`."""
        if self._client is not None:
            futures, self._futures = self._futures, {}
            self._client.cancel(list(futures.values()))
            self._client.close()
            for job in futures:
                job.fail(Cancelled("the analysis was stopped"))

    def _cancel(self, job: Job) -> None:
        if future := self._futures.pop(job, None):
            future.cancel()
            job.fail(Cancelled("the analysis was stopped"))

    def _finish(self, job: Job, future: Future) -> None:
        if self._futures.pop(job, None) is None:  # it was stopped
            return
        try:
            reply = future.result()
        except Exception as error:  # the worker was lost several times, or has another version
            job.fail(AnalysisError(f"the cluster could not analyze it ({one_line(str(error))})"))
            return
        finally:
            future.release()
        found = _decoded(reply)
        if isinstance(found, Failed):
            job.fail(AnalysisError(found.reason))
        else:
            job.finish(found)


def _decoded(reply: bytes) -> Briefing | Failed:
    from msgspec import ValidationError, json

    try:
        return codec.decode(reply)
    except ValidationError:
        return json.decode(reply, type=Failed)
