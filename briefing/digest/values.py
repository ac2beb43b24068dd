"""What a digest is, and what may stand on one: frozen values."""

from __future__ import annotations

from msgspec import Struct

from briefing.dossier.values import DossierArticle, DossierSentence, Passage
from briefing.sanitize import SafeLine
from briefing.stories.values import Told

DIGEST_VERSION = 1


class Candidate(Struct, frozen=True, kw_only=True):
    """Articles that tell one story, or one article alone.

    Attributes:
        told: All of them, in the order of publication.
        tellings: How many there are if near-copies count once.
        outlets: How many outlets tell it, near-copies counted once; where the outlet of an article
            is not known, it counts as one.
        chosen: Sources of those that stand for all of them, the most central first.
        watched: Names that they may have and that the reader watches.
    """

    told: tuple[Told, ...]
    tellings: int = 1
    outlets: int = 1
    chosen: tuple[SafeLine, ...] = ()
    watched: tuple[str, ...] = ()

    @property
    def latest(self) -> str:
        """The last day of publication, or ""."""
        return max(told.published or "" for told in self.told)


class Choice(Struct, frozen=True, kw_only=True):
    """What may stand on a digest, found before anything is analyzed.

    Attributes:
        candidates: The most important ones first.
        articles: How many articles there are altogether.
        stories: How many stories are told by more than one of them.
        alone: How many articles are in no story.
        day: The last day of publication as YYYY-MM-DD, or None where no article has one.
    """

    candidates: tuple[Candidate, ...] = ()
    articles: int = 0
    stories: int = 0
    alone: int = 0
    day: str | None = None

    @property
    def chosen(self) -> tuple[SafeLine, ...]:
        """Sources of the articles that `digest_of` needs the briefings of."""
        return tuple(source for candidate in self.candidates for source in candidate.chosen)


class Named(Struct, frozen=True, kw_only=True):
    """Who acts, or where.

    Attributes:
        name: What the articles call them.
        passage: The first mention.
        role: What an article says an actor is, or None.
    """

    name: str
    passage: Passage
    role: str | None = None


class DigestStory(Struct, frozen=True, kw_only=True):
    """A story, or an article that is alone, as one entry of a digest.

    Attributes:
        title: The headline of the article that the sentence is from, or else its first words.
        told: All articles that tell it, in the order of publication.
        articles: Those that were analyzed, as places in `Digest.articles`.
        outlets: As in `Candidate`; so `tellings`.
        weight: How much it matters: its outlets, and more for names that are watched.
        sentence: What it is about, and who else says so; None where no sentence was found.
        actor: Who matters most, or None.
        place: Where it happens, or None.
        watched: The names in it that the reader watches, those near the top first.
    """

    title: SafeLine
    told: tuple[Told, ...]
    articles: tuple[int, ...]
    tellings: int
    outlets: int
    weight: float
    sentence: DossierSentence | None = None
    actor: Named | None = None
    place: Named | None = None
    watched: tuple[str, ...] = ()

    @property
    def telling(self) -> tuple[Passage, ...]:
        """The sentence, and those of other articles that say the same."""
        sentence = self.sentence
        return (sentence.passage, *sentence.counterparts) if sentence else ()

    @property
    def acting(self) -> tuple[Named, ...]:
        """The actor and the place, as far as they are known."""
        return tuple(named for named in (self.actor, self.place) if named)


class Digest(Struct, frozen=True, kw_only=True):
    """The stories of some articles, the most important first.

    Attributes:
        day: The last day of publication as YYYY-MM-DD, or None.
        articles: Those that were analyzed, each with the letter by which it is cited.
        stories: Stories that several articles tell by weight, then articles that are alone.
        article_count: How many articles there are altogether.
        story_count: How many stories are told by more than one of them.
        alone_count: How many articles are in no story.
    """

    day: str | None = None
    articles: tuple[DossierArticle, ...] = ()
    stories: tuple[DigestStory, ...] = ()
    article_count: int = 0
    story_count: int = 0
    alone_count: int = 0
    digest_version: int = DIGEST_VERSION
