"""A briefing as Markdown that fits one printed page.

One page is at most `MOST_WORDS` words and `MOST_ROWS` rows of `COLUMNS` cells with blank lines:
at that size pages came out single in four renderings, at 10 pt on A4 and on US Letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from briefing.citing import (
    ROLE_WORDS,
    cite,
    cite_first,
    date_line,
    place_line,
    preferred_dates,
    preferred_quotes,
    preferred_sentences,
    role_of,
)
from briefing.markdown import escape, rows, shorten
from briefing.model import Actor, Article, Briefing, DateMention, Location, Quote, SummarySentence
from briefing.sanitize import one_line
from briefing.summary import TABLE

MOST_WORDS = 340
MOST_ROWS = 48
COLUMNS = 80

HEADLINE_WORDS, HEADLINE_CELLS = 16, 150
FIRST_WORDS = 12
SOURCE_CELLS = 90
NAME_CELLS = 60
SUMMARY_WORDS = 110
FEWEST_SENTENCES, MOST_SENTENCES = 3, 5
SENTENCE_WORDS, SENTENCE_CELLS = 60, 420
MOST_ACTORS, MOST_PLACES, MOST_QUOTES, MOST_DATES = 6, 8, 5, 4

Part = Literal["dates", "places", "quotes", "actors", "sentences"]
TRIMMING: tuple[dict[Part, int], ...] = (
    {"dates": 2, "places": 4, "quotes": 3, "actors": 3, "sentences": FEWEST_SENTENCES},
    {"dates": 0, "places": 0, "quotes": 0, "actors": 0, "sentences": FEWEST_SENTENCES},
)
"""How few items each part may be trimmed to, part after part; if the first round is not enough,
the second."""


@dataclass(slots=True)
class Selection:
    """What stands on the page, the most worthwhile first."""

    sentences: list[SummarySentence]
    actors: list[Actor]
    places: list[Location]
    quotes: list[Quote]
    dates: list[DateMention]
    sentence_cells: int = SENTENCE_CELLS

    def part(self, name: Part) -> list[Any]:
        """One of the lists, to be changed."""
        items: list[Any] = getattr(self, name)
        return items


def to_markdown(briefing: Briefing) -> str:
    """The briefing on one page.

    Whole items are left out until it fits, and the last line says which. Quotes are never cut; a
    summary sentence beyond `SENTENCE_WORDS` words is, with an ellipsis.
    """
    shown = _select(briefing)
    trimmed: list[tuple[Part, object]] = []
    for fewest in TRIMMING:
        for part, floor in fewest.items():
            while len(shown.part(part)) > floor and not fits(_render(briefing, shown)):
                trimmed.append((part, shown.part(part).pop()))
    while not fits(_render(briefing, shown)) and shown.sentence_cells > 1:
        shown.sentence_cells //= (
            2  # a text of signs that Markdown needs escaped takes twice the room
        )
    # A long item that went last may have left room for short ones that went before it.
    for part, item in reversed(trimmed):
        shown.part(part).append(item)
        if not fits(_render(briefing, shown)):
            shown.part(part).pop()
    return _render(briefing, shown)


def fits(markdown: str) -> bool:
    """Whether the text is sure to fit one page."""
    text = markdown.rstrip("\n")
    return len(text.split()) <= MOST_WORDS and rows(text, COLUMNS) <= MOST_ROWS


def _select(briefing: Briefing) -> Selection:
    sentences = preferred_sentences(briefing)[:MOST_SENTENCES]
    while (
        len(sentences) > FEWEST_SENTENCES
        and sum(len(sentence.text.split()) for sentence in sentences) > SUMMARY_WORDS
    ):
        sentences.pop()
    return Selection(
        sentences=sentences,
        actors=list(briefing.actors[:MOST_ACTORS]),
        places=list(briefing.locations[:MOST_PLACES]),
        quotes=preferred_quotes(briefing, sentences)[:MOST_QUOTES],
        dates=preferred_dates(briefing)[:MOST_DATES],
    )


def _render(briefing: Briefing, shown: Selection) -> str:
    article = briefing.article
    blocks = [
        f"# {_headline(briefing)}",
        _source_line(article),
        _summary(article, shown),
        _actors(article, shown.actors),
        _labeled("Where", place_line(article, shown.places)),
        _quotes(article, shown),
        _labeled("When", date_line(article, shown.dates)),
        _provenance(briefing, shown),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _headline(briefing: Briefing) -> str:
    """The title, or else the first words of the article, which the source line says."""
    article = briefing.article
    if article.title:
        return escape(shorten(article.title, HEADLINE_WORDS, HEADLINE_CELLS))
    spans = [(sentence.start, sentence.end) for sentence in briefing.sentences]
    spans += [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
    if not spans:
        return "Untitled"
    start, end = spans[0]
    return escape(shorten(article.text[start:end], FIRST_WORDS, HEADLINE_CELLS))


def _source_line(article: Article) -> str:
    missing = [
        name
        for name, value in (
            ("headline", article.title),
            ("date", article.published),
            ("author", article.authors),
        )
        if not value
    ]
    authors = escape(shorten(", ".join(map(one_line, article.authors)), 12, SOURCE_CELLS))
    parts = [
        _source(article.source),
        f"by {authors}" if authors else "",
        escape(article.published or ""),
        f"no {_listed(missing)} given" if missing else "",
        f"{article.word_count:,} words",
    ]
    return " · ".join(part for part in parts if part)


def _listed(names: list[str]) -> str:
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _source(source: str) -> str:
    line = one_line(source)
    if line == "-":
        return "standard input"
    if line.lower().startswith(("http://", "https://")):
        if len(line) <= SOURCE_CELLS and not set(line) & set(" <>"):
            return f"<{line}>"
        return escape(shorten(line, 1, SOURCE_CELLS))
    return escape(shorten(PurePath(line).name or line, 12, SOURCE_CELLS))


def _summary(article: Article, shown: Selection) -> str:
    if not shown.sentences:
        return ""
    lines = [
        f"{number}. {escape(shorten(s.text, SENTENCE_WORDS, shown.sentence_cells))} "
        f"{cite(article, s.start)}"
        for number, s in enumerate(sorted(shown.sentences, key=lambda s: s.start), 1)
    ]
    return "**Summary**\n\n" + "\n".join(lines)


def _actors(article: Article, actors: list[Actor]) -> str:
    if not actors:
        return ""
    lines = ["**Key actors**", "", "| Who | Role | Mentions |", "|---|---|---|"]
    for actor in actors:
        name = escape(shorten(actor.name, ROLE_WORDS, NAME_CELLS))
        lines.append(f"| {name} | {role_of(actor.role) or '–'} | {_mentions(article, actor)} |")
    return "\n".join(lines)


def _mentions(article: Article, actor: Actor) -> str:
    if not actor.mentions:
        return "–"
    first = cite_first(article, actor.mentions)
    count = len(actor.mentions)
    return f"{count}, first {first}" if count > 1 else f"1, {first}"


def _quotes(article: Article, shown: Selection) -> str:
    if not shown.quotes:
        return ""
    described = {actor.name for actor in shown.actors if actor.role}
    blocks = ["**Quotes**"]
    for quote in sorted(shown.quotes, key=lambda quote: quote.start):
        who = _speaker(quote, None if quote.speaker in described else quote.role)
        blocks.append(f"> “{escape(quote.text)}”\n> — {who} {cite(article, quote.start)}")
    return "\n\n".join(blocks)


def _speaker(quote: Quote, role: str | None) -> str:
    if quote.speaker is None:
        return "speaker not named"
    name = escape(shorten(quote.speaker, 2 * ROLE_WORDS, NAME_CELLS))
    described = f"{name}, {role_of(role)}" if role_of(role) else name
    return described if quote.certain else f"{described} (speaker inferred)"


def _labeled(label: str, line: str) -> str:
    return f"**{label}** {line}" if line else ""


def _provenance(briefing: Briefing, shown: Selection) -> str:
    counts = (
        ("summary sentence", len(briefing.summary) - len(shown.sentences)),
        ("quote", len(briefing.quotes) - len(shown.quotes)),
        ("actor", len(briefing.actors) - len(shown.actors)),
        ("place", len(briefing.locations) - len(shown.places)),
        ("date", len(briefing.dates) - len(shown.dates)),
    )
    left_out = [f"{count} {what}{'s' if count > 1 else ''}" for what, count in counts if count]
    parts = ["Summary, quotes and roles are the article’s own words; ¶ is its paragraph."]
    if not briefing.quotes:
        parts.append("No quotes found.")
    if left_out:
        parts.append(f"Not shown here: {', '.join(left_out)}.")
    if briefing.method != "brief":
        method = TABLE.get(briefing.method)
        parts.append(f"Summary by {escape(method.label if method else briefing.method)}.")
    parts.append("Made offline by brief.")
    return f"*{' '.join(parts)}*"
