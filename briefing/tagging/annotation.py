"""What the language model is needed for: places, actors and quotes; loads spaCy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model import Briefing, Span
from briefing.tagging import actors, locations, quotes
from briefing.tagging import pipeline as language_pipeline
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities

if TYPE_CHECKING:
    from spacy.language import Language


def annotate(
    briefing: Briefing,
    sentences: tuple[Span, ...],
    model: str | None,
    report: Callable[[str, Briefing], None],
) -> Briefing:
    """The briefing with the places, actors and quotes of its article.

    Args:
        briefing: What has been found so far.
        sentences: Of its article.
        model: As `briefing.options.Options.model`.
        report: Called after each stage with its name and what has been found by then.
    """
    article = briefing.article
    nlp = pipeline(model)
    doc = language_pipeline.parse(nlp, article, sentences)
    names = entities.find(article, doc)
    briefing = replace(
        briefing,
        model=language_pipeline.name_of(nlp),
        locations=locations.find(article, doc, names, gazetteer()),
    )
    report("locations", briefing)

    briefing = replace(briefing, actors=actors.merge(article, doc, names, briefing.locations))
    report("actors", briefing)

    briefing = replace(briefing, quotes=quotes.find(article, doc, briefing.actors))
    report("quotes", briefing)
    return briefing


@cache
def pipeline(model: str | None = None) -> Language:
    """The language model, loaded once a process."""
    return language_pipeline.load(model)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once a process."""
    return Gazetteer()
