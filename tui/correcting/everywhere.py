"""What the reader knows of a row goes into the file of names, for every article."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.corrections.corrector import AS_FOUND
from briefing.corrections.matching import target_of
from briefing.corrections.values import Correction, CorrectionKind, Target
from briefing.errors import BriefingError
from briefing.model import Actor, Article, Location
from briefing.names_file.making import entry_from
from briefing.names_file.values import Entry
from briefing.sanitize import path_line

if TYPE_CHECKING:
    from tui.reader.changing import ChangingView


class Everywhere(Struct, frozen=True):
    """Something that can be said for every article.

    Attributes:
        label: What the menu calls it.
        entry: What the file of names says then.
    """

    label: str
    entry: Entry


def sayings_of(article: Article, item: Struct | None) -> list[Everywhere]:
    """What can be said for every article of a row, or of the article's outlet.

    Args:
        article: The article.
        item: What the row shows, or None for the article itself.
    """
    if item is None:
        entry = _entry("set_outlet", Target(part="article"), article.outlet or None)
        label = f"in every article: {article.outlet} is the outlet and no actor"
        return [Everywhere(label, entry)] if entry else []
    if not isinstance(item, Actor | Location):
        return []
    said = []
    if known := _entry("set_kind", target_of(item), item.kind, item):
        said.append(Everywhere(f"in every article: {item.name} is what it is here", known))
    if isinstance(item, Actor) and (never := _entry("hide", target_of(item), None, item)):
        said.append(Everywhere(f"in every article: {item.name} is no actor", never))
    return said


def _entry(
    kind: CorrectionKind, target: Target, to: str | None, item: Actor | Location | None = None
) -> Entry | None:
    return entry_from(Correction(kind=kind, target=target, to=to, made=""), item)


def remember(screen: ChangingView, saying: Everywhere) -> None:
    """Write it into the file of names, and analyze the article again."""
    app, number = screen.app, screen.state.number
    names = app.names
    if names is None:
        app.say(AS_FOUND, failed=True)
        return

    def write() -> None:
        try:
            names.remember(saying.entry)
        except BriefingError as error:
            app.call_from_thread(app.say, str(error), failed=True)
        else:
            app.call_from_thread(done)

    def done() -> None:
        app.say(f"written into {path_line(names.path)}, for every article from now on")
        screen.analyses.begin_anew(number)

    app.run_worker(partial(write), thread=True, group="names", exit_on_error=False)
