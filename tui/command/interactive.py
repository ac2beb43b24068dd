"""Opens the screen on the articles.

The library and the engine are loaded after the first frame: loading them before it was measured,
and the article appeared a third later. Only the process that loads the model is started first, for
it does so on another core.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.model import Article
from briefing.opening import FeedFound
from briefing.service import Service
from tui.command.console import ALL_DONE, SOME_FAILED, USAGE, is_served, say
from tui.command.options import CommandOptions
from tui.command.sources import DatedSources, opened_all
from tui.settings import Settings, settings_path

if TYPE_CHECKING:
    from textual.screen import Screen

BETWEEN_COLLECTIONS = (5_000, 10, 20)
"""Seldom enough that one in fifty keys waits for all garbage, some 30 ms, and not one in four."""


def open_screen(
    options: CommandOptions, service: Service, settings: Settings, wrong: Sequence[str]
) -> int:
    """Show the articles, or the library if there are none, and return the exit status.

    Args:
        options: The command line.
        service: Gives the briefings.
        settings: The user's settings.
        wrong: What is wrong with the settings, one line each.
    """
    service.opener.lists_feeds = True
    if options.articles or options.paste:
        service.prepare()
    found: Sequence[Article | BriefingError] = opened_all(options, service, _load_screen)
    if options.corrections:
        from tui.command.corrections import GivenCorrections

        found = list(GivenCorrections(options, service).taken_in(found))
    articles = [options.dated(one) for one in found if isinstance(one, Article)]
    feeds = [one for one in found if isinstance(one, FeedFound)] if not articles else []
    problems = [
        str(one) for one in found if isinstance(one, BriefingError) and one not in feeds[:1]
    ]
    if problems and not articles and not feeds:
        for problem in problems:
            say(problem)
        return SOME_FAILED

    feed = feeds[0].source if feeds else None
    return _run(articles, problems, options, service, settings, wrong, feed=feed)


def open_digest(
    options: CommandOptions, service: Service, settings: Settings, wrong: Sequence[str]
) -> int:
    """Show the stories of the articles as a list, and return the exit status; see `open_screen`."""
    from tui.command.digest import NO_ARTICLES, make_digest

    if not options.articles:
        say(NO_ARTICLES)
        return USAGE
    made = make_digest(options, service)
    service.batch = None  # what is read from now on is opened by hand
    service.opener.lists_feeds = True
    if not made.digest.stories:
        for problem in made.problems:
            say(problem)
        return SOME_FAILED

    def screen() -> Screen[None]:
        from tui.digest.screen import DigestScreen

        return DigestScreen(made.digest, made.articles)

    return _run((), made.problems, options, service, settings, wrong, first_screen=screen)


def _run(
    articles: Sequence[Article],
    problems: Sequence[str],
    options: CommandOptions,
    service: Service,
    settings: Settings,
    wrong: Sequence[str],
    *,
    first_screen: Callable[[], Screen[None]] | None = None,
    feed: str | None = None,
) -> int:
    """Run the app until the user leaves it, and return the exit status."""
    _take_keys_from_terminal()

    from tui.app import BriefApp
    from tui.session_state import Remembered, state_path

    keymap, clashes = keymap_of_settings(settings)
    app = BriefApp(
        articles,
        service.submit,
        library=service,
        corrector=service.corrector,
        unseen=service,
        names=service.names,
        feeds=service,
        feed=feed,
        options=options.analysis,
        summary_length=options.sentences,
        settings=settings,
        keymap=keymap,
        remembered=Remembered.load(state_path()),
        problems=(*wrong, *clashes, *problems),
        sources=DatedSources(options, service),
        at_first_frame=lambda: _begin_in_background(service, settings),
        first_screen=first_screen,
    )
    service.on_problem = lambda problem: app.call_later(app.say, problem, failed=True)
    app.run()
    for problem in problems:
        say(problem)
    return app.return_code or (SOME_FAILED if problems else ALL_DONE)


def _begin_in_background(service: Service, settings: Settings) -> None:
    """Begin what the first frame does not need."""
    gc.freeze()  # what is loaded stays: to look through it for garbage would delay keys
    gc.set_threshold(*BETWEEN_COLLECTIONS)
    gc.enable()
    service.index_in_background()
    if settings.refresh_feeds:
        service.refresh_feeds_in_background()


def _load_screen() -> None:
    import tui.app
    import tui.reader.screen  # noqa: F401


def keymap_of_settings(settings: Settings) -> tuple[dict[str, str], list[str]]:
    """The keymap of the settings, and what is wrong with its entries."""
    if not settings.keys:
        return {}, []
    from tui.keymap import keymap_of

    keymap, problems = keymap_of(settings.keys)
    return keymap, [f"{settings_path()}: {problem}" for problem in problems]


def _take_keys_from_terminal() -> None:
    """Read keys from the terminal itself if standard input held an article."""
    if not sys.stdin.isatty() and not is_served():
        try:
            terminal = os.open("/dev/tty", os.O_RDONLY)
        except OSError as error:
            raise BriefingError(
                "there is no terminal to take keys from; use --markdown or --json"
            ) from error
        os.dup2(terminal, 0)
        os.close(terminal)
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - open until the program ends
