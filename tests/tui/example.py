"""An invented article with a briefing made by hand, and an engine that does as it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from briefing.library import Entry, Hit
from briefing.model import (
    Actor,
    Article,
    Briefing,
    DateMention,
    Figure,
    Location,
    Paragraph,
    Quote,
    Sentence,
)
from briefing.options import STAGES
from tui.app import BriefApp

TEXT = """Harbor of Velden closes for repairs

The harbor of Velden will close on Monday while engineers repair the sea wall, the port \
authority said. Ships will be sent to Marseille and Oran.

Ada Fennimore, the harbor master, said the wall had cracked in April. “We cannot wait for the \
winter storms to finish what the summer began,” Fennimore said. She expects the work to last \
until 2031.

“Every day costs us forty thousand crates, and nobody has told us who will pay for them.”

Tomas Brill of the Dockers' Union called the plan “a quiet closure”. The union met Fennimore in \
Marseille last week and left without an agreement. Brill spoke of strikes.

In Paris, the ministry promised money for the families of dock workers. Fishermen from Oran \
offered their boats, and Fennimore thanked them.

Read more: all our stories about harbors"""


def make_article(text: str = TEXT, title: str = "Harbor of Velden closes for repairs") -> Article:
    paragraphs: list[Paragraph] = []
    offset, number = 0, 0
    for line in text.split("\n"):
        if line:
            first = not paragraphs
            kind = "furniture" if line.startswith("Read more") else "title" if first else "text"
            number += kind == "text"
            paragraphs.append(
                Paragraph(
                    start=offset,
                    end=offset + len(line),
                    kind=kind,
                    number=number if kind == "text" else None,
                )
            )
        offset += len(line) + 1
    return Article(
        title=title,
        source="harbor.txt",
        text=text,
        word_count=len(text.split()),
        paragraphs=tuple(paragraphs),
    )


def spans(text: str, *names: str) -> tuple[tuple[int, int], ...]:
    pattern = "|".join(re.escape(name) for name in names)
    return tuple(match.span() for match in re.finditer(pattern, text))


def make_briefing(article: Article | None = None) -> Briefing:
    article = article or make_article()
    text = article.text

    def span(words: str) -> dict[str, int]:
        start = text.index(words)
        return {"start": start, "end": start + len(words)}

    def quote(words: str, **rest: object) -> Quote:
        return Quote(text=words, **span(words), **rest)

    def date(words: str, value: str | None = None) -> DateMention:
        return DateMention(text=words, **span(words), value=value)

    def place(name: str, kind: str, country: str | None, *point: float) -> Location:
        latitude, longitude = point or (None, None)
        return Location(
            id=name,
            name=name,
            kind=kind,
            country=country,
            latitude=latitude,
            longitude=longitude,
            salience=0.5,
            mentions=spans(text, name),
        )

    starts = [match.start() for match in re.finditer(r"(?<=\n)\S|(?<=[a-z]\. )[A-Z]", text)]
    ranks = {0: 0, 2: 1, 5: 2, 6: 3}
    others = iter(range(4, 100))
    sentences = tuple(
        Sentence(
            start=start,
            end=min(
                text.find(end, start) + 1 for end in (". ", ".\n", "”\n") if end in text[start:]
            ),
            score=1.0,
            rank=ranks[number] if number in ranks else next(others),
        )
        for number, start in enumerate(starts[:-1])
    )
    return Briefing(
        article=article,
        actors=(
            Actor(
                id="a1",
                name="Ada Fennimore",
                kind="person",
                role="the harbor master",
                aliases=("Fennimore",),
                salience=0.9,
                mentions=spans(text, "Ada Fennimore", "Fennimore"),
            ),
            Actor(
                id="a2",
                name="Tomas Brill",
                kind="person",
                role="Dockers' Union",
                aliases=("Brill",),
                salience=0.5,
                mentions=spans(text, "Tomas Brill", "Brill"),
            ),
            Actor(
                id="a3",
                name="Dockers' Union",
                kind="organization",
                salience=0.3,
                mentions=spans(text, "Dockers' Union"),
            ),
        ),
        locations=(
            place("Velden", "city", None),
            place("Marseille", "city", "FR", 43.3, 5.4),
            place("Oran", "city", "DZ", 35.7, -0.6),
            place("Paris", "city", "FR", 48.9, 2.4),
        ),
        quotes=(
            quote(
                "We cannot wait for the winter storms to finish what the summer began,",
                speaker="Ada Fennimore",
                speaker_id="a1",
                speaker_mention=spans(text, "Fennimore said")[0],
                role="the harbor master",
                cue="said",
                certain=True,
            ),
            quote(
                "Every day costs us forty thousand crates, and nobody has told us who will pay "
                "for them.",
                speaker="Ada Fennimore",
                speaker_id="a1",
            ),
            quote("a quiet closure", kind="mixed"),
        ),
        figures=(
            Figure(
                text="forty thousand",
                **span("forty thousand"),
                value=40_000,
                what="crates",
                what_mention=spans(text, "crates")[0],
                speaker="Ada Fennimore",
                speaker_id="a1",
            ),
        ),
        dates=(date("Monday"), date("April"), date("2031", "2031"), date("last week")),
        sentences=sentences,
        model="by hand",
    ).with_summary(4)


@dataclass
class Step:
    stage: str
    briefing: Briefing


class FakeJob:
    """A job that goes on only when a test says so."""

    def __init__(self, briefing: Briefing, on_progress: Callable[[Step], None] | None) -> None:
        self.future: Future[Briefing] = Future()
        self.future.set_running_or_notify_cancel()
        self.cancelled = False
        self._whole = briefing
        self._so_far = Briefing(article=briefing.article)
        self._report = on_progress

    def finish(self, *stages: str) -> None:
        """Report these stages as finished, each with its part."""
        parts = {"summary": ("summary", "sentences")}
        for stage in stages:
            names = parts.get(stage, (stage,))
            self._so_far = replace(
                self._so_far, **{name: getattr(self._whole, name) for name in names}
            )
            self.report(stage, self._so_far)

    def report(self, stage: str, so_far: Briefing) -> None:
        """Report a stage with what a test says was found by then."""
        if self._report is not None:
            self._report(Step(stage, so_far))

    def end(self) -> None:
        """Report all stages, then the finished briefing."""
        self.finish(*STAGES)
        self.future.set_result(self._whole)

    def fail(self, error: Exception) -> None:
        self.future.set_exception(error)

    def cancel(self) -> None:
        self.cancelled = True


class FakeEngine:
    """Collects what is submitted."""

    def __init__(self, make: Callable[[Article], Briefing] = make_briefing) -> None:
        self.jobs: list[FakeJob] = []
        self.has_ended = False
        self._make = make

    def start(self) -> None:
        pass

    def close(self) -> None:
        self.has_ended = True

    def submit(self, article: Article, options: object, on_progress: object) -> FakeJob:
        del options
        job = FakeJob(self._make(article), on_progress)
        self.jobs.append(job)
        return job


def brief_app(*arguments: Any, **options: Any) -> BriefApp:
    """The app, with a summary of the four sentences that the tests of the screen speak of."""
    return BriefApp(*arguments, summary_length=4, **options)


class FakeShelf:
    """A library of entries, each of the same article; its hits are given."""

    def __init__(self, entries: Sequence[Entry], hits: Sequence[Hit] = ()) -> None:
        self.entries = list(entries)
        self.removed: list[list[Entry]] = []
        self.hits = hits
        self.watched: dict[str, tuple[str, ...]] = {}

    @property
    def count(self) -> int:
        return len(self.entries)

    def listed(self, order: str, start: int, limit: int) -> list[Entry]:
        entries = self.entries if order == "read" else sorted(self.entries, key=lambda e: e.title)
        return entries[start : start + limit]

    def stories(self, stop: Callable[[], bool]) -> dict[str, tuple[str, ...]]:
        del stop
        return {}

    def look_at(self, articles: Sequence[Article]) -> tuple[int, ...]:
        del articles
        return ()

    def new_among(self, stories: Mapping[str, Sequence[str]]) -> frozenset[str]:
        del stories
        return frozenset()

    def watched_in(self, keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
        return {key: self.watched[key] for key in keys if key in self.watched}

    def find(self, query: str, limit: int = 50, *, is_typing: bool = False) -> list[Hit]:
        del is_typing
        return [hit for hit in self.hits if query in hit.text][:limit]

    def article(self, key: str) -> Article | None:
        return make_article() if key == "1" else None

    def _remove(self, gone: list[Entry]) -> int:
        self.removed.append(gone)
        self.entries = [entry for entry in self.entries if entry not in gone]
        return len(gone)

    def remove(self, keys: Sequence[str]) -> int:
        return self._remove([entry for entry in self.entries if entry.key in keys])

    def remove_batch(self, batch: str) -> int:
        return self._remove([entry for entry in self.entries if entry.batch == batch])

    def restore(self) -> int:
        back = self.removed.pop() if self.removed else []
        self.entries += back
        return len(back)
