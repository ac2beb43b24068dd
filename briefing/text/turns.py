"""Speech that stands without quotation marks: the turns of a transcript or interview."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.model import Paragraph, Span
from briefing.tables import any_of, word_list
from briefing.text.quotation_marks import DOUBLE, Quoted

# "[CROSSTALK]" and the like stand after the label and before the words.
DIRECTIONS = r"(?:(?:\[[^\]\n]{1,40}\]|\([A-Z][A-Z ,-]{1,30}\))\s*)*"
# Some sources keep the signs of bold type: "**Q:** Why?".
BOLD = r"(?:\*\*|__)?"
LABEL = re.compile(
    rf"{BOLD}(?:(?P<letter>Q|A|(?i:question|answer)){BOLD}[.:]{BOLD}\s+(?=[^\W_]|[\"“‘(…])"
    r"|(?P<label>[A-Z][\w.’'-]*(?:[ \xa0][A-Z][\w.’'-]*){0,4})(?:\s\([^)\n]{1,40}\))?"
    rf"{BOLD}:{BOLD}\s+{DIRECTIONS}(?=[^\W_]))"
)
NO_SPEAKER = frozenset(
    "NEW UPDATE UPDATED BREAKING READ WATCH MORE RELATED ALSO NOTE PHOTOS PHOTO VIDEO LIVE SOURCE"
    " CORRECTION OPINION ANALYSIS EXCLUSIVE".split()
)
"""First words in capitals that announce something and nobody."""
ENDED = re.compile(r"[.!?…][\"”’)]*$")
FEWEST_TURNS = 3
SHARE_OF_QUESTIONS = 0.25
FIRST_PERSON = re.compile(rf"\b(?:{any_of(word_list('function_words', 'first person'))})\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that somebody speaks, with the label in front that says who.

    Attributes:
        label: Span of the name or letter in front.
        passage: What is spoken.
        letter: "Q" or "A" in an interview so labeled, else "".
    """

    label: Span
    passage: Quoted
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """Which paragraphs are spoken, by their starts, as far as the text alone tells it.

    Attributes:
        labels: Offsets after the labels of turns.
        names: Spans of the names in them.
        turns: Paragraphs of answers, statements and their continuations.
        questions: Paragraphs that only ask.
    """

    labels: dict[int, int]
    turns: frozenset[int] = frozenset()
    questions: frozenset[int] = frozenset()
    names: tuple[Span, ...] = ()


def conversation(
    text: str, paragraphs: Sequence[Paragraph], person_ends: frozenset[int]
) -> dict[int, Turn]:
    """The turns of a conversation by the start of their paragraphs.

    A conversation has several turns and somebody who speaks again. A label is a person's name, a
    name in capitals, or the Q and A of an interview; "Sources:" and headings are none.

    Args:
        text: The article's text.
        paragraphs: Its paragraphs.
        person_ends: Offsets after the mentions of people.
    """
    turns = {
        start: Turn(_span(match), _spoken(text, match.end(), end), _letter(match))
        for start, end, match in _labeled(text, paragraphs)
        if _is_sure(match) or _span(match)[1] in person_ends
    }
    names = [turn.letter or text[slice(*turn.label)] for turn in turns.values()]
    return _continued(text, paragraphs, turns) if _talk(names) else {}


def _continued(
    text: str, paragraphs: Sequence[Paragraph], turns: dict[int, Turn]
) -> dict[int, Turn]:
    """The turns with the further paragraphs of answers that begin with "A"."""
    last = max(turns)
    found = dict(turns)
    turn: Turn | None = None
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        turn = turns.get(start, turn)
        goes_on = turn is not None and turn.letter == "A" and start < last and start not in turns
        if turn and goes_on and paragraph.kind == "text" and ENDED.search(text, start, end):
            found[start] = Turn(turn.label, _spoken(text, start, end), turn.letter)
    return found


def speech(text: str, paragraphs: Sequence[Paragraph]) -> Speech:
    """What is spoken in a transcript or interview, found before anyone's name is known.

    A label that stands at the head of several paragraphs is taken for a speaker's. Without labels
    it is the questions, each a paragraph, that make an interview, and the answers in the first
    person that make it spoken.
    """
    labeled = list(_labeled(text, paragraphs))
    times = Counter(_name(match) for _, _, match in labeled)
    labeled = [row for row in labeled if _is_sure(row[2]) or times[_name(row[2])] > 1]
    texts = [p for p in paragraphs if p.kind == "text"]
    labels: dict[int, int] = {}
    names: tuple[Span, ...] = ()
    first, last = len(text), 0
    if _talk([_name(match) for _, _, match in labeled]):
        labels = {start: match.end() for start, _, match in labeled}
        names = tuple(_span(match) for _, _, match in labeled if not _letter(match))
        first, last = labeled[0][0], labeled[-1][0]
    asked = [p for p in texts if text[p.end - 1] == "?"]
    interview = len(asked) >= max(FEWEST_TURNS, SHARE_OF_QUESTIONS * len(texts))
    if interview and not labels and _in_first_person(text, texts, asked):
        first, last = asked[0].start, texts[-1].start
    questions = {
        p.start
        for p in asked
        if p.start in labels or interview or not re.search(r"[.!] ", text[p.start : p.end])
    }
    turns = {p.start for p in texts if first <= p.start <= last} - questions
    return Speech(labels, frozenset(turns), frozenset(questions), names)


def _labeled(
    text: str, paragraphs: Sequence[Paragraph]
) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Start and end of the paragraphs that begin with a label, and the label."""
    for paragraph in paragraphs:
        match = LABEL.match(text, paragraph.start, paragraph.end)
        if match is not None and paragraph.kind == "text":
            yield paragraph.start, paragraph.end, match


def _name(match: re.Match[str]) -> str:
    return _letter(match) or str(match["label"])


def _letter(match: re.Match[str]) -> str:
    """A "Q" for a question's label, "A" for an answer's, and "" for a name."""
    return (match["letter"] or "")[:1].upper()


def _span(match: re.Match[str]) -> Span:
    return match.span("letter" if match["letter"] else "label")


def _spoken(text: str, start: int, end: int) -> Quoted:
    """A turn's words, without the one pair of marks that they may stand in."""
    marks = DOUBLE.findall(text, start, end)
    inside = len(marks) == 2 and text[start] == marks[0] and text[end - 1] == marks[1]
    return Quoted(start + inside, end - inside, start, end)


def _is_sure(match: re.Match[str]) -> bool:
    """True if a label is the Q or A of an interview, or a name in capitals."""
    name = _name(match)
    in_capitals = name.isupper() and len(name) > 2 and name.split()[0] not in NO_SPEAKER
    return bool(_letter(match)) or in_capitals


def _talk(names: Sequence[str]) -> bool:
    """True if so labeled paragraphs are turns: several, by more than one, and one speaks again."""
    counts = Counter(name.split()[-1].casefold() for name in names)
    return len(names) >= FEWEST_TURNS and len(counts) > 1 and max(counts.values()) > 1


def _in_first_person(text: str, texts: Sequence[Paragraph], asked: Sequence[Paragraph]) -> bool:
    """True if most of the paragraphs after a question say "I" or "we"."""
    starts = {p.start for p in asked}
    answers = [
        text[below.start : below.end]
        for above, below in pairwise(texts)
        if above.start in starts and below.start not in starts
    ]
    said = sum(FIRST_PERSON.search(answer) is not None for answer in answers)
    return bool(answers) and 2 * said >= len(answers)
