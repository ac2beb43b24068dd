"""Figures of different articles: which count the same, and which of these have other values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from math import inf

from briefing.dossier.differences.scope import (
    is_age,
    is_first_of_list,
    is_names,
    may_be_alive,
    may_count_who_did_it,
    says_others,
    says_part,
    tells_of_several_events,
)
from briefing.dossier.words import folded, stem, terms
from briefing.model import Figure, Span
from briefing.tables import word_list

UNITS: dict[str, tuple[str, float]] = {
    "kilometer": ("meter", 1000.0),
    "mile": ("meter", 1609.344),
    "foot": ("meter", 0.3048),
    "yard": ("meter", 0.9144),
    "inch": ("meter", 0.0254),
    "centimeter": ("meter", 0.01),
    "millimeter": ("meter", 0.001),
    "tonne": ("kilogram", 1000.0),
    "metric_ton": ("kilogram", 1000.0),
    "ton": ("kilogram", 907.185),
    "pound": ("kilogram", 0.453592),
    "gram": ("kilogram", 0.001),
    "hectare": ("square meter", 10_000.0),
    "acre": ("square meter", 4046.856),
    "minute": ("second", 60.0),
    "hour": ("second", 3600.0),
    "day": ("second", 86_400.0),
    "week": ("second", 604_800.0),
    "mile per hour": ("kilometer per hour", 1.609344),
    "knot": ("kilometer per hour", 1.852),
}
"""What a unit is in another one, for those that articles use for each other."""
CONVERTED = 0.06
"""How far two figures in different units may be apart, since articles round what they convert."""
ABOUT = re.compile(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|close to|just over|just under"
    r"|more than|over|an estimated|estimated)\s+\W?$",
    re.IGNORECASE,
)
HEDGED = 0.1
MOST_TIMES, OF_PEOPLE = 20, 6
"""How many times as large one figure may be as another one of the same thing, and of the killed."""
PEOPLE = ("people", "person")
NEAR_BY = 3
"""Words on each side of a number of which nothing says what it counts."""
ROUND = 1000
"""Numbers from here on may be rounded without a word that says so."""

Bounds = tuple[float, float]
"""The least and the most."""


@dataclass(frozen=True)
class FigureView:
    """A figure as it is compared.

    Attributes:
        article: Which article it is in.
        before: The sentence before it.
        after: The rest of the sentence.
        sentence: Span of its sentence.
        is_title: True if that is the headline.
    """

    article: int
    figure: Figure
    before: str
    after: str
    sentence: Span
    is_title: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.figure.start, self.figure.end

    @cached_property
    def counted(self) -> frozenset[str]:
        """The stems of what is counted, without the words that say no more than "people"."""
        what = self.figure.what or ""
        return frozenset(stem(what[start:end]) for start, end, _ in terms(what))

    @property
    def counts_some_people(self) -> bool:
        """True for children, officers, and the like: others may be hurt beside them."""
        words = map(folded, (self.figure.what or "").split())
        return not word_list("dossier", "some people").isdisjoint(words)

    @property
    def is_told_of_each(self) -> bool:
        """True for "five times" and "two wounds", which are of one person."""
        words = map(folded, (self.figure.what or "").split())
        return not word_list("dossier", "told of each").isdisjoint(words)

    @cached_property
    def unit(self) -> str | None:
        """What it is measured in, the same for all units of one measure."""
        return UNITS.get(self.figure.unit or "", (self.figure.unit, 1.0))[0]

    @property
    def factor(self) -> float:
        """What its unit is in the unit that it is compared in."""
        return UNITS.get(self.figure.unit or "", ("", 1.0))[1]

    @cached_property
    def bounds(self) -> Bounds | None:
        """The least and the most that it may be, or None where it gives no number."""
        figure = self.figure
        factor = self.factor
        if figure.value is not None:
            return figure.value * factor, figure.value * factor
        if figure.low is None and figure.high is None:
            return None
        low = -inf if figure.low is None else figure.low * factor
        return low, inf if figure.high is None else figure.high * factor

    @property
    def value(self) -> str | None:
        """What it means in plain numbers: "31", "at least 31", "300 to 900"."""
        figure = self.figure
        if figure.value is not None:
            return f"{figure.value:.15g}"
        if figure.low is not None and figure.high is not None:
            return f"{figure.low:.15g} to {figure.high:.15g}"
        if figure.low is not None:
            return f"at least {figure.low:.15g}"
        return f"at most {figure.high:.15g}" if figure.high is not None else None

    @cached_property
    def is_part(self) -> bool:
        """True for "two of the injured", "two others", and "one", which counts little."""
        figure = self.figure
        if is_age(self.before, self.after):
            return True
        is_of_people = figure.kind or figure.unit in PEOPLE
        if figure.unit and not is_of_people:  # "5 percent of the vote"
            return False
        if figure.kind and (
            says_others(self.after)
            or is_names(figure.text)
            or is_first_of_list(figure.text, self.after)
        ):
            return True
        if figure.kind == "killed" and may_be_alive(self.before, self.after):
            return True
        is_one = figure.value == 1 and not figure.kind
        return is_one or says_part(figure.text, self.before, self.after)

    @cached_property
    def is_of_several_events(self) -> bool:
        """True if the sentence counts over more than one event, or over a time."""
        return tells_of_several_events(self.before + self.figure.text + self.after)

    @cached_property
    def may_count_who_did_it(self) -> bool:
        """True for those who were killed, of whom one may have killed the others."""
        return self.figure.kind == "killed" and may_count_who_did_it(self.before + self.after)

    @cached_property
    def near(self) -> frozenset[str]:
        """The words nearest to it that say something."""
        before = [term for _, _, term in terms(self.before)]
        after = [term for _, _, term in terms(self.after)]
        return frozenset(before[-NEAR_BY:] + after[:NEAR_BY])

    @cached_property
    def is_hedged(self) -> bool:
        """True for "about 30"."""
        return ABOUT.search(self.before) is not None


def may_compare(one: FigureView, other: FigureView) -> bool:
    """True if two figures may count the same: kind, unit and the words for what is counted.

    Of the killed, the injured and the like, all are people: those whom an article does not call
    anything else may be anybody, unless the other counts only the children among them.
    """
    if one.figure.kind != other.figure.kind:
        return False
    if one.is_of_several_events != other.is_of_several_events:
        return False
    if one.figure.kind:
        if one.counted and other.counted:
            return one.counted == other.counted
        return not (one.counts_some_people or other.counts_some_people)
    if one.unit != other.unit:
        return False
    if one.counted and other.counted:
        return bool(one.counted & other.counted)
    if one.figure.unit and is_measure(one):
        return True
    are_called_alike = _folded(one.figure.what) == _folded(other.figure.what)
    if not (one.figure.unit or one.figure.what or one.near & other.near):
        return False
    return one.counted == other.counted and are_called_alike


def is_measure(view: FigureView) -> bool:
    """True if the unit says what kind of number it is: "5 percent", not "5 people"."""
    return bool(view.figure.unit) and view.figure.unit not in PEOPLE


def _folded(what: str | None) -> str:
    return " ".join((what or "").casefold().split())


def same_value(one: FigureView, other: FigureView) -> bool:
    """True if two figures do not contradict each other."""
    if one.bounds is None or other.bounds is None:
        return True
    apart = _apart(one.bounds, other.bounds)
    if apart is None:
        return True
    small, large = apart
    if one.figure.unit != other.figure.unit:
        return large - small <= CONVERTED * large
    small, large = small / one.factor, large / one.factor
    if large - small == 1 and (one.may_count_who_did_it or other.may_count_who_did_it):
        return True
    may_be_rounded = small >= ROUND or one.is_hedged or other.is_hedged
    return may_be_rounded and large - small <= HEDGED * large and _is_rounded(small, large)


def are_of_one_size(one: FigureView, other: FigureView) -> bool:
    """False for numbers so far apart that they count different things: 20,000 homes and 40."""
    if one.bounds is None or other.bounds is None:
        return False
    small, large = _apart(one.bounds, other.bounds) or (1.0, 1.0)
    most = OF_PEOPLE if one.figure.kind else MOST_TIMES
    return large <= most * max(small, 1)


def _apart(one: Bounds, other: Bounds) -> Bounds | None:
    """The two numbers, smaller first, between which neither figure can be; None if both agree."""
    lower, upper = sorted((one, other))
    if lower[1] >= upper[0]:
        return None
    small, large = sorted((abs(lower[1]), abs(upper[0])))
    return small, large


def _is_rounded(one: float, other: float) -> bool:
    """True if one of two numbers is the other one, rounded."""
    return _rounds_to(one, other) or _rounds_to(other, one)


def _rounds_to(exact: float, rounded: float) -> bool:
    """True if a number, rounded to the last digit of another that is no zero, is that other."""
    digits = f"{abs(rounded):.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return rounded != 0 and round(exact, -zeros) == round(rounded, -zeros)


def grows(view: FigureView) -> bool:
    """True for what later reports of one event count more of."""
    return view.figure.kind in word_list("dossier", "grows")


def moves(view: FigureView) -> bool:
    """True for what changes while an event goes on."""
    if grows(view):
        return True
    words = {stem(word) for word in word_list("dossier", "moves")}
    what = view.figure.what or ""
    return bool({stem(word) for word in what.split()} & words)
