"""Reads a source as the command does, and says what is wrong with what came of it."""

from __future__ import annotations

import re

from briefing.engine.reading import Reader
from briefing.errors import ReadError
from briefing.model import Article

GOOD = rb"{\rtf1\ansi\pard The mill in Oslo burned down on Monday. Nobody was hurt there.\par}"
"""A source that needs the process that reads."""
NO_REFUSAL = ("its reader failed", "ends its reader")
"""In messages on what no reader has foreseen."""
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def fault_of(reader: Reader, data: bytes, source: str) -> str:
    """What is wrong with what a source gives; "" where that is an article or a reason."""
    return fault_in(outcome_of(reader, data, source))


def outcome_of(reader: Reader, data: bytes, source: str) -> tuple[Article, ...] | str:
    try:
        return reader.articles_of(data, source)
    except ReadError as error:
        return str(error)


def fault_in(outcome: tuple[Article, ...] | str) -> str:
    if isinstance(outcome, str):
        if not outcome.startswith("cannot read ") or not outcome.isprintable():
            return f"no line that can be shown: {outcome!r}"
        return outcome if any(words in outcome for words in NO_REFUSAL) else ""
    if not outcome:
        return "neither an article nor a reason"
    for article in outcome:
        for text in (article.title or "", article.text, *article.authors, *article.notes):
            if CONTROL.search(text):
                return f"a control character in {text[:80]!r}"
    return ""
