"""Names in the text and what they name: the model's entities, cleaned and made consistent.

After the findings on the small model: strip articles and possessives, give one label to one string
in one article, and look again for the names that the model saw only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from spacy.tokens import Doc, Span

from briefing.model import Article, Paragraph
from briefing.names_file.values import Entry
from briefing.tables import ENGLISH, any_of, rows
from briefing.tagging.lexicon.figures import is_figure
from briefing.tagging.lexicon.given_names import given_names
from briefing.tagging.lexicon.grammar import ARTICLES, DEMONSTRATIVES, POSSESSIVES
from briefing.tagging.lexicon.name_parts import NAME_ARTICLES, PARTICLES
from briefing.tagging.lexicon.titles import is_title
from briefing.tagging.names import named_speakers
from briefing.tagging.names.defined import OF_SEVERAL, definitions
from briefing.tagging.names.known import known_names, with_known
from briefing.tagging.names.labels import Entity, EntityLabel, consistent
from briefing.tagging.names.people_by_context import with_people
from briefing.tagging.names.recurring import recurring
from briefing.tagging.names.whole import with_beginnings
from briefing.text import turns
from briefing.text.calendar_words import calendar_names, weekdays
from briefing.text.calendar_words import names as names_of

LABELS: dict[str, EntityLabel] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "demonym",
}
# "One Nation" keeps its number: that is no determiner of a name.
LEADING = re.compile(rf"(?:{any_of(ARTICLES | DEMONSTRATIVES | POSSESSIVES)})\s+", re.I)
ADJECTIVE = re.compile(
    r"(?:Recent|Several|Many|Other|Fellow|Longtime|Veteran|Embattled|Disgraced|Renowned)\s+(?=[A-Z])"
)
"""What opens a sentence before a name and is no part of it."""
WEEKDAY = re.compile(rf"(?:{names_of(weekdays())})\s+(?=[A-Z])")
"""Before a name: "On Monday Ruiz spoke"."""
TRAILING = re.compile(
    r"(?:\s+(?:[Tt]o|[Aa]s|[Aa]nd|[Oo]r|[Oo]f|[Ii]n|[Oo]n|[Aa]t|[Ff]or|[Ww]ith|[Bb]y|[Ff]rom|[Tt]he"
    r"|[Ii]s|[Ww]as|Are|Were|Has|Have|Will))+$"
)
"""Words that are the end of no name, in a headline with capitals too."""
NO_NAME = re.compile(r"[\n/@#<>{}=]|^(?:pro|anti|non|ex)-\w+$", re.IGNORECASE)
OPEN_BRACKET = re.compile(r"\s\([^)]*$")
"""What begins behind a name and does not end in it: "Trento (Italy"."""
POSSESSIVE = re.compile(r"\s*['’]s?$")
# "pro-Beijing" and the like before a name; a name may begin with "al-", "de" or "van".
LOWER_CASE = re.compile(
    r"(?:[Pp]ro|[Aa]nti|[Nn]on|[Ee]x)-\w+\s+|"
    rf"(?!(?:{any_of(PARTICLES | NAME_ARTICLES)})\b)[a-z][\w.-]*\s+"
)
LOWER_END = re.compile(r"(?<=[^\W\d_]) ([a-z]+)$")
"""A word behind somebody's name that is no part of it: "made Ana cry"."""
OWNERS = frozenset("UN U.N. EU E.U. NATO AU WHO".split())
OWNED = re.compile(r" [A-Z][a-z]+(?: (?:of|for|on|and|the|[A-Z][a-z]+))* [A-Z][a-z]+")
"""A longer name that begins with that of its owner: "U.N. Harbor Relief Panel"."""
LONG_WORD = 3
"""Letters; headline style leaves shorter words small."""
OUTER = " \t\n.,;:!?'\"“”‘’«»()[]-–—*•"


