"""Speech that stands without quotation marks: the turns of a transcript or interview."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Mention, Paragraph
from briefing.tagging.marks import Quoted

LABEL = re.compile(
    r"(?P<label>[A-Z][\w.’'-]*(?:[ \xa0][A-Z][\w.’'-]*){0,4})(?:\s\([^)\n]{1,40}\))?:\s+(?=[^\W_])"
    r"|(?P<letter>[QA])[.:]\s+(?=[^\W_])"
)
FEWEST_TURNS = 3


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that somebody speaks, with the label in front that says who."""

    label: Mention
    stretch: Quoted


def find(
    text: str, paragraphs: Sequence[Paragraph], person_ends: frozenset[int]
) -> dict[int, Turn]:
    """The turns of a conversation by the start of their paragraphs.

    A conversation has several turns and somebody who speaks again. A label is a person's name, a
    name in capitals, or the Q and A of an interview; "Sources:" and headings are none.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs.
        person_ends: Offsets behind the mentions of people.
    """
    turns: dict[int, Turn] = {}
    speakers: defaultdict[int, str] = defaultdict(str)
    for paragraph in paragraphs:
        match = LABEL.match(text, paragraph.start, paragraph.end)
        if match is None or paragraph.kind != "text":
            continue
        name = match["label"] or match["letter"]
        end = match.start() + len(name)
        if match["letter"] or end in person_ends or (name.isupper() and len(name) > 2):
            stretch = Quoted(match.end(), paragraph.end, match.end(), paragraph.end)
            turns[paragraph.start] = Turn((match.start(), end), stretch)
            speakers[paragraph.start] = name.split()[-1].casefold()
    counts = Counter(speakers.values())
    talk = len(turns) >= FEWEST_TURNS and len(counts) > 1 and max(counts.values()) > 1
    return turns if talk else {}
