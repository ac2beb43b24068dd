"""The mentions of one organization or armed group brought together over its names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.model import Span
from briefing.tables import any_of, word_list
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.labels import Entity, EntityLabel

STATES = word_list("organizations", "state")
NO_SHORT_FORMS: Mapping[str, str] = MappingProxyType({})
LAST = {"Government", "Administration"}
STATE = re.compile(rf"\b(?:(?:{any_of(LAST)})$|(?:{any_of(STATES - LAST)})\b)")
"""Words for those who govern; "Government" is one at a name's end only."""


@dataclass(frozen=True, slots=True)
class Organization:
    """One organization under all its names.

    Attributes:
        label: What the names were found to name.
        names: Its names, the longest first.
        mentions: Where it is named, in order.
    """

    label: EntityLabel
    names: tuple[str, ...]
    mentions: tuple[Span, ...]

    @property
    def is_state(self) -> bool:
        """True if a name says that it governs."""
        return any(map(is_state, self.names))


def is_state(name: str) -> bool:
    """True if a name says that its bearer governs: "Ministry of Health"."""
    return STATE.search(name) is not None


def merge(
    entities: Iterable[Entity], short_forms: Mapping[str, str] = NO_SHORT_FORMS
) -> list[Organization]:
    """The organizations that the entities name, in order of first mention.

    Names join when they differ only in case, article or legal form, when one is the acronym of the
    other, when a short name begins or a longer one ends with the other's words, or when the table
    of institutions knows both.

    Args:
        entities: The names.
        short_forms: The names in full of those short forms that the text itself gives.
    """
    named = list(entities)
    groups: list[list[str]] = []
    index: defaultdict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for name in dict.fromkeys(sorted((e.text for e in named), key=_longest_first)):
        lookups = _lookups(name)
        if name in short_forms:
            lookups.insert(0, ("=", *_words(short_forms[name])))
        group = next((g for key in lookups for g in index[key]), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(name)
        for key in _keys(name):
            index[key].append(group)
    labels: dict[str, EntityLabel] = {}
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    main_name = {name: group[0] for group in groups for name in group}
    for entity in named:
        labels.setdefault(entity.text, entity.label)
        mentions[main_name[entity.text]].append((entity.start, entity.end))
    found = (Organization(labels[g[0]], tuple(g), tuple(mentions[g[0]])) for g in groups)
    return sorted(found, key=lambda organization: organization.mentions[0])


def _longest_first(name: str) -> tuple[int, int]:
    """The name without its legal form counts, and then the one that has it stands first."""
    return -len(_words(name)), -len(name.split())


def _words(name: str) -> tuple[str, ...]:
    words = [w for w in name.casefold().replace(",", " ").split() if w != "the"]
    words[-1:] = [words[-1].removesuffix(".com")] if words else []
    while len(words) > 1 and words[-1] in word_list("organizations", "legal form"):
        words.pop()
    return tuple(words) or (name.casefold(),)  # "The", which only a file of names has


def _acronym(name: str) -> str:
    initials = [
        w[0]
        for w in re.split(r"[\s-]+", name)
        if w and w.casefold() not in word_list("organizations", "small")
    ]
    return "".join(initials).upper() if len(initials) > 1 else ""


def _lookups(name: str) -> list[tuple[str, ...]]:
    """Under which keys an organization of this name may be filed already, the surest first."""
    keys = [("=", *_words(name))]
    if name in institutions():
        keys.append(("#", institutions()[name].names[0]))
    bare = name.replace(".", "")
    if bare.isupper() and 2 <= len(bare) <= 8 and " " not in bare:
        keys.append(("acronym", bare))
    words = _words(name)
    if len(words) > 1 or words[0] not in word_list("organizations", "shared"):
        keys.append(("prefix", *words))
    if len(words) > 1:
        keys.append(("suffix", *words))
    return keys


def _keys(name: str) -> list[tuple[str, ...]]:
    """Under which keys an organization is filed for the shorter names that follow."""
    words = _words(name)
    keys: list[tuple[str, ...]] = [("=", *words)]
    if name in institutions():
        keys.append(("#", institutions()[name].names[0]))
    if acronym := _acronym(name):
        keys.append(("acronym", acronym))
    keys += [("prefix", *words[:n]) for n in range(1, len(words))]
    keys += [("suffix", *words[n:]) for n in range(1, len(words) - 1)]
    return keys
