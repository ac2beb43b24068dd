"""What a page says of itself: whose words stand on it, what it leaves out, how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.corrections.composition import Composition
from briefing.corrections.values import CorrectionKind
from briefing.model import Actor, Briefing, Location, TouchedBy
from briefing.page.choosing import Item, Part, Selection
from briefing.page.markdown import shorten
from briefing.page.notation import Notation
from briefing.summary.ranking import RANKERS

PART_NAMES = {"locations": "places"}
"""What readers call the parts of a briefing, where that is another word."""
COUNTED: dict[Part, str] = {
    "sentences": "summary sentence",
    "quotes": "quote",
    "actors": "actor",
    "places": "place",
    "dates": "date",
    "figures": "figure",
}
ROLE_SIGNS: dict[TouchedBy, str] = {"reader": "†", "names": "‡"}
EXPLAINED: dict[TouchedBy, str] = {
    "reader": "role given by the reader",
    "names": "role from the reader’s file of names",
}
OWN_LINES = {
    "headline": "The headline",
    "why": "“Why it matters”",
    "next": "“Next”",
    "note": "“Note”",
}
FOR_THE_PAGE: tuple[CorrectionKind, ...] = ("put_on_page", "take_off_page", "move_on_page", "write")
"""Corrections that change the page and nothing that was found."""
REFUSED_NAMED, REFUSED_WORDS, REFUSED_CELLS = 3, 5, 40


def basis(briefing: Briefing, shown: Iterable[Actor], notation: Notation) -> str:
    """How to read the page, and what on it is not the article's."""
    if briefing.missing:
        said = ["The summary is the article’s own words; ¶ is its paragraph."]
        said.append(_missing(briefing, notation))
    else:
        said = ["Summary, quotes and roles are the article’s own words; ¶ is its paragraph."]
        said += [] if briefing.quotes else ["No quotes found."]
    given = {actor.role_by for actor in shown if actor.role}
    said += [f"{sign} {EXPLAINED[by]}." for by, sign in ROLE_SIGNS.items() if by in given]
    said.append(own_words(briefing.composition))
    return " ".join(filter(None, said))


def own_words(composition: Composition) -> str:
    """Which lines the reader wrote: "“Next” and “Note” are the reader’s own words."."""
    names = [words for name, words in OWN_LINES.items() if getattr(composition, name)]
    if not names:
        return ""
    are = "is" if len(names) == 1 else "are"
    return f"{listed(names)} {are} the reader’s own words."


def listed(names: list[str]) -> str:
    """Names as in a sentence: "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _missing(briefing: Briefing, notation: Notation) -> str:
    """Which parts could not be made, and why: "No dates or quotes: …"; a sentence a reason."""
    parts: dict[str, list[str]] = {}
    for missing in briefing.missing:
        parts.setdefault(missing.reason, []).append(PART_NAMES.get(missing.part, missing.part))
    return " ".join(
        f"No {' or '.join(filter(None, (', '.join(names[:-1]), names[-1])))}:"
        f" {notation.text(reason)}."
        for reason, names in parts.items()
    )


def left_out(shown: Selection, notation: Notation) -> str:
    """What was found but is not on the page; what the reader put on it is named."""
    counts = Counter(part for part, _ in shown.left_out())
    said = ", ".join(
        f"{counts[part]} {what}{'s' if counts[part] > 1 else ''}"
        for part, what in COUNTED.items()
        if counts[part]
    )
    return with_refused(said, [_name(item) for _, item in shown.refused], notation)


def with_refused(said: str, refused: Sequence[str], notation: Notation) -> str:
    """What is left out, and what the reader put on the page that there is no room for.

    Args:
        said: What is left out.
        refused: What there is no room for is called.
        notation: What becomes of that.
    """
    if not refused:
        return said
    names = [notation.text(name) for name in refused[:REFUSED_NAMED]]
    more = len(refused) - len(names)
    names += [f"{more} more"] if more else []
    chosen = f"no room for {listed(names)}, which the reader chose"
    return f"{said}; {chosen}" if said else chosen


def _name(item: Item) -> str:
    if isinstance(item, Actor | Location):
        return short(item.name)
    return f"“{short(item.text)}”"


def short(words: str) -> str:
    """The first words of what there is no room for."""
    return shorten(words, REFUSED_WORDS, REFUSED_CELLS)


def provenance(briefing: Briefing, notation: Notation) -> str:
    """How the page was made, and how much of it the reader corrected."""
    ranker = RANKERS.get(briefing.method)
    method = ranker.label if ranker else briefing.method
    said = [] if briefing.method == "brief" else [f"Summary by {notation.text(method)}."]
    count = corrections(briefing)
    if count:
        said.append(f"{count} correction{'' if count == 1 else 's'} by the reader.")
    return " ".join([*said, "Made offline by brief."])


def corrections(briefing: Briefing) -> int:
    """How many of the reader's corrections changed what was found."""
    return sum(
        one.fits and one.kind not in FOR_THE_PAGE and one.target.part != "highlights"
        for one in briefing.corrections
    )
