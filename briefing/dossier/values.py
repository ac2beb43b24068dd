"""What a dossier is: frozen values over the texts of several articles.

Everything in it cites an article by its place in `Dossier.articles` and a span of that text:
`dossier.articles[p.article].article.text[p.start:p.end] == p.text`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from briefing.corrections.composition import Composition, Place
from briefing.corrections.values import Correction
from briefing.model import ActorKind, Article, LocationKind, Span

DOSSIER_VERSION = 1

ChangeKind = Literal["altered", "cut", "added"]
DifferenceKind = Literal["figure", "update", "date", "place", "name", "quote", "speaker", "blame"]


class Passage(Struct, frozen=True, kw_only=True):
    """Words of one of the articles.

    Attributes:
        article: Which one, from 0.
        start: Offset of its first character in the text of that article.
        end: Offset after its last character.
    """

    article: int
    start: int
    end: int
    text: str

    @property
    def place(self) -> Place:
        """Where they stand, as choices for the page name it."""
        return self.article, self.start, self.end


class DossierArticle(Struct, frozen=True, kw_only=True):
    """One of the articles.

    Attributes:
        letter: What it is cited by: "A".
        copy_of: The article with nearly the same text that stands for both, or None.
        is_related: False where it has nothing in common with any other article.
    """

    letter: str
    article: Article
    copy_of: int | None = None
    is_related: bool = True


class Appearance(Struct, frozen=True, kw_only=True):
    """An actor or a place in one of the articles.

    Attributes:
        id: Its `id` in the briefing of that article.
        name: What it is called there.
        role: What the article says an actor is, or None.
        role_passage: Where it says so, if in just those words.
        mentions: Spans of the names in that article, in order.
    """

    article: int
    id: str
    name: str
    role: str | None = None
    role_passage: Passage | None = None
    mentions: tuple[Span, ...] = ()


class DossierActor(Struct, frozen=True, kw_only=True):
    """Who acts, merged over the articles.

    Attributes:
        id: Unique in the dossier: "a1", "a2".
        name: The name that most articles use, the fullest of these.
        aliases: The other names.
        salience: 0 to 1, how much the articles are about them, on average.
        appearances: One for each article that names them, in the order of the articles.
        roles_differ: True if two articles say different things of what they are.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    salience: float = 0.0
    appearances: tuple[Appearance, ...] = ()
    roles_differ: bool = False

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where it is named."""
        return _named_at(self.appearances)


class DossierPlace(Struct, frozen=True, kw_only=True):
    """A place, the same in all articles that name it; the fields are those of `Location`."""

    id: str
    name: str
    kind: LocationKind
    geonames_id: int | None = None
    admin1: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    salience: float = 0.0
    appearances: tuple[Appearance, ...] = ()

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where it is named."""
        return _named_at(self.appearances)


def _named_at(appearances: tuple[Appearance, ...]) -> tuple[Place, ...]:
    return tuple((one.article, *span) for one in appearances for span in one.mentions)


class Change(Struct, frozen=True, kw_only=True):
    """How a wording of a quotation departs from the fullest one.

    Attributes:
        here: The words in this wording; None where they were cut.
        fullest: The words in the fullest wording; None where words were added.
    """

    kind: ChangeKind
    here: Passage | None = None
    fullest: Passage | None = None


class Wording(Struct, frozen=True, kw_only=True):
    """A quotation as one article prints it.

    Attributes:
        passage: The quoted words.
        speaker: Who says it there, in the words of that article, or None.
        speaker_mention: Where the speaker is named, or None.
        changes: Against the fullest wording; none if it is that or says the same.
    """

    passage: Passage
    speaker: str | None = None
    speaker_mention: Passage | None = None
    changes: tuple[Change, ...] = ()


class Quotation(Struct, frozen=True, kw_only=True):
    """Something said once, in every wording that the articles print.

    Attributes:
        fullest: Which wording most articles print, or a part of it; of several, the longest.
        wordings: In the order of the articles.
    """

    fullest: int
    wordings: tuple[Wording, ...]

    @property
    def passage(self) -> Passage:
        """The fullest wording."""
        return self.wordings[self.fullest].passage

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that print it."""
        return tuple(sorted({wording.passage.article for wording in self.wordings}))

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where it is printed, the fullest wording first."""
        return (self.passage.place, *(wording.passage.place for wording in self.wordings))


