"""Governments as actors: a country's name or adjective with a word for those who govern it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from briefing.model import Actor, Article, Location, Span
from briefing.tables import any_of, word_list

# What stands after "Afghan", "US" or "Kabul", and which of a country's actors it makes them.
AUTHORITIES = {
    "government": "government|administration|authorities|officials?|regime|leadership",
    "forces": "security forces|armed forces|air force|military|army|navy|forces|troops|police",
}
LEADING_ARTICLE = re.compile(r"the ", re.IGNORECASE)
AFTER = re.compile(
    r"(?:['’]s?)?[ -](?:"
    + "|".join(f"(?P<{k}>{words})" for k, words in AUTHORITIES.items())
    + r")\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r" (?:(?:has|have|had|also) )?"
    rf"(?:{any_of(word_list('speech_forms', 'after a country'))})\b"
)


def acting(article: Article, locations: tuple[Location, ...]) -> tuple[Actor, ...]:
    """Actors of kind `government`, one for each country and sort of authority.

    "Afghan officials" and "Kabul's government" count, and a country or capital that speaks
    ("Beijing said"); a country that only is a place is no actor. Salience is left at 0.
    """
    grouped: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for location in locations:
        if location.country is None or location.kind not in ("country", "city"):
            continue
        for start, end in location.mentions:
            if article_word := LEADING_ARTICLE.match(article.text, start, end):
                start = article_word.end()
            if match := AFTER.match(article.text, end):
                kind = match.lastgroup or "government"
                if location.kind == "country" or kind == "government":
                    grouped[location.country, kind].append((start, match.end()))
            elif _governs(location, article.text[start:end]) and SPEAKS.match(article.text, end):
                grouped[location.country, "government"].append((start, end))
    return tuple(_actor(article.text, sorted(mentions)) for mentions in grouped.values())


def _governs(location: Location, name: str) -> bool:
    """True for a country, and for a capital that stands for its government."""
    seats = word_list("place_words", "seat of government")
    return location.kind == "country" or (location.kind == "city" and name in seats)


def _actor(text: str, mentions: list[Span]) -> Actor:
    """Named by its most frequent words, the longest and then the first in a tie."""
    forms = Counter(text[start:end] for start, end in mentions)
    name = max(forms, key=lambda form: (forms[form], len(form)))
    return Actor(
        name=name,
        kind="government",
        aliases=tuple(form for form in forms if form != name),
        mentions=tuple(mentions),
    )
