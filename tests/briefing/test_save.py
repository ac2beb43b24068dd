"""A page is saved whole or not at all, under a name that is safe everywhere."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SaveError
from briefing.model import Article
from briefing.page.saving import Folder, default_path, save_page, slug
from tests.hostile.saving import SAVING

PAGE = "# Bridge closes\n\n“It cannot carry another winter” — Ottilie Varga ¶2\n"


def refusal(path, **options):
    with pytest.raises(SaveError) as caught:
        save_page(PAGE, path, **options)
    message = str(caught.value)
    assert message.startswith("cannot save ")
    assert message.isprintable()
    assert ";" in message
    return message


def names(folder):
    return sorted(path.name for path in folder.iterdir())


class TestName:
    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("Council closes the bridge", "council-closes-the-bridge"),
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\System32", "c-windows-system32"),
            ("“We can’t wait”: a town’s fear", "we-can-t-wait-a-town-s-fear"),
            (".hidden", "hidden"),
            ("-rf *", "rf"),
            ("Łódź и 東京 2024", "łódź-и-東京-2024"),
            ("\x1b[31mred\x1b[0m\u202e", "red"),
            ("...", "brief"),
            ("", "brief"),
            ("CON", "con-brief"),
            ("word " * 40, "-".join(["word"] * 12)),
            ("x" * 300, "x" * 60),
            (f"{'x' * 29} {'y' * 30} z", f"{'x' * 29}-{'y' * 30}"),
            (f"{'x' * 29} {'y' * 31}", "x" * 29),
        ],
    )
    def test_slug(self, title, name):
        assert slug(title) == name

    @settings(max_examples=300, deadline=None)
    @given(st.text(max_size=300))
    def test_any_title_is_a_plain_file_name(self, title):
        name = slug(title)
        assert name.strip("-_. ") == name != ""
        assert not set(name) & set('/\\:*?"<>|\0\n.')
        assert len(f"{name}.md".encode()) <= 255

    def test_default_path(self, monkeypatch, tmp_path):
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Papers"))
        titled = Article(title="Bridge closes", source="a.txt", text="")
        assert default_path(titled) == tmp_path / "Papers" / "bridge-closes.md"

    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("/news/2024/pier_story.txt", "pier-story.md"),
            ("https://wire.example/2024/bridge-closes.html?from=home", "bridge-closes.md"),
            ("-", "brief.md"),
        ],
    )
    def test_without_a_title_the_source_names_it(self, source, name):
        assert default_path(Article(title="", source=source, text="")).name == name

    def test_pages_of_one_folder_have_names_of_their_own(self):
        folder = Folder(Path("pages"), ".html")
        titles = ("Bridge closes", "Ferry stops", "Bridge closes", "Bridge closes")
        paths = [folder.path_of(Article(title=title, source="-", text="")) for title in titles]
        assert [str(path) for path in paths] == [
            "pages/bridge-closes.html",
            "pages/ferry-stops.html",
            "pages/bridge-closes-2.html",
            "pages/bridge-closes-3.html",
        ]


class TestSaving:
    def test_the_file_is_the_page(self, tmp_path):
        path = save_page(PAGE, tmp_path / "a.md")
        assert path == tmp_path / "a.md"
        assert path.read_bytes() == PAGE.encode()
        assert names(tmp_path) == ["a.md"]

    def test_folders_are_made(self, tmp_path):
        assert save_page(PAGE, tmp_path / "briefs" / "2024" / "a.md").read_text() == PAGE

    @pytest.mark.parametrize(("umask", "mode"), [(0, 0o666), (0o022, 0o644), (0o027, 0o640)])
    def test_it_can_be_read_by_whom_the_user_allows(self, tmp_path, umask, mode):
        before = os.umask(umask)
        try:
            path = save_page(PAGE, tmp_path / "a.md")
        finally:
            os.umask(before)
        assert path.stat().st_mode & 0o777 == mode

    def test_first_the_whole_page_and_then_its_name_are_made_to_last(self, tmp_path, monkeypatch):
        synced = []
        sync = os.fsync

        def fsync(descriptor):
            found = os.fstat(descriptor)
            synced.append("folder" if stat.S_ISDIR(found.st_mode) else found.st_size)
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", fsync)
        save_page(PAGE, tmp_path / "a.md")
        assert synced == [len(PAGE.encode()), "folder"]

    def test_no_file_stays_open(self, tmp_path):
        def lowest_free():
            descriptor = os.open(os.devnull, os.O_RDONLY)
            os.close(descriptor)
            return descriptor

        before = lowest_free()
        save_page(PAGE, tmp_path / "a.md")
        assert lowest_free() == before

    def test_an_existing_page_stays(self, tmp_path):
        (tmp_path / "a.md").write_text("mine")
        assert "exists already" in refusal(tmp_path / "a.md")
        assert (tmp_path / "a.md").read_text() == "mine"
        assert names(tmp_path) == ["a.md"]

    def test_overwriting_keeps_permissions(self, tmp_path):
        (tmp_path / "a.md").write_text("old")
        (tmp_path / "a.md").chmod(0o600)
        save_page(PAGE, tmp_path / "a.md", overwrite=True)
        assert (tmp_path / "a.md").read_text() == PAGE
        assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o600
        assert names(tmp_path) == ["a.md"]

    def test_a_link_is_followed(self, tmp_path):
        (tmp_path / "real.md").write_text("old")
        (tmp_path / "link.md").symlink_to("real.md")
        save_page(PAGE, tmp_path / "link.md", overwrite=True)
        assert (tmp_path / "link.md").is_symlink()
        assert (tmp_path / "real.md").read_text() == PAGE

    def test_of_many_at_once_exactly_one_wins(self, tmp_path):
        outcomes = []
        start = threading.Barrier(8)

        def save(number):
            start.wait()
            try:
                save_page(f"page {number}", tmp_path / "a.md")
                outcomes.append(number)
            except SaveError:
                pass

        threads = [threading.Thread(target=save, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(outcomes) == 1
        assert (tmp_path / "a.md").read_text() == f"page {outcomes[0]}"
        assert names(tmp_path) == ["a.md"]

    def test_a_disk_without_hard_links(self, tmp_path, monkeypatch):
        def refused(*_args, **_kwargs):
            raise OSError(errno.EPERM, "no links here")

        monkeypatch.setattr(os, "link", refused)
        save_page(PAGE, tmp_path / "a.md")
        assert (tmp_path / "a.md").read_text() == PAGE
        assert "exists already" in refusal(tmp_path / "a.md")
        assert names(tmp_path) == ["a.md"]


class TestFailures:
    @pytest.mark.parametrize(
        ("code", "said"),
        [
            (errno.EACCES, "you may not write there; choose another folder"),
            (errno.EROFS, "the disk is read-only; choose another folder"),
            (errno.EIO, "refused by the disk; choose another path"),
        ],
    )
    def test_a_name_that_cannot_be_given(self, tmp_path, monkeypatch, code, said):
        def refused(*_args, **_kwargs):
            raise OSError(code, "refused by\nthe disk")

        monkeypatch.setattr(os, "link", refused)
        assert refusal(tmp_path / "a.md").endswith(f"a.md: {said}")
        assert names(tmp_path) == []

    def test_a_folder_in_its_place(self, tmp_path):
        (tmp_path / "a.md").mkdir()
        assert "folder" in refusal(tmp_path / "a.md", overwrite=True)

    def test_a_file_in_place_of_the_folder(self, tmp_path):
        (tmp_path / "briefs").write_text("mine")
        assert "part of the path is a file, not a folder" in refusal(tmp_path / "briefs" / "a.md")
        assert "part of the path is a file" in refusal(tmp_path / "briefs" / "deeper" / "a.md")
        assert (tmp_path / "briefs").read_text() == "mine"

    def test_a_name_too_long(self, tmp_path):
        assert "too long" in refusal(tmp_path / ("x" * 300))
        assert names(tmp_path) == []

    def test_links_in_a_circle_and_impossible_names(self, tmp_path):
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        refusal(tmp_path / "loop" / "a.md")
        assert "null byte; choose another path" in refusal(tmp_path / "nul\0byte.md")

    def test_a_hostile_name_is_shown_safely(self, tmp_path):
        (tmp_path / "briefs").write_text("mine")
        assert "red" in refusal(tmp_path / "briefs" / "\x1b[31mred\n.md")

    @pytest.mark.parametrize("call", ["fsync", "fchmod"])
    @pytest.mark.parametrize(("code", "said"), [(errno.ENOSPC, "full"), (errno.EACCES, "may not")])
    def test_a_full_or_forbidden_disk_leaves_all_as_it_was(
        self, tmp_path, monkeypatch, call, code, said
    ):
        (tmp_path / "a.md").write_text("mine")

        def fails(*_args):
            raise OSError(code, "refused")

        monkeypatch.setattr(os, call, fails)
        assert said in refusal(tmp_path / "a.md", overwrite=True)
        assert (tmp_path / "a.md").read_text() == "mine"
        assert names(tmp_path) == ["a.md"]

    def test_text_that_cannot_be_encoded(self, tmp_path):
        with pytest.raises(SaveError):
            save_page("\ud800", tmp_path / "a.md")
        assert names(tmp_path) == []


def test_a_kill_never_tears_a_page(tmp_path):
    path = tmp_path / "a.md"
    save_page("0" * 200_000, path)
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)],
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        with process:
            assert process.stdout.readline() == b"ready\n"
            before = path.stat().st_ino
            while path.stat().st_ino == before:  # until it has saved once more
                assert process.poll() is None
            process.send_signal(signal.SIGKILL)
        text = path.read_text()
        assert len(text) == 200_000
        assert len(set(text)) == 1
    if hasattr(os, "O_TMPFILE"):  # a file has a name of its own for the time of one call only
        assert len(names(tmp_path)) <= 2


def test_what_programs_left_long_ago_is_tidied_up(tmp_path):
    for name, age in ((".brief-0123.tmp", 7_200), (".brief-4567.tmp", 60), ("mine.tmp", 7_200)):
        (tmp_path / name).write_text("half")
        os.utime(tmp_path / name, times=(time.time() - age,) * 2)
    save_page(PAGE, tmp_path / "a.md")
    assert names(tmp_path) == [".brief-4567.tmp", "a.md", "mine.tmp"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path, overwrite):
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "link.md").symlink_to("/dev/null")
    for name in ("pipe.md", "link.md"):
        with pytest.raises(SaveError, match="it is a device or a pipe; give a file name"):
            save_page(PAGE, tmp_path / name, overwrite=overwrite)
    assert (tmp_path / "pipe.md").is_fifo()
    assert names(tmp_path) == ["link.md", "pipe.md"]


def test_a_system_that_knows_no_files_without_names(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    save_page("old", tmp_path / "a.md")
    assert "exists already" in refusal(tmp_path / "a.md")
    save_page(PAGE, tmp_path / "a.md", overwrite=True)
    assert (tmp_path / "a.md").read_text() == PAGE
    assert names(tmp_path) == ["a.md"]
