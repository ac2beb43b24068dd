"""What a user may choose about an analysis, and its stages."""

from __future__ import annotations

from msgspec import Struct

from briefing.names_file.values import Entry

DEFAULT_SUMMARY_LENGTH = 6
"""Sentences: four tell fewer than half of the facts that a reader must know, six some 57 in 100."""

METHODS = ("brief", "lead", "lexrank", "textrank", "luhn", "sumbasic", "kl")
"""Names of the methods that rank sentences; `briefing.summary.ranking` maps them to rankers."""

STAGES = ("summary", "dates", "locations", "actors", "quotes")
"""In the order in which an analysis finishes them."""

NEED_MODEL = ("locations", "actors", "quotes")
"""Stages that stand on the language model; the last ones."""


class Options(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Choices that change what is found; with the text they identify a briefing.

    Attributes:
        method: Name of the ranking method, one of `METHODS`.
        model: Name of an installed spaCy pipeline, or None for the small English one.
        names: What the reader's file of names says of names in the article.
    """

    method: str = "brief"
    model: str | None = None
    names: tuple[Entry, ...] = ()
