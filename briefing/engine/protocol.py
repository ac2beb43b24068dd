"""What the engine and its workers say to each other: JSON bytes, one message a send."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from briefing.model import Actor, Article, Briefing, DateMention, Location, Missing, Quote, Sentence
from briefing.options import DEFAULT_SUMMARY_LENGTH, Options


class Job(msgspec.Struct, frozen=True):
    """To a worker: analyze this."""

    number: int
    article: Article
    options: Options


class Part(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """From a worker: one stage is finished, and this is new."""

    job: int
    stage: str
    sentences: tuple[Sentence, ...] | None = None
    dates: tuple[DateMention, ...] | None = None
    locations: tuple[Location, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    model: str | None = None
    missing: tuple[Missing, ...] | None = None

    def added_to(self, briefing: Briefing) -> Briefing:
        """The briefing with what this part brings."""
        news: dict[str, Any] = {
            name: value
            for name in ("sentences", "dates", "locations", "actors", "quotes", "model", "missing")
            if (value := getattr(self, name)) is not None
        }
        grown = replace(briefing, **news)
        return grown.with_summary(DEFAULT_SUMMARY_LENGTH) if "sentences" in news else grown


class Done(msgspec.Struct, frozen=True, tag=True):
    """From a worker: the job is finished; all its parts were sent."""

    job: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """From a worker: the job failed; the reason is one line for the user."""

    job: int
    reason: str


Message = Part | Done | Failed
_decode_job = msgspec.json.Decoder(Job).decode
_decode_message: msgspec.json.Decoder[Message] = msgspec.json.Decoder(Message)


def part_of(number: int, stage: str, briefing: Briefing) -> Part:
    """What a stage of an analysis has added, as a message."""
    if stage == "summary":
        return Part(number, stage, sentences=briefing.sentences, missing=briefing.missing)
    if stage == "locations":
        return Part(number, stage, locations=briefing.locations, model=briefing.model)
    return Part(number, stage, **{stage: getattr(briefing, stage)})


def encode(message: Job | Message) -> bytes:
    """The bytes of a message."""
    return msgspec.json.encode(message)


def decode_job(data: bytes) -> Job:
    """The job in these bytes."""
    return _decode_job(data)


def decode_message(data: bytes) -> Message:
    """The worker's message in these bytes."""
    return _decode_message.decode(data)
