"""What a reader can do with words of the article; pure."""

from __future__ import annotations

from msgspec import Struct

from briefing.corrections.matching import target_of
from briefing.corrections.values import Part, Target
from briefing.model import Actor, Article, Location, Quote, Span
from briefing.sanitize import one_line
from tui.article.quotation import without_marks
from tui.correcting.changes import Change

LONGEST_ROLE = 20
"""Words; more of them are no role."""


def changes_of_words(article: Article, span: Span, item: Struct | None) -> list[Change]:
    """What can be done with words of an article.

    Args:
        article: The article.
        span: Of the words.
        item: What the lit row shows, which the words may say something of.
    """
    words = one_line(article.text[slice(*span)])
    return [
        Change(
            id="highlight",
            label="keep as a highlight",
            kind="add",
            target=_target("highlights", span),
            asks="text",
        ),
        *_of_item(item, span, words),
        Change(
            id="add-actor",
            label="add as an actor",
            kind="add",
            target=_target("actors", span),
            asks="option",
        ),
        Change(
            id="add-place",
            label="add as a place",
            kind="set_place",
            target=_target("locations", span),
            asks="option",
            adds=True,
        ),
        _addition("quotes", "add as a quote", without_marks(article.text, span)),
        _addition("dates", "add as a date", span),
        _addition("summary", "put its sentence into the summary", span),
    ]


def _addition(part: Part, label: str, span: Span) -> Change:
    return Change(id=f"add-{part}", label=label, kind="add", target=_target(part, span))


def _target(part: Part, span: Span) -> Target:
    return Target(part=part, span=span)


def _of_item(item: Struct | None, span: Span, words: str) -> list[Change]:
    """What the words may say of what the lit row shows."""
    if isinstance(item, Quote):
        says = Target(part="article", span=span, text=words)
        label = "they name who says the chosen quote"
        target = target_of(item)
        return [Change(id="say", label=label, kind="set_speaker", target=target, to=says)]
    changes = []
    if isinstance(item, Actor) and len(words.split()) <= LONGEST_ROLE:
        label = f"they are the role of {item.name}"
        target = target_of(item)
        changes.append(Change(id="role", label=label, kind="set_role", target=target, to=words))
    if isinstance(item, Actor | Location) and span not in item.mentions:
        target = target_of(item)
        label = f"they mean {item.name}"
        added = _target(target.part, span)
        changes.append(
            Change(id="mean", label=label, kind="merge", target=added, to=target, adds=True)
        )
    return changes
