"""Parts of people's names, from the table `name_parts.tsv`."""

from __future__ import annotations

from briefing.tables import word_list

PARTICLES = word_list("name_parts", "particle") | word_list("name_parts", "ordinary particle")
"""Small words in front of a surname: "de", "van"."""
NAME_ARTICLES = word_list("name_parts", "article")
"""Small words joined to a surname with a hyphen: "as-"."""
SUFFIXES = word_list("name_parts", "suffix")
"""What follows a surname: "Jr"."""


def without_suffix(name: str) -> list[str]:
    """The words of a person's name but for "Jr." at its end."""
    words = [word.strip(",") for word in name.split()]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return words
