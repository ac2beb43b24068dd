"""analyze(article): the one place where the stages of an analysis stand in order.

It imports sumy, and spaCy for the stages that need the language model, so it belongs into a worker
process (see `briefing.engine`) or a script.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from msgspec.structs import replace

from briefing.languages.registry import language, missing_in, needs_model
from briefing.model import Article, Briefing, DateMention
from briefing.options import DEFAULT_SUMMARY_LENGTH, NEED_MODEL, STAGES, Options
from briefing.summary import rank
from briefing.tagging import dates
from briefing.text import sentences

OnStage = Callable[[str, Briefing], None]


def analyze(
    article: Article,
    options: Options | None = None,
    on_stage: OnStage | None = None,
    *,
    stages: Collection[str] = STAGES,
    found_dates: tuple[DateMention, ...] = (),
) -> Briefing:
    """Everything that can be found in the article.

    What cannot be found in the article's language is left out, and `Briefing.missing` says so.

    Args:
        article: A frozen article, as `briefing.reading.read` gives it.
        options: The user's choices.
        on_stage: Called after each stage with its name, one of `briefing.options.STAGES`, and
            what has been found so far; also for a stage that is left out.
        stages: Those that are wanted; of `briefing.options.NEED_MODEL` all or none.
        found_dates: The dates, where "dates" is not wanted since they were found before.

    Raises:
        BriefingError: The method or the model is not there, or cannot take this article.
    """
    options = options or Options()

    def report(stage: str, briefing: Briefing) -> None:
        if on_stage:
            on_stage(stage, briefing)

    works = language(article.language).stages
    spans = sentences.split(article)
    briefing = Briefing(
        article=article,
        dates=found_dates,
        missing=missing_in(article.language),
        method=options.method,
    )
    if "summary" in stages:
        briefing = replace(briefing, sentences=rank(article, spans, options.method))
        briefing = briefing.with_summary(DEFAULT_SUMMARY_LENGTH)
        report("summary", briefing)
    if "dates" in stages:
        if "dates" in works:
            briefing = replace(briefing, dates=dates.find(article))
        report("dates", briefing)
    wanted = [stage for stage in NEED_MODEL if stage in stages]
    if wanted and needs_model(article.language):
        from briefing.tagging.annotation import annotate

        return annotate(briefing, spans, options, report)
    for stage in wanted:
        report(stage, briefing)
    return briefing
