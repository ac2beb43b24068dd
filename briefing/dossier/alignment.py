"""Which sentences of different articles tell the same, by the words and names that they share.

Words count by how few sentences have them (Spärck Jones, 1972). Names count as what they name, so
that "Oduya" and "Maren Oduya" are one word. Numbers and dates can only speak for two sentences,
since reports of one event differ in these.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import log

from briefing.dossier.sources import Sources
from briefing.dossier.words import small_numbers, terms
from briefing.model import DateMention, Span

SAME = 0.45
"""From here on two sentences tell the same."""
LIKELY = 0.3
"""From here on a pair is kept at all."""
CONTAINED = 0.85
"""What it counts that one sentence has everything of the other, beside both having the same."""
FEWEST_SHARED = 3
"""Words, but for names, from which a sentence may be contained in another one."""
LEADS, OF_LEADS = 2, 0.08
"""How many sentences of an article are its lead, and what it counts that both are in one."""
AMONG_BEST = 2
"""How many sentences of another article may be the counterpart of one."""
OF_NUMBER = 0.2
"""What it counts that two sentences, and no others, have a number of two digits or more."""
RAREST = 10
MOST_HOLDERS = 80
"""Sentences with a term that are looked at, for each of the rarest terms of a sentence."""
NAMES = "@#"
"""Terms that begin with these are actors and places."""
OF_NAME = 0.6
"""What a name counts beside a word as rare: one name is in sentences about many things."""
Said = Mapping[tuple[int, int, int], str]
"""The article, start and end of each quotation, and a sign for it."""
UNSHARED = 0.6
"""By how much a name counts less that the other sentence has not: articles differ in names."""
SHORT_FRAME = 2
"""Terms around a quotation; where there are fewer, its own words count too."""
OPEN_SIGNS = "=^"
"""Terms that begin with these, numbers and dates, count only where they are shared."""


@dataclass(frozen=True)
class Unit:
    """A sentence as it is compared.

    Attributes:
        number: Its place among the sentences of its article.
        place: Its place among those that are no headline.
        terms: What it says: stems, and signs for actors, places, dates and numbers.
        names: Those of them that are names.
    """

    article: int
    number: int
    place: int
    span: Span
    terms: frozenset[str]
    names: frozenset[str]

    def __hash__(self) -> int:
        return hash((self.article, self.number))

    @cached_property
    def solid(self) -> frozenset[str]:
        """The terms without numbers and dates."""
        return frozenset(term for term in self.terms if term[0] not in OPEN_SIGNS)

    @property
    def numbers(self) -> frozenset[str]:
        """Those of the terms that are numbers."""
        return frozenset(term for term in self.terms if term[0] == "=")


class Alignment:
    """The sentences of all articles and their counterparts.

    Args:
        sources: The briefings.
        said: A sign for each quotation, the same for all of its wordings.
        actor_ids: The `id` in the dossier of each actor of an article.
        place_ids: The same for places.

    Attributes:
        units: All sentences but headlines, article after article.
    """

    def __init__(
        self,
        sources: Sources,
        said: Said,
        actor_ids: Mapping[tuple[int, str], str],
        place_ids: Mapping[tuple[int, str], str],
    ) -> None:
        self._sources = sources
        self.units = [
            unit
            for article in range(len(sources.briefings))
            for unit in _units(sources, article, said, actor_ids, place_ids)
        ]
        self._counts = Counter(term for unit in self.units for term in unit.terms)
        total = len(self.units)
        self._weights = {
            term: log(1 + total / count) * (OF_NAME if term[0] in NAMES else 1.0)
            for term, count in self._counts.items()
        }
        self._by_start = {(unit.article, unit.span[0]): unit for unit in self.units}
        self._near = self._matched()

    def weight(self, terms: frozenset[str]) -> float:
        """How much some terms say together."""
        return sum(self._weights.get(term, 0.0) for term in terms)

    def unit_at(self, article: int, offset: int) -> Unit | None:
        """The sentence around an offset."""
        sentence = self._sources.sentence_at(article, offset)
        return self._by_start.get((article, sentence.start)) if sentence else None

    def after(self, unit: Unit) -> Unit | None:
        """The next sentence of the paragraph, if there is one."""
        sentences = self._sources.briefings[unit.article].sentences
        if unit.number + 1 == len(sentences):
            return None
        start = sentences[unit.number + 1].start
        if "\n" in self._sources.text(unit.article)[unit.span[1] : start]:
            return None
        return self._by_start.get((unit.article, start))

    def near(self, unit: Unit) -> Mapping[int, list[tuple[float, Unit]]]:
        """The likely counterparts of a sentence in each other article, the best first."""
        return self._near.get(unit, {})

    def score(self, unit: Unit, other: Unit) -> float:
        """0 to 1, how much two sentences tell the same."""
        shared = unit.solid & other.solid
        if not shared:
            return 0.0
        together = self.weight(shared)
        mine, theirs = self._open_weight(unit, shared), self._open_weight(other, shared)
        numbers = self.weight((unit.terms & other.terms) - shared)
        score = 2 * (together + numbers) / (mine + theirs + 2 * numbers)
        if sum(term[0] not in NAMES for term in shared) >= FEWEST_SHARED:
            score = max(score, CONTAINED * together / min(mine, theirs))
        if max(unit.place, other.place) < LEADS:
            score += OF_LEADS
        return min(1.0, score)

    def share(self, unit: Unit, other: Unit) -> float:
        """0 to 1, how many words of the one that has fewer the other has too."""
        fewest = min(len(unit.solid), len(other.solid))
        return len(unit.solid & other.solid) / fewest if fewest else 0.0

    def _open_weight(self, unit: Unit, shared: frozenset[str]) -> float:
        """How much a sentence says, with less for names that another has otherwise."""
        return self.weight(unit.solid) - UNSHARED * self.weight(unit.names - shared)

    def covered(self, unit: Unit, article: int) -> float:
        """0 to 1, how much of a sentence another article tells in one sentence or two."""
        near = self.near(unit).get(article, [])
        if not near:
            return 0.0
        best = near[0][0]
        told = frozenset[str]().union(*(other.terms for _, other in near[:2]))
        total = self.weight(unit.solid)
        share = self.weight(unit.solid & told) / total if total else 0.0
        numbers = (
            term for term in unit.terms & near[0][1].terms if term[0] == "=" and len(term) > 2
        )
        if any(self._counts[term] == 2 for term in numbers):
            best += OF_NUMBER
        return max(best, 0.8 * share)

    def counterparts(self, unit: Unit) -> Iterator[Unit]:
        """The sentence of each other article that tells the same, where there is one.

        It has one of the numbers of this sentence, if there are any.
        """
        numbers = unit.numbers
        for found in self.near(unit).values():
            for score, other in found[:AMONG_BEST]:
                if score >= SAME and (not numbers or numbers & other.terms):
                    yield other
                    break

    def _matched(self) -> dict[Unit, dict[int, list[tuple[float, Unit]]]]:
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for index, unit in enumerate(self.units):
            for term in unit.solid:
                holders[term].append(index)
        languages = [one.article.language for one in self._sources.briefings]
        matched: dict[Unit, dict[int, list[tuple[float, Unit]]]] = {}
        for index, unit in enumerate(self.units):
            rare = sorted(unit.solid, key=lambda term: (len(holders[term]), term))[:RAREST]
            shared: Counter[int] = Counter()
            for term in rare:
                if len(holders[term]) <= MOST_HOLDERS or term is rare[0]:
                    shared.update(holders[term][: 4 * MOST_HOLDERS])
            for other_index, count in shared.items():
                other = self.units[other_index]
                if (
                    other_index <= index
                    or other.article == unit.article
                    or languages[other.article] != languages[unit.article]
                    or (count < 2 and min(len(unit.solid), len(other.solid)) > 2)
                ):
                    continue
                score = self.score(unit, other)
                if score >= LIKELY:
                    matched.setdefault(unit, {}).setdefault(other.article, []).append(
                        (score, other)
                    )
                    matched.setdefault(other, {}).setdefault(unit.article, []).append((score, unit))
        for by_article in matched.values():
            for found in by_article.values():
                found.sort(key=lambda one: (-one[0], one[1].number))
        return matched


def has_year(date: DateMention) -> bool:
    """True if the year of a date is written, and no guess."""
    return date.value is not None and date.value[:4] in date.text


def _sign_of(date: DateMention) -> str:
    """A date as a term; a year that is not written is left out."""
    value = date.value or date.text
    return f"^{value}" if has_year(date) or len(value) < 10 else f"^~{value[4:]}"


def _units(
    sources: Sources,
    article: int,
    said: Said,
    actor_ids: Mapping[tuple[int, str], str],
    place_ids: Mapping[tuple[int, str], str],
) -> Iterator[Unit]:
    briefing = sources.briefings[article]
    signs: list[tuple[int, int, str]] = []
    for actor in briefing.actors:
        sign = f"@{actor_ids.get((article, actor.id), actor.name)}"
        signs += [(start, end, sign) for start, end in actor.mentions]
    for location in briefing.locations:
        sign = f"#{place_ids.get((article, location.id), location.name)}"
        signs += [(start, end, sign) for start, end in location.mentions]
    signs += [(date.start, date.end, _sign_of(date)) for date in briefing.dates]
    quotes = [
        (start, end, sign) for (number, start, end), sign in said.items() if number == article
    ]
    signs += [
        (figure.start, figure.end, f"={figure.value if figure.value is not None else figure.text}")
        for figure in briefing.figures
    ]
    signs.sort()
    starts = [start for start, _, _ in signs]
    language = briefing.article.language
    place = -1
    for number, sentence in enumerate(briefing.sentences):
        if sources.is_title(article, sentence.start):
            continue
        place += 1
        first = bisect_right(starts, sentence.start - 1)
        last = bisect_right(starts, sentence.end - 1)
        inside = signs[first:last]
        found = {sign for _, _, sign in inside}
        spoken = [one for one in quotes if one[0] < sentence.end and sentence.start < one[1]]
        names = {sign for _, _, sign in inside if sign[0] in NAMES}
        frame: set[str] = set()
        in_quotes: set[str] = set()
        text = briefing.article.text[sentence.start : sentence.end]
        for start, end, term in terms(text, language):
            start, end = start + sentence.start, end + sentence.start
            if not any(begin < end and start < stop for begin, stop, _ in inside):
                term = f"={term}" if term[0].isdigit() else term
                if text[start - sentence.start].isupper() and start > sentence.start:
                    names.add(term)
                is_spoken = any(begin <= start < stop for begin, stop, _ in spoken)
                (in_quotes if is_spoken else frame).add(term)
        found |= {f"={n}" for n in small_numbers(text)}
        found |= frame | {sign for _, _, sign in spoken}
        if len(frame) < SHORT_FRAME:
            found |= in_quotes
        yield Unit(
            article,
            number,
            place,
            (sentence.start, sentence.end),
            frozenset(found),
            frozenset(names & found),
        )
