"""Labels and words of English grammar that several rules ask about."""

from __future__ import annotations

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
"""Dependency labels of the subject of a verb."""
SURE_FORMS = frozenset("said says told tells wrote writes added tweeted replied".split())
"""Forms of verbs of speaking that are nothing else."""
