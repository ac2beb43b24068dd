"""Quotations whose words were altered, and words that are given to different people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from briefing.dossier.names import may_be_one_person, person_parts
from briefing.dossier.values import (
    Change,
    Difference,
    LedgerSpeaker,
    Passage,
    Quotation,
    Side,
    Wording,
)
from briefing.dossier.words import WORD, folded, is_common, stem
from briefing.tables import word_list

WEIGHT, OF_SPEAKER = 0.75, 0.9
LONGEST_NEGATION = 2
"""Words; what is longer is a cut."""
NEIGHBORS = 2
"""Words on each side of a "not" that only one wording has."""
BRACKET = re.compile(r"[\[\]()]|\b(?:expletive|deleted|inaudible)\b")


def differing_quotes(ledger: Sequence[LedgerSpeaker]) -> Iterator[Difference]:
    """A row for each word that was altered, and one for words with two speakers."""
    for speaker in ledger:
        for quotation in speaker.quotations:
            yield from _altered(speaker, quotation)
            yield from _given_to_others(quotation)


def _altered(speaker: LedgerSpeaker, quotation: Quotation) -> Iterator[Difference]:
    fullest = quotation.wordings[quotation.fullest]
    rows: dict[tuple[int, int], list[tuple[Wording, Passage, Passage]]] = {}
    for wording in quotation.wordings:
        for change in wording.changes:
            if _says_something_else(change):
                here, whole = _told(change, wording.passage, fullest.passage)
                rows.setdefault((whole.start, whole.end), []).append((wording, here, whole))
    for found in sorted(rows.values(), key=len)[-1:]:
        sides = [_side(wording, words) for wording, words, _ in found]
        sides.append(_side(fullest, found[0][2]))
        if len({side.passage.article for side in sides}) > 1:
            yield Difference(
                kind="quote",
                what=speaker.name or "quotation",
                sides=tuple(_once(sides)),
                weight=WEIGHT,
            )


def _told(change: Change, wording: Passage, fullest: Passage) -> tuple[Passage, Passage]:
    """The words that differ; a "not" that only one has stands between its neighbors in both."""
    if change.here and change.fullest:
        return change.here, change.fullest
    mine, theirs = list(WORD.finditer(wording.text)), list(WORD.finditer(fullest.text))
    matcher = SequenceMatcher(None, _plain(mine), _plain(theirs), autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        only, words, first = (
            (change.here, mine[i1:i2], wording.start)
            if change.here
            else (change.fullest, theirs[j1:j2], fullest.start)
        )
        if only and any(first + word.start() == only.start for word in words):
            return _with_neighbors(wording, mine, i1, i2), _with_neighbors(fullest, theirs, j1, j2)
    return change.here or wording, change.fullest or fullest


def _plain(words: Sequence[re.Match[str]]) -> list[str]:
    return [folded(word.group()) for word in words]


def _with_neighbors(
    passage: Passage, words: Sequence[re.Match[str]], first: int, last: int
) -> Passage:
    near = words[max(0, first - NEIGHBORS) : last + NEIGHBORS]
    if not near:
        return passage
    start, end = near[0].start(), near[-1].end()
    return Passage(
        article=passage.article,
        start=passage.start + start,
        end=passage.start + end,
        text=passage.text[start:end],
    )


def is_altered(wording: Wording) -> bool:
    """True if a wording says something else than the fullest one."""
    return any(map(_says_something_else, wording.changes))


def _once(sides: Sequence[Side]) -> Iterator[Side]:
    """The sides in the order of the articles; the same words of one article once."""
    seen = set()
    for side in sorted(sides, key=lambda side: side.passage.article):
        if (key := (side.passage.article, side.meaning)) not in seen:
            seen.add(key)
            yield side


def _says_something_else(change: Change) -> bool:
    """True unless the same words stand there in other forms, or words without a meaning.

    Words that only one has are a cut, unless they deny what the other says.
    """
    if change.here is None or change.fullest is None:
        passage = change.here or change.fullest
        words = folded(passage.text).split() if passage else []
        return len(words) <= LONGEST_NEGATION and not word_list("dossier", "denials").isdisjoint(
            words
        )
    if _letters(change.here.text) == _letters(change.fullest.text):
        return False
    if BRACKET.search(change.here.text) or BRACKET.search(change.fullest.text):
        return False  # an editor's words are no other wording
    mine, other = _said(change.here.text), _said(change.fullest.text)
    return mine != other and bool(mine or other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, folded(text)))


def _said(text: str) -> set[str]:
    telling = word_list("dossier", "denials") | word_list("dossier", "changes what is said")
    heard = (folded(match.group()) for match in WORD.finditer(text))
    words = [word for one in heard for word in _spoken().get(one, one).split()]
    return {
        stem(word)
        for word in words
        if word in telling or word[0].isdigit() or not (len(word) < 3 or is_common(word))
    }


@cache
def _spoken() -> dict[str, str]:
    """How outlets write what is heard, and what it stands for."""
    return dict(row.split("=") for row in word_list("dossier", "heard"))


def _side(wording: Wording, words: Passage) -> Side:
    return Side(
        passage=words,
        sentence=wording.passage,
        speaker=wording.speaker,
        speaker_mention=wording.speaker_mention,
    )


def _given_to_others(quotation: Quotation) -> Iterator[Difference]:
    """A row where two articles name different people for the same words."""
    named: dict[int, Wording] = {}
    for wording in quotation.wordings:
        mention = wording.speaker_mention
        if wording.speaker and mention and mention.text[:1].isupper():  # not "he"
            named.setdefault(wording.passage.article, wording)
    wordings = list(named.values())
    if any(_are_named_otherwise(one, other) for one, other in combinations(wordings, 2)):
        yield Difference(
            kind="speaker",
            what=quotation.passage.text,
            sides=tuple(
                Side(
                    passage=wording.speaker_mention or wording.passage,
                    sentence=wording.passage,
                    speaker=wording.speaker,
                    speaker_mention=wording.speaker_mention,
                )
                for wording in wordings
            ),
            weight=OF_SPEAKER,
        )


def _are_named_otherwise(one: Wording, other: Wording) -> bool:
    """True if neither speaker is called by the other's name beside the quotation."""
    mentions = one.speaker_mention, other.speaker_mention
    if all(mentions) and len({folded(mention.text) for mention in mentions if mention}) == 1:
        return False
    return _are_others(one, other)


def _are_others(one: Wording, other: Wording) -> bool:
    """True if both speakers have names that are not those of one person."""
    first, second = one.speaker or "", other.speaker or ""
    if not first[:1].isupper() or not second[:1].isupper():
        return False
    mine, theirs = person_parts(first), person_parts(second)
    shared = set(mine) & set(theirs)
    if len(mine) < 2 or len(theirs) < 2:
        return not shared
    if len(shared) >= 2:  # "Brannoc County Sheriff's Office", "Brannoc County officials"
        return False
    return not may_be_one_person(mine, theirs)
