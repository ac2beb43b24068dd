"""Quotations whose words were altered, and words that are given to different people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from briefing.dossier.names import is_title, may_be_one_person, person_parts
from briefing.dossier.sources import Sources, trimmed
from briefing.dossier.values import (
    Change,
    Difference,
    DossierActor,
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

OPENING = ("(", "[")
SHORTENED = re.compile(r"(?<=\w)'(?:m|re|ve|ll|d|s)\b")
"""What is joined to a word: "I'm"."""


def differing_quotes(
    sources: Sources, ledger: Sequence[LedgerSpeaker], actors: Sequence[DossierActor]
) -> Iterator[Difference]:
    """A row for each word that was altered, and one for words with two speakers."""
    people = _people(actors)
    for speaker in ledger:
        for quotation in speaker.quotations:
            yield from _altered(speaker, quotation)
            yield from _given_to_others(sources, people, quotation)


def _altered(speaker: LedgerSpeaker, quotation: Quotation) -> Iterator[Difference]:
    fullest = quotation.wordings[quotation.fullest]
    rows: dict[tuple[int, int], list[tuple[Wording, Passage, Passage]]] = {}
    for wording in quotation.wordings:
        for change in wording.changes:
            if _says_something_else(change) and _is_within(change, wording, fullest):
                here, whole = _told(change, wording.passage, fullest.passage)
                rows.setdefault((whole.start, whole.end), []).append((wording, here, whole))
    for found in sorted(rows.values(), key=len)[-1:]:
        sides = [_side(wording, words) for wording, words, _ in found]
        sides.append(_side(fullest, found[0][2]))
        if len({side.passage.article for side in sides}) > 1:
            yield Difference(
                kind="quote",
                what=trimmed(speaker.name or "") or "quotation",
                sides=tuple(_once(sides)),
                weight=WEIGHT,
            )


def _is_within(change: Change, wording: Wording, fullest: Wording) -> bool:
    """False where the end of one wording stands for words in the middle of the other.

    Nor where an editor's words are in brackets.
    """
    here, there = change.here, change.fullest
    if here is None or there is None:
        return True
    before = _around(wording.passage, here)[0], _around(fullest.passage, there)[0]
    after = _around(wording.passage, here)[1], _around(fullest.passage, there)[1]
    if any(text.rstrip().endswith(OPENING) for text in before):
        return False
    if len(here.text.split()) == len(there.text.split()) == 1:
        return True
    return all(bool(WORD.search(one)) == bool(WORD.search(two)) for one, two in (before, after))


def _around(whole: Passage, part: Passage) -> tuple[str, str]:
    return whole.text[: part.start - whole.start], whole.text[part.end - whole.start :]


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
    heard = (SHORTENED.sub("", word) for word in heard)
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


def _people(actors: Sequence[DossierActor]) -> list[frozenset[str]]:
    """The parts of the names of people."""
    return [
        frozenset(part for name in (actor.name, *actor.aliases) for part in person_parts(name))
        for actor in actors
        if actor.kind == "person"
    ]


def _given_to_others(
    sources: Sources, people: Sequence[frozenset[str]], quotation: Quotation
) -> Iterator[Difference]:
    """A row where two articles name different people for the same words."""
    named: dict[int, Wording] = {}
    for wording in quotation.wordings:
        mention = wording.speaker_mention
        is_name = mention is not None and mention.text[:1].isupper()  # not "he"
        if is_name and wording.speaker and _is_person(wording.speaker, people):
            named.setdefault(wording.passage.article, wording)
    wordings = list(named.values())
    pairs = list(combinations(wordings, 2))
    if any(_quotes_other(sources, *pair) or _quotes_other(sources, *pair[::-1]) for pair in pairs):
        return
    if any(_are_named_otherwise(one, other) for one, other in pairs):
        yield Difference(
            kind="speaker",
            what=trimmed(quotation.passage.text),
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


def _is_person(name: str, people: Sequence[frozenset[str]]) -> bool:
    """False for "Court records", and for "Police Lt", of which the name is missing."""
    parts = person_parts(name)
    return not is_title(parts[-1]) and any(one.issuperset(parts) for one in people)


def _quotes_other(sources: Sources, one: Wording, other: Wording) -> bool:
    """True if a sentence with a quotation names the other speaker: "Tarn said, 'I saw it.'"."""
    words = one.passage
    around = sources.around(words.article, (words.start, words.end))
    text = folded(f"{around.text} {words.text}")
    mine, theirs = person_parts(one.speaker or ""), person_parts(other.speaker or "")
    return bool(theirs) and theirs[-1] not in mine and theirs[-1] in WORD.findall(text)


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
