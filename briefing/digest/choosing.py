"""Which stories may stand on a digest, from what is known of articles before their analysis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.digest.copies import standing_for
from briefing.digest.ordering import order
from briefing.digest.values import Candidate, Choice
from briefing.digest.watching import WATCHED_WEIGHT, Watched
from briefing.names_file.values import Entry
from briefing.sanitize import SafeLine
from briefing.stories import Stories
from briefing.stories.values import Evidence, Story, Told

MOST_CANDIDATES = 10
"""A page has room for some seven."""
MOST_CHOSEN = 5
"""Articles of a story that are analyzed."""


def choose(
    found: Iterable[Evidence], watched: Sequence[Entry] = (), most: int = MOST_CANDIDATES
) -> Choice:
    """The stories and single articles that matter most.

    Args:
        found: What is known of the articles.
        watched: Entries of the file of names whose names are watched.
        most: How many candidates there are at most.
    """
    names = Watched(watched)
    by_source = {evidence.told.source: evidence for evidence in found}
    stories = Stories(*by_source.values()).stories()
    in_stories = {told.source for story in stories for told in story.articles}
    alone = [one for source, one in by_source.items() if source not in in_stories]
    candidates = [_of_story(story, by_source, names) for story in stories]
    candidates += [_of_one(evidence, names) for evidence in alone]
    days = (evidence.told.published or "" for evidence in by_source.values())
    day = max(days, default="") or None
    candidates.sort(key=lambda one: (one.latest, one.told[0].source), reverse=True)
    candidates.sort(key=lambda one: -len(one.told))
    candidates.sort(key=lambda one: order(one.tellings, one.told, day, _weight(one)))
    return Choice(
        candidates=tuple(candidates[:most]),
        articles=len(by_source),
        stories=len(stories),
        alone=len(alone),
        day=day,
    )


def _weight(candidate: Candidate) -> float:
    """The most that it may weigh."""
    return candidate.outlets + WATCHED_WEIGHT * len(candidate.watched)


def _of_story(story: Story, by_source: dict[SafeLine, Evidence], names: Watched) -> Candidate:
    told = story.articles
    all_evidence = [by_source[one.source] for one in told]
    stands = standing_for(all_evidence)
    own = [number for number, other in enumerate(stands) if other == number]
    return Candidate(
        told=told,
        tellings=len(own),
        outlets=len({_outlet(told[number]) for number in own}),
        chosen=tuple(_chosen([told[number] for number in own], story.title)),
        watched=tuple(dict.fromkeys(name for one in all_evidence for name in names.likely(one))),
    )


def _of_one(evidence: Evidence, names: Watched) -> Candidate:
    return Candidate(
        told=(evidence.told,),
        chosen=(evidence.told.source,),
        watched=names.likely(evidence),
    )


def _outlet(told: Told) -> str:
    return told.outlet.casefold() or told.source


def _chosen(told: Sequence[Told], title: SafeLine) -> Iterator[SafeLine]:
    """The most central article, then the latest of each outlet, then others, the latest first."""
    central = next((one for one in told if one.title == title), told[0])
    outlets = {_outlet(central)}
    first = [central]
    later: list[Told] = []
    for one in reversed(told):
        if one is not central:
            (later if _outlet(one) in outlets else first).append(one)
            outlets.add(_outlet(one))
    for one in (first + later)[:MOST_CHOSEN]:
        yield one.source
