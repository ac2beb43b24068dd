"""Composing the page on the screen: what stands on it, in which order, and the reader's lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from briefing.corrections.checking import MANY_LINES, value_of
from briefing.corrections.composition import Composition, Highlight
from briefing.corrections.values import Correction, CorrectionKind, Target
from briefing.errors import BriefingError
from tui.composing.own_lines import OwnLine, own_lines
from tui.correcting.asking import AskScreen
from tui.correcting.flow import now
from tui.correcting.picking import PickScreen
from tui.correcting.saying import name_in

if TYPE_CHECKING:
    from briefing.page.beyond import Beyond
    from briefing.page.room import Room
    from tui.base_app import BaseApp
    from tui.correcting.changes import To


class Desk(Protocol):
    """A screen whose page is composed: that of an article, or of a dossier."""

    @property
    def app(self) -> BaseApp:
        """The app."""
        ...

    @property
    def composition(self) -> Composition:
        """What the reader wrote and chose so far."""
        ...

    @property
    def shows_page(self) -> bool:
        """True if the reader sees the page."""
        ...

    @property
    def has_page(self) -> bool:
        """True if everything is found that the page is made of."""
        ...

    @property
    def passage(self) -> str:
        """The chosen row as a text of its own, or ""."""
        ...

    def target(self) -> Target | None:
        """What is chosen; None where that cannot stand on a page, which is said."""
        ...

    def room(self) -> Room | None:
        """The page as it is now; None where there is none yet, which is said.

        Raises:
            BriefingError: It cannot be made.
        """
        ...

    def beyond(self) -> tuple[Beyond, ...]:
        """What HTML and Word hold beyond the page, where that is shown.

        Raises:
            BriefingError: They cannot be made.
        """
        ...

    def correct(self, correction: Correction) -> None:
        """Make a correction, and show what comes of it.

        Raises:
            BriefingError: It cannot be made.
        """
        ...

    def problem_of(self, correction: Correction) -> str:
        """What is wrong with a correction, or ""."""
        ...

    def show_highlight(self, kept: Highlight) -> None:
        """Show words of the article."""
        ...


class Composing:
    """Composes the page of a screen.

    Args:
        desk: The screen.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # What stands on the page

    def put_or_take(self) -> None:
        """Put the chosen row on the page, or take it off."""
        target = self._desk.target()
        room = self._room() if target else None
        if target is None or room is None:
            return
        on = target in room.on_page or target in self._on_sheet()
        if not self._correct("take_off_page" if on else "put_on_page", target):
            return
        after = self._room()
        if after is None:
            return
        if not on and target in after.refused:
            self._desk.app.say("the page has no room for it; take something off first")
        elif displaced := _displaced(room, after, target):
            self._desk.app.say(displaced)
        elif not self._desk.shows_page:
            words = "taken off the page" if on else "put on the page"
            left = f"room for {after.words} words, {after.rows} lines"
            self._desk.app.say(f"{words}: {left}")

    def move(self, step: int) -> None:
        """Move the chosen row up or down among those of its kind on the page."""
        target = self._desk.target()
        room = self._room() if target else None
        if target is None or room is None:
            return
        others = [one for one in room.on_page if one.part == target.part]
        if target not in others:
            self._desk.app.say("this row is not on the page; put it there first")
            return
        place = others.index(target) + step
        if 0 <= place < len(others):
            others.remove(target)
            before = others[place] if place < len(others) else None
            self._correct("move_on_page", target, before)

    def _on_sheet(self) -> list[Target]:
        """What is shown to be only on the sheet of HTML and Word."""
        try:
            return [one.target for one in self._desk.beyond()]
        except BriefingError:
            return []  # the page says it

    def _room(self) -> Room | None:
        try:
            return self._desk.room()
        except BriefingError as error:
            self._desk.app.say(str(error), failed=True)
            return None

    def _correct(self, kind: CorrectionKind, target: Target, to: To = None) -> bool:
        correction = Correction(kind=kind, target=target, to=to, made=now())
        try:
            self._desk.correct(correction)
        except BriefingError as error:
            self._desk.app.say(str(error), failed=True)
            return False
        return True

    # The reader's own lines

    def open_menu(self) -> None:
        """Ask which line to write, or which highlight to change."""
        composition = self._desk.composition
        lines, kept = own_lines(composition), composition.highlights
        rows = [line.row for line in lines]
        rows += [(f"“{one.text}”", _of_highlight(one)) for one in kept]

        def picked(number: int | None) -> None:
            if number is None:
                return
            if number < len(lines):
                self._write(lines[number])
            else:
                self._ask_of_highlight(kept[number - len(lines)])

        self._desk.app.push_screen(PickScreen("Your own lines and highlights", rows), picked)

    def _write(self, line: OwnLine) -> None:
        target = Target(part="page", text=line.field)
        take = partial(self._take_text, "write", target)
        check = partial(self._problem_of, "write", target)
        if line.field in MANY_LINES:
            from tui.composing.writing import WriteScreen

            self._desk.app.push_screen(WriteScreen(line.label, line.text, check), take)
        else:
            ask = AskScreen(line.label, line.text, "empty: none", check)
            self._desk.app.push_screen(ask, take)

    def _ask_of_highlight(self, kept: Highlight) -> None:
        target = Target(part="highlights", span=(kept.start, kept.end), text=kept.text)
        put: CorrectionKind = "take_off_page" if kept.on_page else "put_on_page"
        rows = [
            ("take it off the page" if kept.on_page else "put it on the page", ""),
            ("show it in the article", ""),
            ("write a note", kept.note),
            ("forget it", ""),
        ]

        def picked(number: int | None) -> None:
            if number == 0:
                self._correct(put, target)
            elif number == 1:
                self._desk.show_highlight(kept)
            elif number == 2:
                take = partial(self._take_text, "add", target)
                check = partial(self._problem_of, "add", target)
                ask = AskScreen("Note", kept.note, "empty: none", check)
                self._desk.app.push_screen(ask, take)
            elif number is not None:
                self._correct("hide", target)

        self._desk.app.push_screen(PickScreen(f"“{kept.text}”", rows), picked)

    def _take_text(self, kind: CorrectionKind, target: Target, typed: str | None) -> None:
        if typed is None:
            return
        before = self._room() if self._desk.has_page else None
        if self._correct(kind, target, value_of(kind, target, typed)) and before:
            after = self._room()
            if after is not None and (displaced := _displaced(before, after)):
                self._desk.app.say(displaced)

    def _problem_of(self, kind: CorrectionKind, target: Target, typed: str) -> str:
        to = value_of(kind, target, typed)
        correction = Correction(kind=kind, target=target, to=to, made=now())
        return self._desk.problem_of(correction)

    # Out of the terminal

    def copy_page(self) -> None:
        """Copy the whole page."""
        room = self._room()
        if room is not None and room.problem:
            self._desk.app.say(room.problem, failed=True)
        elif room is not None:
            self._desk.app.copy_to_clipboard(room.markdown)

    def pipe(self) -> None:
        """Send the page, or the chosen row, to a command of the user's."""
        room = self._room()
        if room is None:
            return
        words = self._desk.passage
        texts = [("the page", room.markdown), *([("the chosen row", words)] if words else [])]

        def picked(number: int | None) -> None:
            if number is None:
                return
            from tui.composing.piping import pipe

            what, text = texts[number]

            def take(command: str | None) -> None:
                if command:
                    self._desk.app.remembered.command = command
                    pipe(self._desk.app, command, text)

            hint = "a command that reads it, as you would type it into your shell"
            last = self._desk.app.remembered.command
            ask = AskScreen(f"Send {what} to", last, hint, _no_command)
            self._desk.app.push_screen(ask, take)

        if len(texts) == 1:
            picked(0)
        else:
            rows = [(what, "") for what, _ in texts]
            self._desk.app.push_screen(PickScreen("Send to a command", rows), picked)


def _displaced(before: Room, after: Room, chosen: Target | None = None) -> str:
    """What is said of the rows that lost their room on the page, or "".

    Args:
        before: The page before a change.
        after: The page after it.
        chosen: The row that was put on it or taken off.
    """
    gone = [one for one in before.on_page if one not in after.on_page and one != chosen]
    if after.problem or not gone:
        return ""
    first, others = name_in(gone[0], ""), len(gone) - 1
    if not others:
        return f"made room: {first} is off the page"
    return f"made room: {first} and {others} other{'s' if others > 1 else ''} are off the page"


def _no_command(typed: str) -> str:
    return "" if typed.strip() else "type a command"


def _of_highlight(kept: Highlight) -> str:
    return " · ".join(filter(None, ("on the page" if kept.on_page else "", kept.note)))
