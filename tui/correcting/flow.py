"""The reader's corrections on the screen: asked for, made, taken back, and shown at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from briefing.corrections.checking import problem_of, value_of
from briefing.corrections.corrector import AS_FOUND
from briefing.corrections.values import Correction
from briefing.errors import BriefingError
from briefing.model import Briefing, Span
from briefing.sanitize import one_line
from tui.article.words import word_after, word_before
from tui.commands import shown_of
from tui.correcting.asking import AskScreen
from tui.correcting.changes import Change, Option, To, changes_of, options_of
from tui.correcting.choosing import ChooseScreen
from tui.correcting.everywhere import (
    Everywhere,
    Watching,
    remember,
    sayings_of,
    watch,
    watching_of,
)
from tui.correcting.namesakes import namesakes
from tui.correcting.picking import PickScreen
from tui.correcting.saying import PART_WORDS, made_again, name_in, taken_back
from tui.correcting.word_changes import changes_of_words
from tui.panes.base import identity

if TYPE_CHECKING:
    from tui.reader.changing import ChangingView

Thing = TypeVar("Thing")
Item = TypeVar("Item", bound=Struct)
Choice = Change | Everywhere | Watching
CORRECTED = ("actors", "locations", "quotes", "dates", "figures", "summary")
"""The parts of a briefing whose rows can be corrected."""
HINTS = {
    "set_value": "a day, month or year: 2031-05-04, 2031-05, 2031, or from/to; empty: not known",
    "set_published": "a day, as 2031-05-04; empty: not known",
    "set_authors": "names, by commas",
    "set_role": "in a few words; empty: none",
    "add": "a note of your own, or nothing",
}
LONGEST_TITLE = 40
"""Characters."""


class Corrections:
    """Corrects what the chosen row of a reader's screen shows.

    Args:
        screen: The reader's screen.
    """

    def __init__(self, screen: ChangingView) -> None:
        self._screen = screen
        self._added: Span | None = None  # words that a change is about

    def open_menu(self) -> None:
        """Ask what to do with the selected words, or with the chosen row, or with the article."""
        screen = self._screen
        words = screen.article_view.selected if screen.state.focused == "article" else None
        if words is not None:
            self._open_menu_of_words(words)
            return
        changes = self._changes()
        if not changes:
            screen.app.say("there is nothing to correct in this row")
            return
        sayings = sayings_of(screen.analysis.article, self._lit_item)
        choices: list[Choice] = [*changes, *sayings, *self._watchings(self._lit_item)]
        self._pick_choice(self._title(), choices, self._take)

    def watch(self) -> None:
        """Watch the name of the chosen row, or watch it no more."""
        app = self._screen.app
        if watchings := self._watchings(self._lit_item):
            self._take(watchings[0])
        elif app.names is None:
            app.say(AS_FOUND, failed=True)
        else:
            app.say("choose an actor or a place first, to watch its name")

    def _watchings(self, item: Struct | str | None) -> list[Watching]:
        watching = watching_of(self._screen.app.names, item)
        return [watching] if watching else []

    def _take(self, choice: Choice) -> None:
        names = self._screen.app.names
        match choice:
            case Change():
                self.make(choice)
            case Everywhere():
                remember(self._screen, choice)
            case Watching() if names:
                watch(self._screen.app, names, choice)

    def _pick_choice(
        self, title: str, choices: Sequence[Choice], take: Callable[[Choice], object]
    ) -> None:
        self._pick(title, choices, [(choice.label, "") for choice in choices], take)

    def choose_words(self) -> None:
        """Let the reader choose words, and ask what to do with them."""
        screen = self._screen
        view, text = screen.article_view, screen.analysis.article.text
        hit = screen.search.state.hit
        first = view.selected or hit or screen.evidence.span
        if first is None or not view.in_view[0] <= first[0] < view.in_view[1]:
            first = word_after(text, view.place) or word_before(text, view.place)
        if first is None:
            screen.app.say("the article has no words")
            return

        def chosen(span: Span | None) -> None:
            if span is not None:
                self._open_menu_of_words(span)

        screen.app.push_screen(ChooseScreen(view, screen.analysis.briefing, first), chosen)

    def _open_menu_of_words(self, span: Span) -> None:
        article = self._screen.analysis.article
        changes = changes_of_words(article, span, self._lit_item)
        words = one_line(article.text[slice(*span)])
        title = words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"

        def take(choice: Choice) -> None:
            if isinstance(choice, Change):
                self._added = span
            self._take(choice)

        self._pick_choice(title, [*changes, *self._watchings(words)], take)

    def make_by_id(self, name: str) -> None:
        """Make the change of a command, if it can be made with the chosen row."""
        change = next((one for one in self._changes() if one.id == name), None)
        if change is None:
            self._screen.app.say("that cannot be done with this row; choose another one")
        else:
            self.make(change)

    def make(self, change: Change) -> None:
        """Make a change, after asking for what it needs."""
        if change.asks == "option":
            options = options_of(self._screen.analysis.briefing, change, namesakes)
            rows = [(option.label, option.detail) for option in options]
            self._pick(change.label, options, rows, partial(self._take_option, change))
        elif change.asks == "text":
            ask = AskScreen(
                change.label,
                change.initial,
                HINTS.get(change.kind, ""),
                lambda typed: self._problem_of(change, typed),
            )
            self._screen.app.push_screen(ask, partial(self._take_text, change))
        else:
            self._correct(change, change.to)

    def undo(self) -> None:
        """Take the last correction back."""
        self._go(redo=False)

    def redo(self) -> None:
        """Make the last correction again that was taken back."""
        self._go(redo=True)

    # Asking

    @property
    def _lit_item(self) -> Struct | None:
        """What the lit row shows, as the whole briefing has it."""
        row = self._screen.evidence.row
        item: Struct | None = row.item if row else None
        return _same_in(item, self._screen.analysis.briefing)

    def _changes(self) -> list[Change]:
        screen = self._screen
        return changes_of(screen.analysis.briefing, self._lit_item, screen.evidence.span)

    def _title(self) -> str:
        row = self._screen.evidence.row
        return f"Correct {row.name}" if row and row.name else "Correct"

    def _pick(
        self,
        title: str,
        things: Sequence[Thing],
        rows: Sequence[tuple[str, str]],
        take: Callable[[Thing], object],
    ) -> None:
        def picked(number: int | None) -> None:
            if number is not None:
                take(things[number])

        self._screen.app.push_screen(PickScreen(title, rows), picked)

    def _take_option(self, change: Change, option: Option) -> None:
        self._correct(change, option.to)

    def _take_text(self, change: Change, typed: str | None) -> None:
        if typed is not None:
            self._correct(change, value_of(change.kind, change.target, typed))

    def _problem_of(self, change: Change, typed: str) -> str:
        value = value_of(change.kind, change.target, typed)
        text = self._screen.analysis.article.text
        problems = (problem_of(one, text) for one in change.corrections(value, now()))
        return next(filter(None, problems), "")

    # Correcting

    def _correct(self, change: Change, to: To) -> None:
        screen, span = self._screen, self._added
        self._added = None
        try:
            screen.analyses.correct(screen.state.number, *change.corrections(to, now()))
        except BriefingError as error:
            screen.app.say(str(error), failed=True)
            return
        self._show()
        if span is not None:
            screen.article_view.select(None)
            mark = screen.evidence.marks.at(span[0])
            if mark is not None:
                screen.evidence.choose(mark)
            screen.app.say(f"{change.label}: done; {shown_of('undo', screen.app.keymap)} undoes it")
        elif change.kind == "hide":
            key, text = shown_of("undo", screen.app.keymap), screen.analysis.article.text
            screen.app.say(f"hidden: {name_in(change.target, text)} · {key} brings it back")

    def list_hidden(self) -> None:
        """List what is hidden, and bring back what the reader picks."""
        screen = self._screen
        hidden = [one for one in screen.analysis.corrections if one.kind == "hide"]
        if not hidden:
            screen.app.say("nothing is hidden")
            return
        text = screen.analysis.article.text
        rows = [(name_in(one.target, text), PART_WORDS[one.target.part]) for one in hidden]

        def bring_back(one: Correction) -> None:
            try:
                screen.analyses.take_back(screen.state.number, one)
            except BriefingError as error:
                screen.app.say(str(error), failed=True)
                return
            self._show()
            key = shown_of("redo", screen.app.keymap)
            screen.app.say(f"brought back: {name_in(one.target, text)} · {key} hides it again")

        self._pick("Hidden rows: enter brings one back", hidden, rows, bring_back)

    def _go(self, *, redo: bool) -> None:
        analyses, number = self._screen.analyses, self._screen.state.number
        try:
            done = analyses.redo(number) if redo else analyses.undo(number)
        except BriefingError as error:
            self._screen.app.say(str(error), failed=True)
            return
        if done is None:
            self._screen.app.say("nothing was taken back" if redo else "nothing was corrected yet")
            return
        self._show()
        say = made_again if redo else taken_back
        self._screen.app.say(say(done, self._screen.analysis.article.text))

    def _show(self) -> None:
        """Show the briefing as it is now; what everything was narrowed to may have changed."""
        screen = self._screen
        only = screen.state.only
        if only is not None:
            screen.state = replace(screen.state, only=_same_in(only, screen.analysis.briefing))
        screen.show_briefing(follow=True)


def now() -> str:
    """When a correction is made, as it says that."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _same_in(item: Item | None, briefing: Briefing) -> Item | None:
    """The item of a whole briefing that a row of a narrowed one shows, if it is still there."""
    known = (one for part in CORRECTED for one in getattr(briefing, part))
    return next((one for one in known if identity(one) == identity(item)), None)
