"""Who speaks a quotation without a speaker of its own: the one of the words or quotes beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefing.model import Paragraph
from briefing.tagging.quotes import remote_attribution
from briefing.tagging.quotes.article_parse import ArticleParse
from briefing.tagging.quotes.referents import Referents, Speaker
from briefing.tagging.quotes.spoken import Spoken

LONG_AGO = 4
"""Paragraphs without a quotation after which nobody is taken to go on speaking."""


@dataclass(frozen=True, slots=True)
class Latest:
    """The last quotation so far: who spoke it, and in which paragraph."""

    speaker: Speaker | None = None
    paragraph: Paragraph | None = None


class Inheritance:
    """Gives speakers to the quotations of one article that have none.

    Args:
        parse: The article's parse.
        referents: Its people and organizations.
        paragraphs: Its paragraphs in order.
    """

    def __init__(
        self, parse: ArticleParse, referents: Referents, paragraphs: Sequence[Paragraph]
    ) -> None:
        self._parse = parse
        self._referents = referents
        self._number = {p.start: number for number, p in enumerate(paragraphs)}

    def fill(
        self,
        paragraph: Paragraph,
        quotes: Sequence[Spoken],
        opens: bool,
        previous: Paragraph | None,
        latest: Latest,
    ) -> list[Spoken]:
        """The quotations of a paragraph, each with a speaker where one can be told.

        Args:
            paragraph: The paragraph.
            quotes: Its quotations in order.
            opens: True if it begins with the first of them.
            previous: The paragraph before it.
            latest: The last quotation before it.
        """
        later = _next_speakers(quotes)
        found: list[Spoken] = []
        known: Spoken | None = None
        floor = paragraph.start
        for number, quote in enumerate(quotes):
            start = quote.passage.outer_start
            if quote.speaker is None:
                speaker = (
                    self._told(floor, start)
                    or (known and known.speaker)
                    or (None if opens else self._acting(floor, start))
                    or later[number]
                )
                if speaker is None and opens and previous is not None:
                    speaker = self._goes_on(previous, latest)
                certain = known is not None and known.certain and self._continues(found[-1], quote)
                quote = replace(quote, speaker=speaker, certain=certain)
            if quote.speaker is not None:
                known = quote
            found.append(quote)
            floor = quote.passage.outer_end
        return found

    def _told(self, start: int, end: int) -> Speaker | None:
        """Who speaks in the writer's own words between two offsets, if it can be told."""
        head = remote_attribution.teller(self._parse, start, end)
        told = None if head is None else self._referents.resolve(head)
        return told if told is not None and told.name is not None else None

    def _continues(self, before: Spoken, quote: Spoken) -> bool:
        """True if nothing but who spoke stands between: “Yes,” Ito said. “Now.”."""
        if before.attribution is None or before.attribution.cue is None:
            return False
        between = before.around.right
        if before.attribution.cue[0] not in between:
            return False
        return self._parse.at(quote.passage.outer_start) - between.stop <= 1

    def _goes_on(self, previous: Paragraph, latest: Latest) -> Speaker | None:
        """Who goes on speaking in a paragraph that is all quotation."""
        if latest.paragraph is previous and latest.speaker is not None:
            return latest.speaker
        return (
            self._told(previous.start, previous.end)
            or self._acting(previous.start, previous.end)
            or self._recent(previous, latest)
        )

    def _recent(self, previous: Paragraph, latest: Latest) -> Speaker | None:
        """Who spoke last, unless that is long ago."""
        if latest.paragraph is None:
            return None
        ago = self._number[previous.start] - self._number[latest.paragraph.start]
        return latest.speaker if ago < LONG_AGO else None

    def _acting(self, start: int, end: int) -> Speaker | None:
        """Who acts last between two offsets."""
        head = remote_attribution.protagonist(self._parse, self._referents, start, end)
        return None if head is None else self._referents.resolve(head)


def _next_speakers(quotes: Sequence[Spoken]) -> list[Speaker | None]:
    """For each quotation, the first speaker of those that follow it."""
    following: Speaker | None = None
    found: list[Speaker | None] = []
    for quote in reversed(quotes):
        found.append(following)
        following = quote.speaker or following
    return found[::-1]
