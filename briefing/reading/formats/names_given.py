"""Names of authors as metadata gives them: several in a line, with "By", roles and the outlet."""

from __future__ import annotations

import re

from briefing.sanitize import one_line

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
    r"\d|@|https?:|www\.|\.(?:com|org|net)\b|^(?:the\s|admin\b|staff\b|editor\b|editorial\b|guest\b"
    r"|news\b|newsroom\b|desk\b|team\b|web\b|user\b|unknown\b|anonymous\b|contributor)"
    r"|\b(?:staff|editors?|newsroom|desk|team|reports?|reporters|correspondents?|agenc(?:y|ies)|wire"
    r"|press|news|magazine|media|times|post|journal|network|service|online|digital|writers?"
    r"|contributors?|editorial|board|department|office|group|inc|ltd|llc)$",
    re.I,
)
MOST_WORDS = 5
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]?\.?){1,4}")
"""Letters after a name: PhD, M.D., RN."""
ROLE = re.compile(
    r"\b(?:editor|reporter|writer|correspondent|contributor|producer|columnist)\b", re.I
)


def names_in(text: str, outlet: str = "") -> tuple[str, ...]:
    """The names of people in what metadata gives as the author; none where it names no person.

    Args:
        text: As it was given.
        outlet: Name of the publisher, which is no author.
    """
    found: list[str] = []
    line = LEAD.sub("", one_line(text))
    if outlet and line.casefold() == outlet.casefold():
        return ()
    for part in SEPARATOR.split(line):
        name = AFTER.sub("", LEAD.sub("", part.strip(" ,.;:|"))).strip(" ,.;:|")
        same = outlet and name.casefold() in (
            outlet.casefold(),
            outlet.casefold().removeprefix("the "),
        )
        words = name.split()
        if not name or same or NO_NAME.search(name) or ROLE.search(name):
            continue
        if len(words) > MOST_WORDS or not any(word[:1].isupper() for word in words):
            continue
        if found and DEGREE.fullmatch(name):
            continue
        found.append(name.title() if name.isupper() and len(words) > 1 else name)
    return tuple(dict.fromkeys(found))
