"""Which of the names are of someone who acts, and not of an event, a place or a headline's word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc

from briefing.model import Article, Span
from briefing.tables import any_of, word_list
from briefing.tagging.actors.organizations import is_state
from briefing.tagging.lexicon.contexts import SPEAKS, TITLE_BEFORE, UPPER
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.grammar import SUBJECTS
from briefing.tagging.lexicon.nations import adjectives, country_names
from briefing.tagging.lexicon.ordinary_words import is_ordinary
from briefing.tagging.lexicon.person_nouns import is_person_noun, is_title_word
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.labels import Entity
from briefing.text.calendar_words import months, names, weekdays
from briefing.text.openings import datelines
from briefing.text.tables import table_rows

LONGEST_VERB = 20
LONGEST_SHORT = 6
"""Letters of a short form."""
SAID_BEFORE = re.compile(rf"\b(?:{any_of(word_list('speech_forms', 'sure'))}) $")
TIME_WORD = re.compile(rf"{names(weekdays())}|{names(months())}|\W*\d[\d\W]*")
# Two names run together, or a headline's words: "New Front of Settlers The Marchers".
GLUED = re.compile(r"\s(?:The|A|An)\s")
NEXT_IS_NAME = re.compile(rf" {UPPER}")
NEXT_WORD = re.compile(r" ([a-z]+)\b")
WORD = re.compile(r"[^\W\d_]+")
BEGINNING = re.compile(r"(?:^|[\n.!?:•*–—-]\s*[\"“‘'(]?|[\"“])$")
WHERE = re.compile(
    r"\b(?:in|near|outside|throughout|around|(?:town|city|council|mayor|port|capital|village"
    r"|villages|residents?|streets|people|outskirts|islands?|suburbs?|north|south|east|west|miles"
    r"|kilometers) of|(?:went|traveled|moved|returned|flew|drove|headed|been|flights?|road|trains?"
    r"|ferry|way) to) (?:[A-Z]\w+ (?:and|or) )?$"
)
OFFICE_BEFORE = re.compile(r"\b(?:Secretar(?:y|ies)|Ministers?) (?:of|for) (?:the )?$")
OFFICE_AFTER = re.compile(r" (?:Secretary|Minister)\b(?!-)")
ONE_LETTER = re.compile(r"(\w)\1{3,}", re.IGNORECASE)
PLACE_AFTER = re.compile(r",\s")


ACTING = frozenset(("person", "organization", "group"))
"""Labels of names that may act."""


class ActorFilter:
    """Decides which names of one article are of someone who acts.

    Args:
        article: The article.
        doc: Its parse.
        entities: Its names.
        places: Spans of its places.
    """

    def __init__(
        self, article: Article, doc: Doc, entities: Iterable[Entity], places: set[Span]
    ) -> None:
        self._text = article.text
        self._doc = doc
        self._places = places
        title = next((p for p in article.paragraphs if p.kind == "title"), None)
        self._writers = {name.casefold() for name in article.authors}
        self._outlet = article.outlet.casefold()
        self._title_end = title.end if title else 0
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for word in WORD.finditer(self._text):
            self._starts[word.group()].append(word.start())
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        for entity in entities:
            self._named[entity.text].append(entity.start)
        self._datelines = datelines(article)
        rows = table_rows(article)
        self._table_starts = [start for start, _ in rows]
        self._table_ends = [end for _, end in rows]

    def bare(self, entity: Entity) -> Entity:
        """The name without the place after it: "House of Maps, Porto"."""
        if entity.known is not None:
            return entity
        for comma in PLACE_AFTER.finditer(entity.text):
            if (entity.start + comma.end(), entity.end) in self._places:
                end = entity.start + comma.start()
                return Entity(entity.start, end, self._text[entity.start : end], entity.label)
        return entity

    def may_act(self, entity: Entity) -> bool:
        """True if the name may be of a person or an organization where it stands."""
        if entity.known is not None:
            return entity.label in ACTING and not self._is_writer(entity)
        return entity.label in ACTING and not any(case(self, entity) for case in self.CASES)

    def _signs_dateline(self, entity: Entity) -> bool:
        """True if it says who reports: "HARBOR CITY (Agency) —"."""
        return any(start < entity.start < end for start, end in self._datelines)

    def _names_place(self, entity: Entity) -> bool:
        """True if a road, river or the like is called so: "the Hintertal glacier"."""
        after = NEXT_WORD.match(self._text, entity.end)
        return (
            entity.label != "group"
            and after is not None
            and after[1] in word_list("no_actors", "after")
        )

    def _is_headline_word(self, entity: Entity) -> bool:
        """True if one word is capitalized in the headline and nowhere else: "Ferry stopped"."""
        return (
            entity.end <= self._title_end
            and entity.text.isalpha()
            and not entity.text.isupper()
            and entity.text not in institutions()
            and max(self._starts[entity.text], default=0) < self._title_end
        )

    def _is_common_word(self, entity: Entity) -> bool:
        """True if one word has a capital only where sentences begin, and none elsewhere."""
        word = entity.text
        if not word.isalpha() or word.isupper() or word in institutions():
            return False
        return word.lower() in self._starts and all(
            start < self._title_end
            or BEGINNING.search(self._text, max(0, start - 6), start)
            or self._in_table(start)
            for start in self._starts[word]
        )

    def _only_opens(self, entity: Entity) -> bool:
        """True if it is a word of the dictionary that only begins one sentence: "Roofs gleamed".

        What may be a company, the subject of a verb in the singular, is left: "Apple declined".
        """
        word = entity.text
        known = word in institutions() or is_state(word) or word.lower() in given_names()
        if known or not word.istitle() or not word.isalpha() or len(self._starts[word]) > 1:
            return False
        after = NEXT_WORD.match(self._text, entity.end)
        line = self._text[max(0, entity.start - 12) : entity.start]
        if (
            not BEGINNING.search(line)
            or TITLE_BEFORE.search(line)
            or NEXT_IS_NAME.match(self._text, entity.end)
            or (after is not None and after[1] in reporting_forms())
        ):
            return False
        span = self._doc.char_span(entity.start, entity.end, alignment_mode="expand")
        subject = span is not None and span.root.dep_ in SUBJECTS and not word.endswith("s")
        return not (subject and entity.label != "person") and is_ordinary(word)

    def _is_in_table(self, entity: Entity) -> bool:
        """True if it stands in a table and nowhere else."""
        return all(map(self._in_table, self._named[entity.text] or [entity.start]))

    def _is_only_where(self, entity: Entity) -> bool:
        """True if one word only ever tells where something is: "the village of Orlo"."""
        word = entity.text
        if entity.label == "group" or not word.isalpha() or word.isupper():
            return False
        if is_state(word) or word in institutions():
            return False
        return all(
            WHERE.search(self._text, max(0, start - 60), start) for start in self._starts[word]
        )

    def _is_of_office(self, entity: Entity) -> bool:
        """True if one word only ever tells of whose office it is: "Secretary of Defense"."""
        word = entity.text
        known = word.isupper() or word in institutions() or word not in self._starts
        if entity.label != "organization" or known:
            return False
        return all(
            OFFICE_BEFORE.search(self._text, max(0, start - 24), start)
            or OFFICE_AFTER.match(self._text, start + len(word))
            for start in self._starts[word]
        )

    def _in_table(self, offset: int) -> bool:
        index = bisect_right(self._table_starts, offset) - 1
        return index >= 0 and offset < self._table_ends[index]

    def _is_place(self, entity: Entity) -> bool:
        """True if it was found to be a place."""
        return (entity.start, entity.end) in self._places

    def _is_of_no_one(self, entity: Entity) -> bool:
        """True if its words say that it is of an event, a law, a prize and the like."""
        words = entity.text.split()
        return entity.text not in institutions() and (
            _is_title_alone(words)
            or entity.text in word_list("no_actors", "whole")
            or words[0] in word_list("no_actors", "first")
            or _is_prize(words)
            or (entity.label == "organization" and self._only_says_what(entity, words))
            or _are_countries(entity.text)
            or (entity.label == "person" and _is_of_no_person(words))
            or (len(words) > 1 and words[-1].isdigit())
            or (
                entity.label != "person"
                and words[-1] in word_list("no_actors", "last")
                and word_list("organizations", "head").isdisjoint(words[:-1])
            )
        )

    def _only_says_what(self, entity: Entity, words: list[str]) -> bool:
        """True for a role without a name: "Orlo Actress", "Veteran Orlo" before "actress"."""
        first, last = words[0].lower(), words[-1].lower()
        if len(words) == 1 or first in given_names():
            return False
        after = NEXT_WORD.match(self._text, entity.end)
        described = after is not None and is_person_noun(after[1]) and is_person_noun(first)
        is_role = is_person_noun(last) and last in word_list("titles", "role")
        is_joined = not {"of", "for", "and", "&"}.isdisjoint(words)  # "Ministry of Justice"
        is_organization = is_joined or last in word_list("organizations", "role")
        return described or (is_role and not is_organization)

    def _is_writer(self, entity: Entity) -> bool:
        """True if the article is theirs, and does not quote them as an author of a report."""
        return entity.text.casefold() in self._writers and not any(
            SPEAKS.match(self._text, start + len(entity.text))
            or SAID_BEFORE.search(self._text[max(0, start - LONGEST_VERB) : start])
            for start in self._named[entity.text]
        )

    def _is_outlet(self, entity: Entity) -> bool:
        """True if it published the article and is not what the headline is about."""
        name = entity.text.casefold()
        return name == self._outlet and name not in self._text[: self._title_end].casefold()

    def _is_short_for_words(self, entity: Entity) -> bool:
        """True for the short form of words that are no name: "click-through rate (CTR)"."""
        letters = entity.text
        if not (letters.isalpha() and letters.isupper()) or len(letters) > LONGEST_SHORT:
            return False
        words = "[ -]".join(rf"{letter.lower()}[a-z]+" for letter in letters)
        return re.search(rf"\b{words} \({letters}s?\)", self._text) is not None

    def _is_no_name(self, entity: Entity) -> bool:
        """True if it is a time, one letter again and again, or two names run together."""
        text = entity.text
        return bool(TIME_WORD.fullmatch(text) or ONE_LETTER.fullmatch(text) or GLUED.search(text))

    CASES = (
        _is_place,
        _is_of_no_one,
        _is_writer,
        _is_outlet,
        _is_short_for_words,
        _is_no_name,
        _signs_dateline,
        _names_place,
        _is_headline_word,
        _is_common_word,
        _only_opens,
        _is_in_table,
        _is_only_where,
        _is_of_office,
    )
    """A name that is any of these is of no actor."""


def _is_prize(words: list[str]) -> bool:
    """True for "Orlo Award for Best Play", and not for a house of that name."""
    prizes = word_list("no_actors", "prize")
    return any(
        word in prizes and following in ("for", "of", "in") for word, following in pairwise(words)
    )


def _are_countries(name: str) -> bool:
    """True for what lies between two states: "Franco-German", "Japan-U.S."."""
    parts = re.split(r"[-–—]", name)
    return len(parts) > 1 and all(part in country_names() or part in adjectives() for part in parts)


def _is_of_no_person(words: list[str]) -> bool:
    """True for what only looks like a first name and a surname: "Hollis Stadium" is left."""
    if len(words) == 1 or words[0].lower() in given_names():
        return False
    return words[-1] in word_list("no_actors", "last of no person")


def _is_title_alone(words: list[str]) -> bool:
    """True for a title without a name: "Rear Admiral", "Head of Property"."""
    office = len(words) > 2 and is_title_word(words[0]) and words[1] in ("of", "for")
    return office or all(map(is_title_word, words))
