"""A quotation beside all articles of the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.library import Entry, Library
from briefing.library.searching.folding import words_of
from briefing.model import Article
from briefing.verifying.checking import CUT, cleaned, verify
from briefing.verifying.values import ArticleVerdict, Verdict

MOST_CHECKED = 50
"""Articles that have all words of a quotation, one after the other."""
MOST_CLOSE = 12
"""Articles that have some of its words."""
SHINGLE = 2
"""Words that stand together in an article where a quotation was altered."""
MOST_SHINGLES = 16


def verify_kept(library: Library, quotation: str, limit: int = 20) -> tuple[ArticleVerdict, ...]:
    """Where a quotation stands in the articles of a library.

    It is looked for in the library's index, as far as that is up to date, and then checked in each
    article that may have it. What is due to be indexed is not looked at (see `Library.index_due`).

    Args:
        library: The library; nothing in it is changed.
        quotation: As `verify` takes it.
        limit: The most articles that are given.

    Returns:
        The articles in which it is exact, or else those in which each of its parts is, those
        published last first; where there is none, those in which it is altered, the closest first;
        nothing if it is absent from all.

    Raises:
        QuotationError: There are no words in the quotation, or it is too long.
        LibraryError: The library cannot be used.
    """
    altered: dict[str | None, ArticleVerdict] = {}
    for articles in _candidates(library, cleaned(quotation)):
        verdicts = [_of(entry, verify(article, quotation)) for entry, article in articles]
        exact = [v for v in verdicts if all(part.verdict == "exact" for part in v.verdict.parts)]
        if exact:
            return tuple(exact[:limit])
        altered |= {v.key: v for v in verdicts if v.verdict.verdict == "altered"}
    return tuple(sorted(altered.values(), key=_distance)[:limit])


def _of(entry: Entry, verdict: Verdict) -> ArticleVerdict:
    return ArticleVerdict(
        title=entry.title,
        source=entry.source,
        outlet=entry.outlet,
        published=entry.published,
        key=entry.key,
        verdict=verdict,
    )


def _candidates(library: Library, quoted: str) -> Iterator[Sequence[tuple[Entry, Article]]]:
    """Articles that may have a quotation: as it is, in parts, or altered."""
    words = words_of(quoted)
    yield library.articles_with([words], MOST_CHECKED)
    parts = [part for part in map(words_of, CUT.split(quoted)) if part]
    if parts != [words]:
        yield library.articles_with(parts, MOST_CHECKED)
    few = [(word,) for word in dict.fromkeys(words)]
    if len(words) <= SHINGLE:
        yield library.articles_with(few, MOST_CLOSE)
    else:
        yield library.articles_with(_shingles(parts), MOST_CLOSE, any_of=True)


def _shingles(parts: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Words that stand together, those with the most letters, which are the rarest."""
    found = [
        tuple(part[at : at + SHINGLE])
        for part in parts
        for at in range(max(1, len(part) - SHINGLE + 1))
    ]
    return sorted(dict.fromkeys(found), key=lambda words: -sum(map(len, words)))[:MOST_SHINGLES]


def _distance(kept: ArticleVerdict) -> tuple[int, int, int]:
    """How far a quotation is from an article: absent parts, letters that differ, parts."""
    parts = kept.verdict.parts
    differing = sum(len(e.quoted_text) + len(e.text) for part in parts for e in part.edits)
    return sum(part.verdict == "absent" for part in parts), differing, len(parts)
