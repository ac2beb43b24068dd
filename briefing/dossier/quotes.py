"""The ledger of quotations: the same words in several articles are one entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from briefing.dossier.sources import Sources
from briefing.dossier.values import Change, LedgerSpeaker, Passage, Quotation, Wording
from briefing.dossier.words import folded
from briefing.model import Quote, Span

WORD = re.compile(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
SHARED = 0.75
"""Share of the shorter wording that stands in the longer one, in order."""
SHARED_BY_ONE = 0.6
"""The same where it is known to be one speaker."""
SHARED_BY_OTHERS = 0.9
"""The same where two articles give the words to different people."""
FEWEST = 4
"""Words; shorter quotations are the same only if all their words are, and their speaker."""
FEWEST_BY_OTHERS = 6
LONG_CHANGE = 3
"""From so many times as many words on, most of what was changed was cut."""
MOST_HOLDERS = 60
"""Quotations that share two words in a row; where more do, these say nothing."""


@dataclass(frozen=True)
class Said:
    """A quotation of one of the articles."""

    article: int
    quote: Quote
    speaker: str | None
    """The id of the actor of the dossier who says it, or None."""

    @cached_property
    def words(self) -> list[tuple[str, Span]]:
        """Its words in a form to be compared, and where they stand."""
        start = self.quote.start
        return [
            (folded(match.group()).replace("-", ""), (start + match.start(), start + match.end()))
            for match in WORD.finditer(self.quote.text)
        ]

    @cached_property
    def plain(self) -> list[str]:
        """Its words in a form to be compared."""
        return [word for word, _ in self.words]

    @property
    def name(self) -> str | None:
        """The same, where the speaker has a name: "the judge" may be anybody."""
        words = self.quote.speaker or ""
        return self.named if self.speaker or words[:1].isupper() else None

    @property
    def named(self) -> str | None:
        """Who says it, where that is known: an actor, or else the words that name the speaker."""
        return self.speaker or (folded(self.quote.speaker) if self.quote.speaker else None)


def ledger(
    sources: Sources, actor_ids: dict[tuple[int, str], str], names: dict[str, str]
) -> tuple[LedgerSpeaker, ...]:
    """Everything that is quoted, by speaker.

    Args:
        sources: The briefings.
        actor_ids: The `id` in the dossier of each actor of an article.
        names: What each actor of the dossier is called.
    """
    all_said = [
        Said(number, quote, actor_ids.get((number, quote.speaker_id or "")))
        for number, briefing in enumerate(sources.briefings)
        for quote in briefing.quotes
    ]
    by_speaker: defaultdict[str | None, list[tuple[Quotation, Sequence[Said]]]] = defaultdict(list)
    for group in _groups(all_said):
        by_speaker[_speaker_of(group)].append((_quotation(sources, group), group))
    speakers = []
    for named, found in by_speaker.items():
        found.sort(
            key=lambda one: (-len(one[0].articles), one[1][0].article, one[1][0].quote.start)
        )
        first = next((s for _, group in found for s in group if s.named == named), None)
        name = names.get(named or "") or (first.quote.speaker if first else None)
        speakers.append(
            LedgerSpeaker(
                name=name,
                actor_id=named if named in names else None,
                quotations=tuple(quotation for quotation, _ in found),
            )
        )
    speakers.sort(key=lambda one: (one.name is None, -len(one.articles), -len(one.quotations)))
    return tuple(speakers)


def _speaker_of(group: Sequence[Said]) -> str | None:
    """Who says it in most articles; names count more than words."""
    votes: Counter[str] = Counter()
    for said in group:
        if said.named:
            votes[said.named] += 1 + said.quote.certain + 10 * (said.name is not None)
    return votes.most_common(1)[0][0] if votes else None


def _groups(all_said: Sequence[Said]) -> list[list[Said]]:
    """Quotations that are the same, longest first."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, said in enumerate(all_said):
        for pair in _pairs(said.plain):
            holders[pair].append(number)
    order = sorted(range(len(all_said)), key=lambda n: (-len(all_said[n].plain), n))
    of: dict[int, int] = {}  # the number of a quotation -> of the longest one of its group
    for number in order:
        said = all_said[number]
        near: Counter[int] = Counter()
        for pair in _pairs(said.plain):
            if len(holders[pair]) <= MOST_HOLDERS:
                near.update(of[one] for one in holders[pair] if one in of)
        likely = (one for one, count in near.most_common(5) if 3 * count >= len(said.plain) - 1)
        of[number] = next((one for one in likely if _is_same(all_said[one], said)), number)
    groups: defaultdict[int, list[Said]] = defaultdict(list)
    for number, first in of.items():
        groups[first].append(all_said[number])
    for group in groups.values():
        group.sort(key=lambda said: (said.article, said.quote.start))
    return list(groups.values())


