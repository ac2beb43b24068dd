"""What speaks for and against a place where a name stands."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.tagging.lexicon.contexts import SPEAKS
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.locations import cues
from briefing.tagging.locations.match import METROPOLIS, Match
from briefing.tagging.names.labels import Entity


@dataclass(frozen=True, slots=True)
class Case:
    """A name with all that speaks for or against a place.

    Attributes:
        match: The name.
        text: The article.
        line: What stands before the name in its line.
        entity: The name of the article that it belongs to, if there is one.
        beyond_doubt: True if it is a dateline, or has its state or country behind it.
        is_of_person: True if its words are those of a person of the article.
    """

    match: Match
    text: str
    line: str
    entity: Entity | None
    beyond_doubt: bool
    is_of_person: bool

    @property
    def label(self) -> str:
        """What the names of the article hold it for."""
        return self.entity.label if self.entity else ""

    @property
    def is_part(self) -> bool:
        """True if it is part of a longer name."""
        entity, match = self.entity, self.match
        return entity is not None and (entity.start < match.start or entity.end > match.end)

    @property
    def leads(self) -> bool:
        """True if no other name of the run stands before it in its longer name."""
        return self.entity is None or self.entity.start >= self.match.start or self.match.is_alone

    @property
    def is_whole_run(self) -> bool:
        """True if no other capitalized words belong to it."""
        return self.match.is_alone and not self.match.after

    @property
    def is_inside(self) -> bool:
        """True after words that stand before places only: "in", "north of"."""
        return cues.INSIDE.search(self.line) is not None

    @property
    def is_described(self) -> bool:
        """True if the text calls it a city or the like: "X, the capital of"."""
        return (
            cues.DESCRIBED.match(self.text, self.match.end) is not None
            or cues.DESIGNATED.search(self.line) is not None
        )

    @property
    def is_firm(self) -> bool:
        """True for a firm called after a river or a region: "on Amazon", "in Amazon packaging"."""
        if self.label != "organization" or not self.match.may_be_firm:
            return False
        used = cues.ATTRIBUTE_AFTER.match(self.text, self.match.end) is not None
        natural = cues.NATURAL_AFTER.match(self.text, self.match.end) is not None
        where = self.is_inside or self.line.lower().endswith("the ")
        return not natural and (used or not where)

    @property
    def is_on_the_way(self) -> bool:
        """True after words that may stand before cities: "to", "from"."""
        return cues.WAY_BEFORE.search(self.line) is not None

    @property
    def speaks(self) -> bool:
        """True if it says something, or has an age."""
        return SPEAKS.match(self.text, self.match.end) is not None

    @property
    def is_given_name(self) -> bool:
        """True if people are called so."""
        return self.match.text.lower() in given_names()

    @property
    def is_known_to_all(self) -> bool:
        """True if it is a country, a capital or a large city."""
        return self.match.is_noted(METROPOLIS)
