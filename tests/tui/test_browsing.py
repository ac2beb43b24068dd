"""A saved page is opened in a browser with a window, or in one that gets the terminal."""

from __future__ import annotations

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.tui.test_reader import WIDE, press
from tui.browsing import browser_of, open_page

ADDRESS = "file:///home/ada/Harbor%20closes.html"
WRITES = '#!/bin/sh\necho "$@" > {folder}/opened\n'
SHOWS = "#!/bin/sh\necho what a browser writes\n" + WRITES.removeprefix("#!/bin/sh\n")


@pytest.fixture
def system(monkeypatch, tmp_path):
    """Makes a system that has only these programs, each with what it does."""

    def make(**programs: str):
        monkeypatch.setattr("sys.platform", "linux")
        for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("PATH", str(tmp_path))
        for name, script in programs.items():
            path = tmp_path / name.replace("_", "-")
            path.write_text(script.format(folder=tmp_path))
            path.chmod(0o755)
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("environment", "programs", "command", "takes_terminal"),
    [
        ({"DISPLAY": ":0"}, ("xdg_open", "w3m"), ("xdg-open",), False),
        ({}, ("xdg_open", "w3m"), ("w3m",), True),
        ({"BROWSER": "lynx"}, ("lynx", "w3m"), ("lynx",), True),
        ({"BROWSER": "gone:lynx -accept %s"}, ("lynx",), ("lynx", "-accept", "%s"), True),
        ({"BROWSER": "mine", "WAYLAND_DISPLAY": "w"}, ("mine", "firefox"), ("mine",), False),
        ({"BROWSER": "mine"}, ("mine",), ("mine",), True),
        ({"BROWSER": '"', "DISPLAY": ":0"}, ("firefox",), ("firefox",), False),
    ],
)
def test_which_browser_is_taken(system, environment, programs, command, takes_terminal):
    system(**dict.fromkeys(programs, WRITES))
    browser = browser_of(environment)
    assert (browser.command, browser.takes_terminal) == (command, takes_terminal)


def test_the_address_has_its_place_in_the_command(system):
    system(lynx=WRITES)
    assert browser_of({}).opening("a") == ["lynx", "a"]
    assert browser_of({"BROWSER": "lynx -x=%s -y"}).opening("a") == ["lynx", "-x=a", "-y"]


async def said_and_opened(app, system) -> tuple[list[str], str]:
    """(what the user was told, what the browser was given)."""
    async with app.run_test(size=WIDE) as pilot:
        open_page(app, ADDRESS, "saved")
        await app.workers.wait_for_complete()
        await press(pilot, "2")
        assert app.focused.id == "summary"
        opened = system / "opened"
        return [note.message for note in app._notifications], (
            opened.read_text().strip() if opened.exists() else ""
        )


async def test_without_a_browser_that_is_said(finished_app, system):
    assert await said_and_opened(finished_app(), system()) == (
        ["saved; there is no browser here to open it with"],
        "",
    )


async def test_a_browser_with_a_window(finished_app, system, monkeypatch, capfd):
    folder = system(firefox=SHOWS)
    monkeypatch.setenv("DISPLAY", ":0")
    assert await said_and_opened(finished_app(), folder) == ([], ADDRESS)
    assert capfd.readouterr().out == ""  # nothing of it gets onto the screen


async def test_a_browser_that_fails(finished_app, system, monkeypatch):
    folder = system(firefox="#!/bin/sh\nexit 3\n")
    monkeypatch.setenv("DISPLAY", ":0")
    assert await said_and_opened(finished_app(), folder) == (
        ["saved; firefox could not open it"],
        "",
    )


async def test_a_browser_in_the_terminal_gets_it_and_gives_it_back(
    finished_app, system, monkeypatch
):
    modes = []
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    for name in ("suspend_application_mode", "resume_application_mode"):
        monkeypatch.setattr(HeadlessDriver, name, lambda _, name=name: modes.append(name))
    interrupted = system(w3m=WRITES + "kill -INT $PPID\n")  # as ctrl+c does to all of them
    assert await said_and_opened(finished_app(), interrupted) == ([], ADDRESS)
    assert modes == ["suspend_application_mode", "resume_application_mode"]


async def test_a_browser_in_the_terminal_where_none_can_be_given(finished_app, system):
    assert await said_and_opened(finished_app(), system(w3m=WRITES)) == (
        ["saved; w3m could not open it"],
        "",
    )
