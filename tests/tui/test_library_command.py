"""The library on the command line: exported, merged, in a folder of the user's, and in batches."""

from __future__ import annotations

import pytest

from briefing.library.store import Library
from briefing.options import Options
from tests.briefing.test_library_find import fire, flood
from tests.briefing.test_service import FakeEngine
from tui.cli import main


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder of the library, by a setting."""
    settings = tmp_path / "settings.toml"
    settings.write_text(f'library = "{tmp_path / "news"}"\n')
    monkeypatch.setattr("tui.settings.settings_path", lambda: settings)
    monkeypatch.setattr("briefing.engine.Engine", lambda _: FakeEngine(), raising=False)
    return tmp_path / "news"


def titles(path) -> list[str]:
    library = Library(path)
    listed = [entry.title for entry in library.shelf.listed("title")]
    library.close()
    return listed


def test_a_library_moves_from_one_folder_to_another(folder, tmp_path, capfd):
    library = Library(folder / "library.sqlite")
    library.save(flood(), Options())
    library.close()
    out = tmp_path / "out.sqlite"
    assert main(["--export-library", str(out)]) == 0
    assert capfd.readouterr().err == f"brief: saved 1 article in {out}\n"
    (folder / "library.sqlite").unlink()
    other = Library(folder / "library.sqlite")
    other.save(fire(), Options())
    other.close()
    assert main(["--import-library", str(out)]) == 0
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err == "brief: took in 1 article that was not in the library yet\n"
    assert titles(folder / "library.sqlite") == ["Levee holds in Velden", "Mill burns"]
    assert main(["--find", "speaker:lima"]) == 0
    assert capfd.readouterr().out.startswith("Levee holds in Velden · The Velden Post")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--import-library", "nowhere.sqlite"], "there is no such file"),
        (["--export-library", "{file}"], "it exists already"),
        (["--import-library", "{file}"], "cannot be taken in"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_done_is_told_in_one_line(tmp_path, arguments, told, capfd):
    file = tmp_path / "mine.txt"
    file.write_text("These are notes. " * 500)
    assert main([argument.format(file=file) for argument in arguments]) == 1
    said = capfd.readouterr()
    assert told in said.err
    assert said.err.count("\n") == 1
    assert file.read_text() == "These are notes. " * 500


def test_an_export_replaces_a_file_where_that_is_wanted(folder, tmp_path, capfd):
    out = tmp_path / "out.sqlite"
    out.write_text("old")
    assert main(["--overwrite", "--export-library", str(out)]) == 0
    assert titles(out) == []
    assert folder.is_dir()
    assert "saved 0 articles" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("names", "is_batch"), [(("a.txt",), False), (("a.txt", "b.txt"), True), ((".",), True)]
)
def test_only_what_a_command_puts_in_together_is_a_batch(folder, tmp_path, names, is_batch):
    news = tmp_path / "in"
    news.mkdir()
    for name in ("a.txt", "b.txt"):
        (news / name).write_text(f"Mill fire {name}\n\nThe mill {name} in Oslo burned on Monday.")
    assert main(["--json", *(str(news / name) for name in names)]) == 0
    library = Library(folder / "library.sqlite")
    batches = {entry.batch for entry in library.shelf.listed("title")}
    library.close()
    assert len(batches) == 1
    assert (batches != {None}) == is_batch
