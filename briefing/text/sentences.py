"""Where sentences begin and end, found without a language model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import nupunkt

from briefing.model import Article, Span
from briefing.tables import any_of, word_list

# "defend it.The Taliban": a sentence glued to the one before it. The word in front has no other
# period (so that "U.S.The" and addresses stay whole) and the word after is an ordinary one.
GLUED = re.compile(
    r"(?<=[a-z0-9’”)][a-z0-9’”)%][.!?])(?=[“\"]?[A-Z][a-z’]*[ ,’])|(?<=[.!?][”\"])(?=[A-Z][a-z]+ )"
)
# "last month. A U.S. official": the punkt model takes a lone capital for an initial.
BEFORE_ARTICLE = re.compile(r"[.!?] (?=(?:A|I) [A-Za-z])(?<=[a-z]{3}. )")
# "met in New York. U.S. officials": and capitals with periods for what goes on.
BEFORE_ACRONYM = re.compile(r"[.!?] (?=(?:[A-Z]\.){2,} [A-Za-z])(?<=[a-z]{3}. )")
OPENERS = (
    "The|This|That|These|Those|There|Here|He|She|It|We|They|You|His|Her|Its|Our|Their|My|Your"
    "|But|And|Or|So|Yet|If|When|While|After|Before|As|In|On|At|For|From|By|With|Since|Until|During"
    "|Although|Because|Not|No|Nobody|Nothing|Some|Many|Most|Both|Few|Several|Each|Every|Then|Now"
    "|Later|Still|Meanwhile|However|What|Who|How|Why|Where"
)
# "on his car. His life", "of the BBC. Its", "left the U.S. Nobody": it also takes a short common
# word, or capitals, for an abbreviation. These words begin sentences and hardly ever names.
BEFORE_OPENER = re.compile(
    rf"[.!?] (?=[“\"]?(?:{OPENERS})(?:[ ,]|[’']s ))"
    r"(?:(?<=[a-z]{3}. )|(?<=[A-Z]{2}. )|(?<=[A-Z]\.[A-Z]\. )|(?<= [A-Z]\. )|(?<=[ap]\.m\. )"
    r"|(?<= no\. ))"
)
# The ends of sentences in other scripts, which stand without a space or mean nothing to punkt.
OTHER_SCRIPTS = re.compile(r"[。！？।॥؟](?![。！？।॥؟])[”’」』）]*")
BEFORE_AGE = re.compile(r"(?<=[a-z]{3})[.!?] (?=An? \d)")
AFTER_WORD = re.compile(r"\b([a-z]{3,})[.][”\"’)]? (?=[“\"‘(]?[A-Z][a-z])")
"""The punkt model takes many a short word for an abbreviation: "a work of art. Closed gardens"."""
ABBREVIATIONS = word_list("function_words", "abbreviation")
CUTS = (OTHER_SCRIPTS, GLUED, BEFORE_AGE, BEFORE_ARTICLE, BEFORE_ACRONYM, BEFORE_OPENER)

SHOUTED_NAME = re.compile(r"(?<![\w“\"])([A-Z]\w+[!?]) (?=[a-z])")
"""A name with such a mark in it: "Yum! will buy" shows it."""
LONGEST_JOINT = 30
"""Characters on either side of a cut that tell whether it lies within a sentence."""
TITLES = any_of(word_list("titles", "abbreviation"))
JOINTS = (
    # "Lt. | Col. Orr", "near St. | Orr", but neither "a Col. | The" nor "Main St. | Police"
    (
        re.compile(
            rf"(?:\b(?:{TITLES}|Ft|Mt)|(?:^|[.,“\"(] |(?:\b[a-z]+|Fort|Port|Lake) )Ste?)\.$"
        ),
        re.compile(r"(?!(?:The|This|It|At|They|But|And|When|Then|After|In|On) )[A-Z]"),
    ),
    # "U.S. | Secretary" at the beginning, since no sentence is an abbreviation alone
    (re.compile(r"(?:^|[.!?”\"] )[“\"]?(?:[A-Z]\.){2,}$"), re.compile(r"\S")),
    # "Orr Corp. | Chairman"
    (
        re.compile(r"\b(?:Inc|Corp|Co|Ltd)\.$"),
        re.compile(r"(?:Chair|Chief|CEO|President|Vice|Executive|Director|Founder)[a-z]*\b"),
    ),
)
"""What stands before and after a cut that is none."""


def split(article: Article) -> tuple[Span, ...]:
    """Spans of the sentences of the title and the text paragraphs, in order, without outer space.

    Furniture has no sentences. Two sentences that are glued together share a boundary.
    """
    shouted = frozenset(match[1] for match in SHOUTED_NAME.finditer(article.text))
    return tuple(
        span
        for paragraph in article.paragraphs
        if paragraph.kind != "furniture"
        for span in _split_line(article.text, paragraph.start, paragraph.end, shouted)
    )


def _split_line(text: str, start: int, end: int, shouted: frozenset[str]) -> Iterator[Span]:
    line = text[start:end]
    cuts = {sentence_end for _, sentence_end in nupunkt.sent_spans(line)}
    for pattern in CUTS:
        cuts.update(match.end() for match in pattern.finditer(line))
    cuts.update(m.end() for m in AFTER_WORD.finditer(line) if m[1] not in ABBREVIATIONS)
    cuts = {
        0,
        len(line),
        *(cut for cut in cuts if not _is_joint(line, cut) and not _goes_on(line, cut, shouted)),
    }
    bounds = sorted(cuts)
    for left, right in pairwise(bounds):
        piece = line[left:right]
        left += len(piece) - len(piece.lstrip())
        right -= len(piece) - len(piece.rstrip())
        if any(char.isalnum() for char in line[left:right]):
            yield start + left, start + right


def _goes_on(line: str, cut: int, shouted: frozenset[str]) -> bool:
    """True if a small letter follows, or the mark before belongs to a name: "Yum! Foods"."""
    before, following = line[:cut].split(), line[cut:].lstrip()
    small = following[:1].islower() and following[1:2].islower()
    return small or (bool(before) and before[-1] in shouted)


def _is_joint(line: str, cut: int) -> bool:
    """True if the sentence goes on after a cut."""
    before = line[max(0, cut - LONGEST_JOINT) : cut].rstrip()
    if not before.endswith("."):
        return False
    after = line[cut : cut + LONGEST_JOINT].lstrip()
    return any(start.search(before) and end.match(after) for start, end in JOINTS)
