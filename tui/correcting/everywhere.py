"""What the reader knows of a row goes into the file of names, for every article."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.corrections.corrector import AS_FOUND
from briefing.corrections.matching import target_of
from briefing.corrections.values import Correction, CorrectionKind, Target
from briefing.errors import BriefingError
from briefing.model import Actor, Article, Location
from briefing.names_file.making import entry_from, names_something
from briefing.names_file.values import Entry, bare
from briefing.sanitize import path_line

if TYPE_CHECKING:
    from briefing.names_file import NamesFile
    from tui.base_app import BaseApp
    from tui.reader.changing import ChangingView

LONGEST_WATCHED = 8
"""Words; more of them are no name."""


class Everywhere(Struct, frozen=True):
    """Something that can be said for every article.

    Attributes:
        label: What the menu calls it.
        entry: What the file of names says then.
    """

    label: str
    entry: Entry


class Watching(Struct, frozen=True):
    """A name that the reader can watch, or that is watched no more.

    Attributes:
        label: What the menu calls it.
        entry: What the file of names says of it, or what it has to say.
        begins: True if it is watched from now on.
    """

    label: str
    entry: Entry
    begins: bool


def watching_of(names: NamesFile | None, item: Struct | str | None) -> Watching | None:
    """What can be done about watching a row's name or words of the article.

    Args:
        names: The file of names, or None where it is left out.
        item: What the row shows, or the words.
    """
    entry: Entry | None = None
    if isinstance(item, Actor | Location):
        known = _entry("set_kind", target_of(item), item.kind, item)
        entry = (
            Entry(name=known.name, other_names=known.other_names, watched=True) if known else None
        )
    elif isinstance(item, str) and len(item.split()) <= LONGEST_WATCHED and names_something(item):
        entry = Entry(name=item, watched=True)
    if entry is None or names is None:
        return None
    called = set(map(bare, entry.names))
    watched = next((one for one in names.watched if called & set(map(bare, one.names))), None)
    if watched:
        return Watching(f"stop watching {watched.name}", watched, begins=False)
    return Watching(f"watch {entry.name}: mark the articles that name it", entry, begins=True)


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

    def done() -> None:
        app.say(f"written into {path_line(names.path)}, for every article from now on")
        screen.analyses.begin_anew(number)

    _write(app, partial(names.remember, saying.entry), done)


def watch(app: BaseApp, names: NamesFile, watching: Watching) -> None:
    """Write into the file of names what is watched from now on, or no more."""
    entry = watching.entry
    if watching.begins:
        said = f"watching {entry.name}; the library marks the articles that name it"
        _write(app, partial(names.remember, entry), partial(app.say, said))
    else:
        said = f"{entry.name} is watched no more"
        _write(app, partial(names.stop_watching, entry.name), partial(app.say, said))


def _write(app: BaseApp, change: Callable[[], object], done: Callable[[], object]) -> None:
    """Change the file of names in a thread."""

    def write() -> None:
        try:
            change()
        except BriefingError as error:
            app.call_from_thread(app.say, str(error), failed=True)
        else:
            app.call_from_thread(done)

    app.run_worker(write, thread=True, group="names", exit_on_error=False)
