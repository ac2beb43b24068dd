"""The table of commands agrees with itself and with the screens."""

from collections import Counter

import pytest

from tui.app import BriefApp
from tui.article.view import ArticleView
from tui.commands import COMMANDS, PANE_SCOPES, palette
from tui.feeds.screen import FeedsScreen
from tui.palette import Commands
from tui.panes.articles import ArticlesList
from tui.panes.base import EvidencePane
from tui.panes.registry import EVIDENCE_PANES
from tui.reader.screen import ReaderScreen
from tui.screens.start import LibraryScreen
from tui.widgets.row_list import RowList

HOLDERS = {
    "move": (ArticleView, RowList),
    "article": (ArticleView,),
    "list": (RowList,),
    "pane": (EvidencePane,),
    "articles": (ArticlesList,),
    **{spec.name: (spec.widget() if spec.widget else EvidencePane,) for spec in EVIDENCE_PANES},
    "reader": (ReaderScreen,),
    "start": (LibraryScreen,),
    "feeds": (FeedsScreen,),
    "app": (BriefApp,),
}


def test_ids_are_unique():
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize(
    "scopes",
    [
        ("move", "list", "reader", "app"),
        ("list", "pane", "reader", "app"),
        ("move", "article", "reader", "app"),
        ("start", "app", "move"),
        ("feeds", "app", "move"),
        *(("move", "list", own, "app") for own in PANE_SCOPES),
    ],
)
def test_no_key_means_two_things_in_one_place(scopes):
    keys = Counter(
        key
        for command in COMMANDS
        if command.scope in scopes
        for key in command.keys.split(",")
        if key
    )
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_can_be_run(command):
    name = command.action.partition("(")[0]
    place, _, action = name.rpartition(".")
    elsewhere = {"app": (BriefApp,), "screen": (ReaderScreen,)}
    holders = elsewhere[place] if place else HOLDERS[command.scope]
    assert holders
    assert all(hasattr(holder, f"action_{action}") for holder in holders)


def test_the_palette_can_run_what_it_offers():
    scopes = {*ReaderScreen.COMMAND_SCOPES, *LibraryScreen.COMMAND_SCOPES}
    scopes |= {*FeedsScreen.COMMAND_SCOPES}
    assert {command.scope for command in palette()} <= scopes


def test_all_that_does_more_than_move_is_in_the_palette():
    left_out = {command.scope for command in COMMANDS if command not in palette()}
    assert left_out <= {"move", "list", "article", "reader", "start", "feeds", "app"}
    alone = {command.id for command in COMMANDS if command not in palette()}
    assert alone == {
        *(command.id for command in COMMANDS if command.scope == "move"),
        *("show", "show-item", "open-entry", "mark-before", "mark-after"),
        *("next-pane", "previous-pane", "leave", "return", "palette"),
        *("open-feed-entry", "leave-feeds"),
    }


@pytest.mark.parametrize(
    ("query", "title"),
    [("map", "Map nearer"), ("who said", "Quotes"), ("order of time", "By time")],
)
async def test_commands_are_found_by_name_and_by_help(finished_app, query, title):
    app = finished_app()
    async with app.run_test(size=(160, 45)):
        provider = Commands(app.screen)
        hits = [hit async for hit in provider.search(query)]
        assert title in [str(hit.match_display) for hit in hits]


async def test_a_command_of_a_pane_is_run_there(finished_app):
    app = finished_app()
    async with app.run_test(size=(160, 45)) as pilot:
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        assert "Tick" not in commands  # there is no list of articles
        await commands["By time"].callback()
        await pilot.pause()
        assert app.focused.id == "when"
        assert app.focused.reordered
