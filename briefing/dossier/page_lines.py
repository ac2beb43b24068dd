"""What stands on the page of a dossier, line by line, each with the articles that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.dossier.values import (
    Appearance,
    Difference,
    Dossier,
    DossierActor,
    DossierArticle,
    DossierPlace,
    DossierSentence,
    LedgerSpeaker,
    Passage,
    Quotation,
    Side,
    TimelineEntry,
)
from briefing.page.citing import ROLE_WORDS, cite, cite_first, role_of
from briefing.page.markdown import escape, shorten
from briefing.page.pieces import HEADLINE_CELLS, HEADLINE_WORDS, NAME_CELLS, SENTENCE_WORDS
from briefing.reading.sources import shown_name
from briefing.sanitize import one_line

LEADING_NUMBER = re.compile(r"^(\d+)\\(?=[.)])")
MOST_CITED = 4
"""Articles that one line cites; of more, how many there are."""
MOST_SIDES = 5
WHAT_WORDS, WHAT_CELLS = 6, 50
SIDE_WORDS, SIDE_CELLS = 10, 70
OUTLET_WORDS, OUTLET_CELLS = 6, 40


def inline(text: str) -> str:
    """A text as it is written inside a line, where "2.3" begins no list."""
    return LEADING_NUMBER.sub(r"\1", escape(text))


class Lines:
    """The words of a dossier's lines.

    Args:
        dossier: What is to be shown.

    Attributes:
        cited: The articles that the lines made so far have cited.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self.cited: set[int] = set()

    def sentence(self, item: DossierSentence, cells: int) -> str:
        """A sentence, with all articles that say it."""
        text = escape(shorten(item.passage.text, SENTENCE_WORDS, cells))
        return f"{text} {self._cited([item.passage, *item.counterparts])}"

    def difference(self, item: Difference) -> str:
        """What the articles do not agree on: "killed: 3 (A ¶2, police), 4 (B ¶1, C ¶2)"."""
        what = escape(shorten(item.what, WHAT_WORDS, WHAT_CELLS))
        if item.kind == "speaker":
            head = f"who said “{what}”"
        elif item.kind == "quote":
            head = f"{what} is quoted with"
        elif item.kind == "blame":
            head = f"Is {what} to blame?"
        elif item.kind == "update":
            head = f"{what}, as time went on"
        else:
            head = what
        groups: dict[str, list[Side]] = {}
        for side in item.sides:
            groups.setdefault(side.meaning, []).append(side)
        shown = [(self._said(item, same[0]), same) for same in groups.values()][:MOST_SIDES]
        known = item.what if item.kind == "quote" else None
        sides = ", ".join(f"{words} ({self._sides(same, known)})" for words, same in shown)
        more = len(groups) - len(shown)
        return f"{head}{'' if head.endswith('?') else ':'} {sides}" + (
            f" and {more} more" if more else ""
        )

    def _said(self, item: Difference, side: Side) -> str:
        times = 2 if item.kind == "blame" else 1
        words = inline(shorten(side.passage.text, times * SIDE_WORDS, times * SIDE_CELLS))
        if item.kind in ("quote", "blame"):
            return f"“{words}”"
        value = side.value if item.kind == "date" else None
        return f"{words}, {escape(value)}" if value and value[:4] not in words else words

    def _sides(self, sides: Sequence[Side], known: str | None) -> str:
        """The articles of one side and who says so there: "A ¶2, police; B ¶1".

        Args:
            sides: Those that say the same.
            known: A speaker whom the line names already.
        """
        told = []
        for side in sides[:MOST_CITED]:
            place = self._place(side.passage)
            speaker = side.speaker and escape(shorten(side.speaker, ROLE_WORDS, NAME_CELLS))
            told.append(f"{place}, {speaker}" if speaker and side.speaker != known else place)
        more = len(sides) - len(told)
        joint = "; " if any(", " in one for one in told) else ", "
        return joint.join(told) + (f"{joint}{more} more" if more else "")

    def quotation(self, speaker: LedgerSpeaker, quotation: Quotation) -> str:
        """A quotation in its fullest wording, with all articles that print it."""
        text = escape(quotation.passage.text.removesuffix(","))
        name = escape(shorten(speaker.name, 2 * ROLE_WORDS, NAME_CELLS)) if speaker.name else ""
        wordings = [quotation.wordings[quotation.fullest], *quotation.wordings]
        cited = self._cited([wording.passage for wording in wordings])
        return f"> “{text}”\n> — {name or 'speaker not named'} {cited}"

    def actor(self, actor: DossierActor) -> str:
        """A row of the table of actors."""
        name = escape(shorten(actor.name, ROLE_WORDS, NAME_CELLS))
        return f"| {name} | {self._role(actor) or '–'} | {self._named_in(actor.appearances)} |"

    def _role(self, actor: DossierActor) -> str:
        """The role; those of two articles where they differ, each with its letter."""
        roles: dict[str, Appearance] = {}
        for one in actor.appearances:
            if one.role:
                roles.setdefault(one.role, one)
        if not actor.roles_differ or len(roles) < 2:
            role = max(roles, key=len, default=None)
            return escape(role_of(role))
        return "; ".join(
            f"{escape(role_of(role))} [{self._letter(one.article)}]"
            for role, one in list(roles.items())[:2]
        )

    def _named_in(self, appearances: Sequence[Appearance]) -> str:
        by_article = {one.article: one for one in reversed(appearances)}
        told = []
        for number in sorted(by_article)[:MOST_CITED]:
            article, mentions = self._dossier.articles[number].article, by_article[number].mentions
            place = cite_first(article, mentions) if mentions else ""
            told.append(f"{self._letter(number)} {place}".strip())
        more = len(by_article) - len(told)
        return ", ".join(told) + (f" and {more} more" if more else "")

    def place(self, place: DossierPlace) -> str:
        """A place and the articles that name it."""
        return f"{escape(shorten(place.name, 6, 40))} [{self._named_in(place.appearances)}]"

    def date(self, entry: TimelineEntry) -> str:
        """A date and the articles that speak of it."""
        first = entry.mentions[0].passage
        words = escape(shorten(first.text, 8, 50))
        value = "" if entry.value[:4] in first.text else f" ({escape(entry.value)})"
        return f"{words}{value} {self._cited(one.passage for one in entry.mentions)}"

    def article(self, number: int, words: int) -> str:
        """A row of the legend: the letter, the outlet, the day and the beginning of the title."""
        item = self._dossier.articles[number]
        parts = [name_of(item), _published(item)]
        title = shorten(item.article.title, min(words, HEADLINE_WORDS), HEADLINE_CELLS)
        told = ", ".join(escape(part) for part in parts if part)
        return f"- **{item.letter}** {told}" + (f": {escape(title)}" if title else "")

    def _cited(self, passages: Iterable[Passage]) -> str:
        """The places of passages: "[A ¶4, C ¶2]", an article once."""
        first: dict[int, Passage] = {}
        for passage in passages:
            first.setdefault(passage.article, passage)
        lead, *others = first.values()
        shown = [lead, *sorted(others, key=lambda one: one.article)][:MOST_CITED]
        more = len(first) - len(shown)
        places = ", ".join(map(self._place, shown))
        return f"[{places} and {more} more]" if more else f"[{places}]"

    def _place(self, passage: Passage) -> str:
        article = self._dossier.articles[passage.article].article
        return f"{self._letter(passage.article)} {cite(article, passage.start)}"

    def _letter(self, number: int) -> str:
        self.cited.add(number)
        return self._dossier.articles[number].letter


def name_of(item: DossierArticle) -> str:
    """The outlet of an article, or else its file or address."""
    outlet = one_line(item.article.outlet) or shown_name(item.article.source).rpartition("/")[2]
    return shorten(outlet, OUTLET_WORDS, OUTLET_CELLS)


def _published(item: DossierArticle) -> str:
    """The day, with the time where that is known."""
    day, at = item.article.published or "no date", item.article.published_at or ""
    return f"{day} {at[11:16]}" if at.startswith(f"{day}T") else day
