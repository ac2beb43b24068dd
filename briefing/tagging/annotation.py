"""What the language model is needed for: places, actors and quotes; loads spaCy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.model import Briefing, Quote, Span
from briefing.options import Options
from briefing.tagging import actors, locations, quotes
from briefing.tagging import pipeline as language_pipeline
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities
from briefing.tagging.names.known import Refused

if TYPE_CHECKING:
    from spacy.language import Language


def annotate(
    briefing: Briefing,
    sentences: tuple[Span, ...],
    options: Options,
    report: Callable[[str, Briefing], None],
) -> Briefing:
    """The briefing with the places, actors and quotes of its article.

    Args:
        briefing: What has been found so far.
        sentences: Of its article.
        options: The user's choices.
        report: Called after each stage with its name and what has been found by then.
    """
    article = briefing.article
    nlp = pipeline(options.model)
    doc = language_pipeline.parse(nlp, article, sentences)
    names = entities.find(article, doc, options.names)
    briefing = replace(
        briefing,
        model=language_pipeline.name_of(nlp),
        locations=locations.find(article, doc, names, gazetteer()),
    )
    report("locations", briefing)

    refused = Refused(options.names)
    found = actors.merge(article, doc, names, briefing.locations, refused)
    briefing = replace(briefing, actors=found)
    report("actors", briefing)

    given = {actor.id for actor in briefing.actors if actor.role_by}
    said = (_in_own_words(quote, given) for quote in quotes.find(article, doc, briefing.actors))
    briefing = replace(briefing, quotes=tuple(said))
    report("quotes", briefing)
    return briefing


def _in_own_words(quote: Quote, given: set[str]) -> Quote:
    """A quote without its speaker's role, if that is from the file of names."""
    return replace(quote, role=None) if quote.speaker_id in given else quote


@cache
def pipeline(model: str | None = None) -> Language:
    """The language model, loaded once a process."""
    return language_pipeline.load(model)


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once a process."""
    return Gazetteer()
