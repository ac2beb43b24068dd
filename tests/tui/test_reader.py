"""What a reader can do on the screen of an article."""

from __future__ import annotations

from asyncio import sleep

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot

from briefing.errors import AnalysisError
from tests.tui.conftest import until_whole
from tests.tui.example import TEXT, FakeEngine, brief_app, make_article, make_briefing
from tui.app import BriefApp
from tui.article.view import ArticleView
from tui.commands import PANES
from tui.reader.arrangement import LARGEST_SHARE, SHARE_STEP, SMALLEST_SHARE
from tui.reader.screen import ReaderScreen
from tui.session_state import Remembered
from tui.settings import Settings
from tui.theme import DARK, LIGHT

WIDE, MIDDLE, NARROW = (160, 45), (80, 24), (60, 20)


def reader(app: BriefApp) -> ReaderScreen:
    assert isinstance(app.screen, ReaderScreen)
    return app.screen


def lit(app: BriefApp) -> list[str]:
    """The words that the article lights."""
    return [TEXT[start:end] for start, end in reader(app).article_view.lights.evidence]


def drawn(app: BriefApp, selector: str) -> str:
    """What stands in a widget, line by line."""
    widget = app.screen.query_one(selector)
    return "\n".join(widget.render_line(y).text for y in range(widget.content_size.height))


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


@pytest.mark.parametrize("size", [WIDE, MIDDLE, NARROW])
async def test_the_article_is_there_before_anything_is_found(engine, size):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=size):
        assert "Harbor of Velden" in drawn(app, "#article")
        assert "━━━━━" in drawn(app, "#header")


