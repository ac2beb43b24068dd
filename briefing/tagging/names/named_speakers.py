"""Names that the model does not know, told by where they stand: beside a quotation and its verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.model import Article
from briefing.tables import any_of, word_list
from briefing.tagging.lexicon.contexts import UPPER
from briefing.tagging.lexicon.titles import is_role, is_title
from briefing.tagging.lexicon.verbs import reporting_forms
from briefing.tagging.names.labels import Entity, EntityLabel
from briefing.text.calendar_words import weekdays
from briefing.text.stop_words import stop_words

LETTERS = r"[^\W\d_]+"
PART = rf"(?:[A-Z]\.|{UPPER}{LETTERS}(?:['’-]{UPPER}{LETTERS})*|O['’]{UPPER}{LETTERS})"
PARTICLE = rf"(?:{any_of(word_list('name_parts', 'particle'))})"
NAME = rf"(?P<name>{PART}(?: (?:{PARTICLE} )?{PART}){{0,3}})"
CLOSING = r"[,?!—–-](?:[”\"»]|''|(?<=[,?!])’),? ?"

DAYS = frozenset(day.name for day in weekdays())


def quoted_people(article: Article) -> Iterator[Entity]:
    """Names of those who are quoted: “…,” said Ines Vale.

    What follows a quotation that ends in the middle of its sentence is capitalized because it is a
    name, and not because it comes first.
    """
    for paragraph in article.paragraphs:
        if paragraph.kind == "text":
            for pattern in _patterns():
                for match in pattern.finditer(article.text, paragraph.start, paragraph.end):
                    name = match["name"]
                    label = _label(name)
                    if label:
                        yield Entity(match.start("name"), match.end("name"), name, label)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    forms = [form for form, kind in reporting_forms().items() if kind != "label"]
    says = rf"(?:{'|'.join(forms)})"
    return (
        re.compile(rf"{CLOSING}{NAME} {says}\b"),
        re.compile(rf"{CLOSING}{says} {NAME}(?!['’\w]| {UPPER})"),
        re.compile(rf"{CLOSING}(?=\S*[^\s,] ){NAME}, "),
    )


def _label(name: str) -> EntityLabel | None:
    """What a name in such a place is of; None where it is none that can be told."""
    parts = name.split()
    if parts[0].lower() in stop_words() or parts[0] in DAYS:  # a new sentence after "?" or "!"
        return None
    if len(parts) == 1 and parts[0].isupper():
        return "organization"
    if parts[-1] in word_list("organizations", "head") | word_list("organizations", "other"):
        return "organization"
    return None if any(is_title(part) or is_role(part) for part in parts) else "person"
