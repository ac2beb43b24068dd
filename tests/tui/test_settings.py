"""Settings: read from a file of the user's, never written, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tui.example import brief_app
from tests.tui.test_reader import WIDE, drawn, press, reader
from tests.tui.test_terminal import read_until
from tests.tui.test_whole_program import running
from tui.app import BriefApp
from tui.command.settings_listing import listing
from tui.command_spec import Command
from tui.commands import COMMANDS, footer, palette, shown_keys
from tui.keymap import key_name, keymap_of
from tui.screens.help import GROUPS
from tui.session_state import Remembered
from tui.settings import Settings, load, settings_path
from tui.theme import ANSI, DARK, LIGHT


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_there_are_defaults(file):
    assert load(file) == (Settings(), ())
    assert load(file / "below a file") == (Settings(), ())
    assert not file.exists()


def test_every_entry_is_read(file):
    file.write_text(
        'theme = "light"\nmethod = "lead"\nsentences = 7\ntext_width = 66\ntemplate = "memo"\n'
        'library = "~/news"\n'
        '[keys]\nzoom = "f6"\nsave = ["f5", "ctrl+s"]\n'
    )
    settings, problems = load(file)
    assert problems == ()
    assert settings == Settings(
        theme="light",
        method="lead",
        sentences=7,
        text_width=66,
        template="memo",
        library="~/news",
        keys={"zoom": "f6", "save": ["f5", "ctrl+s"]},
    )


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('theme = "blue"', '"dark", "light" or "ansi"'),
        ("theme = 3", '"dark", "light" or "ansi"'),
        ('method = "magic"', "lexrank"),
        ("sentences = 0", "from 1 to 999"),
        ("sentences = true", "from 1 to 999"),
        ("text_width = 500", "from 20 to 200"),
        ('template = "no-such"', "desk, memo"),
        ('library = "news"', "give a folder in full"),
        ('library = "~nobody-of-this-name/news"', "give a folder in full"),
        ("library = 3", "give a folder in full"),
        ('keys = "z"', "[keys]"),
        ("keys.zoom = 1", "cannot be 1; give a key"),
        ("colour = 1", "text_width"),
    ],
)
def test_a_bad_entry_is_told_in_one_line_and_the_others_hold(file, entry, told):
    good = "method" if "sentences" in entry else "sentences"
    file.write_text(('method = "lead"\n' if good == "method" else "sentences = 9\n") + entry)
    settings, problems = load(file)
    (problem,) = problems
    assert str(file) in problem
    assert entry.strip("[]").split()[0] in problem
    assert told in problem
    assert "\n" not in problem
    assert (settings.method, settings.sentences) in [("lead", 6), ("brief", 9)]


@pytest.mark.parametrize("data", [b"theme = ", b"\xff\xfe", b"a = " + b"[" * 10000, b"\x00"])
def test_a_file_that_is_no_toml_is_told_in_one_line(file, data):
    file.write_bytes(data)
    settings, problems = load(file)
    assert settings == Settings()
    (problem,) = problems
    assert str(file) in problem
    assert "\n" not in problem


def test_a_folder_in_its_place_is_told(file):
    file.mkdir()
    assert load(file)[0] == Settings()
    assert "cannot be read" in load(file)[1][0]


def test_a_bad_key_takes_no_other_one_along(file):
    file.write_text('[keys]\ncopy = 5\nzoom = "f6"\n')
    settings, problems = load(file)
    assert settings.keys == {"zoom": "f6"}
    assert len(problems) == 1


# Keys


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("?", "question_mark"),
        ("+", "plus"),
        ("plus", "plus"),
        (",", "comma"),
        (" ", "space"),
        ("A", "A"),
        ("Ctrl+X", "ctrl+x"),
        ("ctrl++", "ctrl+plus"),
        ("shift+tab", "shift+tab"),
        ("PgDn", "pagedown"),
        ("esc", "escape"),
        ("F5", "f5"),
        ("shift+a", None),
        ("nonsense", None),
        ("ctrl+ctrl+a", None),
        ("up+a", None),
        ("", None),
        ("\x1b", None),
    ],
)
def test_keys_are_understood_as_people_write_them(text, name):
    assert key_name(text) == name


def test_own_keys_are_all_known():
    keys = {key for command in COMMANDS for key in command.keys.split(",") if key}
    assert {key for key in keys if key_name(key) != key} == set()


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"no-such": "f6"}, "brief --settings"),
        ({"zoom": "nonsense"}, "nonsense"),
        ({"zoom": []}, "at least one key"),
        ({"zoom": "ctrl+c"}, "copies"),
        ({"zoom": "s"}, "save"),
        ({"zoom": "j"}, "line-down"),
        ({"zoom": "q"}, "quit"),
        ({"path": "j"}, "line-down"),
        ({"by-time": "s"}, "save"),
    ],
)
def test_an_entry_that_cannot_be_used_is_told_and_left_out(chosen, told):
    keymap, problems = keymap_of(chosen)
    assert keymap == {}
    (problem,) = problems
    assert problem.startswith(f"keys.{next(iter(chosen))}: ")
    assert told in problem


def test_of_two_entries_with_one_key_the_first_holds():
    keymap, problems = keymap_of({"zoom": "f6", "save": ["f6", "f5"]})
    assert keymap == {"zoom": "f6"}
    assert len(problems) == 1


@pytest.mark.parametrize(
    "chosen",
    [
        {"next-mention": "N", "previous-mention": "n"},
        {"zoom": "s", "save": "z"},
        {"path": "z"},
        {"by-time": "b"},
        {"longer": "f6", "zoom-in": "f6"},
        {"dark": "f2", "palette": "f3"},
    ],
)
def test_keys_that_never_meet_do_not_clash(chosen):
    if "previous-mention" in chosen:
        chosen = chosen | {"previous-mention": "n"}
    keymap, problems = keymap_of(chosen)
    assert problems == []
    assert set(keymap) == set(chosen)


def test_changed_keys_are_shown_wherever_keys_are_shown():
    keymap = {"zoom": "question_mark,f5", "help": "f1"}
    by_id = {command.id: command for command in COMMANDS}
    assert shown_keys(by_id["zoom"], keymap) == "? f5"
    assert shown_keys(by_id["save"], keymap) == by_id["save"].shown
    for table in (footer(["reader", "app"], keymap), palette(keymap)):
        assert {c.id: c.shown for c in table}["zoom"] == "? f5"


def test_the_help_lists_the_commands_of_every_place():
    assert {scope for _, scopes in GROUPS for scope in scopes} == {c.scope for c in COMMANDS}


async def test_a_changed_key_works_and_the_old_one_does_not(finished_app):
    keymap, problems = keymap_of({"zoom": ["f6", "?"], "help": "f1", "light": "f2"})
    assert problems == []
    app = finished_app(keymap=keymap)
    async with app.run_test(size=(160, 120)) as pilot:  # as high as the help is long
        await press(pilot, "z")
        assert not reader(app).has_class("-zoomed")
        await press(pilot, "f6")
        assert reader(app).has_class("-zoomed")
        await press(pilot, "question_mark")
        assert not reader(app).has_class("-zoomed")
        await press(pilot, "f2")
        assert app.theme == LIGHT
        await press(pilot, "f1")
        assert "f6 ?" in drawn(app, "#help")
        offered = {title: words for title, words, *_ in app.get_system_commands(reader_of(app))}
        assert offered["Zoom"].endswith("(f6 ?)")


def reader_of(app: BriefApp):
    return app.screen_stack[0]


async def test_the_start_screen_shows_changed_keys(engine):
    app = brief_app([], engine.submit, keymap={"path": "f9"})
    async with app.run_test(size=WIDE) as pilot:
        assert "f9 open or find" in drawn(app, "#footer")
        await press(pilot, "f9")
        assert app.screen.query_one("#path").has_focus


# The theme


def remembering(theme: str | None) -> Remembered:
    remembered = Remembered()
    if theme:
        remembered.theme = theme
    return remembered


@pytest.mark.parametrize(
    ("setting", "last", "begun"),
    [
        (None, None, DARK),
        (None, LIGHT, LIGHT),
        ("ansi", LIGHT, ANSI),
        (None, "no-such-theme", DARK),
        ("auto", LIGHT, DARK),
    ],
)
def test_the_theme_of_the_settings_goes_before_the_one_chosen_last(
    finished_app, setting, last, begun
):
    app = finished_app(settings=Settings(theme=setting), remembered=remembering(last))
    assert app.theme == begun


async def test_problems_are_told_on_the_screen(finished_app):
    app = finished_app(problems=["settings.toml: theme cannot be [blue]"])
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert [note.message for note in app._notifications] == [
            "settings.toml: theme cannot be [blue]"
        ]


# The command


@pytest.fixture
def brief(tmp_path):
    """Runs the command with these settings."""

    def brief(text: str, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess:
        file = tmp_path / "config" / "brief" / "settings.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            input=stdin,
            capture_output=True,
            env=os.environ | {"XDG_CONFIG_HOME": str(tmp_path / "config")},
            timeout=120,
            check=False,
        )
        assert file.read_text() == text
        return done

    return brief


def test_settings_are_listed_as_a_file_of_them(brief):
    text = 'sentences = 7\ntheme = "ansi"\n[keys]\nzoom = ["f6", "f7"]\nquit = "nonsense"\n'
    done = brief(text, "--settings")
    assert done.returncode == 0
    listed = done.stdout.decode()
    assert "settings.toml" in listed.splitlines()[0]
    entries = tomllib.loads(listed)
    assert entries["sentences"] == 7
    assert entries["theme"] == "ansi"
    assert entries["keys"]["zoom"] == ["f6", "f7"]
    assert done.stderr.decode().count("\n") == 1
    assert "keys.quit" in done.stderr.decode()


def test_what_is_listed_is_a_file_without_problems(file):
    file.write_text(listing(Settings(), file, {}))
    settings, problems = load(file)
    assert problems == ()
    assert settings.keys
    keymap, clashes = keymap_of(settings.keys)
    assert clashes == []
    assert all(set(keymap[c.id].split(",")) == set(c.keys.split(",")) for c in with_keys())


def with_keys() -> list[Command]:
    return [command for command in COMMANDS if command.keys]


STORY = b"Mill fire\n\nThe mill in Oslo burned down. Nobody was hurt there. Ana Ruiz saw it burn."


def test_options_go_before_settings_and_problems_go_to_standard_error(brief):
    text = 'method = "lead"\nsentences = 1\ntemplate = "memo"\ncolour = 1\n'
    done = brief(text, "-", stdin=STORY)
    assert done.returncode == 0
    assert done.stdout.startswith(b"# Memo: Mill fire\n")
    assert done.stderr.count(b"\n") == 1
    assert b"colour" in done.stderr

    desk = brief(text, "--template", "desk", "-", stdin=STORY)
    assert desk.stdout.startswith(b"# Mill fire\n")
    json = brief(text, "--json", "-", stdin=STORY)  # a template is nothing to JSON
    assert json.returncode == 0
    shown = brief(text, "--help").stdout.decode()
    assert "(lead)" in shown
    assert "(1)" in shown


def test_theme_and_keys_hold_on_a_terminal(tmp_path):
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('theme = "ansi"\n[keys]\nquit = "ctrl+x"\n')
    with running(tmp_path / "report.json") as terminal:
        shown = read_until(terminal, b"quit")
        os.write(terminal, b"\x18")
        shown += read_until(terminal, b"\x1b[?1049l")
    assert b"quit" in shown
    assert b"8;2;" not in shown  # which is how a color that is not the terminal's begins
    assert b"\x1b[?1049l" in shown


def test_the_file_lies_beside_the_templates():
    from briefing.page.templates import user_folder

    assert settings_path().parent == user_folder().parent


def no_file(kind: str, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("pipe", "cannot be read (it is no ordinary file)"),
        ("folder", "cannot be read (it is no ordinary file)"),
        ("dangling link", "is a link that leads nowhere"),
    ],
)
def test_what_is_no_file_is_told_in_a_line_and_nothing_waits(tmp_path, kind, said):
    no_file(kind, tmp_path / "settings.toml")
    settings, problems = load(tmp_path / "settings.toml")
    assert settings == Settings()
    assert problems == (f"{tmp_path / 'settings.toml'} {said}; brief goes on without it",)


@pytest.mark.parametrize("kind", ["pipe", "folder"])
def test_what_is_in_place_of_the_remembered_state_stays(tmp_path, kind):
    path = tmp_path / "state.json"
    no_file(kind, path)
    remembered = Remembered.load(path)
    remembered.keep_share("article", 40)
    remembered.save()
    assert not path.is_file()
    assert [one.name for one in tmp_path.iterdir()] == ["state.json"]
