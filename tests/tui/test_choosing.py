"""From the article to the panes, narrowing to one actor or place, and searching."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tests.tui.example import TEXT, brief_app, make_article, make_briefing
from tests.tui.test_reader import MIDDLE, NARROW, WIDE, drawn, lit, press, reader
from tui.commands import PANES

SIZES = [WIDE, MIDDLE, NARROW]


def focused(app):
    return app.focused.id


def hits(app):
    view = reader(app).article_view
    return [TEXT[slice(*view.lights.hits[n])] for n in range(len(view.lights.hits))]


# From the article


async def test_arrows_walk_the_marked_words_and_enter_shows_their_row(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = reader(app)
        seen = []
        for _ in range(4):
            await press(pilot, "right")
            assert focused(app) == "article"
            seen.append((screen.state.owner, TEXT[slice(*screen.evidence.span)]))
        assert seen == [
            ("places", "Velden"),
            ("places", "Velden"),
            ("when", "Monday"),
            ("places", "Marseille"),
        ]
        await press(pilot, "left")
        assert TEXT[slice(*screen.evidence.span)] == "Monday"
        await press(pilot, "right", "enter")
        assert focused(app) == "places"
        pane = screen.pane("places")
        assert pane.chosen.name == "Marseille"
        await press(pilot, "backspace")
        assert focused(app) == "article"
        assert TEXT[slice(*screen.evidence.span)] == "Marseille"


@pytest.mark.parametrize("size", [MIDDLE, (100, 24)])
async def test_the_pane_beside_the_article_follows_the_marked_words(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "right")
        assert reader(app).pane("places").region.area > 0
        await press(pilot, "right", "right")
        assert reader(app).pane("when").region.area > 0
        assert focused(app) == "article"


async def test_enter_in_the_article_with_nothing_chosen_goes_to_the_pane_beside(finished_app):
    app = finished_app()
    async with app.run_test(size=NARROW) as pilot:
        await press(pilot, "enter")
        assert focused(app) == "summary"
        await press(pilot, "right", "right")
        assert focused(app) == "places"
        await press(pilot, "left", "left", "left")
        assert focused(app) == "article"


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_marked_words_chooses_their_row(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        view = reader(app).article_view
        rows = drawn(app, "#article").splitlines()
        y = next(n for n, row in enumerate(rows) if "Ada Fennimore" in row)
        x = rows[y].index("Ada") + 1
        await pilot.click("#article", offset=(x + 1, y + 1))
        await pilot.pause()
        assert reader(app).state.owner == "actors"
        assert reader(app).pane("actors").chosen.name == "Ada Fennimore"
        assert lit(app)[0] == "Ada Fennimore"
        assert view.lights.current == 0


async def test_a_click_beside_the_words_changes_nothing(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.click("#article", offset=(1, 3))
        await pilot.pause()
        assert reader(app).state.owner == ""


# Narrowing


async def test_f_narrows_everything_to_one_actor_and_escape_widens_it(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "j", "f")
        assert "only Tomas Brill" in drawn(app, "#header")
        assert "esc show all" in drawn(app, "#footer")
        screen = reader(app)
        assert screen.pane("actors").chosen.name == "Tomas Brill"
        assert [row.item.text for row in screen.pane("quotes").rows] == ["a quiet closure"]
        assert all("Brill" in row.item.text for row in screen.pane("summary").rows)
        assert "Fennimore" not in drawn(app, "#actors")
        assert lit(app) == ["Tomas Brill", "Brill"]
        await press(pilot, "escape")
        assert "only" not in drawn(app, "#header")
        assert screen.pane("actors").chosen.name == "Tomas Brill"
        assert len(screen.pane("quotes").rows) == 3


async def test_f_again_widens_and_f_on_another_row_narrows_to_that(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "G", "f")
        name = reader(app).state.only_name
        assert f"only {name}" in drawn(app, "#header")
        await press(pilot, "f")
        assert reader(app).state.only_name == ""
        await press(pilot, "5", "f")
        assert reader(app).state.only_name == "Ada Fennimore"


async def test_where_there_is_nothing_to_narrow_to_it_is_said(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "6", "f")
        assert reader(app).state.only_name == ""
        assert len(app._notifications) == 1


async def test_narrowed_the_summary_still_changes_its_length(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "3", "f", "2", *"------")
        assert len(reader(app).pane("summary").rows) == 1
        await press(pilot, "+")
        assert len(reader(app).pane("summary").rows) == 2


async def test_another_article_is_shown_whole(engine):

    other = make_article(TEXT.replace("Velden", "Lund"), "Harbor of Lund")
    app = brief_app([make_article(), other], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].end()
        await pilot.pause()
        await press(pilot, "3", "f", "]")
        assert "only" not in drawn(app, "#header")


# Searching


@pytest.mark.parametrize("size", SIZES)
async def test_a_search_lights_and_counts_as_it_is_typed(finished_app, size):
    app = finished_app()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash", *"fenn")
        assert hits(app) == ["Fenn"] * 4
        assert "1 of 4" in str(app.screen.query_one("#found").render())
        await press(pilot, *"x")
        assert "not in the article" in str(app.screen.query_one("#found").render())
        await press(pilot, "backspace", "enter")
        assert focused(app) == "article"
        view = reader(app).article_view
        await press(pilot, "n", "n")
        assert view.lights.hit == 2
        assert "3 of 4" in drawn(app, "#footer")
        await press(pilot, "N")
        assert view.lights.hit == 1
        await press(pilot, "N", "N")
        assert view.lights.hit == 3
        await press(pilot, "escape")
        assert hits(app) == []
        assert len(app.screen.query("SearchBar")) == 0


async def test_the_current_hit_is_in_view(finished_app):
    app = finished_app()
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "slash", *"fishermen", "enter")
        assert "Fishermen" in drawn(app, "#article")


async def test_escape_while_typing_goes_back_to_where_one_read(finished_app):
    app = finished_app()
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, "j", "j")
        before = drawn(app, "#article")
        await press(pilot, "slash", *"fishermen", "escape")
        assert focused(app) == "article"
        assert drawn(app, "#article") == before
        assert hits(app) == []


async def test_a_search_in_a_pane_goes_from_row_to_row(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "5", "slash", *"crates")
        assert reader(app).pane("quotes").index == 1
        assert lit(app)[0].startswith("Every day")
        await press(pilot, "enter")
        assert focused(app) == "quotes"
        await press(pilot, "escape", "slash", *"fennimore", "enter", "n")
        assert reader(app).pane("quotes").index == 0
        await press(pilot, "n")
        assert reader(app).pane("quotes").index == 1


@pytest.mark.parametrize("keys", ["3f", "3jf"])
async def test_keys_that_come_all_at_once_mean_the_row_they_led_to(finished_app, keys):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        for key in keys:
            app.post_message(Key(key, key))
        await pilot.pause()
        actors = make_briefing().actors
        assert reader(app).state.only_name == actors[keys.count("j")].name


async def test_a_pane_with_nothing_left_says_that_it_is_narrowed(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "4", "down", "down", "f")
        name = reader(app).state.only_name
        shown = reader(app).panes_in_view & set(PANES[1:])
        empty = [name for name in shown if not reader(app).pane(name).rows]
        assert empty
        for pane in empty:
            assert f"nothing that concerns {name}" in " ".join(drawn(app, f"#{pane}").split())


async def test_a_search_in_a_pane_goes_on_while_results_come(engine):
    app = brief_app([make_article()], engine.submit)
    async with app.run_test(size=WIDE) as pilot:
        engine.jobs[0].finish("summary", "dates")
        await pilot.pause()
        await press(pilot, "6", "slash", *"week", "enter")
        assert reader(app).search.words() == "1 of 1"
        engine.jobs[0].end()
        await pilot.pause()
        assert reader(app).search.words() == "1 of 1"
        assert reader(app).pane("when").chosen.text == "last week"


async def test_a_search_in_a_pane_goes_on_in_its_other_order(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "6", "slash", *"2031", "enter", "t")
        pane, search = reader(app).pane("when"), reader(app).search
        assert pane.chosen.text == "2031"
        assert pane.index == 0  # the only one whose time is known
        assert search.words() == "1 of 1"
        await press(pilot, "G", "n")
        assert pane.chosen.text == "2031"


async def test_arrows_step_while_the_field_is_open(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash", *"fenn", "down", "down", "up")
        assert reader(app).article_view.lights.hit == 1


async def test_a_colon_opens_the_commands(finished_app):
    from textual.command import CommandPalette

    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "colon")
        assert isinstance(app.screen, CommandPalette)


async def test_a_line_break_that_is_pasted_into_a_search_is_a_space(finished_app):
    app = finished_app()
    async with app.run_test(size=WIDE) as pilot:
        await press(pilot, "slash")
        app.screen.focused.post_message(Paste("repairs\n\nThe\tharbor of\r\nVelden\n"))
        await pilot.pause()
        await pilot.pause()
        assert hits(app) == ["repairs\n\nThe harbor of Velden"]
