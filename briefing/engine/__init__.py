"""Analyses in worker processes: jobs in, progress and finished briefings out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.engine.jobs import Job, OnProgress, Progress
    from briefing.engine.pool import Engine

__all__ = ["Engine", "Job", "OnProgress", "Progress"]

__getattr__ = lazy_names(
    __name__, {"Engine": "pool", "Job": "jobs", "OnProgress": "jobs", "Progress": "jobs"}
)
