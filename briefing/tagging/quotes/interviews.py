"""Who asks and who answers where the turns of an interview begin with "Q" and "A"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.model import Actor, Article
from briefing.text.turns import Turn

BESIDE = 80
"""Characters before a name that are read for what it is in the interview."""
ANSWERS = re.compile(
    r"\b(?:interview|conversation|discussion|chat|Q ?& ?A|(?:question|Q) ?-?and-? ?(?:answer|A))"
    r"(?: session)? with (?:[^\n.!?]{0,40} )?$"
    r"|\b(?:interviewed|(?:I|[Ww]e) (?:spoke|talked|sat down) (?:to|with)) $",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|who) (?:recently |also )?"
    r"(?:spoke|talked|sat down|told|was (?:speaking|talking)) (?:(?:to|with) )?"
    r"(?:[^\n.!?,]{0,30} )?$"
    r"|\b(?:interviewed|conducted|asked|[Ii]nterview|[Qq]uestions) by $"
)


def parts(
    article: Article, actors: Sequence[Actor], turns: Iterable[Turn]
) -> dict[str, int | None]:
    """Position among the actors of who asks ("Q") and who answers ("A"), as far as it is told.

    Labels that are names tell it ("Ines Vale: Is it so?"), and else headline and introduction: who
    is left there when the writer and the interviewer are taken off answers, if that is one person.

    Args:
        article: The article.
        actors: Who acts in it.
        turns: Its turns in order.
    """
    turns = list(turns)
    start = min((turn.label[0] for turn in turns), default=0)
    labels = {mention: i for i in _people(actors) for mention in actors[i].mentions}
    asked: defaultdict[int, list[bool]] = defaultdict(list)
    for turn in turns:
        speaker = labels.get(turn.label)
        if speaker is not None and not turn.letter:
            asked[speaker].append(article.text[turn.passage.end - 1] == "?")
    labeled = set(asked)
    asking = {i for i, questions in asked.items() if 2 * sum(questions) >= len(questions)}
    writers = {name.casefold() for name in article.authors}
    named: set[int] = set()
    told: set[int] = set()
    for i in _people(actors):
        actor = actors[i]
        for mention in actor.mentions:
            if mention[0] < start:
                named.add(i)
                before = article.text[max(0, mention[0] - BESIDE) : mention[0]]
                if ANSWERS.search(before):
                    told.add(i)
                elif ASKS.search(before):
                    asking.add(i)
        if not writers.isdisjoint(name.casefold() for name in (actor.name, *actor.aliases)):
            asking.add(i)
    answering = (labeled - asking) or (told - asking) or (named - asking)
    return {"Q": _only(asking), "A": _only(answering)}


def _people(actors: Sequence[Actor]) -> Iterator[int]:
    return (i for i, actor in enumerate(actors) if actor.kind == "person")


def _only(members: set[int]) -> int | None:
    return next(iter(members)) if len(members) == 1 else None
