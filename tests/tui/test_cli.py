"""The command: data on standard output, messages on standard error, exit statuses to rely on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

SCHEMA = Path(__file__).parents[2] / "briefing" / "data" / "briefing.schema.json"
SPANNED = ("summary", "quotes", "dates")


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """One home for all of these tests, so that the model loads for the first of them only."""
    return tmp_path_factory.mktemp("cli-home")


@pytest.fixture
def brief(home):
    def brief(*arguments: str | Path, stdin: bytes = b"", **variables: str):
        folders = {f"XDG_{k}_HOME": str(home / k) for k in ("DATA", "CACHE", "CONFIG", "STATE")}
        return subprocess.run(
            [sys.executable, "-m", "tui", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env=os.environ | folders | {"HOME": str(home)} | variables,
            timeout=120,
            check=False,
        )

    return brief


@pytest.fixture
def articles(tmp_path):
    """Two small articles."""
    paths = tmp_path / "mill.txt", tmp_path / "dam.txt"
    paths[0].write_text("Mill fire\n\nThe mill in Oslo burned down. “We ran,” said Ana Ruiz.")
    paths[1].write_text("Dam opened\n\nThe dam near Lima was opened by Omar Haidari on Monday.")
    return paths


def records(done) -> list[dict]:
    assert done.stderr == b"", done.stderr.decode()
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_json_of_the_sample_is_what_the_schema_and_a_reader_expect(brief, sample):
    (record,) = records(brief("--json", sample))
    jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text())).validate(record)
    article = record["article"]
    text = article["text"]
    assert article["title"] == "Afghanistan Update"
    assert article["source"] == str(sample)
    assert article["published"] is None
    for part in SPANNED:
        assert record[part]
        for item in record[part]:
            assert text[item["start"] : item["end"]] == item["text"]

    places = {place["name"]: place["country"] for place in record["locations"]}
    cities = ("Kabul", "Kunduz", "Kandahar", "Herat", "Sheberghan", "Mazar-e-Sharif")
    expected = dict.fromkeys(("Afghanistan", *cities), "AF") | {"United States": "US"}
    assert expected.items() <= places.items()

    quotes = [(q["text"].split(".")[0][:40], q["speaker"], q["certain"]) for q in record["quotes"]]
    assert quotes == [
        ("The fear is political collapse", "Asfandia Mir", True),
        ("Of course this gives them the upper hand", "Asfandia Mir", False),
        ("No one thinks they will acquire territor", "Roman Malejak", True),
        ("The future is worse than the present [be", "Roman Malejak", True),
        ("A handful", "U.S. defense official", True),
        ("This is a very terrible situation", "Mill", True),
    ]
    shown = [item["text"] for part in ("summary", "quotes") for item in record[part]]
    assert not any("Source link" in item for item in shown)
    values = {date["text"]: date["value"] for date in record["dates"]}
    assert values["Monday"] is None
    assert values["2020"] == "2020"


def test_several_articles_keep_their_order_and_a_bad_one_does_not_stop_the_rest(brief, articles):
    done = brief("--json", articles[0], "no-such-file.txt", articles[1])
    titles = [json.loads(line)["article"]["title"] for line in done.stdout.splitlines()]
    assert titles == ["Mill fire", "Dam opened"]
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1
    assert "no-such-file.txt" in done.stderr.decode()


def test_standard_input_and_no_terminal_give_a_page(brief):
    done = brief("-", stdin=b"Mill fire\n\nThe mill in Oslo burned down. Nobody was hurt there.")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("# Mill fire\n")


def test_an_analysis_that_fails_says_of_which_article(brief, articles):
    done = brief("--json", "--model", "no_such_model", *articles)
    assert done.returncode == 1
    lines = done.stderr.decode().splitlines()
    assert len(lines) == len(articles)
    for line, path in zip(lines, articles, strict=True):
        assert line.startswith(f"brief: cannot analyze {path}: ")


def test_the_length_of_the_summary_is_the_users(brief, sample):
    lengths = [
        len(records(brief("--json", "--sentences", str(n), sample))[0]["summary"])
        for n in (1, 3, 7)
    ]
    assert lengths == [1, 3, 7]


def test_pages_are_saved_and_never_overwritten_without_a_yes(brief, articles, tmp_path):
    folder = tmp_path / "pages"
    done = brief("-o", folder, *articles)
    assert done.returncode == 0, done.stderr.decode()
    saved = sorted(folder.iterdir())
    assert len(saved) == 2
    assert all(path.suffix == ".md" and str(path) in done.stderr.decode() for path in saved)

    page = saved[0]
    page.write_text("mine")
    refused = brief("-o", page, articles[1])
    assert refused.returncode == 1
    assert page.read_text() == "mine"
    replaced = brief("-o", page, "--overwrite", articles[1])
    assert replaced.returncode == 0
    assert page.read_text().startswith("# Dam opened")


def test_several_pages_are_printed_with_an_empty_line_between_them(brief, articles):
    one, two = (brief(path).stdout for path in articles)
    assert brief(*articles).stdout == one + b"\n" + two


def test_one_article_is_saved_under_its_title_into_a_folder_that_is_there(
    brief, articles, tmp_path
):
    folder = tmp_path / "pages"
    folder.mkdir()
    assert brief("-o", folder, articles[0]).returncode == 0
    assert [path.name for path in folder.iterdir()] == ["mill-fire.md"]


def test_a_date_is_that_of_the_articles_that_give_none(brief, articles, tmp_path):
    dated = tmp_path / "pier.txt"
    dated.write_text("Pier closed\n\nMarch 3, 2024\n\nThe pier in Oslo was closed on Monday.")
    found = records(brief("--json", "--date", "2021-08-09", articles[1], dated))
    assert [record["article"]["published"] for record in found] == ["2021-08-09", "2024-03-03"]
    values = [{date["text"]: date["value"] for date in record["dates"]} for record in found]
    assert [value["Monday"] for value in values] == ["2021-08-09", "2024-02-26"]


def test_two_articles_of_one_title_are_saved_as_two_files(brief, tmp_path):
    paths = tmp_path / "a.txt", tmp_path / "b.txt"
    for n, path in enumerate(paths):
        path.write_text(f"Mill fire\n\nThe mill in Oslo burned down {n + 2} times, they said.")
    done = brief("--json", "-o", f"{tmp_path}/out/", *paths)
    assert done.returncode == 0, done.stderr.decode()
    assert len(list((tmp_path / "out").glob("*.json"))) == 2


def test_the_ending_of_a_file_says_what_is_written(brief, articles, tmp_path):
    assert brief("-o", tmp_path / "mill.json", articles[0]).returncode == 0
    assert json.loads((tmp_path / "mill.json").read_text())["article"]["title"] == "Mill fire"
    assert brief("-o", tmp_path / "mill.text", articles[0]).returncode == 0
    assert (tmp_path / "mill.text").read_text().startswith("# Mill fire\n")
    assert brief("-o", tmp_path / "mill.DOCX", articles[0]).returncode == 0
    assert (tmp_path / "mill.DOCX").read_bytes().startswith(b"PK")
    assert brief("-o", tmp_path / "mill.csl.json", articles[0]).returncode == 0
    assert json.loads((tmp_path / "mill.csl.json").read_text())[0]["title"] == "Mill fire"
    for name in ("mill.pdf", "mill.odt"):
        refused = brief("-o", tmp_path / name, articles[0])
        assert refused.returncode == 2
        assert b"end the name with .md, .html, .docx, .txt, .obsidian.md, " in refused.stderr
        assert refused.stderr.count(b"\n") == 1
        assert not (tmp_path / name).exists()
    assert brief("--markdown", "-o", tmp_path / "mill.rtf", articles[0]).returncode == 0


def test_a_path_cannot_steer_the_terminal(brief, articles, tmp_path):
    done = brief("-o", f"{tmp_path}/a\x1b[2Jb.pdf", articles[0])
    assert b"\x1b" not in done.stderr


def test_html_is_printed_or_saved(brief, articles, tmp_path):
    done = brief("--html", articles[0])
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"<!DOCTYPE html>")
    assert b"<h1>Mill fire</h1>" in done.stdout

    assert brief("-o", tmp_path / "mill.html", articles[0]).returncode == 0
    assert (tmp_path / "mill.html").read_bytes() == done.stdout

    assert brief("--html", "-o", tmp_path / "pages", *articles).returncode == 0
    assert sorted(p.suffix for p in (tmp_path / "pages").iterdir()) == [".html", ".html"]


def test_a_template_lays_the_page_out(brief, articles):
    done = brief("--template", "memo", articles[0])
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.startswith(b"# Memo: Mill fire\n")
    assert b"<h1>Memo: Mill fire</h1>" in brief("--html", "--template", "memo", articles[0]).stdout


def test_an_unknown_template_is_named_once_with_those_there_are(brief, articles):
    done = brief("--template", "magic", *articles)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert b"desk, memo" in done.stderr


def test_standard_input_that_is_a_pipe_is_read_without_the_dash(brief, articles):
    with_dash = brief("--json", "-", stdin=articles[0].read_bytes())
    without = brief("--json", stdin=articles[0].read_bytes())
    assert without.stdout == with_dash.stdout != b""
    empty = brief("--json")
    assert empty.returncode == 1
    assert b"cannot read standard input: it is empty" in empty.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--html", "x", "y"),
        ("--json", "--template", "memo", "x"),
        ("--nonsense",),
        ("--sentences", "0", "x"),
        ("--json", "--markdown", "x"),
    ],
)
def test_wrong_usage_is_told_from_failure(brief, arguments):
    done = brief(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"brief: ")
    assert done.stderr.count(b"\n") == 1


def test_nothing_of_the_folder_where_one_stands_is_run(home, articles, tmp_path):
    folder = tmp_path / "downloads"
    (folder / "briefing").mkdir(parents=True)
    for name in ("random.py", "signal.py", "briefing/__init__.py", "tui.py"):
        (folder / name).write_text("raise SystemExit('taken over')")
    folders = {f"XDG_{k}_HOME": str(tmp_path / k) for k in ("DATA", "CACHE", "CONFIG", "STATE")}
    done = subprocess.run(
        [Path(sys.executable).with_name("brief"), "--json", articles[0]],
        cwd=folder,
        capture_output=True,
        env=os.environ | folders | {"HOME": str(home)},
        timeout=120,
        check=False,
    )
    assert b"taken over" not in done.stdout + done.stderr
    assert records(done)[0]["quotes"]


def test_an_unknown_method_is_named_with_those_there_are(brief, articles):
    done = brief("--json", "--method", "magic", articles[0])
    assert done.returncode == 2
    assert b"lexrank" in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_a_reader_that_has_seen_enough_is_no_error(sample, home):
    folders = {f"XDG_{k}_HOME": str(home / k) for k in ("DATA", "CACHE", "CONFIG", "STATE")}
    command = f"{sys.executable} -m tui --json {sample} {sample} {sample} | head -c 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        env=os.environ | folders,
        timeout=120,
        check=False,
    )
    assert done.stdout == b"{"
    assert done.stderr == b""


def test_a_second_run_loads_no_model(brief, sample):
    brief("--json", sample)
    again = brief("--json", sample, PYTHONPROFILEIMPORTTIME="1")
    assert again.returncode == 0
    imported = again.stderr.decode()
    assert "msgspec" in imported
    assert "briefing.engine.processes" not in imported  # no worker was started
    assert not any(name in imported for name in ("spacy", "sumy", "nltk", "numpy"))
