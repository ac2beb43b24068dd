"""analyze(article): the one place where the annotators stand in order.

Imports spaCy and sumy, so it belongs into a worker process (see `briefing.engine`) or a script.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from msgspec.structs import replace
from spacy.language import Language

from briefing.languages.registry import language, missing_in
from briefing.model import Article, Briefing
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options
from briefing.summary import rank
from briefing.tagging import actors, dates, locations, quotes
from briefing.tagging import pipeline as language_pipeline
from briefing.tagging.locations.gazetteer import Gazetteer
from briefing.tagging.names import entities
from briefing.text import sentences

OnStage = Callable[[str, Briefing], None]


def analyze(
    article: Article, options: Options | None = None, on_stage: OnStage | None = None
) -> Briefing:
    """Everything that can be found in the article.

    What cannot be found in the article's language is left out, and `Briefing.missing` says so.

    Args:
        article: A frozen article, as `briefing.reading.read` gives it.
        options: The user's choices.
        on_stage: Called after each stage with its name, one of `briefing.options.STAGES`, and
            what has been found so far; also for a stage that is left out.

    Raises:
        BriefingError: The method or the model is not there, or cannot take this article.
    """
    options = options or Options()

    def report(stage: str, briefing: Briefing) -> None:
        if on_stage:
            on_stage(stage, briefing)

    spans = sentences.split(article)
    briefing = Briefing(
        article=article,
        sentences=rank(article, spans, options.method),
        missing=missing_in(article.language),
        method=options.method,
    )
    briefing = briefing.with_summary(DEFAULT_SUMMARY_LENGTH)
    report("summary", briefing)

    works = language(article.language).stages
    if "dates" in works:
        briefing = replace(briefing, dates=dates.find(article))
    report("dates", briefing)
    if "locations" not in works:  # without names there are neither actors nor speakers
        for stage in ("locations", "actors", "quotes"):
            report(stage, briefing)
        return briefing

    nlp = pipeline(options.model)
    doc = language_pipeline.parse(nlp, article, spans)
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
