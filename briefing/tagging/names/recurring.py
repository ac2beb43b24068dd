"""Names of a single word that the model does not see: short ones of firms, bands and artists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from briefing.tagging.lexicon.grammar import SUBJECTS
from briefing.tagging.lexicon.nations import adjectives
from briefing.tagging.lexicon.ordinary_words import is_ordinary
from briefing.tagging.lexicon.person_nouns import is_plural_of_person_noun, is_title_word
from briefing.tagging.names.covered import Covered
from briefing.tagging.names.labels import Entity
from briefing.text.calendar_words import calendar_names

FEWEST_TIMES = 2
ACTING = SUBJECTS | {"poss", "agent"}


def recurring(doc: Doc, found: Iterable[Entity]) -> Iterator[Entity]:
    """Single words that are capitalized in mid-sentence again and again, and in no dictionary."""
    covered = Covered(found)
    places: defaultdict[str, list[Token]] = defaultdict(list)
    for token in doc:
        if _is_unknown_name(token) and not covered.touches(token.idx, token.idx + len(token)):
            places[token.text].append(token)
    for word, tokens in places.items():
        acting = any(token.dep_ in ACTING for token in tokens)
        if len(tokens) >= FEWEST_TIMES and acting:
            for token in tokens:
                yield Entity(token.idx, token.idx + len(token), word, "organization")


def _is_unknown_name(token: Token) -> bool:
    word = token.text
    if not word.isalpha() or len(word) < 4 or not word[0].isupper() or word.isupper():
        return False
    if (
        not token.dep_
        or token.is_sent_start
        or token.ent_type_
        or is_ordinary(word)
        or is_title_word(word)
        or is_plural_of_person_noun(word)
    ):
        return False
    near = [token.doc[i] for i in (token.i - 1, token.i + 1) if 0 <= i < len(token.doc)]
    alone = not any(other.text[:1].isupper() and not other.is_sent_start for other in near)
    return alone and word not in adjectives() and word.lower() not in calendar_names()