def _pairs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(pairwise(words)) or {tuple(words)}


def _is_same(longer: Said, said: Said) -> bool:
    """True if a quotation is another one that was cut or altered, or a part of it."""
    mine, other = said.plain, longer.plain
    differ = None not in (said.name, longer.name) and said.name != longer.name
    if mine == other:
        return bool(mine) and (len(mine) >= FEWEST or not differ)
    if len(mine) < (FEWEST_BY_OTHERS if differ else FEWEST):
        return not differ and len(mine) > 1 and _contains(other, mine)
    matcher = SequenceMatcher(None, other, mine, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)
    if said.name and said.name == longer.name:
        return shared >= SHARED_BY_ONE * len(mine)
    return shared >= (SHARED_BY_OTHERS if differ else SHARED) * len(mine)


def _contains(words: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(list(words[n : n + size]) == list(part) for n in range(len(words) - size + 1))


def _fullest(group: Sequence[Said]) -> int:
    """The wording that most articles print, or a part of it; of several, the longest."""
    articles: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for said in group:
        articles[tuple(said.plain)].add(said.article)
    printed_by = {
        words: len(
            set[int]().union(*(by for part, by in articles.items() if _contains(words, part)))
        )
        for words in articles
    }
    return max(
        range(len(group)),
        key=lambda n: (printed_by[tuple(group[n].plain)], len(group[n].plain)),
    )


def _quotation(sources: Sources, group: Sequence[Said]) -> Quotation:
    fullest = _fullest(group)
    covered: defaultdict[int, set[int]] = defaultdict(set)
    for said in group:
        matcher = SequenceMatcher(None, group[fullest].plain, said.plain, autojunk=False)
        for block in matcher.get_matching_blocks():
            covered[said.article].update(range(block.a, block.a + block.size))
    return Quotation(
        fullest=fullest,
        wordings=tuple(
            Wording(
                passage=sources.passage(said.article, (said.quote.start, said.quote.end)),
                speaker=said.quote.speaker,
                speaker_mention=(
                    sources.passage(said.article, said.quote.speaker_mention)
                    if said.quote.speaker_mention
                    else None
                ),
                changes=tuple(_changes(sources, group[fullest], said, covered[said.article])),
            )
            for said in group
        ),
    )


def _changes(sources: Sources, fullest: Said, said: Said, covered: set[int]) -> Iterable[Change]:
    """How a wording departs from the fullest one.

    Args:
        sources: The briefings.
        fullest: The wording that the others are compared with.
        said: The wording.
        covered: Numbers of the words of the fullest that this article has, here or elsewhere.
    """
    if said is fullest:
        return
    matcher = SequenceMatcher(None, fullest.plain, said.plain, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or "".join(fullest.plain[i1:i2]) == "".join(said.plain[j1:j2]):
            continue
        there = _words(sources, fullest, i1, i2)
        here = _words(sources, said, j1, j2)
        if tag == "replace":
            shorter = min(i2 - i1, j2 - j1)
            if i2 - i1 > LONG_CHANGE * shorter:  # one word was altered and the rest was cut
                there = _words(sources, fullest, i1, i1 + shorter)
                rest = _words(sources, fullest, i1 + shorter, i2)
                yield Change(kind="cut", fullest=rest)
            yield Change(kind="altered", here=here, fullest=there)
        elif tag == "insert":
            yield Change(kind="added", here=here)
        elif not covered.issuperset(range(i1, i2)):
            yield Change(kind="cut", fullest=there)


def _words(sources: Sources, said: Said, first: int, last: int) -> Passage | None:
    if first == last:
        return None
    return sources.passage(said.article, (said.words[first][1][0], said.words[last - 1][1][1]))