async def test_panes_fill_as_their_parts_arrive(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        before = {name: reader(app).pane(name).region for name in ("summary", "actors", "quotes")}
        assert "finding who acts" in drawn(app, "#actors")
        engine.jobs[0].finish("summary")
        await pilot.pause()
        assert "The harbor of Velden will close" in drawn(app, "#summary")
        assert "finding who acts" in drawn(app, "#actors")
        engine.jobs[0].finish("dates", "locations", "actors")
        await pilot.pause()
        assert "Ada Fennimore" in drawn(app, "#actors")
        assert "finding who says what" in drawn(app, "#quotes")
        engine.jobs[0].end()
        await pilot.pause()
        assert "Every day costs us" in drawn(app, "#quotes")
        assert "3 quotes" in drawn(app, "#header")
        after = {name: reader(app).pane(name).region for name in before}
        assert after == before


async def test_a_failure_is_said_and_r_tries_again(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].finish("summary")
        engine.jobs[0].fail(AnalysisError("the worker [ended]; try again"))
        await pilot.pause()
        assert "not available" in drawn(app, "#actors")
        assert "The harbor of Velden" in drawn(app, "#summary")
        assert "analysis failed" in drawn(app, "#header")
        await press(pilot, "r")
        assert len(engine.jobs) == 2
        engine.jobs[1].end()
        await pilot.pause()
        assert "Ada Fennimore" in drawn(app, "#actors")


async def test_an_unforeseen_error_does_not_end_the_app(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].fail(ZeroDivisionError())
        await pilot.pause()
        assert "analysis failed" in drawn(app, "#header")


async def test_empty_parts_say_so(finished_app):
    article = make_article("Nothing much\n\nIt rained.", "Nothing much")
    app = finished_app([type(make_briefing())(article=article)])
    async with app.run_test(size=WIDE):
        assert "nobody is quoted" in drawn(app, "#quotes")
        assert "no place is named" in drawn(app, "#places")
        assert "nobody is named" in drawn(app, "#actors")
        assert "no dates given" in drawn(app, "#when")


@pytest.mark.parametrize("size", [WIDE, (120, 36), (100, 24), MIDDLE, NARROW, (40, 12)])
async def test_every_pane_can_be_reached_by_its_number_and_by_tab(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        for number, name in enumerate(PANES):
            await press(pilot, str(number + 1))
            assert app.focused is not None
            assert app.focused.id == name
            assert app.focused.region.area > 0
        await press(pilot, "1")
        for name in (*PANES[1:], PANES[0]):
            await press(pilot, "tab")
            assert app.focused is not None
            assert app.focused.id == name
        await press(pilot, "shift+tab")
        assert app.focused is not None
        assert app.focused.id == PANES[-1]


@pytest.mark.parametrize("size", [WIDE, (120, 36), (100, 24), MIDDLE, NARROW, (40, 12), (20, 5)])
async def test_nothing_overlaps(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        for key in "123456":
            await press(pilot, key)
            shown = [
                widget.region
                for widget in app.screen.query("Bar, RowList, ArticleView")
                if widget.display and widget.region.area
            ]
            for number, region in enumerate(shown):
                assert app.screen.region.contains_region(region)
                assert not any(region.overlaps(other) for other in shown[number + 1 :])


async def test_moving_in_a_pane_lights_its_spans(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3")
        assert lit(app) == ["Ada Fennimore", "Fennimore", "Fennimore", "Fennimore"]
        await press(pilot, "j")
        assert lit(app) == ["Tomas Brill", "Brill"]
        await press(pilot, "down", "up", "k")
        assert lit(app)[0] == "Ada Fennimore"
        await press(pilot, "5", "G")
        assert lit(app) == ["a quiet closure"]
        await press(pilot, "g")
        assert lit(app)[0].startswith("We cannot wait")


async def test_the_article_scrolls_to_the_evidence(finished_app):
    app = finished_app()
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "5", "end", "enter")
        assert "“a quiet closure”" in drawn(app, "#article")
        assert app.focused is not None
        assert app.focused.id == "article"


async def test_enter_goes_there_and_backspace_comes_back_through_the_history(finished_app):
    app = finished_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "3", "j", "enter", "5", "j", "enter")
        assert app.focused is not None
        assert app.focused.id == "article"
        await press(pilot, "backspace")
        assert app.focused.id == "quotes"
        assert lit(app)[0].startswith("Every day")
        for pane in ("article", "actors"):
            await press(pilot, "backspace")
            assert app.focused.id == pane
            assert lit(app) == ["Tomas Brill", "Brill"]
        await press(pilot, "backspace", "backspace")
        assert app.focused.id == "article"
        assert lit(app) == []


async def test_n_and_capital_n_go_round_the_mentions(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        await press(pilot, "3", "n", "n")
        assert view.lights.current == 2
        await press(pilot, "N", "N", "N")
        assert view.lights.current == 3


async def test_n_goes_to_the_next_row_where_there_is_one_span(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "enter", "n")
        assert lit(app)[0].startswith("Every day")


async def test_plus_and_minus_change_the_summary(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        rows = reader(app).pane("summary")
        assert len(rows.rows) == 4
        await press(pilot, "+")
        assert len(rows.rows) == 5
        await press(pilot, *"------")
        assert len(rows.rows) == 1
        assert drawn(app, "#summary").count("¶") == 1


async def test_zoom_gives_a_pane_the_screen_and_takes_it_back(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5")
        before = app.focused.region
        await press(pilot, "z")
        assert app.focused.id == "quotes"
        assert app.focused.region.width == 160
        await press(pilot, "4")
        assert app.focused.region.width == 160
        await press(pilot, "5", "escape")
        assert app.focused.region == before


async def test_a_click_chooses_a_row_and_two_go_there(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.click("#actors", offset=(5, 3))
        await pilot.pause()
        assert lit(app) == ["Tomas Brill", "Brill"]
        await pilot.click("#actors", offset=(5, 3), times=2)
        await pilot.pause()
        assert app.focused is not None
        assert app.focused.id == "article"


async def test_an_uncertain_speaker_says_why_and_an_unknown_one_that(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE):
        words = drawn(app, "#quotes")
        assert "Ada Fennimore ?  likely: no cue" in words
        assert "speaker not named" in words


async def test_a_resize_keeps_the_reading_place(finished_app):
    text = "\n\n".join(f"Paragraph {n} " + "has words enough for some rows " * 8 for n in range(99))
    article = make_article(text, "")
    app = finished_app([type(make_briefing())(article=article)])
    async with app.run_test(size=WIDE) as pilot:
        view = app.screen.query_one(ArticleView)
        await press(pilot, *["pagedown"] * 5)
        first = article.paragraph_at(view.place)
        for size in (NARROW, (30, 10), (200, 60), MIDDLE, WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert article.paragraph_at(view.place) == first
            top = drawn(app, "#article").lstrip("\n ").splitlines()[0]
            assert article.text[view.place :].split()[0] in top.split()


async def test_articles_are_gone_through_with_brackets(engine):
    other = make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")
    app = brief_app([make_article(), other], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        assert "[ 1/2 ]" in drawn(app, "#header")
        await press(pilot, "]")
        assert "Harbor of Lund" in drawn(app, "#article")
        engine.jobs[0].end()
        await pilot.pause()
        assert "finding who acts" in drawn(app, "#actors")
        await press(pilot, "[")
        assert "Ada Fennimore" in drawn(app, "#actors")
        assert "Velden" in drawn(app, "#article")


async def test_copy_sends_the_words_and_their_place(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "G", "y")
        assert app.clipboard.startswith("“a quiet closure”")
        assert "harbor.txt · ¶4" in app.clipboard


async def test_a_copied_quote_says_who_speaks_and_how_sure_that_is(finished_app, briefing):
    first, *rest = briefing.quotes
    likely = replace(first, certain=False)
    for quote, words in ((first, "— Ada Fennimore, the harbor master\n"),
                         (likely, "— Ada Fennimore, the harbor master (likely)\n")):  # fmt: skip
        app = finished_app([replace(briefing, quotes=(quote, *rest))])
        async with app.run_test(size=WIDE) as pilot:
            await press(pilot, "5", "y")
            assert words in app.clipboard


async def test_ctrl_c_with_nothing_selected_says_how_to_copy_and_to_quit(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "ctrl+c")
        words = [note.message for note in app._notifications][-1]
        assert "y copies" in words
        assert "q quits" in words


async def test_a_longer_summary_that_is_out_of_sight_is_told(finished_app):
    app = finished_app()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "plus")
        assert [note.message for note in app._notifications] == ["the summary has 5 sentences now"]
        await press(pilot, "2", "plus")
        assert len(app._notifications) == 1


async def test_the_theme_is_chosen_from_the_palette(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        assert app.theme == DARK
        await press(pilot, "ctrl+p", *"light")
        await app.workers.wait_for_complete()
        await press(pilot, "enter")
        await pilot.pause()
        assert app.theme == LIGHT


async def test_help_lists_the_keys(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "?")
        words = drawn(app, "#help")
        assert "backspace" in words
        assert "One line or row down." in words
        await press(pilot, "escape")
        assert isinstance(app.screen, ReaderScreen)


async def test_leaving_cancels_what_is_under_way():
    engine = FakeEngine()
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "q")
    assert engine.jobs[0].cancelled


async def test_a_click_on_the_footer_is_the_key(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5")

        async def click_on(words: str) -> None:
            at = app.screen.query_one("#footer").render_line(0).text.index(words)
            await pilot.click("#footer", offset=(at + 2, 0))
            await pilot.pause()

        await click_on("zoom")
        assert app.focused.region.width == WIDE[0]
        await click_on("help")
        assert "One line or row down." in drawn(app, "#help")


@pytest.mark.parametrize("size", [WIDE, (120, 36), (100, 24), MIDDLE])
async def test_the_article_gets_more_room_or_less_and_that_is_remembered(finished_app, size):
    remembered = Remembered()
    app = finished_app(remembered=remembered)
    async with app.run_test(size=size) as pilot:
        view = reader(app).article_view
        before = view.region.area
        await press(pilot, ">")
        wider = view.region
        assert wider.area > before
        await press(pilot, "<", "<")
        assert view.region.area < before
        await press(pilot, ">", ">")
        assert view.region == wider
    again = finished_app(remembered=remembered)
    async with again.run_test(size=size):
        assert reader(again).article_view.region == wider


@pytest.mark.parametrize("key", ["<", ">"])
async def test_neither_the_article_nor_the_panes_can_be_made_to_vanish(finished_app, key):
    app = finished_app()
    more_than_all = (LARGEST_SHARE - SMALLEST_SHARE) // SHARE_STEP + 2
    async with app.run_test(size=MIDDLE) as pilot:
        await pilot.press(*key * more_than_all)
        await pilot.pause()
        at_the_end = reader(app).article_view.region
        assert 0 < at_the_end.area < MIDDLE[0] * MIDDLE[1]
        await press(pilot, key)
        assert reader(app).article_view.region == at_the_end


async def test_an_article_opens_where_it_was_left(finished_app):
    remembered = Remembered()
    app = finished_app(remembered=remembered)
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, *"jjj")
        before = drawn(app, "#article")
        await press(pilot, "q")
    again = finished_app(remembered=remembered)
    async with again.run_test(size=(60, 12)):
        assert drawn(again, "#article") == before


async def test_text_is_no_wider_than_asked(finished_app):
    for asked in (40, 100):
        app = finished_app(settings=Settings(text_width=asked))
        async with app.run_test(size=(200, 45)) as pilot:
            await press(pilot, "z")
            longest = max(len(row.strip()) for row in drawn(app, "#article").splitlines())
            assert asked - 20 < longest <= asked + 5  # with its paragraph's number


async def test_a_finished_article_opens_with_true_counts(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE):
        panes = [pane for pane in map(reader(app).pane, PANES[1:]) if pane.display]
        counts = {pane.id: str(pane.border_subtitle) for pane in panes}
        assert counts.pop("summary").startswith("4 of 9 sentences")
        assert set(counts.values()) == {""}  # all rows are in view


async def test_an_actor_that_is_named_once_stays_the_chosen_one(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "G", "n")
        assert lit(app) == ["Dockers' Union"]
        assert len(app._notifications) == 1


async def test_a_selection_can_end_on_an_empty_row(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        view = reader(app).article_view
        rows = [line.strip() for line in drawn(app, "#article").splitlines()]
        first = next(number for number, row in enumerate(rows) if row.startswith("¶1"))
        blank = rows.index("", first)
        await pilot.mouse_down(view, offset=(8, first + 1))
        await pilot.hover(view, offset=(20, blank + 1))
        await pilot.mouse_up(view, offset=(20, blank + 1))
        await press(pilot, "ctrl+c")
        assert "harbor of Velden will close" in app.clipboard
        assert app.clipboard.rstrip().endswith("Marseille and Oran.")


async def test_a_hit_is_copied_as_its_sentence(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "right", "slash", *"strikes", "enter", "y")
        assert app.clipboard.startswith("“Brill spoke of strikes.”")
        assert "¶4" in app.clipboard


async def test_a_longer_summary_can_be_asked_for_before_it_is_there(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "+", "+")
        engine.jobs[0].end()
        await pilot.pause()
        assert len(reader(app).pane("summary").rows) == 6


async def test_a_page_saved_while_narrowed_says_what_it_is_about(finished_app, tmp_path):
    remembered = Remembered()
    remembered.folder = tmp_path
    app = finished_app(remembered=remembered)
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "f", "s")
        assert "only what concerns Ada Fennimore" in str(app.screen.query_one("#answer").render())


async def test_the_help_scrolls_by_pages(finished_app):
    app = finished_app()
    async with app.run_test(size=MIDDLE) as pilot:
        await press(pilot, "question_mark")
        first = drawn(app, "#help").splitlines()
        await press(pilot, "pagedown")
        second = drawn(app, "#help").splitlines()
        assert first[-1] == second[1]
        await press(pilot, "down")
        assert drawn(app, "#help").splitlines()[0] == second[1]


async def test_enter_before_the_panes_are_there_leads_nowhere(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        await until_whole(pilot)
        second = ReaderScreen(reader(app).analyses)
        mounting = app.push_screen(second)
        while not second.is_mounted:
            await sleep(0)
        assert not second.complete
        second.article_view.action_choose()
        await mounting
        await until_whole(pilot)
        assert second.state.focused == "article"
