"""Names of organizations made whole where the model cut off their beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Article
from briefing.tables import word_list
from briefing.tagging.lexicon.nations import adjectives
from briefing.tagging.lexicon.ordinary_words import is_ordinary
from briefing.tagging.lexicon.person_nouns import is_title_word
from briefing.tagging.names.labels import Entity
from briefing.text.calendar_words import calendar_names

BEFORE = re.compile(r"(?:[A-Z][\w’'&-]* ){1,3}$")
OPENS = re.compile(r"(?:^|[.!?:\n]\s*|[“\"‘(]\s*)$")


def with_beginnings(article: Article, found: Sequence[Entity]) -> Iterator[Entity]:
    """The names, and "Penn Art Center" instead of "Penn" and "Art Center".

    Args:
        article: The article.
        found: Its names in order.
    """
    kinds = word_list("organizations", "head") | word_list("organizations", "other")
    wholes: list[Entity] = []
    for entity in found:
        words = entity.text.split()
        if entity.label == "organization" and len(words) > 1 and words[-1] in kinds:
            start = _start(article, entity)
            if start < entity.start:
                text = article.text[start : entity.end]
                wholes.append(replace(entity, start=start, text=text))
    for entity in found:
        if not any(one.start < entity.end and entity.start < one.end for one in wholes):
            yield entity
    yield from wholes


def _start(article: Article, entity: Entity) -> int:
    """Where the name begins, with the capitalized words right before it in running text."""
    paragraph = article.paragraph_at(entity.start)
    if paragraph is None or paragraph.kind != "text" or paragraph.block == "heading":
        return entity.start
    line = article.text[paragraph.start : entity.start]
    match = BEFORE.search(line)
    if match is None:
        return entity.start
    start = match.start()
    for word in match.group().split():
        if _is_of_name(word, OPENS.search(line[:start]) is not None):
            return paragraph.start + start
        start += len(word) + 1
    return entity.start


def _is_of_name(word: str, opens: bool) -> bool:
    """True if a capitalized word may begin a name."""
    plain = word.removesuffix("’s").removesuffix("'s")
    if plain != word or is_title_word(word) or word in adjectives():
        return False
    if word.lower() in calendar_names() or word.isupper():
        return False
    return not (opens and is_ordinary(word)) and word.lower() not in {"the", "a", "an"}
