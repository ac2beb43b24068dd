"""A job as a worker does it: all of its stages, or the first of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.engine.jobs import Job
from briefing.engine.protocol import Findings
from briefing.languages.registry import needs_model
from briefing.model import Briefing
from briefing.options import NEED_MODEL, STAGES


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done for a job; each message from its worker makes the next one.

    Attributes:
        job: The job.
        order: How many jobs were asked for before it.
        briefing: What has been found so far.
        stages: What its worker is asked for and has not reported.
        later: What is left to another worker.
        number: The number of the request that its worker was sent.
        deadline: When its worker counts as hung, on the monotonic clock.
    """

    job: Job
    order: int
    briefing: Briefing
    stages: tuple[str, ...] = STAGES
    later: tuple[str, ...] = ()
    number: int = 0
    deadline: float = 0.0

    def without_model(self) -> Task | None:
        """The part of it that needs no language model, or None if there is none."""
        if not needs_model(self.job.article.language):
            return self
        first = tuple(stage for stage in self.stages if stage not in NEED_MODEL)
        later = tuple(stage for stage in self.stages if stage in NEED_MODEL)
        return replace(self, stages=first, later=later) if first else None

    def rest(self) -> Task | None:
        """What its worker leaves to others, or None if the job is finished."""
        return replace(self, stages=self.later, later=()) if self.later else None

    def whole(self) -> Task:
        """All that is still to be done, after its worker has ended."""
        return replace(self, stages=self.stages + self.later, later=())

    def with_findings(self, findings: Findings, deadline: float) -> Task:
        """The task after its worker has reported a stage."""
        stages = tuple(stage for stage in self.stages if stage != findings.stage)
        briefing = findings.added_to(self.briefing)
        return replace(self, briefing=briefing, stages=stages, deadline=deadline)
