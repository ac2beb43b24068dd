"""The contents of a page in pieces, and their usual order in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import PurePath

from briefing.corrections.composition import Composition
from briefing.countries import country_name
from briefing.model import Actor, Article, Briefing, DateMention, Figure, Location, Quote
from briefing.page import small_print
from briefing.page.choosing import Selection
from briefing.page.citing import ROLE_WORDS, cite, cite_first, role_of
from briefing.page.lines import (
    date_line,
    date_value,
    date_words,
    figure_line,
    figure_words,
    place_line,
    place_name,
)
from briefing.page.markdown import shorten
from briefing.page.notation import MARKDOWN, Notation
from briefing.page.values import (
    ActorLine,
    DateLine,
    FigureLine,
    HighlightLine,
    Pieces,
    PlaceLine,
    QuoteLine,
    SummaryLine,
)
from briefing.reading.sources import STDIN, shown_name
from briefing.sanitize import one_line

HEADLINE_WORDS, HEADLINE_CELLS = 16, 150
FIRST_WORDS = 12
SOURCE_CELLS = 90
WEB = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
NAME_CELLS = 60
SENTENCE_WORDS = 60


Layout = Callable[[Pieces], str]


def desk(pieces: Pieces) -> str:
    """The usual page; `data/templates/desk.md.j2` is the same as a template for users to copy."""
    blocks = [f"# {pieces.headline}"]
    if pieces.article_headline:
        blocks.append(f"**The article’s headline** {pieces.article_headline}")
    blocks.append(pieces.source_line)
    if pieces.prepared:
        blocks.append(pieces.prepared)
    if pieces.why:
        blocks.append(f"**Why it matters** {pieces.why}")
    if pieces.summary:
        lines = (f"{n}. {line.text} {line.cite}" for n, line in enumerate(pieces.summary, 1))
        blocks += ["**Summary**", "\n".join(lines)]
    if pieces.highlights:
        blocks += ["**Highlights**", *map(_highlight, pieces.highlights)]
    if pieces.actors:
        table = ["| Who | Role | Mentions |", "|---|---|---|"]
        table += (f"| {a.name} | {a.role or '–'} | {a.mentions} |" for a in pieces.actors)
        blocks += ["**Key actors**", "\n".join(table)]
    if pieces.where:
        blocks.append(f"**Where** {pieces.where}")
    if pieces.quotes:
        blocks.append("**Quotes**")
        blocks += (f"> “{quote.text}”\n> — {quote.speaker} {quote.cite}" for quote in pieces.quotes)
    if pieces.how_many:
        blocks.append(f"**Figures** {pieces.how_many}")
    if pieces.when:
        blocks.append(f"**When** {pieces.when}")
    return ended(blocks, pieces)


def ended(blocks: Sequence[str], pieces: Pieces) -> str:
    """The blocks of a page with those that every page ends with."""
    left_out = f"Not shown here: {pieces.left_out}. " if pieces.left_out else ""
    ending = (
        f"**Next** {pieces.next}" if pieces.next else "",
        f"**Note** {pieces.note}" if pieces.note else "",
        f"*{pieces.basis} {left_out}{pieces.provenance}*",
    )
    return "\n\n".join([*blocks, *filter(None, ending)]) + "\n"


def _highlight(line: HighlightLine) -> str:
    note = f"\n\n**Reader’s note** {line.note}" if line.note else ""
    return f"> “{line.text}” {line.cite}{note}"


def pieces_of(briefing: Briefing, shown: Selection, notation: Notation = MARKDOWN) -> Pieces:
    """The selection in words, each part in reading order."""
    article, own = briefing.article, briefing.composition
    text = notation.text
    actors: list[Actor] = shown.in_order("actors")
    places: list[Location] = shown.in_order("places")
    dates: list[DateMention] = shown.in_order("dates")
    figures: list[Figure] = shown.in_order("figures")
    described = {actor.id for actor in actors if actor.role}
    return Pieces(
        headline=text(own.headline or headline_of(briefing)),
        article_headline=text(headline_of(briefing)) if own.headline else "",
        source_line=source_line(article, notation),
        prepared=text(prepared_line(own)),
        why=own_lines(own.why, notation),
        next=own_lines(own.next, notation),
        note=own_lines(own.note, notation),
        summary=tuple(
            SummaryLine(
                text(shorten(sentence.text, SENTENCE_WORDS, shown.sentence_cells)),
                cite(article, sentence.start),
            )
            for sentence in shown.in_order("sentences")
        ),
        highlights=tuple(
            HighlightLine(text(mark.text), cite(article, mark.start), text(mark.note))
            for mark in shown.in_order("highlights")
        ),
        actors=tuple(_actor_line(article, actor, notation) for actor in actors),
        where=place_line(article, places, notation),
        places=tuple(_place_line(article, place, notation) for place in places),
        quotes=tuple(
            QuoteLine(
                text(quote.text.removesuffix(",")),  # the writer's, before "she said"
                _speaker(quote, None if quote.speaker_id in described else quote.role, notation),
                cite(article, quote.start),
            )
            for quote in shown.in_order("quotes")
        ),
        when=date_line(article, dates, notation),
        dates=tuple(
            DateLine(text(date_words(date)), text(date_value(date)), cite(article, date.start))
            for date in dates
        ),
        how_many=figure_line(article, figures, notation),
        figures=tuple(
            FigureLine(text(figure_words(article, figure)), cite(article, figure.start))
            for figure in figures
        ),
        basis=small_print.basis(briefing, actors, notation),
        left_out=small_print.left_out(shown, notation),
        provenance=small_print.provenance(briefing, notation),
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


def prepared_line(own: Composition) -> str:
    """By whom and for whom the page was prepared, and as of when: "Prepared by A for B"."""
    by = f" by {own.prepared_by}" if own.prepared_by else ""
    whom = f" for {own.prepared_for}" if own.prepared_for else ""
    said = f"Prepared{by}{whom}" if by or whom else ""
    if own.as_of:
        said = f"{said}, as of {own.as_of}" if said else f"As of {own.as_of}"
    return said


def own_lines(written: str, notation: Notation) -> str:
    """What the reader wrote, without its empty lines."""
    return notation.line_end.join(
        notation.text(line) for line in written.splitlines() if line.strip()
    )


def source_line(article: Article, notation: Notation) -> str:
    """Where the article is from, who wrote it and when, and how long it is."""
    text = notation.text
    missing = [
        name
        for name, value in (("date", article.published), ("author", article.authors))
        if not value
    ]
    authors = text(shorten(", ".join(map(one_line, article.authors)), 12, SOURCE_CELLS))
    parts = [
        text(shorten(one_line(article.outlet), 8, NAME_CELLS)),
        _source(article.address or article.source, notation),
        "" if article.title else "headed by its first words",
        f"by {authors}" if authors else "",
        text(_published(article)),
        f"no {' or '.join(missing)} given" if missing else "",
        f"{article.word_count:,} word{'' if article.word_count == 1 else 's'}",
    ]
    return " · ".join(part for part in parts if part)


def _published(article: Article) -> str:
    """The day of publication, with the time where that is known: "2031-05-04 09:30"."""
    at = article.published_at or ""
    is_of_day = bool(article.published) and at.startswith(f"{article.published}T")
    return f"{article.published} {at[11:16]}" if is_of_day else article.published or ""


def is_link(address: str) -> bool:
    """True for a web address that a page links to."""
    line = one_line(address)
    is_web = line.lower().startswith(("http://", "https://"))
    return is_web and len(line) <= SOURCE_CELLS and not set(line) & set(" <>")


def _source(source: str, notation: Notation) -> str:
    line = one_line(source)
    if line == STDIN:
        return shown_name(line)
    if is_link(line):
        return notation.link(line)
    if scheme := WEB.match(line):
        return notation.text(shorten(line[scheme.end() :], 1, SOURCE_CELLS))
    return notation.text(shorten(PurePath(line).name or line, 12, SOURCE_CELLS))


def _actor_line(article: Article, actor: Actor, notation: Notation) -> ActorLine:
    role = notation.text(role_of(actor.role))
    sign = small_print.ROLE_SIGNS[actor.role_by] if actor.role_by else ""
    return ActorLine(
        notation.text(shorten(actor.name, ROLE_WORDS, NAME_CELLS)),
        f"{role} {sign}" if role and sign else role,
        _mentions(article, actor),
        len(actor.mentions),
        cite_first(article, actor.mentions) if actor.mentions else "",
    )


def _mentions(article: Article, actor: Actor) -> str:
    if not actor.mentions:
        return "–"
    first = cite_first(article, actor.mentions)
    count = len(actor.mentions)
    return f"{count}, first {first}" if count > 1 else f"1, {first}"


def _place_line(article: Article, place: Location, notation: Notation) -> PlaceLine:
    country = country_name(place.country) if place.country else None
    return PlaceLine(
        notation.text(place_name(place)),
        notation.text(country) if country and place.kind != "country" else "",
        len(place.mentions),
        cite_first(article, place.mentions) if place.mentions else "",
        place.latitude,
        place.longitude,
    )


def _speaker(quote: Quote, role: str | None, notation: Notation) -> str:
    if quote.speaker is None:
        return "speaker not named"
    name = notation.text(shorten(quote.speaker, 2 * ROLE_WORDS, NAME_CELLS))
    role = notation.text(role_of(role))
    described = f"{name}, {role}" if role else name
    return described if quote.certain else f"{described} (speaker inferred)"