def find(article: Article, doc: Doc, known: Sequence[Entry] = ()) -> tuple[Entity, ...]:
    """All names, in order and not overlapping; none of those in what belongs to the page.

    Args:
        article: The article that was parsed.
        doc: Its parse, with entities (see `briefing.tagging.pipeline.parse`).
        known: What the file of names says of names in it.
    """
    headline = next((p for p in article.paragraphs if p.kind == "title"), None)
    taken = _Taken()
    found: list[Entity] = []

    def add(entity: Entity) -> None:
        line = article.paragraph_at(entity.start)
        inside = line is not None and line.kind != "furniture" and entity.end <= line.end
        if line is not None and line.block == "heading" and line.kind == "text":
            inside = inside and _is_below(entity, article.text[line.end :])
        if inside and taken.claim(entity.start, entity.end):
            found.append(entity)

    curated = list(_curated(article.text))
    of_model = [
        entity
        for span in doc.ents
        if span.label_ in LABELS
        for entity in _cleaned(article.text, span)
        if not (headline and _is_headline(entity, article.text, headline))
    ]
    for entity in known_names(article.text, known, [*curated, *of_model]):
        add(entity)
    of_file = list(found)
    for entity in (*_speakers(article, doc), *_defined(article.text), *curated, *of_model):
        add(entity)
    for entity in named_speakers.quoted_people(article):
        add(entity)
    found = list(with_beginnings(article, with_people(consistent(found, doc), doc)))
    if of_file:
        found = with_known(of_file, found)
    found += list(recurring(doc, found))
    for entity in _missed(article, doc, found):
        add(entity)
    return tuple(_apart(found))


def _apart(found: Iterable[Entity]) -> Iterator[Entity]:
    """The names in order, of those that overlap the first and then the longest."""
    end = 0
    for entity in sorted(found, key=lambda entity: (entity.start, -entity.end)):
        if entity.start >= end:
            end = entity.end
            yield entity


class _Taken:
    """Which characters a name has claimed already."""

    def __init__(self) -> None:
        self._characters: set[int] = set()

    def claim(self, start: int, end: int) -> bool:
        if any(i in self._characters for i in range(start, end)):
            return False
        self._characters.update(range(start, end))
        return True


@dataclass(frozen=True, slots=True)
class Institution:
    """An organization or armed group that is known beyond doubt by any of its names."""

    label: EntityLabel
    names: tuple[str, ...]


@cache
def institutions(language: str = ENGLISH) -> dict[str, Institution]:
    """Armed groups and institutions under each of their names, from `data/en/institutions.tsv`."""
    table: dict[str, Institution] = {}
    for label, names in rows("institutions", language):
        if label not in ("group", "organization"):
            raise ValueError(f"institutions.tsv: unknown label {label!r}")
        institution = Institution(
            "group" if label == "group" else "organization", tuple(names.split("|"))
        )
        table.update(dict.fromkeys(institution.names, institution))
    return table


@cache
def _curated_pattern() -> re.Pattern[str]:
    return _any_of(institutions())


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as whole words, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _curated(text: str) -> Iterator[Entity]:
    for match in _curated_pattern().finditer(text):
        if match.group() in OWNERS and OWNED.match(text, match.end()):
            continue
        yield Entity(match.start(), match.end(), match.group(), institutions()[match.group()].label)


def _defined(text: str) -> Iterator[Entity]:
    """Organizations whose names the text says to be such."""
    spans = [span for definition in definitions(text) for span in definition]
    spans += [match.span() for match in OF_SEVERAL.finditer(text)]
    for start, end in spans:
        yield Entity(start, end, text[start:end], "organization")


def _speakers(article: Article, doc: Doc) -> Iterator[Entity]:
    """Labels of a transcript that name a person who is named in full, here or in another label."""
    labels = turns.speech(article.text, article.paragraphs).names
    names = [article.text[start:end].split() for start, end in labels]
    full = [span.text.split() for span in doc.ents if span.label_ == "PERSON"]
    full += [name for name in names if name[0].lower() in given_names()]
    surnames = {name[-1].casefold() for name in full if len(name) > 1}
    for (start, end), name in zip(labels, names, strict=True):
        if name[-1].casefold() in surnames:
            yield Entity(start, end, article.text[start:end], "person")


