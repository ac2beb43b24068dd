"""Decides if a quoted passage is speech, and if it stands for itself or in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import Paragraph, QuoteKind
from briefing.tagging.quotes.attribution import Attribution
from briefing.text.quotation_marks import DOUBLE, Quoted

FEW_WORDS = 5
"""A passage with fewer words and no verb of speaking is a name or an irony, not speech."""
LONGEST_TITLE = 10
"""Words; what has more is speech in capitals."""
ENDS_SENTENCE = frozenset(".?!…")
ENDS_SPEECH = frozenset(".,?!…—–-")
BEFORE_SPEECH = frozenset(".,:;?!…—–-)―")
SINGLE_MARKS = frozenset("'‘’‚‹›")


@dataclass(frozen=True, slots=True)
class Traits:
    """What the kind of a quoted passage depends on.

    Attributes:
        is_compound: It is one word with a hyphen, and no sentence.
        is_few: It has few words.
        is_name: It looks like a title or name, by its capitals, and is as short as one.
        is_capitalized: All its words are, as in a title, however many there are.
        begins_upper: Its first letter is a capital.
        is_ended: A mark in it or right after it ends what is said.
        has_comma: It ends with a comma.
        opens: No words stand before it in its paragraph, or since the passage before it.
        opens_sentence: It opens, or follows the end of a sentence.
        is_apart: Nothing of the writer's sentence runs into it.
        is_headline: It stands in a headline, which shortens and recapitalizes what was said.
        is_attributed: The words around it say who speaks.
        is_labeled: They name something by it and do not tell of speaking: "called it".
        is_told_beside: The words that tell who speaks touch it.
        is_announced: They touch it and stand before it.
    """

    is_compound: bool
    is_few: bool
    is_name: bool
    is_capitalized: bool
    begins_upper: bool
    is_ended: bool
    has_comma: bool
    opens: bool
    opens_sentence: bool
    is_apart: bool
    is_headline: bool
    is_attributed: bool
    is_labeled: bool
    is_told_beside: bool
    is_announced: bool


@dataclass(frozen=True, slots=True)
class Case:
    """A rule: passages with these traits are of this kind; None is no speech.

    Attributes:
        name: What it is about, with an example.
        holds: True for the traits that it is about.
        kind: What such a passage is.
    """

    name: str
    holds: Callable[[Traits], bool]
    kind: QuoteKind | None


CASES = (
    Case("a compound in irony: the “one-size-fits-all” plan", lambda t: t.is_compound, None),
    Case(
        "a title or nickname: the film “Salt Road” opens",
        lambda t: t.is_name and (not t.is_ended or t.is_labeled),
        None,
    ),
    Case(
        "a title that a comma follows: his book “Salt Road,” which",
        lambda t: (
            t.is_name
            and t.has_comma
            and not t.opens_sentence
            and not (t.is_announced and t.is_apart)
        ),
        None,
    ),
    Case(
        "speech in a headline: Mayor says bridge ‘will open’",
        lambda t: t.is_headline and (t.is_attributed or not t.is_few),
        "mixed",
    ),
    Case("other words in a headline: ‘Ghost’ ferry returns", lambda t: t.is_headline, None),
    Case(
        "a label in the writer's sentence: she called it “a bad day for us all”",
        lambda t: t.is_labeled and not t.is_apart,
        "mixed",
    ),
    Case(
        "a sentence beside who speaks: “we go,” Ito said",
        lambda t: t.is_apart and t.is_told_beside,
        "direct",
    ),
    Case(
        "a sentence by itself: “We will go home tomorrow.”",
        lambda t: (
            t.begins_upper and t.is_apart and (not t.is_few or (t.is_ended and not t.has_comma))
        ),
        "direct",
    ),
    Case(
        "a sentence that runs on from the writer's: Ito said that “We go.”",
        lambda t: t.begins_upper and t.is_told_beside and t.is_ended,
        "direct",
    ),
    Case(
        "words that somebody is said to speak: Ito spoke of “the sea”",
        lambda t: t.is_attributed,
        "mixed",
    ),
    Case(
        "many words in the writer's sentence: it is “a place where nobody stays”",
        lambda t: not t.is_few and not t.is_capitalized,
        "mixed",
    ),
    Case(
        "few words that end a sentence: His answer: “not today.”",
        lambda t: (
            t.is_apart and t.is_ended and not t.opens and not t.has_comma and not t.is_capitalized
        ),
        "mixed",
    ),
)
"""The first case that holds decides; where none does, it is no speech but a word in irony."""


def kind_of(traits: Traits) -> QuoteKind | None:
    """`direct` or `mixed`, or None for titles, nicknames and words in irony."""
    return next((case.kind for case in CASES if case.holds(traits)), None)


def traits_of(
    text: str,
    passage: Quoted,
    found: Attribution | None,
    *,
    start: int,
    before: Quoted | None,
    headline: bool,
) -> Traits:
    """What the kind of a passage depends on.

    Args:
        text: The article's text.
        passage: The passage.
        found: Who speaks it by the words around it, if that is known.
        start: Offset of the paragraph.
        before: The passage before it in the paragraph.
        headline: True if it stands in a headline.
    """
    lead = text[before.outer_end if before else start : passage.outer_start].rstrip()
    words = text[passage.start : passage.end].split()
    last = text[passage.end - 1]
    few = len(words) < FEW_WORDS
    capitalized = is_title(words)
    opens = not any(map(str.isalnum, lead))
    apart = opens or lead[-1:] in BEFORE_SPEECH
    if before is not None and opens and lead[-1:] != ":":
        apart = apart and text[before.end - 1] in ENDS_SPEECH
    short = few or (not headline and len(words) < LONGEST_TITLE and last not in ENDS_SENTENCE)
    letters = filter(str.isalpha, text[passage.start : passage.end])
    beside = found is not None and found.adjacent
    compound = len(words) == 1 and "-" in words[0].strip("-–—") and last not in ENDS_SENTENCE
    return Traits(
        is_compound=compound,
        is_few=few,
        is_name=capitalized and short,
        is_capitalized=capitalized,
        begins_upper=next(letters, "a").isupper(),
        is_ended=last in ENDS_SPEECH or text[passage.outer_end : passage.outer_end + 1] == ",",
        has_comma=last == ",",
        opens=opens,
        opens_sentence=opens or lead[-1:] in ".?!",
        is_apart=apart,
        is_headline=headline,
        is_attributed=found is not None,
        is_labeled=found is not None and found.labels,
        is_told_beside=beside,
        is_announced=beside and found is not None and found.before,
    )


def is_title(words: list[str]) -> bool:
    """True if the words look like a title or name: capitals on all but the little ones."""
    return all(
        word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words
    ) and (words[0][:1].isupper())


def is_word(text: str, passage: Quoted) -> bool:
    """True if a passage is a word or name in the writer's sentence: the “Go Hull” pins."""
    words = text[passage.start : passage.end].split()
    return len(words) < FEW_WORDS and text[passage.end - 1] not in ENDS_SPEECH


def is_single(text: str, passage: Quoted) -> bool:
    """True if a passage stands in single marks."""
    return passage.outer_start + 1 == passage.start and text[passage.outer_start] in SINGLE_MARKS


def lacks_mark(text: str, passage: Quoted, paragraph: Paragraph) -> bool:
    """True if a passage begins its paragraph and a mark is lost in it or at its end."""
    if any(map(str.isalnum, text[paragraph.start : passage.outer_start])):
        return False
    if not passage.closed:
        return passage.end == paragraph.end
    return len(DOUBLE.findall(text, passage.start, passage.end)) % 2 == 1
