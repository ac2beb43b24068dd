"""The articles of a dossier: their letters, which are copies, and what to know of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from string import ascii_uppercase
from zlib import crc32

from briefing.dossier.alignment import Alignment
from briefing.dossier.sources import Sources
from briefing.dossier.values import DossierActor, DossierArticle
from briefing.dossier.words import WORD, folded, is_empty
from briefing.languages.registry import language
from briefing.model import Briefing
from briefing.reading.sources import shown_name
from briefing.sanitize import one_line

SHINGLE = 5
"""Words that stand in a row in both texts."""
MOST_PAIRED = 20
"""Articles that share a shingle and are all compared; of more, each with the first of them."""
COPIED = 0.6
"""Share of the shorter text's shingles that the other has, from which it is a copy."""
SHARED_NAMES = 2
"""Words with a capital that two articles share from which they have something in common."""


def letter(number: int) -> str:
    """What an article is cited by: A to Z, then AA, AB and so on."""
    name = ""
    number += 1
    while number:
        number, last = divmod(number - 1, len(ascii_uppercase))
        name = ascii_uppercase[last] + name
    return name


def copies(briefings: Sequence[Briefing]) -> list[int | None]:
    """For each article the one that stands for it, if that has nearly the same text.

    Of several, the longest stands for all.
    """
    all_shingles = [_shingles(briefing) for briefing in briefings]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for number, shingles in enumerate(all_shingles):
        for shingle in shingles:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        shared.update(_pairs(numbers))
    of: list[int | None] = [None] * len(briefings)
    order = sorted(range(len(briefings)), key=lambda n: (-len(all_shingles[n]), n))
    for place, number in enumerate(order):
        for longer in order[:place]:
            pair = min(number, longer), max(number, longer)
            fewest = len(all_shingles[number])
            if of[longer] is None and fewest and shared[pair] >= COPIED * fewest:
                of[number] = longer
                break
    return of


def _pairs(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(numbers) <= MOST_PAIRED:
        return combinations(numbers, 2)
    return ((numbers[0], number) for number in numbers[1:])


def _shingles(briefing: Briefing) -> frozenset[int]:
    """The shingles of an article as numbers."""
    article = briefing.article
    words = [
        folded(match.group())
        for paragraph in article.paragraphs
        if paragraph.kind == "text"
        for match in WORD.finditer(article.text, paragraph.start, paragraph.end)
    ]
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    found = {crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(count)}
    return frozenset(found)


def related(
    sources: Sources,
    alignment: Alignment,
    actors: Sequence[DossierActor],
    of: Sequence[int | None],
) -> list[bool]:
    """For each article whether another one has an actor, a sentence or some names of it."""
    found = [len(of) == 1] * len(of)
    for number, copied in enumerate(of):
        if copied is not None:
            found[number] = found[copied] = True
    for actor in actors:
        articles = {one.article for one in actor.appearances}
        if len(articles) > 1:
            for number in articles:
                found[number] = True
    all_names = [_names(sources, number) for number in range(len(of))]
    common = Counter(name for names in all_names for name in names)
    for number, names in enumerate(all_names):
        found[number] |= sum(common[name] > 1 for name in names) >= SHARED_NAMES
    for unit in alignment.units:
        if alignment.near(unit):
            found[unit.article] = True
    return found


def _names(sources: Sources, number: int) -> set[str]:
    """Words with a capital that begin no sentence."""
    text, code = sources.text(number), sources.language(number)
    starts = {sentence.start for sentence in sources.briefings[number].sentences}
    return {
        folded(match.group())
        for match in WORD.finditer(text)
        if match.group()[0].isupper()
        and match.start() not in starts
        and not is_empty(match.group(), code)
    }


def main_language(sources: Sources) -> str:
    """The language of most articles; of several, that of the first article in one of them."""
    counts = Counter(briefing.article.language for briefing in sources.briefings)
    return max(counts, key=lambda code: counts[code], default="")


def apart(sources: Sources, related: Sequence[bool]) -> list[bool]:
    """For each article whether it is in another language, or about something else, than the rest.

    Args:
        sources: The briefings.
        related: For each article whether it has something in common with another one.
    """
    main = main_language(sources)
    return [
        sources.language(number) != main or (not one and any(related))
        for number, one in enumerate(related)
    ]


def name_of(item: DossierArticle) -> str:
    """The outlet of an article, or else its file or address."""
    return one_line(item.article.outlet) or shown_name(item.article.source).rpartition("/")[2]


def by_letter(item: DossierArticle) -> str:
    """What an article is called on the page, where the legend has its name."""
    return item.letter


def by_letter_and_name(item: DossierArticle) -> str:
    """The same with its name, for an article of which the page may have no line."""
    name = name_of(item)
    return f"{item.letter} ({name})" if name else item.letter


def by_file(item: DossierArticle) -> str:
    """What an article is called where there is no legend: its file or address."""
    return shown_name(item.article.source)


def notes(
    articles: Sequence[DossierArticle],
    called: Callable[[DossierArticle], str] = by_letter,
    stranger: Callable[[DossierArticle], str] = by_letter_and_name,
) -> list[str]:
    """What the reader should know of the articles, one sentence each.

    Args:
        articles: All of the dossier.
        called: What articles are called.
        stranger: What those are called that cannot be compared with the others.
    """
    said = []
    for copied in sorted({one.copy_of for one in articles if one.copy_of is not None}):
        original = articles[copied]
        copies = [one for one in articles if one.copy_of == copied]
        is_same = all(one.article.text == original.article.text for one in copies)
        text = "the same text as" if is_same else "nearly the same text as"
        has = "has" if len(copies) == 1 else "have"
        names = _listed([called(one) for one in copies])
        said.append(f"{names} {has} {text} {called(original)}; they count once.")
    strangers = [stranger(one) for one in articles if not one.is_related]
    if strangers and len(strangers) == len(articles):
        said.append("The articles have nothing in common.")
    elif strangers:
        has = "has" if len(strangers) == 1 else "have"
        said.append(f"{_listed(strangers)} {has} nothing in common with the others.")
    by_language: defaultdict[str, list[str]] = defaultdict(list)
    for one in articles:
        by_language[one.article.language].append(stranger(one))
    main = max(by_language, key=lambda code: len(by_language[code]), default="")
    for code, names_of in by_language.items():
        if code != main:
            is_in = "is" if len(names_of) == 1 else "are"
            said.append(
                f"{_listed(names_of)} {is_in} in {language(code).name}"
                f" and cannot be compared with what is in {language(main).name}."
            )
    return said


def _listed(names: Sequence[str], most: int = 8) -> str:
    """Names as in a sentence: "A, B and C"."""
    shown = list(names[:most])
    if len(names) > most:
        shown.append(f"{len(names) - most} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
