"""What stands on the page of a dossier, line by line, each with the articles that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.countries import country_name
from briefing.dossier import articles
from briefing.dossier.differences.quotes import is_altered
from briefing.dossier.values import (
    Appearance,
    Difference,
    Dossier,
    DossierActor,
    DossierArticle,
    DossierPlace,
    DossierSentence,
    Passage,
    Quotation,
    Side,
    TimelineEntry,
)
from briefing.page.citing import ROLE_WORDS, cite, cite_first, role_of
from briefing.page.markdown import shorten
from briefing.page.notation import MARKDOWN, Notation
from briefing.page.pieces import HEADLINE_CELLS, HEADLINE_WORDS, NAME_CELLS, SENTENCE_WORDS
from briefing.page.values import (
    ActorLine,
    DateLine,
    DifferenceLine,
    LegendLine,
    PlaceLine,
    QuoteLine,
    SideLine,
    SummaryLine,
)

LEADING_NUMBER = re.compile(r"^(\d+)\\(?=[.)])")
MOST_CITED = 4
"""Articles that one line cites; of more, how many there are."""
MOST_SIDES = 5
WHAT_WORDS, WHAT_CELLS = 6, 50
SIDE_WORDS, SIDE_CELLS = 10, 70
OUTLET_WORDS, OUTLET_CELLS = 6, 40


class Lines:
    """The lines of a dossier's page.

    Args:
        dossier: What is to be shown.
        notation: What becomes of its texts.

    Attributes:
        cited: The articles that the lines made so far have cited.
    """

    def __init__(self, dossier: Dossier, notation: Notation) -> None:
        self._dossier = dossier
        self._notation = notation
        self._text = notation.text
        self.cited: set[int] = set()

    def sentence(self, item: DossierSentence, cells: int) -> SummaryLine:
        """A sentence, with all articles that say it."""
        text = self._text(shorten(item.passage.text, SENTENCE_WORDS, cells))
        return SummaryLine(text, self._cited([item.passage, *item.counterparts]))

    def difference(self, item: Difference) -> DifferenceLine:
        """What the articles do not agree on: "killed: 3 (A ¶2, police), 4 (B ¶1, C ¶2)"."""
        what = self._text(shorten(item.what, WHAT_WORDS, WHAT_CELLS))
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
        known = item.what if item.kind == "quote" else None
        sides = tuple(
            SideLine(self._said(item, same[0]), self._sides(same, known))
            for same in list(groups.values())[:MOST_SIDES]
        )
        more = len(groups) - len(sides)
        return DifferenceLine(head, (*sides, SideLine(f"{more} more", "")) if more else sides)

    def _said(self, item: Difference, side: Side) -> str:
        times = 2 if item.kind == "blame" else 1
        words = self._inline(shorten(side.passage.text, times * SIDE_WORDS, times * SIDE_CELLS))
        if item.kind in ("quote", "blame"):
            return f"“{words}”"
        value = side.value if item.kind == "date" else None
        return f"{words}, {self._text(value)}" if value and value[:4] not in words else words

    def _inline(self, text: str) -> str:
        """A text as it is written inside a line, where "2.3" begins no list."""
        written = self._text(text)
        is_markdown = self._notation is MARKDOWN
        return LEADING_NUMBER.sub(r"\1", written) if is_markdown else written

    def _sides(self, sides: Sequence[Side], known: str | None) -> str:
        """The articles of one side and who says so there: "A ¶2, police; B ¶1".

        Args:
            sides: Those that say the same.
            known: A speaker whom the line names already.
        """
        told = []
        for side in sides[:MOST_CITED]:
            place = self._place(side.passage)
            speaker = side.speaker and self._text(shorten(side.speaker, ROLE_WORDS, NAME_CELLS))
            told.append(f"{place}, {speaker}" if speaker and side.speaker != known else place)
        more = len(sides) - len(told)
        joint = "; " if any(", " in one for one in told) else ", "
        return joint.join(told) + (f"{joint}{more} more" if more else "")

    def quotation(self, name: str | None, quotation: Quotation) -> QuoteLine:
        """A quotation in its fullest wording, with all articles that print it.

        Args:
            name: Of who says it, or None.
            quotation: What is said.
        """
        speaker = self._text(shorten(name, 2 * ROLE_WORDS, NAME_CELLS)) if name else ""
        alike = (one for one in quotation.wordings if not is_altered(one))
        wordings = [quotation.wordings[quotation.fullest], *alike]
        cited = self._cited([wording.passage for wording in wordings])
        text = self._text(quotation.passage.text.removesuffix(","))
        return QuoteLine(text, speaker or "speaker not named", cited)

    def actor(self, actor: DossierActor) -> ActorLine:
        """An actor, with the articles that name them."""
        name = self._text(shorten(actor.name, ROLE_WORDS, NAME_CELLS))
        named = self._named_in(actor.appearances)
        return ActorLine(name, self._role(actor), named, 0, named)

    def _role(self, actor: DossierActor) -> str:
        """The role; those of two articles where they differ, each with its letter."""
        roles: dict[str, Appearance] = {}
        for one in actor.appearances:
            if one.role:
                roles.setdefault(one.role, one)
        if not actor.roles_differ or len(roles) < 2:
            role = max(roles, key=len, default=None)
            return self._text(role_of(role))
        return "; ".join(
            f"{self._text(role_of(role))} [{self._letter(one.article)}]"
            for role, one in list(roles.items())[:2]
        )

    def _named_in(self, appearances: Sequence[Appearance]) -> str:
        by_article = {one.article: one for one in reversed(appearances)}
        told = []
        for number in sorted(by_article)[:MOST_CITED]:
            article, mentions = self._dossier.articles[number].article, by_article[number].mentions
            place = cite_first(article, mentions) if mentions else ""
            told.append(self._notation.gap.join(filter(None, (self._letter(number), place))))
        more = len(by_article) - len(told)
        return ", ".join(told) + (f" and {more} more" if more else "")

    def place(self, place: DossierPlace) -> PlaceLine:
        """A place and the articles that name it."""
        country = country_name(place.country) if place.country else None
        return PlaceLine(
            self._text(shorten(place.name, 6, 40)),
            self._text(country) if country and place.kind != "country" else "",
            1,
            f"[{self._named_in(place.appearances)}]",
            place.latitude,
            place.longitude,
        )

    def date(self, entry: TimelineEntry) -> DateLine:
        """A date and the articles that speak of it."""
        first = entry.mentions[0].passage
        words = self._text(shorten(first.text, 8, 50))
        value = "" if entry.value[:4] in first.text else self._text(entry.value)
        return DateLine(words, value, self._cited(one.passage for one in entry.mentions))

    def article(self, number: int, words: int) -> LegendLine:
        """A row of the legend: the letter, the outlet, the day and the beginning of the title."""
        item = self._dossier.articles[number]
        parts = [name_of(item), _published(item)]
        title = shorten(item.article.title, min(words, HEADLINE_WORDS), HEADLINE_CELLS)
        told = ", ".join(self._text(part) for part in parts if part)
        return LegendLine(item.letter, told + (f": {self._text(title)}" if title else ""))

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
        place = cite(article, passage.start)
        return f"{self._letter(passage.article)}{self._notation.gap}{place}"

    def _letter(self, number: int) -> str:
        self.cited.add(number)
        return self._dossier.articles[number].letter


def name_of(item: DossierArticle) -> str:
    """The outlet of an article, or else its file or address, as long as there is room for."""
    return shorten(articles.name_of(item), OUTLET_WORDS, OUTLET_CELLS)


def _published(item: DossierArticle) -> str:
    """The day, with the time where that is known."""
    day, at = item.article.published or "no date", item.article.published_at or ""
    return f"{day} {at[11:16]}" if at.startswith(f"{day}T") else day
