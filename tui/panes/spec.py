"""What a pane beside the article is; declared once, in the pane's own file.

Specs are read before the first frame, for the keys and the help. What only drawing needs is
imported by the functions that draw.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from briefing.model import Briefing, Span
from tui.command_spec import Command
from tui.widgets.rows import Row

if TYPE_CHECKING:
    from tui.details.facts import Details
    from tui.panes.base import EvidencePane

AS_WRITTEN = "as written"
"""What the usual order is called."""
Sign = tuple[str, str, str]
"""A sign as it is drawn, the name of its ink, and what it means."""


class Order(Struct, frozen=True):
    """A second order of a pane's rows, besides that of the article.

    Attributes:
        label: What the frame calls it.
        command: Id of the command that changes the order.
        rows: The rows of a briefing in this order.
        usual: What the frame calls the order without it.
    """

    label: str
    command: str
    rows: Callable[[Briefing], Sequence[Row]]
    usual: str = AS_WRITTEN


class TextMarks(Struct, frozen=True):
    """How the running text shows what a pane lists.

    Attributes:
        kind: `mark-KIND` is the ink; `mark-quoted-KIND` the ink inside a quote.
        spans: Where the marked words of a briefing stand.
        encloses: They stand around other marks, which keep their own ink.
    """

    kind: str
    spans: Callable[[Briefing], Iterable[Span]]
    encloses: bool = False


class PaneSpec(Struct, frozen=True, kw_only=True):
    """A pane whose rows are spans of the article.

    Attributes:
        name: Of the widget and in commands.
        number: Its place among the panes, and the key that goes there; the article is 1.
        title: One word for its frame and its tab.
        purpose: What the help says of the command that goes there.
        stage: The stage of the analysis whose end fills it.
        parts: The parts of a briefing that it draws, its own first; while these stay the same,
            there is nothing to draw anew.
        progress: What the header says while that stage runs.
        loading: What the pane says until then.
        empty: What it says where nothing was found.
        rows: The rows that a briefing gives.
        lists: The type of its rows' items.
        card: The card of such an item.
        counted: One and many of what it lists, for the header; None to leave it out.
        marks: What it marks in the running text, or None.
        signs: What its marks in the text mean, for the help.
        legend: What the signs in the pane itself mean, for the help.
        walked: The keys that go from mark to mark in the article stop at its rows.
        spaced: An empty line stands between rows where there is room.
        may_cut: Long rows are cut, so that more of them are in view; if not, they are scrolled.
        order: A second order of the rows, or None.
        commands: The pane's own commands, with its name as their scope.
        help_heading: What the help calls these commands.
        shares_with: The number of the pane that may stand in its place, for the frame.
        widget: Loads the class of its widget where it is more than a list.
    """

    name: str
    number: int
    title: str
    purpose: str
    stage: str
    parts: tuple[str, ...]
    progress: str
    loading: str
    empty: str
    lists: type[Struct]
    rows: Callable[[Briefing], Sequence[Row]]
    card: Callable[[Briefing, Any], Details]
    counted: tuple[str, str] | None = None
    marks: TextMarks | None = None
    signs: tuple[Sign, ...] = ()
    legend: tuple[Sign, ...] = ()
    walked: bool = True
    spaced: bool = False
    may_cut: bool = True
    order: Order | None = None
    commands: tuple[Command, ...] = ()
    help_heading: str = ""
    shares_with: str = ""
    widget: Callable[[], type[EvidencePane]] | None = None

    @property
    def own_part(self) -> str:
        """The part of a briefing whose items are its rows."""
        return self.parts[0]

    @property
    def command(self) -> Command:
        """The command that goes to the pane."""
        return Command(
            f"pane-{self.name}",
            str(self.number),
            self.title.lower(),
            self.purpose,
            "reader",
            f"pane('{self.name}')",
            shown=str(self.number),
            palette=True,
        )
