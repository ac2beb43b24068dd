"""The contents of a page as escaped pieces of Markdown, and their usual order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Literal

from briefing.model import Actor, Article, Briefing, DateMention, Location, Quote, SummarySentence
from briefing.page.citing import ROLE_WORDS, cite, cite_first, date_line, place_line, role_of
from briefing.page.markdown import escape, shorten
from briefing.reading.sources import STDIN, shown_name
from briefing.sanitize import one_line
from briefing.summary.ranking import RANKERS

HEADLINE_WORDS, HEADLINE_CELLS = 16, 150
FIRST_WORDS = 12
SOURCE_CELLS = 90
NAME_CELLS = 60
SENTENCE_WORDS, SENTENCE_CELLS = 60, 420
PART_NAMES = {"locations": "places"}
"""What readers call the parts of a briefing, where that is another word."""

Part = Literal["dates", "places", "quotes", "actors", "sentences"]


@dataclass(slots=True)
class Selection:
    """The items that are on the page, the most important first."""

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


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of the summary and its paragraph."""

    text: str
    cite: str


@dataclass(frozen=True, slots=True)
class ActorLine:
    """An actor; `role` may be "", `mentions` is their number and the first paragraph."""

    name: str
    role: str
    mentions: str


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote without its marks, its speaker as far as known, and its paragraph."""

    text: str
    speaker: str
    cite: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """Everything that a layout may show; each text is one line of Markdown, or "".

    Attributes:
        basis: How to read the page.
        left_out: What was found but is not on the page: "2 quotes, 1 place".
        provenance: How the page was made.
    """

    headline: str
    source_line: str
    summary: tuple[SummaryLine, ...]
    actors: tuple[ActorLine, ...]
    where: str
    quotes: tuple[QuoteLine, ...]
    when: str
    basis: str
    left_out: str
    provenance: str


Layout = Callable[[Pieces], str]


def desk(pieces: Pieces) -> str:
    """The usual page; `data/templates/desk.md.j2` is the same as a template for users to copy."""
    blocks = [f"# {pieces.headline}", pieces.source_line]
    if pieces.summary:
        lines = (f"{n}. {line.text} {line.cite}" for n, line in enumerate(pieces.summary, 1))
        blocks += ["**Summary**", "\n".join(lines)]
    if pieces.actors:
        table = ["| Who | Role | Mentions |", "|---|---|---|"]
        table += (f"| {a.name} | {a.role or '–'} | {a.mentions} |" for a in pieces.actors)
        blocks += ["**Key actors**", "\n".join(table)]
    if pieces.where:
        blocks.append(f"**Where** {pieces.where}")
    if pieces.quotes:
        blocks.append("**Quotes**")
        blocks += (f"> “{quote.text}”\n> — {quote.speaker} {quote.cite}" for quote in pieces.quotes)
    if pieces.when:
        blocks.append(f"**When** {pieces.when}")
    left_out = f"Not shown here: {pieces.left_out}. " if pieces.left_out else ""
    blocks.append(f"*{pieces.basis} {left_out}{pieces.provenance}*")
    return "\n\n".join(blocks) + "\n"


def pieces_of(briefing: Briefing, shown: Selection) -> Pieces:
    """The selection in words, each part in reading order."""
    article = briefing.article
    described = {actor.id for actor in shown.actors if actor.role}
    return Pieces(
        headline=escape(headline_of(briefing)),
        source_line=_source_line(article),
        summary=tuple(
            SummaryLine(
                escape(shorten(sentence.text, SENTENCE_WORDS, shown.sentence_cells)),
                cite(article, sentence.start),
            )
            for sentence in sorted(shown.sentences, key=lambda sentence: sentence.start)
        ),
        actors=tuple(_actor_line(article, actor) for actor in shown.actors),
        where=place_line(article, shown.places),
        quotes=tuple(
            QuoteLine(
                escape(quote.text.removesuffix(",")),  # the writer's, before "she said"
                _speaker(quote, None if quote.speaker_id in described else quote.role),
                cite(article, quote.start),
            )
            for quote in sorted(shown.quotes, key=lambda quote: quote.start)
        ),
        when=date_line(article, shown.dates),
        basis=_basis(briefing),
        left_out=_left_out(briefing, shown),
        provenance=_provenance(briefing),
    )


def headline_of(briefing: Briefing) -> str:
    """The title, or else the first words of the article, as the source line says; unescaped."""
    article = briefing.article
    if article.title:
        return shorten(article.title, HEADLINE_WORDS, HEADLINE_CELLS)
    spans = [(sentence.start, sentence.end) for sentence in briefing.sentences]
    spans += [(paragraph.start, paragraph.end) for paragraph in article.paragraphs]
    if not spans:
        return "Untitled"
    start, end = spans[0]
    return shorten(article.text[start:end], FIRST_WORDS, HEADLINE_CELLS)


def _source_line(article: Article) -> str:
    missing = [
        name
        for name, value in (("date", article.published), ("author", article.authors))
        if not value
    ]
    authors = escape(shorten(", ".join(map(one_line, article.authors)), 12, SOURCE_CELLS))
    parts = [
        escape(shorten(one_line(article.outlet), 8, NAME_CELLS)),
        _source(article.address or article.source),
        "" if article.title else "headed by its first words",
        f"by {authors}" if authors else "",
        escape(_published(article)),
        f"no {' or '.join(missing)} given" if missing else "",
        f"{article.word_count:,} word{'' if article.word_count == 1 else 's'}",
    ]
    return " · ".join(part for part in parts if part)


def _published(article: Article) -> str:
    """The day of publication, with the time where that is known: "2031-05-04 09:30"."""
    at = article.published_at or ""
    is_of_day = bool(article.published) and at.startswith(f"{article.published}T")
    return f"{article.published} {at[11:16]}" if is_of_day else article.published or ""


def _source(source: str) -> str:
    line = one_line(source)
    if line == STDIN:
        return shown_name(line)
    if line.lower().startswith(("http://", "https://")):
        if len(line) <= SOURCE_CELLS and not set(line) & set(" <>"):
            return f"<{line}>"
        return escape(shorten(line, 1, SOURCE_CELLS))
    return escape(shorten(PurePath(line).name or line, 12, SOURCE_CELLS))


def _actor_line(article: Article, actor: Actor) -> ActorLine:
    name = escape(shorten(actor.name, ROLE_WORDS, NAME_CELLS))
    return ActorLine(name, role_of(actor.role), _mentions(article, actor))


def _mentions(article: Article, actor: Actor) -> str:
    if not actor.mentions:
        return "–"
    first = cite_first(article, actor.mentions)
    count = len(actor.mentions)
    return f"{count}, first {first}" if count > 1 else f"1, {first}"


def _speaker(quote: Quote, role: str | None) -> str:
    if quote.speaker is None:
        return "speaker not named"
    name = escape(shorten(quote.speaker, 2 * ROLE_WORDS, NAME_CELLS))
    described = f"{name}, {role_of(role)}" if role_of(role) else name
    return described if quote.certain else f"{described} (speaker inferred)"


def _basis(briefing: Briefing) -> str:
    if briefing.missing:
        return f"The summary is the article’s own words; ¶ is its paragraph. {_missing(briefing)}"
    basis = "Summary, quotes and roles are the article’s own words; ¶ is its paragraph."
    return basis if briefing.quotes else f"{basis} No quotes found."


def _missing(briefing: Briefing) -> str:
    """Which parts could not be made, and why: "No dates or quotes: …"; a sentence a reason."""
    parts: dict[str, list[str]] = {}
    for missing in briefing.missing:
        parts.setdefault(missing.reason, []).append(PART_NAMES.get(missing.part, missing.part))
    return " ".join(
        f"No {' or '.join(filter(None, (', '.join(names[:-1]), names[-1])))}: {escape(reason)}."
        for reason, names in parts.items()
    )


def _left_out(briefing: Briefing, shown: Selection) -> str:
    counts = (
        ("summary sentence", len(briefing.summary) - len(shown.sentences)),
        ("quote", len(briefing.quotes) - len(shown.quotes)),
        ("actor", len(briefing.actors) - len(shown.actors)),
        ("place", len(briefing.locations) - len(shown.places)),
        ("date", len(briefing.dates) - len(shown.dates)),
    )
    return ", ".join(f"{count} {what}{'s' if count > 1 else ''}" for what, count in counts if count)


def _provenance(briefing: Briefing) -> str:
    made = "Made offline by brief."
    if briefing.method == "brief":
        return made
    ranker = RANKERS.get(briefing.method)
    return f"Summary by {escape(ranker.label if ranker else briefing.method)}. {made}"
