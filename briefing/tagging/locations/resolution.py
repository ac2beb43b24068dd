"""Which of the places of one name an article means.

All names of an article are resolved together: the places that each of them may mean vote for their
country, their division and their surroundings, in proportion to how likely they are, and the votes
change how likely the places of the other names are. After a few rounds the likeliest stands. A name
has one sense in one article, unless the text itself says otherwise ("Paris, Texas").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp, floor, log, log10

from briefing.tagging.locations.gazetteer import Place
from briefing.tagging.locations.match import holds
from briefing.tagging.locations.spelling import normalize
from briefing.tagging.locations.toponym import Toponym

ROUNDS = 3
MOST_CANDIDATES = 60
"""Places of one name that are looked at, the most populous ones."""
WEIGHTS = {
    "population": 7.9,
    "country": 1.4,
    "division": -0.3,
    "county": -0.5,
    "region": 2.2,
    "capital": 1.3,
    "main": 2.3,
    "hint": 1.5,
    "same_country": 3.5,
    "same_division": 3.8,
    "near": 3.4,
    "english": 1.0,
}
"""Multinomial logistic regression on news with annotated places; `hint` is set by hand."""
WELL_KNOWN = 50_000
"""Inhabitants from which on a city is believed without anything else of its country."""
METROPOLIS = 250_000
"""The same for a name that the language model does not hold for a place."""
SEAT_SHARE = 0.15
"""Part of a division's people from which on a bare name means its city."""
ENOUGH = 4
"""Names of an article from which on its places tell its countries, English-speaking or not."""
ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
CELL = 1.5
"""Degrees of the squares in which places are neighbors."""


@dataclass(slots=True)
class _Name:
    """One name of the article with what it may mean."""

    text: str
    candidates: list[Place]
    weight: float
    hints: set[str]
    parent: bool = False
    labeled: bool = False
    evident: bool = False
    chances: list[float] = field(default_factory=list)


@dataclass(slots=True)
class _Votes:
    """How much of an article lies where."""

    total: float = 0.0
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    divisions: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    cells: defaultdict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))

    def add(self, place: Place, weight: float) -> None:
        """Count a place; a negative weight takes it back."""
        self.total += weight
        if place.country:
            self.countries[place.country] += weight
        division = division_of(place)
        if division:
            self.divisions[division] += weight
        if place.feature != "PCLI" and place.latitude is not None and place.longitude is not None:
            self.cells[cell(place.latitude, place.longitude)] += weight


def resolve(toponyms: Sequence[Toponym]) -> list[Place | None]:
    """The place of each toponym, or None where the gazetteer has no place of that name."""
    names = _names(toponyms)
    for _ in range(ROUNDS):
        _vote(list(names.values()))
    votes, sure = _Votes(), _Votes()
    for name in names.values():
        best = _best(name)
        votes.add(best, 1.0)
        if not _is_small(best, name):
            sure.add(best, 1.0)
    chosen = {key: _plausible(name, votes, sure) for key, name in names.items()}
    return [chosen.get(_key(toponym)) if toponym.candidates else None for toponym in toponyms]


def division_of(place: Place) -> int | None:
    """Id of the first-level division that a place is or lies in."""
    return place.id if place.feature == "ADM1" else place.admin1_id


def cell(latitude: float, longitude: float) -> tuple[int, int]:
    """The square of the map that a point lies in."""
    return floor(latitude / CELL), floor(longitude / CELL)


def features(place: Place, hints: set[str], votes: _Votes, own: _Votes) -> dict[str, float]:
    """What speaks for a place: its own weight, and how much else of the article is there.

    Args:
        place: The candidate.
        hints: What the text calls it: `province`, `county`, `city`.
        votes: Where the article's names lie.
        own: The part of the votes that comes from the name itself.
    """
    others = max(votes.total - own.total, 0.0) + 1.0
    division = division_of(place)
    return {
        "population": log10(place.population + 10) / 7 if place.id > 0 else 0.8,
        "country": float(place.feature == "PCLI"),
        "division": float(place.feature == "ADM1"),
        "county": float(place.feature == "ADM2"),
        "region": float(place.id < 0),
        "capital": float(place.is_capital),
        "main": float(place.main),
        "hint": _fits(place, hints),
        "same_country": (
            (votes.countries[place.country] - own.countries[place.country]) / others
            if place.country
            else 0.0
        ),
        "same_division": (
            (votes.divisions[division] - own.divisions[division]) / others if division else 0.0
        ),
        "near": _near(place, votes, own) / others,
        "english": float(place.country in ENGLISH_SPEAKING),
    }


