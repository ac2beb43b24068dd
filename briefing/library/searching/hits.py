"""Where in an article a query is found: the sentence, and in it what was found; pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from briefing.library.entry import Entry
from briefing.library.searching.columns import figure_of, names_of, notes_of, place_of, speaker_of
from briefing.library.searching.folding import fold
from briefing.library.searching.query import Query, Term
from briefing.model import Actor, Briefing, Location, Span
from briefing.sanitize import SafeLine, one_line

HitKind = Literal["title", "text", "quote", "actor", "place", "figure", "note", "outlet"]
SCHEMA_VERSION = 1
MOST_PLACES = 1_000
"""Of one term in one text."""
T = TypeVar("T", Actor, Location)
LONGEST_SENTENCE = 1_000
"""Characters of a sentence that is shown; a longer one is cut around what was found."""


class Hit(Struct, frozen=True, kw_only=True):
    """A place where a query was found.

    Attributes:
        entry: The article.
        kind: What was found there.
        text: The sentence around it; of a note, the note; of an outlet, the title.
        lit: Where in `text` the words stand that were looked for.
        span: What was found, in the article's text; None where it stands elsewhere.
        start: Where in the article's text the sentence begins; None where it stands elsewhere.
        number: Its ¶, or None.
        speaker: Who says it, if it is in a quote.
        schema_version: Of `briefing/data/hit.schema.json`, which is how a hit is written as JSON.
    """

    entry: Entry
    kind: HitKind
    text: SafeLine
    lit: tuple[Span, ...] = ()
    span: Span | None = None
    start: int | None = None
    number: int | None = None
    speaker: str | None = None
    schema_version: int = SCHEMA_VERSION


class _Place(Struct, frozen=True):
    """Where one term is found in the text."""

    span: Span
    kind: HitKind
    term: int


def hits_of(query: Query, entry: Entry, briefing: Briefing) -> tuple[Hit, ...]:
    """The hits of an article that has what a query asks for; none if it only seemed to.

    Every quote, note or figure that is asked for is a hit; else there is one, in the first of the
    sentences that have the most of what is asked.
    """
    finder = _Finder(entry, briefing)
    sought = [term for term in query.terms if not term.is_excluded]
    if query.is_of_quotes:
        return tuple(finder.quotes(query))
    for field, items in (("note", finder.notes), ("figure", finder.figures)):
        terms = [term for term in sought if term.field == field]
        if terms and (found := tuple(items(terms))):
            return found
    return (finder.best(sought),)


def quote_lines(query: Query, quotes: str, speakers: str) -> bool:
    """True if one of the quotes in the index has all that a query asks of a quote."""
    fits = _fitting_quote(query)
    pairs = zip(quotes.split("\n"), speakers.split("\n"), strict=False)
    return any(fits(quote, speaker) for quote, speaker in pairs)


def _fitting_quote(query: Query) -> Callable[[str, str], bool]:
    """Tells of the words of a quote and its speaker if they are what a query asks for."""
    terms = [
        (term.pattern, term.field, term.is_excluded)
        for term in query.terms
        if term.field in (None, "quote", "speaker")
    ]

    def fits(quote: str, speaker: str) -> bool:
        where = {"quote": fold(quote), "speaker": fold(speaker)}
        where[""] = f"{where['speaker']} · {where['quote']}"
        return all(
            (pattern.search(where[field or ""]) is None) == is_excluded
            for pattern, field, is_excluded in terms
        )

    return fits


class _Finder:
    """Finds terms in one article."""

    def __init__(self, entry: Entry, briefing: Briefing) -> None:
        self._entry = entry
        self._briefing = briefing
        self._text = briefing.article.text
        self._folded = fold(self._text)
        self._sentences = [(s.start, s.end) for s in briefing.sentences]
        self._starts = [start for start, _ in self._sentences]

    def quotes(self, query: Query) -> Iterator[Hit]:
        """The quotes that a query asks for, each in its sentence."""
        fits = _fitting_quote(query)
        actors = {actor.id: actor for actor in self._briefing.actors if actor.id}
        words = [t for t in query.terms if t.field in (None, "quote") and not t.is_excluded]
        for quote in self._briefing.quotes:
            if fits(quote.text, speaker_of(quote, actors)):
                lit = list(self._spans(words, quote.start, quote.end))
                if not lit:
                    lit = [quote.speaker_mention or (quote.start, quote.end)]
                yield self._hit("quote", (quote.start, quote.end), lit, quote.speaker)

    def notes(self, terms: Sequence[Term]) -> Iterator[Hit]:
        """What the reader wrote that has these terms."""
        highlights = self._briefing.composition.highlights
        where = {one_line(one.note): (one.start, one.end) for one in highlights}
        for note in notes_of(self._briefing):
            lit = _lit(terms, note := one_line(note))
            if lit is not None:
                yield self._beside("note", note, lit, where.get(note))

    def figures(self, terms: Sequence[Term]) -> Iterator[Hit]:
        """The figures that have these terms."""
        for figure in self._briefing.figures:
            if _lit(terms, figure_of(figure)) is not None:
                span = figure.start, figure.end
                lit = [span, *([figure.what_mention] if figure.what_mention else [])]
                yield self._hit("figure", span, lit, figure.speaker)

    def best(self, terms: Sequence[Term]) -> Hit:
        """The sentence that has the most of the terms; the first of several."""
        sentences: dict[Span, list[_Place]] = {}
        for place in self._places(terms):
            sentences.setdefault(self._sentence(*place.span), []).append(place)
        if not sentences:
            return self._elsewhere(terms)
        best = max(sentences, key=lambda s: self._worth(s, sentences[s]))
        places = sorted(sentences[best], key=lambda place: place.span)
        kinds = [place.kind for place in places if place.kind != "text"]
        first = places[0].span
        if kinds and kinds[0] != "title":
            first = next(place.span for place in places if place.kind == kinds[0])
        kind: HitKind = kinds[0] if kinds else "text"
        speaker = None
        if kind == "text":
            quotes = (q for q in self._briefing.quotes if q.start <= first[0] and first[1] <= q.end)
            if (quote := next(quotes, None)) is not None:
                kind, speaker = "quote", quote.speaker
            elif (paragraph := self._briefing.article.paragraph_at(first[0])) is not None:
                kind = "title" if paragraph.kind == "title" else "text"
        return self._hit(kind, first, [place.span for place in places], speaker)

    def _worth(self, sentence: Span, places: list[_Place]) -> tuple[int, bool, int]:
        """How much a sentence tells: the title, which is shown anyway, less than others."""
        paragraph = self._briefing.article.paragraph_at(sentence[0])
        is_title = paragraph is not None and paragraph.kind == "title"
        wanted = not is_title or any(place.kind == "title" for place in places)
        return len({place.term for place in places}), wanted, -sentence[0]

    def _places(self, terms: Sequence[Term]) -> Iterator[_Place]:
        for number, term in enumerate(terms):
            spans: Iterable[Span] = ()
            kind: HitKind = "text"
            if term.field is None:
                spans = self._spans([term], 0, len(self._text))
            elif term.field == "title":
                kind, title = "title", self._title
                spans = self._spans([term], *title) if title else ()
            elif term.field == "actor":
                kind = "actor"
                spans = _mentions(term, self._briefing.actors, names_of)
            elif term.field == "place":
                kind = "place"
                spans = _mentions(term, self._briefing.locations, place_of)
            yield from (_Place(span, kind, number) for span in spans)

    @property
    def _title(self) -> Span | None:
        paragraphs = self._briefing.article.paragraphs
        return next(((p.start, p.end) for p in paragraphs if p.kind == "title"), None)

    def _spans(self, terms: Sequence[Term], start: int, end: int) -> Iterator[Span]:
        """Where terms stand in a part of the text, in the terms' order."""
        for term in terms:
            matches = term.pattern.finditer(self._folded, start, end)
            for _, match in zip(range(MOST_PLACES), matches, strict=False):
                yield match.span()

    def _sentence(self, start: int, end: int) -> Span:
        """The sentence that a span begins in, to the end of the one that it ends in."""
        paragraph = self._briefing.article.paragraph_at(start)
        first = paragraph.start if paragraph else start
        last = paragraph.end if paragraph else end
        begins = self._at(start)
        if begins and begins[0] >= first:
            ends = self._at(min(end, last) - 1) or begins
            return begins[0], max(min(ends[1], last), begins[1])
        return first, max(last, start + 1)

    def _at(self, offset: int) -> Span | None:
        """The sentence at an offset."""
        at = bisect_right(self._starts, offset) - 1
        sentence = self._sentences[at] if at >= 0 else None
        return sentence if sentence and offset < sentence[1] else None

    def _hit(self, kind: HitKind, span: Span, lit: Iterable[Span], speaker: str | None) -> Hit:
        start, end = self._sentence(*span)
        if end - start > LONGEST_SENTENCE:
            start = max(start, span[0] - LONGEST_SENTENCE // 3)
            end = min(end, start + LONGEST_SENTENCE)
        paragraph = self._briefing.article.paragraph_at(span[0])
        inside = sorted({(max(a, start), min(b, end)) for a, b in lit if a < end and b > start})
        return Hit(
            entry=self._entry,
            kind=kind,
            text=SafeLine(self._text[start:end].replace("\n", " ")),
            lit=tuple((a - start, b - start) for a, b in inside),
            span=span,
            start=start,
            number=paragraph.number if paragraph else None,
            speaker=speaker,
        )

    def _beside(
        self, kind: HitKind, text: SafeLine, lit: Sequence[Span], span: Span | None = None
    ) -> Hit:
        """A hit that stands elsewhere than in the text."""
        paragraph = self._briefing.article.paragraph_at(span[0]) if span else None
        number = paragraph.number if paragraph else None
        return Hit(
            entry=self._entry, kind=kind, text=text, lit=tuple(lit), span=span, number=number
        )

    def _elsewhere(self, terms: Sequence[Term]) -> Hit:
        """A hit in what is not in the text: a note, the outlet, a title that stands apart."""
        for note in map(one_line, notes_of(self._briefing)):
            if any(lit := [s for term in terms for s in _lit([term], note) or ()]):
                return self._beside("note", note, sorted(lit))
        title = one_line(self._briefing.article.title) or self._entry.title
        lit = [s for term in terms if term.field != "outlet" for s in _lit([term], title) or ()]
        return self._beside("title" if lit or not terms else "outlet", title, sorted(lit))


def _lit(terms: Sequence[Term], text: str) -> list[Span] | None:
    """Where terms stand in a text that has them all; None if it has not."""
    folded = fold(text)
    found = [[match.span() for match in term.pattern.finditer(folded)] for term in terms]
    return sorted(span for spans in found for span in spans) if all(found) else None


def _mentions(term: Term, items: Sequence[T], names: Callable[[T], str]) -> Iterator[Span]:
    """Mentions of the items that have a term among their names."""
    for item in items:
        if term.pattern.search(fold(names(item))):
            yield from item.mentions
