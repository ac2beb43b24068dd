"""What a quotation is on its way from a pair of marks to a quote with its speaker."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import QuoteKind
from briefing.tagging.quotes.attribution import Attribution
from briefing.tagging.quotes.cues import Setting
from briefing.tagging.quotes.referents import Speaker
from briefing.text.quotation_marks import Quoted


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quoted passage, which may be speech, with what the words around it say of who speaks it."""

    passage: Quoted
    around: Setting
    attribution: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quoted passage that is speech.

    Attributes:
        passage: The passage.
        around: The words around it.
        attribution: What they say of who speaks it.
        kind: How it stands in its sentence.
        speaker: Who speaks it, if that is known.
        certain: True if the speaker was not inferred.
    """

    passage: Quoted
    around: Setting
    attribution: Attribution | None
    kind: QuoteKind
    speaker: Speaker | None = None
    certain: bool = False
