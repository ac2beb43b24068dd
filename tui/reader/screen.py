"""What a user can do in the reader: the commands of its keys, and the clicks."""

# ruff: noqa: D102 - Textual calls these methods; the table of commands says what actions do

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType

from tui.command_spec import Scope
from tui.commands import ARTICLES, PANE_SCOPES, PANES, bindings, shown_of
from tui.messages import ArticleEntered, RowChosen, RowEntered, RowsReordered, TextClicked
from tui.reader.arrangement import SHARES, arrangement_for, share_after
from tui.reader.changing import ChangingView
from tui.reader.state import gone_back, neighbor
from tui.settings import LONGEST_SUMMARY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual import events

    from briefing.dossier.values import Passage
    from tui.dossier.view import Place
    from tui.reader.state import Visit
    from tui.widgets.search_bar import SearchBar


class ReaderScreen(ChangingView, inherit_bindings=False):
    """The article, and beside it the panes whose rows are evidence in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("reader"),
        Binding("ctrl+c,super+c", "screen.copy_text", "copy the selected text", show=False),
    ]
    COMMAND_SCOPES: ClassVar[tuple[Scope, ...]] = ("reader", "pane", *PANE_SCOPES, "app")

    _left_dossier: Callable[[], None] | None = None
    """Opens the dossier again from which the reader came to an article, where it was left."""
    _came_by: tuple[int, tuple[Visit, ...]] = (0, ())
    """The article that the reader came to, and the way back from there, by which that is known."""

    # From pane to pane

    def action_pane(self, name: str) -> None:
        if name in self.panes:
            self.visit(name)

    def action_next_pane(self, step: int) -> None:
        self.visit(neighbor(self.state, self.panes, step))

    def action_aside(self, step: int) -> None:
        if self.state.focused == "article" and not self.state.page:
            self.evidence.walk(step)
        else:
            self.action_next_pane(step)

    def action_zoom(self) -> None:
        self.state = replace(self.state, zoomed=not self.state.zoomed)
        self.go_to(self.state.focused)

    def action_widen(self, step: int) -> None:
        arrangement = arrangement_for(*self.app.size)
        if arrangement in SHARES:
            remembered = self.app.remembered
            share = share_after(arrangement, remembered.share(arrangement), step)
            remembered.keep_share(arrangement, share)
            self._arrange()

    # Evidence

    def on_paste(self, event: events.Paste) -> None:
        """Open what is pasted or dropped, as the field of the start screen does."""
        from tui.screens.start import LibraryScreen

        event.stop()
        self.app.push_screen(LibraryScreen(typing=True, pasted=event.text))

    def on_row_chosen(self, message: RowChosen) -> None:
        if message.pane == ARTICLES:
            self.open_number(message.index)
        elif message.pane in PANES:
            self.evidence.follow(message.pane)
            self.update_bars()

    def on_row_entered(self, message: RowEntered) -> None:
        if message.pane == ARTICLES:
            self.go_to("article")
        elif message.pane in PANES:
            self._go_to_evidence()

    def _go_to_evidence(self, left: Visit | None = None) -> None:
        self.state = replace(self.state, zoomed=False)
        self.live.close()
        self.leave_for("article", left)
        self.article_view.reveal()

    def on_rows_reordered(self, message: RowsReordered) -> None:
        message.stop()
        self.search.rows_changed()
        self.evidence.rows_changed()
        self.update_bars()

    def on_text_clicked(self, message: TextClicked) -> None:
        mark = self.evidence.marks.at(message.offset)
        if mark is not None:
            self.evidence.choose(mark)

    def on_article_entered(self, message: ArticleEntered) -> None:
        message.stop()
        if self.complete:
            self.leave_for(self.state.owner or self.state.beside)

    def action_back(self) -> None:
        if self._left_dossier and self._came_by == (self.state.number, self.state.history):
            reopen, self._left_dossier = self._left_dossier, None
            reopen()
            return
        self.state, visit = gone_back(self.state)
        if visit:
            self.return_to(visit)

    def action_mention(self, step: int) -> None:
        if self.search.query:
            self.search.step(step)
        else:
            self.catch_up()
            self.evidence.step(step)

    def action_leave(self) -> None:
        """Out of the innermost thing that one can be in."""
        match self.way_out():
            case "search":
                self.search.clear()
                self.update_bars()
            case "zoom":
                self.action_zoom()
            case "page":
                self.live.close()
            case "narrowing":
                self.narrow_to(None)
            case "article":
                self.go_to("article")
            case "back":
                self.action_back()
            case "evidence":
                self.evidence.release()
                self.update_bars()
            case "screen":
                self.dismiss()

    def action_copy(self) -> None:
        words = self.chosen_passage()
        if words:
            self.app.copy_to_clipboard(words)
        else:
            self.app.say("nothing is chosen; choose a row of a pane first")

    def action_copy_text(self) -> None:
        """What the mouse selected."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
        else:
            keys = shown_of("copy", self.app.keymap), shown_of("quit", self.app.keymap)
            self.app.say("nothing is selected; {} copies the chosen row, {} quits".format(*keys))

    # More about it, or only it

    def action_details(self) -> None:
        from tui.details.article_card import article_details
        from tui.details.card import CardScreen
        from tui.panes.registry import details_of

        self.catch_up()
        self.live.close()
        row = self.evidence.row
        if row is None or row.item is None:
            details = article_details(self.analysis.briefing)
        else:
            details = details_of(self.analysis.briefing, row.item)
        across = arrangement_for(*self.app.size) in ("wide", "side") and not self.state.zoomed
        width = self.size.width - self.article_view.region.right if across else None
        card = CardScreen(details, self.evidence.show, self.action_copy, width=width)
        self.app.push_screen(card, partial(self._leave_card, self.evidence.here))

    def _leave_card(self, before: Visit, go_there: bool | None) -> None:
        if go_there:
            self._go_to_evidence(before)
        else:
            self.return_to(before)

    def action_only(self) -> None:
        self.catch_up()
        subject, only = self.subject, self.state.only
        if only is not None and (subject is None or subject == only):
            self.narrow_to(None)
        elif subject is None:
            self.app.say("choose an actor, a place or a named speaker first")
        elif not self.analysis.has("summary"):
            self.app.say("the sentences are not weighed yet; try again in a moment")
        else:
            self.narrow_to(subject)

    # Searching

    async def action_search(self) -> None:
        await self.search.open(self.state.focused)

    def on_search_bar_typed(self, message: SearchBar.Typed) -> None:
        self.search.type(message.query)

    def on_search_bar_stepped(self, message: SearchBar.Stepped) -> None:
        self.search.step(message.step)

    async def on_search_bar_accepted(self) -> None:
        await self.search.close(keep=True)

    async def on_search_bar_given_up(self) -> None:
        await self.search.close(keep=False)

    # The summary's length, other articles, saving

    def _lengthen(self, step: int) -> None:
        analysis = self.analysis
        longest = self.briefing.longest_summary if analysis.has("summary") else LONGEST_SUMMARY
        length = max(1, min(analysis.length + step, longest))
        if longest and length != analysis.length:
            self.analyses.set_length(self.state.number, length)
            self.show_briefing(follow=True)
            if not (self.pane("summary").display and analysis.has("summary")):
                words = "sentence" if length == 1 else "sentences"
                has = "has" if analysis.has("summary") else "will have"
                self.app.say(f"the summary {has} {length} {words} now")

    def action_longer(self) -> None:
        self._lengthen(1)

    def action_shorter(self) -> None:
        self._lengthen(-1)

    def action_article(self, step: int) -> None:
        self.open_number(self.state.number + step)

    def action_save_all(self) -> None:
        if not self.several:
            self.action_save()
            return
        ticked = sorted(self.articles_list.ticked)
        wanted = ticked or range(len(self.analyses))
        finished = {
            n: self.analyses[n].briefing for n in wanted if self.analyses[n].state == "done"
        }
        if not finished:
            self.app.say("none of them is analyzed yet; save them when some are")
            return
        from tui.saving.save_all import SaveAllScreen

        articles = [analysis.article for analysis in self.analyses.all]
        self.app.push_screen(SaveAllScreen(articles, finished, len(wanted) - len(finished)))

    def action_dossier(self) -> None:
        """Of the ticked articles, or of all."""
        ticked = sorted(self.articles_list.ticked) if self.several else []
        self._compare(ticked or range(len(self.analyses)))

    def action_same_story(self) -> None:
        """Of those that tell the same as the chosen one in the list of articles."""
        numbers = self.stories.stories.get(self.articles_list.index, ())
        if numbers:
            self._compare(numbers)
        else:
            self.app.say("no other open article is known to tell the same")

    def _compare(self, wanted: Sequence[int]) -> None:
        """Open a dossier of what is analyzed of these articles."""
        numbers = [n for n in wanted if self.analyses[n].state == "done"]
        if len(numbers) < 2:
            self.app.say("a dossier needs two articles that are analyzed; o opens another one")
            return
        self._open_dossier(numbers)

    def _open_dossier(self, numbers: Sequence[int], place: Place | None = None) -> None:
        from briefing.corrections.subject import together
        from briefing.dossier import dossier_of
        from tui.dossier.screen import DossierScreen

        briefings = [self.analyses[n].briefing for n in numbers]
        saved = self.analyses.corrector.saved_before(together(b.article.text for b in briefings))
        dossier = dossier_of(briefings, saved=saved)
        for note in dossier.notes if place is None else ():
            self.app.say(note)
        screen = DossierScreen(dossier, briefings, self.analyses.corrector, place)

        def go(passage: Passage | None) -> None:
            if passage is None:
                return
            self.open_number(numbers[passage.article])
            if passage.end > passage.start:
                self.show_span((passage.start, passage.end), "dossier")
            self._left_dossier = partial(self._open_dossier, numbers, screen.place)
            self._came_by = (self.state.number, self.state.history)

        self.app.push_screen(screen, go)

    def action_retry(self) -> None:
        if self.analysis.state in ("failed", "waiting"):
            self.analyses.request(self.state.number)
            self.show_briefing()

    def action_save(self) -> None:
        if self.analysis.state != "done":
            self.app.say("the briefing is not finished yet; save it when it is")
            return
        from briefing.corrections.subject import together
        from briefing.page.formats import PageFormat, renderer
        from briefing.page.saving import default_path
        from tui.saving.save import SaveScreen

        briefing, only = self.briefing, self.state.only_name

        def render(form: PageFormat) -> str | bytes:
            return renderer(form, self.app.settings.template)(briefing)

        path = default_path(briefing.article)
        notice = f"the page has only what concerns {only}, as the screen does" if only else ""
        corrector, saved = self.analyses.corrector, together([briefing.article.text])
        self.app.push_screen(
            SaveScreen(render, path, notice=notice, on_saved=lambda: corrector.note_saved(saved))
        )
