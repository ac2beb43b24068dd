"""A digest as one page: in Markdown, of the size of the other pages, and as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.digest.citing import cited, cites, outlet_of
from briefing.digest.ordering import FRESH, is_fresh
from briefing.digest.values import Digest, DigestStory, Named
from briefing.page.choosing import SENTENCE_CELLS
from briefing.page.citing import ROLE_WORDS, role_of
from briefing.page.markdown import escape, shorten
from briefing.page.one_page import fits
from briefing.page.pieces import HEADLINE_CELLS, HEADLINE_WORDS, NAME_CELLS, SENTENCE_WORDS
from briefing.page.small_print import listed

LINE_END = "  \n"
MOST_WATCHED = 3
"""Names that the head of a story lists."""


def to_markdown(digest: Digest) -> str:
    """The digest on one page, every sentence with the articles and paragraphs that it is from.

    Whole stories are left out until the page fits, and the last line says how many.
    """
    shown, cells = list(digest.stories), SENTENCE_CELLS
    while not fits(_page(digest, shown, cells)):
        if len(shown) > 1:
            shown.pop()
        elif cells > 1:
            cells //= 2
        else:
            break
    return _page(digest, shown, cells)


def to_html(digest: Digest) -> str:
    """The same page as an HTML document that prints on one sheet."""
    from briefing.page.html import document

    return document(to_markdown(digest), title_of(digest))


def title_of(digest: Digest) -> str:
    """What the page is headed by."""
    return f"Morning page, {digest.day}" if digest.day else "Morning page"


def _page(digest: Digest, shown: list[DigestStory], cells: int) -> str:
    stories = [
        LINE_END.join(_story(digest, story, number, cells)) for number, story in enumerate(shown, 1)
    ]
    head = [f"# {escape(title_of(digest))}", told(digest)]
    print_ = f"*{escape(' '.join([*_small_print(digest, shown), 'Made offline by brief.']))}*"
    return "\n\n".join(filter(None, [*head, *stories, _legend(digest, shown), print_])) + "\n"


def told(digest: Digest) -> str:
    """How much there is: "14 articles: 3 stories that several of them tell, 5 single articles"."""
    articles = _counted(digest.article_count, "article")
    if not digest.story_count:
        return f"{articles}, no two of them on one story" if digest.article_count > 1 else articles
    stories = f"{_counted(digest.story_count, 'story')} that several of them tell"
    alone = f", {_counted(digest.alone_count, 'single article')}" if digest.alone_count else ""
    return f"{articles}: {stories}{alone}"


def _counted(count: int, what: str) -> str:
    several = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count:,} {what if count == 1 else several}"


def _story(digest: Digest, story: DigestStory, number: int, cells: int) -> Iterator[str]:
    title = escape(shorten(story.title, HEADLINE_WORDS, HEADLINE_CELLS))
    facts = [escape(told_by(digest, story))]
    if story.watched:
        names = (shorten(name, ROLE_WORDS, NAME_CELLS) for name in story.watched[:MOST_WATCHED])
        facts.append(f"watched: {escape(', '.join(names))}")
    yield f"**{number}. {title}** · {' · '.join(facts)}"
    if story.sentence:
        text = escape(shorten(story.sentence.passage.text, SENTENCE_WORDS, cells))
        yield f"{text} {cites(digest.articles, story.telling)}"
    if story.acting:
        yield " · ".join(_named(digest, one) for one in story.acting)


def told_by(digest: Digest, story: DigestStory) -> str:
    """Who tells a story: "3 outlets", or the name of the only one."""
    if story.outlets > 1 and not all(told.outlet for told in story.told):
        return f"{story.tellings:,} articles"
    if story.outlets > 1:
        return f"{story.outlets:,} outlets"
    name = outlet_of(digest.articles[story.articles[0]])
    return f"{name}, {len(story.told):,} articles" if len(story.told) > 1 else name


def _named(digest: Digest, named: Named) -> str:
    name = escape(shorten(named.name, ROLE_WORDS, NAME_CELLS))
    role = f", {escape(role_of(named.role))}" if named.role else ""
    return f"{name}{role} {cites(digest.articles, [named.passage])}"


def _legend(digest: Digest, shown: list[DigestStory]) -> str:
    """The articles that are cited: the letter, the outlet and the day of each."""
    numbers = {
        number
        for story in shown
        for passages in (story.telling, *([named.passage] for named in story.acting))
        for number in cited(passages)
    }
    articles = (digest.articles[number] for number in sorted(numbers))
    return " · ".join(
        f"**{one.letter}** {escape(outlet_of(one))}, {one.article.published or 'no date'}"
        for one in articles
    )


def _small_print(digest: Digest, shown: list[DigestStory]) -> Iterator[str]:
    yield "Every sentence is in the words of the article cited first; ¶ is its paragraph."
    if digest.story_count > 1:
        more = "; watched names count more" if any(story.watched for story in shown) else ""
        yield f"First comes what most outlets tell, near-copies counted once{more}."
    if not all(is_fresh(story.told, digest.day) for story in shown):
        yield f"What is older by more than {FRESH} days comes last."
    shown_stories = sum(len(story.told) > 1 for story in shown)
    stories = digest.story_count - shown_stories
    alone = digest.alone_count - (len(shown) - shown_stories)
    left_out = [
        _counted(count, what) for count, what in ((stories, "story"), (alone, "single article"))
        if count > 0
    ]  # fmt: skip
    if left_out:
        yield f"Not shown here: {listed(left_out)}."
