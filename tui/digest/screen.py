"""The stories of the day as a list, each of which opens its dossier or its article."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from briefing.digest.page import title_of, to_html, to_markdown, told
from briefing.digest.values import Digest, DigestStory
from briefing.errors import BriefingError, ReadError
from briefing.model import Article
from tui.command_spec import Scope
from tui.correcting.asking import AskScreen
from tui.digest.rows import rows_of
from tui.dossier.opening import DossierOpening
from tui.messages import RowEntered
from tui.reader.bars import key_items
from tui.screens.leaving import LeftOnce
from tui.widgets.bar import Bar
from tui.widgets.row_list import RowList
from tui.widgets.selectable import SelectsInOneView

if TYPE_CHECKING:
    from tui.base_app import BaseApp

FILE_NAME = "morning-page.md"
HTML = (".html", ".htm")


class DigestList(RowList):
    """The stories of a digest."""

    may_cut = False


class DigestScreen(LeftOnce[None], SelectsInOneView[None], inherit_bindings=False):
    """Lists the stories of a digest.

    Args:
        digest: The digest.
        articles: Articles that are in no file, by source.
    """

    DEFAULT_CSS = """
    DigestScreen #digest { border: round $accent; height: 1fr; }
    """
    AUTO_FOCUS = "#digest"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "save", "save as one page", show=False),
        Binding("Y", "copy_page", "copy the page", show=False),
        Binding("o", "app.start", "to the start screen", show=False),
        Binding("escape", "close", "back", show=False),
    ]
    FOOTER: ClassVar[dict[str, str]] = {
        "enter": "its dossier",
        "s": "save",
        "Y": "copy the page",
        "o": "open another",
        "?": "help",
        "q": "quit",
    }
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("app",)

    app: BaseApp

    def __init__(self, digest: Digest, articles: Mapping[str, Article] | None = None) -> None:
        super().__init__()
        self._digest = digest
        self._articles = {str(one.article.source): one.article for one in digest.articles}
        self._articles |= articles or {}
        self._opening = DossierOpening(self, self.app)

    def compose(self) -> ComposeResult:
        listed = DigestList(id="digest")
        listed.border_title = Content(title_of(self._digest))
        listed.border_subtitle = Content(told(self._digest))
        yield listed
        yield Bar(id="footer")

    def on_mount(self) -> None:
        self.query_one(DigestList).set_rows(rows_of(self._digest), ("no stories", "dim"))
        self._update_bar()

    def on_unmount(self) -> None:
        self._opening.stop()  # the program waits for its threads when it ends

    def on_screen_suspend(self) -> None:
        self._update_bar()

    def on_screen_resume(self) -> None:
        self._update_bar()

    def on_resize(self) -> None:
        self._update_bar()

    def _update_bar(self) -> None:
        above = self.app.keys_above(self)
        self.query_one("#footer", Bar).set_items(key_items(self.FOOTER if above is None else above))

    def on_row_entered(self, message: RowEntered) -> None:
        message.stop()
        story = self.query_one(DigestList).rows[message.index].item
        if isinstance(story, DigestStory):
            self._opening.open(partial(self._read, story), len(story.told))

    def _read(self, story: DigestStory) -> Sequence[Article | ReadError]:
        """In a thread: the articles of a story, those on top first that the digest cites."""
        analyzed = [str(self._digest.articles[number].article.source) for number in story.articles]
        sources = dict.fromkeys([*analyzed, *(str(told.source) for told in story.told)])
        found: list[Article | ReadError] = []
        for source in sources:
            if source in self._articles:
                found.append(self._articles[source])
            else:
                found += self.app.sources.open(source)
        return found

    def action_copy_page(self) -> None:
        self.app.copy_to_clipboard(to_markdown(self._digest))

    def action_save(self) -> None:
        folder = self.app.remembered.folder
        path = str(folder / FILE_NAME if folder else Path(FILE_NAME))
        hint = "one page: .md or .html; what is there is not replaced"
        self.app.push_screen(AskScreen("Save the morning page as", path, hint, self._not_saved))

    def _not_saved(self, typed: str) -> str:
        """Save it; gives why that cannot be done, or ""."""
        from briefing.page.saving import save_page

        if not typed.strip():
            return "type a path"
        write = to_html if typed.strip().lower().endswith(HTML) else to_markdown
        try:
            path = Path(typed.strip()).expanduser()
            written = save_page(write(self._digest), path, overwrite=False)
        except (BriefingError, RuntimeError) as error:
            return str(error)
        self.app.remembered.folder = written.parent
        self.app.say(f"saved to {written}")
        return ""

    def action_close(self) -> None:
        self.dismiss()
