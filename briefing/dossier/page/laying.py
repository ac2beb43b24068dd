"""What the reader wrote and chose for the page of a dossier, laid over it; pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from briefing.corrections import page_choices
from briefing.corrections.checking import problem_of
from briefing.corrections.composition import Place
from briefing.corrections.matching import find_at
from briefing.corrections.subject import Together, together
from briefing.corrections.values import Correction, Part, Target, digest_of
from briefing.dossier.page.pieces import text_of
from briefing.dossier.page.selection import candidates
from briefing.dossier.values import Dossier, DossierItem, DossierSentence, Passage
from briefing.page.choosing import CHOSEN_AS

PART_OF = {page_part: part for part, page_part in CHOSEN_AS.items()}
"""What corrections call the parts of a page."""
SENTENCES: tuple[Part, ...] = ("summary", "only_one")


def articles_of(dossier: Dossier) -> Together:
    """What its corrections are kept for."""
    return together(item.article.text for item in dossier.articles)


def composed(found: Dossier, corrections: Sequence[Correction]) -> Dossier:
    """A dossier with what the reader wrote and chose for its page.

    Args:
        found: As `briefing.dossier.dossier_of` made it.
        corrections: In the order in which they were made.

    Returns:
        The dossier with `corrections`, each of which says if it fits.
    """
    if not corrections:
        return found
    items = _Items(found)
    laid = tuple(replace(one, fits=_lay(items, one)) for one in corrections)
    return replace(found, corrections=laid, composition=items.composition)


def target_of(dossier: Dossier, part: Part, item: DossierItem) -> Target:
    """An item of a dossier as corrections name it."""
    number, start, end = item.stands_at[0]
    digest = digest_of(dossier.articles[number].article.text)
    return Target(part=part, span=(start, end), text=text_of(item), article=digest)


def _lay(items: _Items, one: Correction) -> bool:
    """Lay one correction over the items; False where it does not fit."""
    if problem_of(one, "", items.texts):
        return False
    if one.kind == "write":
        return page_choices.write(items, one)
    if one.kind not in ("put_on_page", "take_off_page", "move_on_page"):
        return False
    number = items.find(one.target)
    return number is not None and page_choices.choose(items, one, number)


class _Items:
    """The items of a dossier, and what the reader chose of them so far."""

    def __init__(self, found: Dossier) -> None:
        texts = [item.article.text for item in found.articles]
        self._numbers = {digest_of(text): number for number, text in enumerate(texts)}
        self._parts: dict[str, list[Any]] = {
            PART_OF[part]: list(items) for part, items in candidates(found).items()
        }
        self._texts = texts
        self.texts = articles_of(found).texts
        self.composition = found.composition

    def part(self, name: str) -> list[Any]:
        """One of the lists."""
        return self._parts[name]

    def find(self, target: Target) -> int | None:
        """The number of what a target means in its part, or None.

        A sentence that is in its part no more is put there again.
        """
        items = self._parts.get(target.part, [])
        place = self._place_of(target)
        text = None if target.part in SENTENCES else target.text
        number = find_at(items, place, text)
        if number is None and target.part in SENTENCES and place is not None:
            article, start, end = place
            text = self._texts[article][start:end]
            passage = Passage(article=article, start=start, end=end, text=text)
            items.append(DossierSentence(passage=passage))
            return len(items) - 1
        return number

    def _place_of(self, target: Target) -> Place | None:
        if target.span is None or not isinstance(target.article, str):
            return None
        return self._numbers[target.article], *target.span