def _cleaned(text: str, span: Span) -> Iterator[Entity]:
    """The span without articles, possessives and outer punctuation; nothing if nothing is left."""
    label = LABELS[span.label_]
    start, end = span.start_char, span.end_char
    if lead := LEADING.match(text, start, end):
        start = lead.end()
    for opening in (WEEKDAY, ADJECTIVE):
        if lead := opening.match(text, start, end):
            start = lead.end()
    while lead := LOWER_CASE.match(text, start, end):
        start = lead.end()
    while start < end and _is_outer(text[start]):
        start += 1
    while end > start and _is_outer(text[end - 1]) and not _abbreviates(text, start, end):
        end -= 1
    if trail := TRAILING.search(text, start, end):
        end = trail.start()
    if label == "person" and (word := LOWER_END.search(text, start, end)):
        end = end if word[1] in PARTICLES | NAME_ARTICLES else word.start()
    if possessive := POSSESSIVE.search(text, start, end):
        end = possessive.start()
    if bracket := OPEN_BRACKET.search(text, start, end):
        end = bracket.start()
    name = text[start:end]
    if any(map(str.isupper, name)) and not NO_NAME.search(name) and not is_figure(name):
        yield Entity(start, end, name, label)


def _is_outer(char: str) -> bool:
    """True if a sign is no part of the name that it stands beside: punctuation, emoji."""
    return char in OUTER or category(char) in {"So", "Sk", "Cf"}


def _abbreviates(text: str, start: int, end: int) -> bool:
    """True if the period at the end belongs to the name: "U.S.", "Inc.", "Jr."."""
    if text[end - 1] != ".":
        return False
    last = text[start:end].split()[-1]
    return last.count(".") > 1 or last in {"Inc.", "Corp.", "Co.", "Ltd.", "Jr.", "Sr."}


def _is_headline(entity: Entity, text: str, headline: Paragraph) -> bool:
    """True if the model took words of the headline for a name that the article does not know.

    In a headline most words have capitals. What is a name in it stands in the text below too; of a
    person at least the surname does.
    """
    if not (headline.start <= entity.start and entity.end <= headline.end):
        return False
    below = text[headline.end :]
    if entity.label == "person" and all(word in below for word in entity.text.split()):
        return False
    whole = entity.end - entity.start > 0.7 * (headline.end - headline.start)
    if " " in entity.text and whole:
        return True
    return (
        " " in entity.text
        and entity.text not in below
        and entity.text not in institutions()
        and _is_title_case(text[headline.start : headline.end])
    )


def _is_below(entity: Entity, below: str) -> bool:
    """True if the text below a heading has the name too."""
    return entity.text in below


def _is_title_case(line: str) -> bool:
    """True if most of the longer words have a capital."""
    long = [word for word in line.split() if len(word) > LONG_WORD and word[0].isalpha()]
    return sum(word[0].isupper() for word in long) > 0.6 * len(long)


def _missed(article: Article, doc: Doc, found: list[Entity]) -> Iterator[Entity]:
    """Further places in the text where a known name, or the surname of a known person, stands."""
    labels: dict[str, EntityLabel] = {}
    surnames: set[str] = set()
    for entity in found:
        if len(entity.text) > 1:
            labels.setdefault(entity.text, entity.label)
        if entity.label == "person" and " " in entity.text:
            first, *_, last = entity.text.split()
            surnames.add(last)
            if first.lower() in given_names():
                surnames.add(first)
    surnames = {name for name in surnames - set(labels) if len(name) > 2 and name.isalpha()}
    if not labels:
        return
    pattern = _any_of([*labels, *surnames])
    for paragraph in article.paragraphs:
        if paragraph.kind != "furniture":
            for match in pattern.finditer(article.text, paragraph.start, paragraph.end):
                start, end = match.span()
                if match.group() not in surnames or _stands_alone(doc, start, end):
                    label = labels.get(match.group(), "person")
                    yield Entity(start, end, match.group(), label)


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """True if one capitalized word is a name by itself and no part of a longer one."""
    span = doc.char_span(start, end)
    if span is None:
        return False
    token = span[0]
    before = doc[token.i - 1] if token.i and not token.is_sent_start else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if before is not None and before.text[0].isupper():
        word = before.text
        if not is_title(word) and word.lower() not in calendar_names():
            return False
    if after is not None and after.text[0].isupper():
        return False
    return token.dep_ in NOUN_LIKE


NOUN_LIKE = frozenset(
    "nsubj nsubjpass dobj pobj iobj dative poss appos conj attr agent ROOT npadvmod".split()
)
