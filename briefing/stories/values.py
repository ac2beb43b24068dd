"""What is known of an article when stories are looked for, and what a story is."""

from __future__ import annotations

from msgspec import Struct

from briefing.sanitize import SafeLine


class Told(Struct, frozen=True, kw_only=True):
    """An article of a story, without its text.

    Attributes:
        source: The path or address that it was read from.
        title: Its headline, or "".
        outlet: Who published it, or "" where that is not known.
        published: Publication date as YYYY-MM-DD, or None where it is not known.
    """

    source: SafeLine
    title: SafeLine = SafeLine("")
    outlet: SafeLine = SafeLine("")
    published: str | None = None


class Evidence(Struct, frozen=True, kw_only=True):
    """What of an article tells which event it is about.

    Attributes:
        told: The article.
        terms: Its words in lower case, its names and pairs of names with capitals, its numbers;
            each once.
        counts: How often it has each of the terms.
        days: The days that it names, as proleptic Gregorian ordinals; each once.
        weights: How prominent each of the days is: 1 for one in the first words, less for one
            further down, more for one that is named several times.
    """

    told: Told
    terms: tuple[str, ...] = ()
    counts: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    weights: tuple[float, ...] = ()


class Story(Struct, frozen=True):
    """Articles that tell the same event.

    Attributes:
        title: The headline of the article that has most in common with the others.
        articles: In the order of publication, at least two.
    """

    title: SafeLine
    articles: tuple[Told, ...]