def _near(place: Place, votes: _Votes, own: _Votes) -> float:
    if place.feature == "PCLI" or place.latitude is None or place.longitude is None:
        return 0.0
    row, column = cell(place.latitude, place.longitude)
    around = [(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
    return sum(votes.cells.get(c, 0.0) - own.cells.get(c, 0.0) for c in around)


def _fits(place: Place, hints: set[str]) -> float:
    """1 if the place is what the text calls it, -1 if it is not, 0 if the text calls it nothing."""
    if not hints:
        return 0.0
    kinds = {"province": {"ADM1", "RGN"}, "county": {"ADM2"}, "city": {"PPL", "PPLC"}}
    return 1.0 if any(place.feature in kinds[hint] for hint in hints) else -1.0


def _names(toponyms: Sequence[Toponym]) -> dict[tuple[str, bool, int], _Name]:
    counts = Counter(_key(toponym) for toponym in toponyms if toponym.candidates)
    names: dict[tuple[str, bool, int], _Name] = {}
    for toponym in toponyms:
        if not toponym.candidates:
            continue
        key = _key(toponym)
        if key not in names:
            names[key] = _Name(
                key[0], list(toponym.candidates[:MOST_CANDIDATES]), 1 + log(counts[key]), set()
            )
        name = names[key]
        if len(toponym.candidates) == 1 and toponym.candidates[0].is_capital:
            # "Beijing said" tells what all of them mean
            name.candidates = list(toponym.candidates)
        name.labeled |= bool(toponym.label)
        name.evident |= toponym.evident
        if toponym.hint:
            name.hints.add(toponym.hint)
        if toponym.parent is not None:
            name.parent = True
            inside = [place for place in name.candidates if holds(toponym.parent, place)]
            name.candidates = inside or name.candidates
    return names


def _key(toponym: Toponym) -> tuple[str, bool, int]:
    """What has one sense in an article: "Washington", "Washington state", "Olympia, Washington"."""
    only = toponym.candidates[0] if len(toponym.candidates) == 1 else None
    state = only.id if only and only.feature == "ADM1" else 0
    return normalize(toponym.text), toponym.hint == "province", state


def _vote(names: Iterable[_Name]) -> None:
    """One round: count the votes, then let them change the chances.

    A name does not vote for itself, nor does another sense of the same name.
    """
    names = list(names)
    votes = _Votes()
    empty = _Votes()
    shares: defaultdict[str, _Votes] = defaultdict(_Votes)
    for name in names:
        if not name.chances:
            name.chances = _chances(
                [_score(features(p, name.hints, empty, empty)) for p in name.candidates]
            )
        for place, chance in zip(name.candidates, name.chances, strict=True):
            shares[name.text].add(place, name.weight * chance)
            votes.add(place, name.weight * chance)
    for name in names:
        own = shares[name.text]
        name.chances = _chances(
            [_score(features(place, name.hints, votes, own)) for place in name.candidates]
        )


def _score(values: dict[str, float]) -> float:
    return sum(WEIGHTS[key] * value for key, value in values.items())


def _chances(scores: list[float]) -> list[float]:
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _best(name: _Name) -> Place:
    """The likeliest place; a city rather than the division of its name around it.

    A city with a small part of the division's people (Québec) stands back.
    """
    best = name.candidates[max(range(len(name.chances)), key=name.chances.__getitem__)]
    if best.feature in ("ADM1", "ADM2") and best.id > 0 and not name.hints & {"province", "county"}:
        for place in name.candidates:
            if (
                place.main
                and place.kind == "city"
                and best.id in (place.admin1_id, place.admin2_id)
                and place.population > SEAT_SHARE * best.population
            ):
                return place
    return best


def _plausible(name: _Name, votes: _Votes, sure: _Votes) -> Place | None:
    """The likeliest place, unless it is a small one far from all that the article is about.

    It stands if the text itself calls it a place and there is no other of the name. Else
    it is the likeliest of those in a country that the article is about, if there is one.

    Args:
        name: The name.
        votes: Where all names lie.
        sure: The same without small towns, three of which in one country may all be mistaken.
    """
    best = _best(name)
    only = name.evident and sum(place.main for place in name.candidates) == 1
    if name.parent or only or not _is_remote(best, name, votes, sure):
        return best
    at_home = [
        (chance, -index)
        for index, (place, chance) in enumerate(zip(name.candidates, name.chances, strict=True))
        if place.main and place.country != best.country and votes.countries[place.country or ""] > 0
    ]
    return name.candidates[-max(at_home)[1]] if at_home else None


def _is_remote(place: Place, name: _Name, votes: _Votes, sure: _Votes) -> bool:
    """True for a small town where the article has nothing else around it."""
    if not _is_small(place, name):
        return False
    division = division_of(place)
    around = votes.divisions[division] - 1 if division else 0.0
    is_alone = sure.countries[place.country or ""] + around < 1
    return is_alone and (place.country not in ENGLISH_SPEAKING or votes.total > ENOUGH)


def _is_small(place: Place, name: _Name) -> bool:
    """True for a town that a name alone does not mean."""
    english = place.country in ENGLISH_SPEAKING
    known = WELL_KNOWN if name.labeled or english else METROPOLIS
    return place.kind == "city" and not place.is_capital and place.population < known
