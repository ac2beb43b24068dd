"""Which of the names are of someone who acts, and not of an event, a place or a headline's word."""

from __future__ import annotations

import re
from functools import cache

from briefing.model import Article, Mention
from briefing.tables import rows
from briefing.tagging.entities import Entity, institutions

TIME_WORD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\W*\d[\d\W]*"
)
# Two names run together, or a headline's words: "New Front of Settlers The Marchers".
GLUED = re.compile(r"\s(?:The|A|An)\s")
NEXT_WORD = re.compile(r" ([a-z]+)\b")
PLACE_BEHIND = re.compile(r",\s")


class Judge:
    """Decides about the names of one article.

    Args:
        article: The article.
        places: Spans of its places.
    """

    def __init__(self, article: Article, places: set[Mention]) -> None:
        self._text = article.text
        self._places = places
        title = next((p for p in article.paragraphs if p.kind == "title"), None)
        self._title_end = title.end if title else 0

    def bare(self, entity: Entity) -> Entity:
        """The name without the place behind it: "House of Maps, Porto"."""
        for comma in PLACE_BEHIND.finditer(entity.text):
            if (entity.start + comma.end(), entity.end) in self._places:
                end = entity.start + comma.start()
                return Entity(entity.start, end, self._text[entity.start : end], entity.label)
        return entity

    def may_act(self, entity: Entity) -> bool:
        """Whether the name may be of a person or a body where it stands."""
        words = entity.text.split()
        return (
            entity.label in ("person", "organization", "group")
            and (entity.start, entity.end) not in self._places
            and words[0] not in _words("first")
            and (entity.label == "person" or words[-1] not in _words("last"))
            and not TIME_WORD.fullmatch(entity.text)
            and not GLUED.search(entity.text)
            and not self._names_place(entity)
            and not self._is_headline_word(entity)
        )

    def _names_place(self, entity: Entity) -> bool:
        """Whether a road, river or the like is called so: "the Hintertal glacier"."""
        behind = NEXT_WORD.match(self._text, entity.end)
        return entity.label != "group" and behind is not None and behind[1] in _words("behind")

    def _is_headline_word(self, entity: Entity) -> bool:
        """Whether one word is capitalized in the headline and nowhere else: "Ferry stopped"."""
        return (
            entity.end <= self._title_end
            and entity.text.isalpha()
            and not entity.text.isupper()
            and entity.text not in institutions()
            and not re.search(rf"\b{entity.text}\b", self._text[self._title_end :])
        )


@cache
def _words(where: str) -> frozenset[str]:
    """Words that stand first or last in the names, or behind the names, of what never acts."""
    return frozenset(dict(rows("no_actors"))[where].split("|"))
