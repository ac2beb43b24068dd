"""Whatever is typed as a path: a page is saved, or one line says why not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from briefing.page.saving import is_folder, is_there
from tests.tui.example import make_article, make_briefing
from tui.cli import main
from tui.saving.dialog import SaveDialog

TOO_LONG = "x" * 300 + ".md"
TYPED = [
    "~nouser/x.md",
    TOO_LONG,
    "y" * 300 + "/x.md",
    "z/" * 3000 + "x.md",
    "/dev/null/x.md",
    "/proc/x.md",
    "a\x00b.md",
    "a\udcffb.md",
    "forbidden/x.md",
    "forbidden/",
    "link/x.md",
    ".",
    "~",
    "~/",
    "file.txt/x.md",
]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some that may not be entered, and no folder where documents lie."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").touch()
    (tmp_path / "link").symlink_to("link")
    (tmp_path / "forbidden").mkdir()
    may_not = Path.is_dir, Path.exists, Path.is_file

    def forbidding(look):
        def looked(path: Path, *arguments: object) -> bool:
            if path.parts[-2:-1] == ("forbidden",):  # root may enter everything
                raise PermissionError(13, "Permission denied")
            return look(path, *arguments)

        return looked

    for look in may_not:
        monkeypatch.setattr(Path, look.__name__, forbidding(look))
    return tmp_path


@pytest.mark.parametrize("key", ["s", "S"])
async def test_in_the_field_of_a_dialog(finished_app, here, key):
    other = make_article("Nothing\n\nIt rained.", "Nothing")
    app = finished_app([make_briefing(), make_briefing().__class__(article=other)])
    app.remembered.folder = here
    async with app.run_test(size=(100, 30)) as pilot:
        for typed in TYPED:
            await pilot.press(key)
            await pilot.pause()
            dialog = app.screen
            assert isinstance(dialog, SaveDialog)
            dialog.query_one(Input).value = typed if key == "s" else str(Path(typed).parent)
            await pilot.press("enter")
            await pilot.pause()
            assert app.is_running, typed
            if app.screen is dialog:
                said = str(dialog.query_one("#answer", Static).visual)
                assert said.count("\n") == 0, typed
                assert said, typed
                await pilot.press("escape", "escape")
                await pilot.pause()
            for page in here.rglob("*.md"):
                page.unlink()


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.usefixtures("here")
def test_after_o(sample, capfd, typed):
    if "\x00" in typed:
        return  # no command line can have it
    status = main(["--json", str(sample), "-o", typed])
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err.startswith("brief: saved " if status == 0 else "brief: cannot save ")
    assert said.err.count("\n") == 1


def test_what_may_not_be_looked_at_is_neither(here):
    for name in ("forbidden/x", TOO_LONG, "a\x00b", "link"):
        assert not is_folder(here / name)
        assert not is_there(here / name)


@pytest.mark.parametrize("kind", ["txt", "html"])
def test_a_file_whose_name_is_no_text(tmp_path, capfd, kind):
    path = os.fsencode(tmp_path) + b"/harbor\xff." + kind.encode()
    words = "<p>" * (kind == "html") + "It rained in Paris on Monday. " * 20
    Path(os.fsdecode(path)).write_text(f"Rain\n\n{words}")
    assert main(["--json", os.fsdecode(path)]) == 0
    assert '"article"' in capfd.readouterr().out


def test_a_model_whose_name_is_no_text(sample, capfd):
    with pytest.raises(SystemExit) as ended:
        main(["--json", "--model", "\udcff", str(sample)])
    assert ended.value.code == 2
    assert capfd.readouterr().err.count("\n") == 1
