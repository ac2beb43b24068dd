"""What a name names where the words around it and in it know better than the model.

One string has one label in one article, and what stands after "the chief executive," is a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc

from briefing.names_file.values import Entry
from briefing.tables import word_list
from briefing.tagging.lexicon.contexts import SPEAKS, TITLE_BEFORE
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.nations import adjectives, country_words
from briefing.tagging.lexicon.titles import is_role

EntityLabel = Literal["person", "organization", "group", "place", "demonym"]
MOST_PARTS = 3
"""Words of a name that is taken for a person's."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text: `article.text[start:end] == text`.

    Attributes:
        known: What the file of names says of it, or None where it is not there.
    """

    start: int
    end: int
    text: str
    label: EntityLabel
    known: Entry | None = None


def consistent(found: Sequence[Entity], doc: Doc) -> list[Entity]:
    """The names with one label a string: the most frequent one, the first in a tie.

    Args:
        found: The names as the model has them.
        doc: The parse.
    """
    votes: defaultdict[str, Counter[EntityLabel]] = defaultdict(Counter)
    for entity in found:
        votes[entity.text][entity.label] += 1
    best = {text: counter.most_common(1)[0][0] for text, counter in votes.items()}
    text = doc.text  # which is made anew whenever it is asked for
    persons = {e.text for e in found if best[e.text] == "person" and _speaks(text, e)}
    best |= _of_nations(best, titled={e.text for e in found if _has_title(text, e)})
    for entity in found:
        label = best[entity.text]
        if label not in ("organization", "group") and _is_called_organization(entity):
            best[entity.text] = "organization"
        elif label == "organization" and _is_person(doc, entity, best, persons):
            best[entity.text] = "person"
            given = entity.text.split()[0]
            if best.get(given) == "organization":
                best[given] = "person"
    return [replace(entity, label=best[entity.text]) for entity in found]


def _is_called_organization(entity: Entity) -> bool:
    """True if a name ends with what it is: "Black Sea Dockers' Union", "Tarn Freight"."""
    *others, last = entity.text.split()
    if not others:
        return False
    is_firm = entity.label == "person" and others[0].lower() not in given_names()
    return last in word_list("organizations", "head") or (
        is_firm and last in word_list("organizations", "other")
    )


def _is_person(
    doc: Doc, entity: Entity, labels: Mapping[str, EntityLabel], speakers: set[str]
) -> bool:
    """True if what the model takes for an organization is somebody's full name."""
    return _may_be_person(entity.text) and (
        _has_surname(entity.text, labels, speakers) or _is_introduced(doc, entity)
    )


def _may_be_person(name: str) -> bool:
    """True if a name has the form of a person's full name."""
    parts = name.split()
    return (
        1 < len(parts) <= MOST_PARTS
        and all(part.istitle() and part.strip(".").replace("-", "").isalpha() for part in parts)
        and word_list("organizations", "head").isdisjoint(parts)
        and word_list("organizations", "other").isdisjoint(parts)
    )


def _has_surname(name: str, labels: Mapping[str, EntityLabel], speakers: set[str]) -> bool:
    """True if its last word is a person's elsewhere, who speaks or has a known first name here."""
    first, *_, last = name.split()
    if last in word_list("place_words", "stop"):  # an ordinary word too: "Capitol Hill"
        return False
    known = first.lower() in given_names() and labels.get(last) == "person"
    return known or last in speakers


def _of_nations(labels: Mapping[str, EntityLabel], titled: set[str]) -> dict[str, EntityLabel]:
    """What is no person: a country that nobody here is called by, and "Georgian Dream"."""
    persons = [name.split() for name, label in labels.items() if label == "person"]
    parts = Counter(part for words in persons for part in set(words))
    found: dict[str, EntityLabel] = {}
    for first, *others in persons:
        if not others and first in country_words():
            if parts[first] == 1 and first not in titled:
                found[first] = "place"
        elif (
            len(others) == 1
            and first in adjectives()
            and parts[others[0]] == 1
            and others[0].lower() not in given_names()
        ):
            found[f"{first} {others[0]}"] = "organization"
    return found


def _has_title(text: str, entity: Entity) -> bool:
    return bool(TITLE_BEFORE.search(text, max(0, entity.start - 12), entity.start))


def _speaks(text: str, entity: Entity) -> bool:
    return SPEAKS.match(text, entity.end) is not None or _has_title(text, entity)


def _is_introduced(doc: Doc, entity: Entity) -> bool:
    """True if it stands after what only people are: "the firm's chief executive, X,"."""
    span = doc.char_span(entity.start, entity.end)
    if span is None or span.start < 2 or span.end >= len(doc):
        return False
    comma, role = doc[span.start - 1], doc[span.start - 2]
    return (
        comma.text == ","
        and doc[span.end].text in {",", "."}
        and is_role(role.text)
        and role.lower_ not in word_list("organizations", "role")
    )
