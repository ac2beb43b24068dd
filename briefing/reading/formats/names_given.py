"""Names of authors as metadata gives them: several in a line, with "By", roles and the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from briefing.reading.formats.references import decode_references
from briefing.sanitize import one_line
from briefing.tables import any_of, word_list

LONGEST: Final = 1_000
"""Characters of a value that are looked at."""
MOST_AUTHORS: Final = 50
MOST_WORDS: Final = 6
MARKS: Final = (
    (re.compile(r"^\s*\S+@\S+\s+\((.+)\)\s*$"), r"\1"),
    (re.compile(r"!?\[\[(?:[^\]|\n]*\|)?([^\]|\n]*)\]\]"), r"\1"),
    (re.compile(r"\[([^\]\n]*)\]\([^)\n]*\)"), r"\1"),
    (re.compile(r"<[^<>]*>|[<(]?(?:mailto:)?[\w.+-]+@[\w.-]+[>)]?|https?://\S+"), " "),
)
"""Links of a wiki and of Markdown, tags and addresses, and what is left of them."""
FAMILY_FIRST: Final = re.compile(r"\s*((?:[a-z]+\s+)*[^\s,]+),\s+([^\s,]*[a-z][^\s,]*)\s*")
"""A family name before a given one: "de Kok, Piet"."""
TITLE: Final = rf"(?:(?:{any_of(word_list('titles', 'abbreviation'))})\.|Mr|Mrs|Ms|Dr|Prof)\s+"
SEPARATOR = re.compile(r"\s*(?:,|;|/|\||•|·|&|\band\b|\bund\b|\bet\b|\by\b)\s*(?=[^\W\d_])", re.I)
LEAD = re.compile(
    r"^(?:(?:written|posted|published|story|words|report(?:ed|ing)?)\s+)?by:?\s+|^(?:par|von|por|author|from):?\s+",
    re.I,
)
AFTER = re.compile(
    r"\s+[-–—(]\s*.*$|\s*(?:published|updated|posted)\b.*$|\s*@\w+.*$"
    r"|\s+(?:for|of|in|at|from)\s+(?:the\s+)?[A-Z].*$",
    re.I,
)
NO_NAME = re.compile(
    r"\d|@|https?:|www\.|\.(?:com|org|net)\b|^(?:the\s|admin(?:istrator)?\b|webmaster\b|no-?reply\b|staff\b|editor\b|editorial\b|guest\b"
    r"|news\b|newsroom\b|desk\b|team\b|web\b|user\b|unknown\b|anonymous\b|contributor)"
    r"|\b(?:staff|editors?|newsroom|desk|team|reports?|reporters|correspondents?|agenc(?:y|ies)|wire"
    r"|press|news|magazine|media|times|post|journal|network|service|online|digital|writers?"
    r"|contributors?|editorial|board|department|office|group|inc|ltd|llc)$",
    re.I,
)
PUNCTUATION: Final = " ,.;:|*_\"“”‘’'"
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,4}")
"""Letters after a name: PhD, M.D., RN."""
ROLE = re.compile(
    r"\b(?:editor|reporter|writer|correspondent|contributor|producer|columnist)\b", re.I
)


def names_in(texts: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """The names of people in what metadata gives as the authors, each once.

    Args:
        texts: As they were given.
        outlet: Name of the publisher, which is no author.
    """
    found = (name for text in texts for name in _names(text[:LONGEST], outlet))
    return tuple(dict.fromkeys(found))[:MOST_AUTHORS]


def _names(text: str, outlet: str) -> Iterator[str]:
    for pattern, left in MARKS:
        text = pattern.sub(left, text)
    line = LEAD.sub("", one_line(decode_references(text)[0]))
    outlets = {"", outlet.casefold(), outlet.casefold().removeprefix("the ")}
    if line.casefold() in outlets:
        return
    line = FAMILY_FIRST.sub(r"\2 \1", line) if FAMILY_FIRST.fullmatch(line) else line
    is_first = True
    for part in SEPARATOR.split(line):
        name = AFTER.sub("", LEAD.sub("", part.strip(PUNCTUATION))).strip(PUNCTUATION)
        name = re.sub(TITLE, "", name, count=1)
        if name.casefold() in outlets or NO_NAME.search(name) or ROLE.search(name):
            continue
        words = name.split()
        if len(words) > MOST_WORDS or all(word[:1].islower() for word in words):
            continue
        if is_first or not DEGREE.fullmatch(name):
            yield name.title() if name.isupper() and len(words) > 1 else name
            is_first = False
