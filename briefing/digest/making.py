"""A digest made from the briefings of what was chosen for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.digest.ordering import order
from briefing.digest.values import Candidate, Choice, Digest, DigestStory, Named
from briefing.digest.watching import WATCHED_WEIGHT, Watched
from briefing.dossier import dossier_of
from briefing.dossier.articles import letter
from briefing.dossier.values import (
    Dossier,
    DossierActor,
    DossierArticle,
    DossierPlace,
    DossierSentence,
    Passage,
)
from briefing.model import Article, Briefing
from briefing.names_file.values import Entry
from briefing.page.markdown import shorten
from briefing.page.pieces import FIRST_WORDS, HEADLINE_CELLS
from briefing.sanitize import SafeLine, one_line

FEWEST_WORDS = 10
"""Of a sentence that an article begins with; shorter ones are often a second headline."""


def digest_of(
    choice: Choice, briefings: Mapping[str, Briefing], watched: Sequence[Entry] = ()
) -> Digest:
    """The digest of what was chosen.

    Args:
        choice: What may stand on it.
        briefings: Finished and corrected ones, by source; candidates of which none is there are
            left out.
        watched: Entries of the file of names whose names are watched.
    """
    names = Watched(watched)
    made: list[tuple[DigestStory, Dossier]] = []
    for candidate in choice.candidates:
        own = [briefings[source] for source in candidate.chosen if source in briefings]
        if own:
            dossier = dossier_of(own)
            made.append((_story(candidate, own, dossier, names), dossier))
    made.sort(key=lambda one: order(one[0].tellings, one[0].told, choice.day, one[0].weight))
    articles: list[DossierArticle] = []
    stories = []
    for story, dossier in made:
        first = len(articles)
        articles += (
            replace(one, letter=letter(first + number), copy_of=_moved(one.copy_of, first))
            for number, one in enumerate(dossier.articles)
        )
        stories.append(_renumbered(story, first))
    return Digest(
        day=choice.day,
        articles=tuple(articles),
        stories=tuple(stories),
        article_count=choice.articles,
        story_count=choice.stories,
        alone_count=choice.alone,
    )


def _moved(copy_of: int | None, first: int) -> int | None:
    return None if copy_of is None else copy_of + first


def _story(
    candidate: Candidate, briefings: Sequence[Briefing], dossier: Dossier, names: Watched
) -> DigestStory:
    """A story whose articles are numbered as in its dossier."""
    near = names.near(one.article for one in dossier.articles)
    sentence = _sentence(dossier) or _first_sentence(briefings[0])
    first = sentence.passage.article if sentence else 0
    return DigestStory(
        title=_title(dossier.articles[first].article),
        told=candidate.told,
        articles=tuple(range(len(dossier.articles))),
        tellings=candidate.tellings,
        outlets=candidate.outlets,
        weight=round(candidate.outlets + WATCHED_WEIGHT * sum(near.values()), 4),
        sentence=sentence,
        actor=_named(dossier, dossier.actors, first),
        place=_named(dossier, dossier.places, first),
        watched=tuple(near),
    )


def _title(article: Article) -> SafeLine:
    return one_line(article.title or shorten(article.text, FIRST_WORDS, HEADLINE_CELLS))


def _sentence(dossier: Dossier) -> DossierSentence | None:
    """The first of the summary that an article begins with, or else the first one."""
    for sentence in dossier.summary:
        article = dossier.articles[sentence.passage.article].article
        paragraph = article.paragraph_at(sentence.passage.start)
        is_first = paragraph is not None and paragraph.number == 1
        if is_first and len(sentence.passage.text.split()) >= FEWEST_WORDS:
            return sentence
    return dossier.summary[0] if dossier.summary else None


def _first_sentence(briefing: Briefing) -> DossierSentence | None:
    """The first sentence below the headline, for articles too short to have a summary."""
    article = briefing.article
    for sentence in briefing.sentences:
        paragraph = article.paragraph_at(sentence.start)
        if paragraph and paragraph.kind == "text":
            start, end = sentence.start, sentence.end
            text = article.text[start:end]
            return DossierSentence(passage=Passage(article=0, start=start, end=end, text=text))
    return None


def _named(
    dossier: Dossier, items: Sequence[DossierActor | DossierPlace], first: int
) -> Named | None:
    """The first one that is named somewhere, if possible as one of the articles names it."""
    for item in items:
        for one in sorted(item.appearances, key=lambda one: one.article != first):
            if one.mentions:
                start, end = one.mentions[0]
                text = dossier.articles[one.article].article.text[start:end]
                roles = (other.role for other in (one, *item.appearances) if other.role)
                passage = Passage(article=one.article, start=start, end=end, text=text)
                return Named(name=item.name, passage=passage, role=next(roles, None))
    return None


def _renumbered(story: DigestStory, first: int) -> DigestStory:
    """The story with its articles numbered from another one on."""

    def moved(passage: Passage) -> Passage:
        return replace(passage, article=passage.article + first)

    def sentence(one: DossierSentence) -> DossierSentence:
        counterparts = tuple(map(moved, one.counterparts))
        return replace(one, passage=moved(one.passage), counterparts=counterparts)

    def named(one: Named | None) -> Named | None:
        return replace(one, passage=moved(one.passage)) if one else None

    return replace(
        story,
        articles=tuple(number + first for number in story.articles),
        sentence=sentence(story.sentence) if story.sentence else None,
        actor=named(story.actor),
        place=named(story.place),
    )
