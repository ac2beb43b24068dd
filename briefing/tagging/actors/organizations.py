"""Bodies: the mentions of one organization or armed group brought together over its names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.model import Span
from briefing.tables import any_of, word_list
from briefing.tagging.names.entities import institutions
from briefing.tagging.names.labels import Entity, EntityLabel

STATE = re.compile(rf"\b(?:{any_of(word_list('organizations', 'state'))})\b")


@dataclass(slots=True)
class Organization:
    """One body under all its names."""

    label: EntityLabel
    names: list[str] = field(default_factory=list)
    mentions: list[Span] = field(default_factory=list)

    @property
    def is_state_body(self) -> bool:
        """Whether the name says that it governs."""
        return any(map(is_state_body, self.names))


def is_state_body(name: str) -> bool:
    """Whether a name says that its bearer governs: "Ministry of Health"."""
    return STATE.search(name) is not None


def merge(entities: Iterable[Entity]) -> list[Organization]:
    """The bodies that the entities name, in order of first mention.

    Names join when they differ only in case, article or legal form, when one is the acronym of the
    other, when a short name begins or a longer one ends with the other's words, or when the table
    of institutions knows both.
    """
    found = list(entities)
    bodies: list[Organization] = []
    index: defaultdict[tuple[str, ...], list[Organization]] = defaultdict(list)
    for text in dict.fromkeys(sorted((e.text for e in found), key=_longest_first)):
        label = next(e.label for e in found if e.text == text)
        body = next((b for key in _lookups(text) for b in index[key]), None)
        if body is None:
            body = Organization(label)
            bodies.append(body)
        body.names.append(text)
        for key in _keys(text):
            index[key].append(body)
    by_name = {name: body for body in bodies for name in body.names}
    for entity in found:
        by_name[entity.text].mentions.append((entity.start, entity.end))
    return sorted(bodies, key=lambda b: b.mentions[0])


def _longest_first(name: str) -> tuple[int, int]:
    """The name without its legal form counts, and then the one that has it stands first."""
    return -len(_words(name)), -len(name.split())


def _words(name: str) -> tuple[str, ...]:
    words = [w for w in name.casefold().replace(",", " ").split() if w != "the"]
    while len(words) > 1 and words[-1] in word_list("organizations", "legal form"):
        words.pop()
    return tuple(words)


def _acronym(name: str) -> str:
    initials = [
        w[0]
        for w in re.split(r"[\s-]+", name)
        if w and w.casefold() not in word_list("organizations", "small")
    ]
    return "".join(initials).upper() if len(initials) > 1 else ""


def _lookups(name: str) -> list[tuple[str, ...]]:
    """Under which keys a body of this name may be filed already, the surest first."""
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
    """Under which keys a body is filed for the shorter names that follow."""
    words = _words(name)
    keys: list[tuple[str, ...]] = [("=", *words)]
    if name in institutions():
        keys.append(("#", institutions()[name].names[0]))
    if acronym := _acronym(name):
        keys.append(("acronym", acronym))
    keys += [("prefix", *words[:n]) for n in range(1, len(words))]
    keys += [("suffix", *words[n:]) for n in range(1, len(words) - 1)]
    return keys
