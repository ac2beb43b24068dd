"""Invented articles with their briefings, as many as are wanted, made without a model."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from briefing.model import (
    Actor,
    Article,
    Briefing,
    Figure,
    Location,
    Paragraph,
    Quote,
    Sentence,
)

VOCABULARY = 30_000
SPEAKERS = 2_000
TOWNS = 1_500
OUTLETS = 60
DAYS = 900
FIRST_DAY = date(2024, 6, 1)
PARAGRAPHS = 14
SENTENCES = 3
SYLLABLES = "ba de fi go hu ka le mi no pu ra se ti vo wa xe zi cho bre sta".split()


class Generator:
    """Makes articles of some 600 words; the same ones for the same seed."""

    def __init__(self, seed: int = 0) -> None:
        self._pick = random.Random(seed)
        self.words = [self._word(2, 4) for _ in range(VOCABULARY)]
        self._weights = [1 / (rank + 5) for rank in range(VOCABULARY)]
        self._cumulative = [sum(self._weights[:1])]
        for weight in self._weights[1:]:
            self._cumulative.append(self._cumulative[-1] + weight)
        self.speakers = [f"{self._name()} {self._name()}" for _ in range(SPEAKERS)]
        self.towns = [self._name() for _ in range(TOWNS)]
        self.outlets = [f"The {self._name()} Post" for _ in range(OUTLETS)]

    def _word(self, least: int, most: int) -> str:
        return "".join(self._pick.choices(SYLLABLES, k=self._pick.randint(least, most)))

    def _name(self) -> str:
        return self._word(2, 3).capitalize()

    def _some(self, count: int) -> str:
        return " ".join(self._pick.choices(self.words, cum_weights=self._cumulative, k=count))

    def briefings(self, count: int) -> Iterator[Briefing]:
        """So many briefings."""
        return (self._briefing(number) for number in range(count))

    def _briefing(self, number: int) -> Briefing:
        pick = self._pick
        title = self._some(7).capitalize()
        text, paragraphs = title, [Paragraph(0, len(title), "title")]
        sentences: list[Sentence] = []
        quotes: list[Quote] = []
        figures: list[Figure] = []
        cast = [(f"a{n}", pick.choice(self.speakers), list[tuple[int, int]]()) for n in range(1, 7)]
        places = [(pick.choice(self.towns), list[tuple[int, int]]()) for _ in range(4)]
        for paragraph in range(1, PARAGRAPHS + 1):
            text += "\n"
            begin = len(text)
            for sentence in range(SENTENCES):
                start = len(text)
                identity, name, mentions = pick.choice(cast)
                if sentence == 0 and paragraph % 2:
                    words = self._some(10).capitalize() + ","
                    quotes.append(
                        Quote(
                            text=words, start=start + 1, end=start + 1 + len(words),
                            speaker=name, speaker_id=identity, cue="said", certain=True,
                        )
                    )  # fmt: skip
                    text += f"“{words}” said "
                    mentions.append((len(text), len(text) + len(name)))
                    text += f"{name}."
                else:
                    town, its = pick.choice(places)
                    text += self._some(7).capitalize() + " in "
                    its.append((len(text), len(text) + len(town)))
                    text += f"{town}, {self._some(4)}"
                    if sentence == 1:
                        value = str(pick.randint(2, 9_999))
                        at = len(text) + 1
                        figures.append(Figure(text=value, start=at, end=at + len(value)))
                        text += f" {value} {self._some(1)}"
                    text += "."
                sentences.append(Sentence(start=start, end=len(text), rank=len(sentences)))
                text += " " if sentence < SENTENCES - 1 else ""
            paragraphs.append(Paragraph(begin, len(text), "text", paragraph))
        article = Article(
            title=title,
            source=f"/news/{number}.txt",
            text=text,
            outlet=pick.choice(self.outlets),
            published=(FIRST_DAY + timedelta(pick.randrange(DAYS))).isoformat(),
            word_count=len(text.split()),
            paragraphs=tuple(paragraphs),
        )
        return Briefing(
            article=article,
            sentences=tuple(sentences),
            actors=tuple(
                Actor(id=identity, name=name, kind="person", mentions=tuple(spans))
                for identity, name, spans in cast
                if spans
            ),
            locations=tuple(
                Location(id=f"l{n}", name=name, kind="city", country="NO", mentions=tuple(spans))
                for n, (name, spans) in enumerate(places)
                if spans
            ),
            quotes=tuple(quotes),
            figures=tuple(figures),
        )
