"""The messages between the engine and its workers, each sent as JSON bytes."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec.structs import replace

from briefing.model import (
    Actor,
    Article,
    Briefing,
    DateMention,
    Figure,
    Location,
    Missing,
    Quote,
    Sentence,
)
from briefing.options import DEFAULT_SUMMARY_LENGTH, STAGES, Options


class Request(msgspec.Struct, frozen=True):
    """To a worker: analyze this article.

    Attributes:
        number: Repeated in every reply, so that the engine knows which request it answers.
        stages: Those that are wanted.
        dates: Of the article, where they were found before and are not wanted.
    """

    number: int
    article: Article
    options: Options
    stages: tuple[str, ...] = STAGES
    dates: tuple[DateMention, ...] = ()


FIELDS = ("sentences", "dates", "locations", "actors", "quotes", "figures", "model", "missing")
"""What of a briefing findings may hold."""


class Findings(msgspec.Struct, frozen=True, tag=True, omit_defaults=True):
    """From a worker: one stage is finished, and this is what it found."""

    request: int
    stage: str
    sentences: tuple[Sentence, ...] | None = None
    dates: tuple[DateMention, ...] | None = None
    locations: tuple[Location, ...] | None = None
    actors: tuple[Actor, ...] | None = None
    quotes: tuple[Quote, ...] | None = None
    figures: tuple[Figure, ...] | None = None
    model: str | None = None
    missing: tuple[Missing, ...] | None = None

    def added_to(self, briefing: Briefing) -> Briefing:
        """The briefing with these findings in it."""
        news: dict[str, Any] = {
            name: value for name in FIELDS if (value := getattr(self, name)) is not None
        }
        grown = replace(briefing, **news)
        return grown.with_summary(DEFAULT_SUMMARY_LENGTH) if "sentences" in news else grown


class Done(msgspec.Struct, frozen=True, tag=True):
    """From a worker: the request is answered; all findings were sent."""

    request: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """From a worker: the analysis failed; the reason is one line for the user."""

    request: int
    reason: str


Reply = Findings | Done | Failed
_request_decoder = msgspec.json.Decoder(Request)
_reply_decoder: msgspec.json.Decoder[Reply] = msgspec.json.Decoder(Reply)


def findings_of(number: int, stage: str, briefing: Briefing) -> Findings:
    """What a stage of an analysis has added to its briefing."""
    if stage == "summary":
        return Findings(number, stage, sentences=briefing.sentences, missing=briefing.missing)
    if stage == "locations":
        return Findings(number, stage, locations=briefing.locations, model=briefing.model)
    return Findings(number, stage, **{stage: getattr(briefing, stage)})


def encode(message: Request | Reply) -> bytes:
    """The bytes of a message."""
    return msgspec.json.encode(message)


def decode_request(data: bytes) -> Request:
    """The engine's request in these bytes."""
    return _request_decoder.decode(data)


def decode_reply(data: bytes) -> Reply:
    """The worker's reply in these bytes."""
    return _reply_decoder.decode(data)
