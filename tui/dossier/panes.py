"""The panes of a dossier: what each lists, and its widget."""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from briefing.corrections.values import Target
from briefing.dossier.page.laying import target_of
from briefing.dossier.values import Dossier, DossierPlace
from briefing.page.small_print import listed
from tui.commands import bindings
from tui.dossier import rows
from tui.dossier.rows import Cited
from tui.map.mapped_rows import MappedRows
from tui.panes.base import OFF_PAGE, ON_PAGE
from tui.widgets.frame import set_frame_words
from tui.widgets.framed_rows import FramedRows
from tui.widgets.row_list import RowList
from tui.widgets.rows import Row

EVIDENCE, ARTICLES = "evidence", "articles"
"""What the chosen row stands on; the list of the articles."""


class DossierPaneSpec(Struct, frozen=True):
    """A pane of a dossier.

    Attributes:
        name: Of the widget.
        key: That goes there.
        title: For its frame and its tab.
        rows: Gives what it lists.
        empty: What it says where that is nothing.
    """

    name: str
    key: str
    title: str
    rows: Callable[[Dossier], Sequence[Row]]
    empty: str


SPECS = (
    DossierPaneSpec("summary", "2", "Summary", rows.summary, "nothing to sum up"),
    DossierPaneSpec("actors", "3", "Actors", rows.actors, "nobody named"),
    DossierPaneSpec("places", "4", "Places", rows.places, "no places named"),
    DossierPaneSpec("quotes", "5", "Quotes", rows.quotes, "nobody is quoted"),
    DossierPaneSpec("when", "6", "When", rows.when, "no dates"),
    DossierPaneSpec("differ", "7", "They differ", rows.differences, "no differences found"),
    DossierPaneSpec("only", "8", "Only one says", rows.only_one, "nothing that only one says"),
    DossierPaneSpec("new", "9", "New", rows.news, "nothing new, or no dates to tell by"),
    DossierPaneSpec(ARTICLES, "a", "Articles", rows.articles, "no articles"),
)
SPEC_OF_NAME = {spec.name: spec for spec in SPECS}
MOST_NAMED = 4
"""Articles that the frame names."""
SHARED = ("only", "new")
"""Panes that stand in one place where all are shown."""


class DossierPane(FramedRows):
    """A pane of a dossier; its rows have signs while it is shown what stands on the page."""

    BINDINGS = [*bindings("pane")]  # noqa: RUF012 - as Textual has it

    def __init__(self, spec: DossierPaneSpec) -> None:
        super().__init__(id=spec.name)
        self.spec = spec
        self._note = ""
        self.spaced = spec.name in ("summary", "only", "quotes", "differ")
        other = next((SPEC_OF_NAME[name] for name in SHARED if name != spec.name), None)
        shared = f" · {other.key} {other.title}" if other and spec.name in SHARED else ""
        self.border_title = Content(f"{spec.key} {spec.title}{shared}")

    def show(self, dossier: Dossier, on_page: frozenset[Target] | None) -> None:
        """Show a dossier.

        Args:
            dossier: What it has for this pane is shown.
            on_page: What stands on the page, or None where that is not shown.
        """
        listed = [signed(dossier, row, on_page) for row in self.spec.rows(dossier)]
        self.set_rows(listed, (self.spec.empty, "dim"))
        self._note = _since(dossier) if self.spec.name == "new" else ""
        self.update_frame()

    def update_frame(self) -> None:
        """Put into the frame which row is chosen, or how many there are if not all are in view."""
        count, words = len(self.rows), ""
        if count and (self.has_focus or self.holds_evidence):
            words = f"{self.index + 1} of {count}"
        elif count and self.rows_in_view() < count:
            words = f"{self.rows_in_view()} of {count}"
        set_frame_words(self, words + self.frame_note())

    def frame_note(self) -> str:
        """What stands in the frame after the count."""
        return f" · {self._note}" if self._note else ""


class DossierPlaces(MappedRows, DossierPane):
    """The places of all articles on one map."""

    BINDINGS = [*bindings("pane", "places")]  # noqa: RUF012

    def show(self, dossier: Dossier, on_page: frozenset[Target] | None) -> None:
        shown = [row.item.item for row in self.rows if isinstance(row.item, Cited)]
        places = [item for item in dossier.places if isinstance(item, DossierPlace)]
        self.set_places(places, same=shown == places)
        super().show(dossier, on_page)

    def frame_note(self) -> str:
        return self.map_note()


class EvidencePane(RowList):
    """The passages that the chosen row stands on."""

    may_cut = False
    spaced = True

    def __init__(self) -> None:
        super().__init__(id=EVIDENCE)
        self.border_title = Content("1 In the articles")


def _since(dossier: Dossier) -> str:
    """What is new against what: "in B", or "since you saved A and C"."""
    news = dossier.news
    if news is None:
        return ""
    letters = [dossier.articles[number].letter for number in news.since]
    if not letters:
        return f"in {dossier.articles[news.article].letter}"
    return f"since you saved {listed(letters)}" if len(letters) <= MOST_NAMED else "since you saved"


def pane_of(spec: DossierPaneSpec) -> DossierPane:
    """The widget of a pane."""
    return DossierPlaces(spec) if spec.name == "places" else DossierPane(spec)


def signed(dossier: Dossier, row: Row, on_page: frozenset[Target] | None) -> Row:
    """A row with a sign that says if it stands on the page; as it is where that is not shown."""
    cited = row.item
    if on_page is None or not isinstance(cited, Cited) or cited.item is None or not cited.part:
        return row
    is_on = target_of(dossier, cited.part, cited.item) in on_page
    return replace(row, sign=ON_PAGE if is_on else OFF_PAGE)