class LedgerSpeaker(Struct, frozen=True, kw_only=True):
    """Somebody who is quoted, and everything that is quoted of them.

    Attributes:
        name: The actor's name, or the words of an article, or None where no speaker is known.
        actor_id: The `id` of the actor of the dossier, or None.
        quotations: Those in most articles first.
    """

    name: str | None
    actor_id: str | None
    quotations: tuple[Quotation, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that quote them."""
        return tuple(sorted({one for quotation in self.quotations for one in quotation.articles}))


class DatedPassage(Struct, frozen=True, kw_only=True):
    """A date as written, and the sentence that it stands in."""

    passage: Passage
    sentence: Passage


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """A day, month, year or interval, and where the articles speak of it.

    Attributes:
        value: ISO 8601, as in `briefing.model.DateMention`.
    """

    value: str
    mentions: tuple[DatedPassage, ...]

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where it is spoken of."""
        return tuple(mention.passage.place for mention in self.mentions)


class Side(Struct, frozen=True, kw_only=True):
    """What one article says of something that the articles do not agree on.

    Attributes:
        passage: The words that differ.
        sentence: The sentence that they stand in.
        value: What the words mean, where that is known: an ISO date, a number, "at least 31".
        speaker: Who says so in that article; None where it is the writer.
        speaker_mention: Where the speaker is named, or None.
    """

    passage: Passage
    sentence: Passage
    value: str | None = None
    speaker: str | None = None
    speaker_mention: Passage | None = None

    @property
    def meaning(self) -> str:
        """The same for sides that say the same: the value, or else the words."""
        return self.value or self.passage.text.casefold()


class Difference(Struct, frozen=True, kw_only=True):
    """Something on which the articles differ.

    Attributes:
        kind: "update" is a figure that only moves with the time of publication; "speaker" are the
            same words given to different people.
        what: What it is about: "killed", "homes", or the words that the sentences share.
        sides: In the order of the articles.
        weight: How much it matters, to compare it with others of the dossier.
    """

    kind: DifferenceKind
    what: str
    sides: tuple[Side, ...]
    weight: float = 0.0

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where the words are that differ."""
        return tuple(side.passage.place for side in self.sides)


class DossierSentence(Struct, frozen=True, kw_only=True):
    """A sentence and its counterparts.

    Attributes:
        passage: The sentence.
        counterparts: Sentences of other articles that say the same and do not differ from it.
        weight: How much it matters, 0 to 1.
    """

    passage: Passage
    counterparts: tuple[Passage, ...] = ()
    weight: float = 0.0

    @property
    def articles(self) -> tuple[int, ...]:
        """The articles that say it."""
        return tuple(sorted({self.passage.article, *(one.article for one in self.counterparts)}))

    @property
    def stands_at(self) -> tuple[Place, ...]:
        """Where it is said."""
        return (self.passage.place, *(one.place for one in self.counterparts))


DossierItem = DossierSentence | Difference | Quotation | DossierActor | DossierPlace | TimelineEntry
"""What can stand on the page of a dossier."""


class News(Struct, frozen=True, kw_only=True):
    """What the latest article has that no earlier one had, or all those that are new.

    Attributes:
        article: The latest one, or the last of those that stand on no saved page.
        since: The articles that stand on an earlier saved page; empty where the latest article is
            compared with all others.
        actors: First mentions of those who were not named before.
    """

    article: int
    figures: tuple[Passage, ...] = ()
    actors: tuple[Passage, ...] = ()
    quotes: tuple[Passage, ...] = ()
    sentences: tuple[Passage, ...] = ()
    since: tuple[int, ...] = ()


class Dossier(Struct, frozen=True, kw_only=True):
    """Several articles on one story, side by side.

    Attributes:
        articles: In the order in which they were given.
        summary: Chosen over all articles; no two sentences say the same.
        actors: Those in most articles first, the most salient of these first.
        places: In the same order.
        quotes: Everything that is quoted, by speaker; those in most articles first.
        timeline: In the order of time.
        differences: The most important first.
        only_one: Sentences without a counterpart in another article, the most important first.
        news: What is new; None where it is not known which article is the latest.
        notes: What the reader should know of the articles, one sentence each.
        corrections: What the reader wrote and chose, in the order of the changes.
        composition: What the reader wrote and chose for the page, laid over each other.
    """

    articles: tuple[DossierArticle, ...] = ()
    summary: tuple[DossierSentence, ...] = ()
    actors: tuple[DossierActor, ...] = ()
    places: tuple[DossierPlace, ...] = ()
    quotes: tuple[LedgerSpeaker, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    differences: tuple[Difference, ...] = ()
    only_one: tuple[DossierSentence, ...] = ()
    news: News | None = None
    notes: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    composition: Composition = Composition()
    dossier_version: int = DOSSIER_VERSION
