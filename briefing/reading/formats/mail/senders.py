"""Who sent a letter: a person, who is its author, or an organization, which published it."""

from __future__ import annotations

import re

from msgspec import Struct

from briefing.reading.formats.mail.words import is_a, pattern
from briefing.reading.masthead import first_names
from briefing.sanitize import one_line
from briefing.tables import any_of, word_list

ADDRESS = re.compile(r"[<\[(]?(?:mailto:)?([^\s<>\[\]()\"',;:]+@[^\s<>\[\]()\"',;:]+)[>\])]?")
MOST_NAMES = 4
"""Words of a person's name."""
PARTICLE = any_of(word_list("name_parts", "particle") | word_list("name_parts", "suffix"))
NAME_WORD = rf"(?:[^\W\d_a-z][\w’'.-]*|{PARTICLE})"
FULL_NAME = re.compile(rf"[^\W\d_a-z][\w’'.-]*(?: {NAME_WORD}){{1,3}}")


class Sender(Struct, frozen=True):
    """Who sent a letter; empty where the letter does not say.

    Attributes:
        authors: Names of people.
        outlet: The organization.
    """

    authors: tuple[str, ...] = ()
    outlet: str | None = None


def sender_of(header: str, *, in_bulk: bool = False) -> Sender:
    """The sender that a header "From" names.

    Args:
        header: Its decoded value: `Ana Ruiz <ana@harbor.example>`.
        in_bulk: The letter went to a list of subscribers: only what surely is a person's name is
            one.
    """
    name, mailbox, domain = _split(header)
    if not name or "@" in name:
        return Sender()
    in_bulk = in_bulk or is_a("machine address", mailbox)
    person, _, rest = _parted(name)
    person = _in_order(person)
    own = any(word in _plain(mailbox) and word not in domain.lower() for word in _names(person))
    if not _is_person(person, surely=in_bulk and not own):
        return Sender(outlet=name)
    return Sender((person,), rest or None)


def called(header: str) -> tuple[str, ...]:
    """What the sender in a header may sign with: "Ana Ruiz", also for `ana.ruiz@harbor.example`."""
    name, mailbox, _ = _split(header)
    words = re.findall(r"[^\W\d_]{2,}", mailbox)
    return tuple(filter(None, (name, _in_order(name), " ".join(words))))


def _split(header: str) -> tuple[str, str, str]:
    """The name in a header, and what stands before and after the "@" of the address."""
    header = one_line(header)
    address = ADDRESS.search(header)
    starts = [at for at in (header.find("<"), address.start() if address else -1) if at >= 0]
    name = header[: min(starts, default=len(header))].strip(" \"'<>,;*")
    mailbox, _, domain = address[1].partition("@") if address else ("", "", "")
    return name, mailbox, domain


def _parted(name: str) -> tuple[str, str, str]:
    """A person's name and what stands beside it: "Ana Ruiz from The Tide", "Ana Ruiz (Tide)"."""
    parts = re.fullmatch(
        rf"(.+?)(\s+(?i:{pattern(PART).pattern})\s+|\s*[|(/\[–—]\s*|,\s+(?=\S+\s+\S+)|\s+-\s+)(.+?)[)\]]?",
        name,
    )
    if parts is None or not FULL_NAME.fullmatch(parts[1]):
        return name, "", ""
    return parts[1], parts[2], parts[3]


PART = "person's part"


def _in_order(name: str) -> str:
    """The first name first: "Ruiz, Ana" is how an office writes it."""
    last, comma, first = name.partition(", ")
    return (
        f"{first} {last}" if comma and len(first.split()) <= 2 and len(last.split()) <= 2 else name
    )


def _is_person(name: str, *, surely: bool) -> bool:
    words = name.split()
    if not FULL_NAME.fullmatch(name) or len(words) > MOST_NAMES:
        return False
    if any(is_a("sender", word) for word in words):
        return False
    if name.isupper() and len(name) <= 4:
        return False
    known = _plain(words[0]) in first_names()
    return known or not surely


def _names(person: str) -> list[str]:
    """The names of a person that an address may be made of."""
    return [_plain(word) for word in person.split() if len(word) > 2]


def _plain(word: str) -> str:
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", word.lower()) if not combining(char))
