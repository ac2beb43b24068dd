"""Whether a quoted stretch is speech, and whether it stands for itself or in a sentence."""

from __future__ import annotations

from briefing.model import Paragraph, QuoteKind
from briefing.tagging.quotes.attribution import Attribution
from briefing.text.quotation_marks import DOUBLE, Quoted

FEW_WORDS = 5
"""A stretch with fewer words and no verb of speaking is a name or an irony, not speech."""
LONGEST_TITLE = 10
"""Words; what has more is speech in capitals."""
ENDS_SPEECH = frozenset(".,?!…—–-")
BEFORE_SPEECH = frozenset(".,:;?!…—–-)―")
SINGLE_MARKS = frozenset("'‘’‚‹›")


def kind_of(
    text: str,
    stretch: Quoted,
    found: Attribution | None,
    *,
    start: int,
    before: Quoted | None,
    headline: bool,
) -> QuoteKind | None:
    """`direct` or `mixed`, or None for titles, nicknames and words in irony.

    Args:
        text: The article's text.
        stretch: The stretch.
        found: Who speaks it by the words around it, if that is known.
        start: Offset of the paragraph.
        before: The stretch before it in the paragraph.
        headline: Whether it stands in a headline, which shortens and recapitalizes what was said.
    """
    lead = text[before.outer_end if before else start : stretch.outer_start].rstrip()
    words = text[stretch.start : stretch.end].split()
    few = len(words) < FEW_WORDS
    if len(words) == 1 and "-" in words[0].strip("-–—") and text[stretch.end - 1] not in ".?!":
        return None  # a compound in irony: the “one-size-fits-all” plan
    last = text[stretch.end - 1]
    ended = last in ENDS_SPEECH or text[stretch.outer_end : stretch.outer_end + 1] == ","
    bare = not any(map(str.isalnum, lead))
    apart = bare or lead[-1:] in BEFORE_SPEECH
    if before is not None and bare and lead[-1:] != ":":
        apart = apart and text[before.end - 1] in ENDS_SPEECH
    long_title = not headline and len(words) < LONGEST_TITLE and last not in ".?!…"
    if is_title(words) and (few or long_title):
        if not ended or (found is not None and found.labels):
            return None
        begins = bare or lead[-1:] in ".?!"
        told = found is not None and found.before and found.adjacent and apart
        if last == "," and not begins and not told:
            return None
    if headline:
        return "mixed" if found is not None or not few else None
    if found is not None and found.labels and not apart:
        return "mixed"
    upper = next((c for c in text[stretch.start : stretch.end] if c.isalpha()), "a").isupper()
    told_beside = found is not None and found.adjacent
    if apart and told_beside:
        return "direct"
    if upper and apart and (not few or (ended and last != ",")):
        return "direct"
    if upper and told_beside and ended:
        return "direct"
    if found is not None or (not few and not is_title(words)):
        return "mixed"
    if apart and ended and not bare and last != "," and not is_title(words):
        return "mixed"
    return None


def is_title(words: list[str]) -> bool:
    """Whether the words look like a title or name: capitals on all but the little ones."""
    return all(
        word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words
    ) and (words[0][:1].isupper())


def is_word(text: str, stretch: Quoted) -> bool:
    """Whether a stretch is a word or name in the writer's sentence: the “Go Hull” pins."""
    words = text[stretch.start : stretch.end].split()
    return len(words) < FEW_WORDS and text[stretch.end - 1] not in ENDS_SPEECH


def is_single(text: str, stretch: Quoted) -> bool:
    """Whether a stretch stands in single marks."""
    return stretch.outer_start + 1 == stretch.start and text[stretch.outer_start] in SINGLE_MARKS


def lacks_mark(text: str, stretch: Quoted, paragraph: Paragraph) -> bool:
    """Whether a stretch begins its paragraph and a mark is lost in it or at its end."""
    if any(map(str.isalnum, text[paragraph.start : stretch.outer_start])):
        return False
    if not stretch.closed:
        return stretch.end == paragraph.end
    return len(DOUBLE.findall(text, stretch.start, stretch.end)) % 2 == 1
