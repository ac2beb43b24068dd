"""What a card of details shows of one finding of a briefing; pure.

Facts stand above; below them every row is evidence, a sentence or a quote of the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from briefing.countries import country_name
from briefing.model import (
    Actor,
    Article,
    Briefing,
    DateMention,
    Location,
    Quote,
    Span,
    SummarySentence,
)
from briefing.summary.reasons import why
from tui.details.rows import headed, quote_row, sentence_rows, sentences_of
from tui.panes.date_words import in_words
from tui.panes.labels import paragraph_label
from tui.panes.quote_lines import why_uncertain
from tui.panes.reason_line import ordinal
from tui.widgets.rows import Row
from tui.widgets.strips import Line, fit
from tui.widgets.wrap import fold

FACT_WIDTH = 10
"""Cells for the name of a fact."""

Fact = tuple[str, str]
"""A name and what there is to say, which may be long."""


class Details(Struct, frozen=True):
    """A card.

    Attributes:
        title: What it is about, on one line.
        facts: What is known, each with its name.
        rows: The evidence, each row with its spans.
        spans: What the facts are about.
    """

    title: str
    facts: tuple[Fact, ...]
    rows: tuple[Row, ...]
    spans: tuple[Span, ...] = ()

    def lines(self, width: int) -> list[Line]:
        """The facts on lines of at most `width` cells."""
        return [line for fact in self.facts for line in _fact_lines(fact, width, 99)]

    def fact_rows(self) -> tuple[Row, ...]:
        """The facts as rows, each of which stands on what the card is about."""
        return tuple(Row(draw=partial(_fact_lines, fact), spans=self.spans) for fact in self.facts)


def _fact_lines(fact: Fact, width: int, limit: int) -> list[Line]:
    name, words = fact
    parts = fold(words, max(width - FACT_WIDTH, 1), limit)
    return [
        fit([(f"{name if number == 0 else '':<{FACT_WIDTH}}", "dim"), (part, "ink")], width)
        for number, part in enumerate(parts)
    ]


def facts_of(*facts: tuple[str, str | None]) -> tuple[Fact, ...]:
    """The facts of which there is something to say."""
    return tuple((name, words) for name, words in facts if words)


# Cards


def actor_details(briefing: Briefing, actor: Actor) -> Details:
    """The card of an actor."""
    text = briefing.article.text
    names = Counter(" ".join(text[start:end].split()) for start, end in actor.mentions)
    total = sum(len(other.mentions) for other in briefing.actors) or 1
    spoken = [quote for quote in briefing.quotes if quote.speaker_id == actor.id]
    sure = sum(quote.certain for quote in spoken)
    speaks = count_of(len(spoken), "quote") + (
        f", {len(spoken) - sure} of them likely" if sure < len(spoken) else ""
    )
    share = f"{len(actor.mentions)} of {total} mentions of actors"
    facts = facts_of(
        ("kind", actor.kind),
        ("role", actor.role),
        ("named", " · ".join(f"{name} {count}" for name, count in names.most_common())),
        ("share", f"{share}, {100 * len(actor.mentions) / total:.0f}%"),
        ("speaks", speaks if spoken else "is not quoted"),
    )
    quotes = [quote_row(briefing.article, quote) for quote in spoken]
    named = sentence_rows(briefing, actor.mentions, "actor")
    return Details(
        actor.name, facts, (*headed("Says", quotes), *headed("Named in", named)), actor.mentions
    )


def place_details(briefing: Briefing, place: Location) -> Details:
    """The card of a place."""
    facts = facts_of(
        ("kind", place.kind),
        ("division", place.admin1),
        ("country", _country(place)),
        ("point", coordinates(place)),
        ("named", count_of(len(place.mentions), "time")),
    )
    rows = sentence_rows(briefing, place.mentions, "place")
    return Details(place.name, facts, tuple(headed("Named in", rows)), place.mentions)


def _country(place: Location) -> str:
    if place.country is not None:
        return country_name(place.country) or place.country
    return "not known" if place.latitude is None else "of no single country"


def quote_details(briefing: Briefing, quote: Quote) -> Details:
    """The card of a quote."""
    article = briefing.article
    facts = facts_of(
        ("speaker", quote.speaker or "not named"),
        ("role", quote.role),
        ("certain", _certainty(article, quote)),
        ("cue", f"“{quote.cue}”" if quote.cue else "no word of speaking beside it"),
        ("words", f"“{quote.text}”"),
        ("kind", "quoted words in the writer’s sentence" if quote.kind == "mixed" else "direct"),
    )
    spans = [(quote.start, quote.end)]
    rows = sentence_rows(briefing, spans, "quote")
    mention = quote.speaker_mention
    around = sentences_of(briefing, spans)
    if mention and not sentences_of(briefing, [mention]).keys() <= around.keys():
        rows += headed("The speaker is named in", sentence_rows(briefing, [mention], "actor"))
    title = f"Quote {paragraph_label(article, quote.start)}".strip()
    return Details(title, facts, tuple(headed("In the article", rows)), tuple(spans))


def _certainty(article: Article, quote: Quote) -> str:
    if quote.speaker is None:
        return "no: nobody is named as the speaker"
    if not quote.certain:
        return f"no, {why_uncertain(article, quote)}"
    if quote.cue is None:
        return "yes: it goes on from words whose speaker is named"
    return f"yes: the speaker is named beside the quote, with “{quote.cue}”"


def date_details(briefing: Briefing, date: DateMention) -> Details:
    """The card of a date."""
    published = briefing.article.published
    if date.value is not None:
        means = in_words(date.value)
    elif published is None:
        means = "not known; the article has no date of publication to count from"
    else:
        means = "not known"
    facts = facts_of(
        ("written", f"“{date.text}”"),
        ("means", means),
        ("value", date.value),
        ("published", in_words(published) if published else None),
    )
    spans = ((date.start, date.end),)
    rows = sentence_rows(briefing, spans, "date")
    title = f"{date.text} {paragraph_label(briefing.article, date.start)}".strip()
    return Details(title, facts, tuple(headed("In the article", rows)), spans)


def sentence_details(briefing: Briefing, sentence: SummarySentence) -> Details:
    """The card of a summary sentence: why it was chosen."""
    reasons = why(briefing, sentence)
    label = paragraph_label(briefing.article, sentence.start)
    label = f", {label}" if label else ""
    span = (sentence.start, sentence.end)
    rows = headed("In the article", sentence_rows(briefing, [span], "ink"))
    if reasons is None:
        return Details(
            f"A sentence{label}", facts_of(("rank", "it was not ranked")), tuple(rows), (span,)
        )
    facts = facts_of(
        ("rank", f"{ordinal(reasons.rank)} of {reasons.of}, by the method “{briefing.method}”"),
        ("place", f"sentence {reasons.position} of {reasons.of}{label}"),
        ("names", ", ".join(reasons.names) or "no actor and no place"),
        ("shares", _shared(reasons.shared_words)),
    )
    items: list[Actor | Location] = [*briefing.actors, *briefing.locations]
    for item in items:
        others = [m for m in item.mentions if not span[0] <= m[0] < span[1]]
        if item.name in reasons.names and len(others) < len(item.mentions):
            name = "actor" if isinstance(item, Actor) else "place"
            rows += headed(f"{item.name} in", sentence_rows(briefing, others, name))
    return Details(f"Why this sentence{label}", facts, tuple(rows), (span,))


def _shared(words: Sequence[str]) -> str:
    if not words:
        return "no word with other sentences"
    return ", ".join(f"“{word}”" for word in words) + " with other sentences"


def coordinates(place: Location) -> str:
    """A point as "34.53° N 69.17° E", or that none is known."""
    if place.latitude is None or place.longitude is None:
        return "no coordinates known"
    north = f"{abs(place.latitude):.2f}° {'N' if place.latitude >= 0 else 'S'}"
    return f"{north} {abs(place.longitude):.2f}° {'E' if place.longitude >= 0 else 'W'}"


def count_of(count: int, word: str) -> str:
    """A number with its noun: "1 quote", "2 quotes"."""
    return f"{count} {word}{'' if count == 1 else 's'}"
