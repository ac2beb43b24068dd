"""Places that the gazetteer lacks and the text calls so: "the village of X", "X, Ohio"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from briefing.tables import word_list
from briefing.tagging.locations import cues
from briefing.tagging.locations.gazetteer import Place
from briefing.tagging.locations.match import TOWN
from briefing.tagging.locations.matcher import Matcher
from briefing.tagging.locations.toponym import Toponym


def unlisted_places(
    text: str, run: re.Match[str], begin: int, matcher: Matcher
) -> Iterator[Toponym]:
    """The places that a run of capitalized words names, none of which is known.

    Args:
        text: The article.
        run: The words.
        begin: Where their paragraph begins.
        matcher: Knows the states and countries behind a name.
    """
    name = cues.UNKNOWN.search(text, run.start(), run.end())
    first = _place(text, name, begin, matcher) if name else None
    if name is None or first is None:
        return
    yield first
    line = text[max(begin, first.start - 40) : first.start]
    another = cues.ANOTHER.match(text, first.end, run.end())
    if another and cues.SEVERAL.search(line):  # "the islands of X and Y"
        yield replace(first, start=another.start("name"), end=another.end(), text=another["name"])


def _place(text: str, name: re.Match[str], begin: int, matcher: Matcher) -> Toponym | None:
    start, end = name.span("whole")
    words = name["whole"].split()
    if not word_list("place_words", "stop").isdisjoint(words):
        return None
    line = text[max(begin, start - 40) : start]
    if len(words) > 1 and words[-1] in word_list("place_words", "landmark"):
        if not cues.AT.search(line):
            return None
        city = city_within(words, matcher)
        return Toponym(start, end, name["whole"], city, evident=bool(city), landmark=bool(city))
    called = cues.DESIGNATED.search(line)
    kind = called["kind"].lower() if called else ""
    state = matcher.state_behind(end)
    if not called:
        named = cues.KIND_AFTER.match(text, end) or (state and state.feature == "ADM1")
        if not named or not cues.INSIDE.search(line):
            return None
    settled = not called or kind in word_list("place_words", "settlement")
    label = "GPE" if settled else "LOC"
    return Toponym(start, end, name["whole"], parent=state, label=label, evident=True)


def city_within(words: list[str], matcher: Matcher) -> tuple[Place, ...]:
    """The places that a landmark's name begins with: "Lisbon" of "Lisbon Airport".

    A hamlet gives its name to few landmarks: "Guildhall Square" is in no Guildhall.
    """
    for count in range(len(words) - 1, 0, -1):
        candidates, _ = matcher.known(" ".join(words[:count]))
        if any(place.main and place.population >= TOWN for place in candidates):
            return candidates
    return ()
