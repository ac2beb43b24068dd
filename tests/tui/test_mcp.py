"""`brief --mcp`: what other programs may ask, that nothing is written, and the SDK's own client."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from briefing import Options, codec
from briefing.errors import BriefingError
from briefing.library import Library
from briefing.service import Service
from tests.briefing.test_library_find import fire, flood
from tui.cli import main
from tui.command.mcp import serving as mcp
from tui.command.mcp.tools import Tools, schema_of
from tui.command.options import CommandOptions

MILL = "Mill fire\n\n“We did not sell the mill,” said Ilse Brandvik. Nobody was hurt."
IS_INSTALLED = importlib.util.find_spec("mcp") is not None


@pytest.fixture
def mill(tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text(MILL)
    return str(path)


@pytest.fixture
def kept(tmp_path):
    """A library with two articles, in the folder that XDG_DATA_HOME is to name."""
    path = tmp_path / "data" / "brief" / "library.sqlite"
    library = Library(path)
    for briefing in (flood(), fire()):
        library.save(briefing, Options())
    library.close()
    return path


@pytest.fixture
def tools(kept):
    def no_engine():
        raise AssertionError("an article that is kept needs no analysis")

    service = Service(lambda: Library(kept, read_only=True), no_engine)
    yield Tools(CommandOptions(mcp=True), service)
    service.close()


def ask(tools: Tools, name: str, **arguments: object) -> Any:
    """What a tool gives, as JSON that its schema describes."""
    tool = tools.all()[name]
    jsonschema.Draft202012Validator(schema_of(tool.takes)).validate(arguments)
    result = json.loads(codec.encode(tool.run(msgspec.convert(arguments, tool.takes))))
    jsonschema.Draft202012Validator(schema_of(tool.gives)).validate(result)
    return result


def test_what_is_found_is_read_briefed_and_verified_by_its_key(tools):
    (hit,) = ask(tools, "search", query="speaker:ruiz night")["hits"]
    key = hit["entry"]["key"]
    article = ask(tools, "read", article=key)
    assert article["text"] == flood().article.text
    brief = ask(tools, "brief", article=key)
    assert [quote["speaker"] for quote in brief["quotes"]] == ["Ana Ruiz", "José Lima"]
    other = ask(tools, "search", query="mill")["hits"][0]["entry"]["key"]
    dossier = ask(tools, "dossier", articles=[key, other])
    assert [each["letter"] for each in dossier["articles"]] == ["A", "B"]
    verdicts = ask(tools, "verify", quotation="The levee held all night.", articles=[key, other])
    assert verdicts["is_exact"]
    assert [each["verdict"]["verdict"] for each in verdicts["verdicts"]] == ["exact", "absent"]
    (place,) = verdicts["verdicts"][0]["verdict"]["parts"][0]["places"]
    assert article["text"][place["start"] : place["end"]] == "the levee held all night"


def test_without_articles_the_library_is_looked_through(tools):
    altered = ask(tools, "verify", quotation="the levee is no big help here")
    assert not altered["is_exact"]
    (only,) = altered["verdicts"]
    assert [edit["kind"] for edit in only["verdict"]["parts"][0]["edits"]] == ["added"]
    assert ask(tools, "read", article=only["key"])["title"] == "Mill burns"
    assert ask(tools, "verify", quotation="no such words") == {"is_exact": False, "verdicts": []}


@pytest.mark.parametrize(
    ("name", "arguments", "why"),
    [
        ("read", {"article": "https://example.org/"}, "addresses are not fetched"),
        ("read", {"article": "-"}, "standard input is taken"),
        ("read", {"article": "/"}, "it is a folder"),
        ("read", {"article": "nothing.txt"}, "there is no such file"),
        ("brief", {"article": "0" * 64}, "no article under that key"),
        ("dossier", {"articles": ["nothing.txt", "-"]}, "there is no such file"),
        ("search", {"query": "after:soon"}, "after:soon is no date"),
        ("verify", {"quotation": "…"}, "there are no words in the quotation"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(tools, name, arguments, why):
    with pytest.raises(BriefingError, match=why) as raised:
        ask(tools, name, **arguments)
    assert "\n" not in str(raised.value)


def test_a_file_of_several_articles_asks_for_one(tools, tmp_path):
    entry = "<item><title>{0}</title><description>The {0} was opened in Orlo.</description></item>"
    feed = tmp_path / "feed.xml"
    items = "".join(map(entry.format, ("tram", "mill")))
    feed.write_text(f"<?xml version='1.0'?><rss version='2.0'><channel>{items}</channel></rss>")
    with pytest.raises(BriefingError, match="it has 2 articles; give one of them"):
        ask(tools, "read", article=str(feed))
    assert ask(tools, "read", article=f"{feed}#2")["title"] == "mill"


def test_without_a_library_articles_are_read_all_the_same(tmp_path, mill):
    path = tmp_path / "none" / "library.sqlite"
    service = Service(lambda: Library(path, read_only=True), lambda: None)
    tools = Tools(CommandOptions(mcp=True), service)
    assert ask(tools, "verify", quotation="Nobody was hurt", articles=[mill])["is_exact"]
    with pytest.raises(BriefingError, match="there is no library that can be read"):
        ask(tools, "search", query="mill")
    service.close()
    assert not path.parent.exists()


@pytest.mark.parametrize("arguments", [["a.txt"], ["--json"], ["-o", "x.md"], ["--paste"]])
def test_it_goes_with_no_article_and_no_format(arguments, capfd):
    assert main(["--mcp", *arguments]) == 2
    said = capfd.readouterr()
    assert said.out == ""
    assert said.err == f"brief: {mcp.ALONE}\n"


def test_without_the_extra_it_is_said_what_to_install(monkeypatch, capfd):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["--mcp"]) == 2
    said = capfd.readouterr().err
    assert f"-m pip install '{mcp.PACKAGE}'" in said
    assert said.count("\n") == 1


def test_what_is_to_install_is_the_extra():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert project["optional-dependencies"]["mcp"] == [mcp.PACKAGE]


def test_fetching_is_allowed_to_other_programs_only(capfd):
    with pytest.raises(SystemExit) as ended:
        main(["--allow-fetch", "a.txt"])
    assert ended.value.code == 2
    assert "--allow-fetch goes with --mcp only" in capfd.readouterr().err


@pytest.mark.skipif(not IS_INSTALLED, reason="the SDK is not installed: pip install 'brief[mcp]'")
async def test_the_client_of_the_sdk_gets_structured_results_and_errors(tmp_path, kept, mill):
    from mcp import Client, StdioServerParameters, stdio_client

    before = kept.read_bytes()
    homes = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "CONFIG")}
    homes |= {f"XDG_{kind}_HOME": str(tmp_path / "other") for kind in ("CACHE", "STATE")}
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "tui", "--mcp"], env=dict(os.environ) | homes
    )
    async with Client(stdio_client(server)) as client:
        listed = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert set(listed) == {"read", "search", "brief", "dossier", "verify"}
        for tool in listed.values():
            assert tool.annotations.read_only_hint
            assert not tool.annotations.open_world_hint
            assert tool.input_schema["additionalProperties"] is False
            jsonschema.Draft202012Validator.check_schema(tool.output_schema)

        async def call(name: str, **arguments: object) -> Any:
            result = await client.call_tool(name, arguments)
            if not result.is_error:
                schema = listed[name].output_schema
                jsonschema.Draft202012Validator(schema).validate(result.structured_content)
            return result

        read = (await call("read", article=mill)).structured_content
        assert read["text"] == MILL
        brief = await call("brief", article=mill, sentences=1)
        assert brief.content[0].text.startswith("# Mill fire\n")
        (quote,) = brief.structured_content["quotes"]
        assert (quote["text"], quote["speaker"]) == ("We did not sell the mill,", "Ilse Brandvik")
        verdicts = await call("verify", quotation=quote["text"], articles=[mill])
        assert verdicts.structured_content["is_exact"]
        hits = (await call("search", query="levee")).structured_content["hits"]
        assert [hit["entry"]["title"] for hit in hits] == ["Mill burns", "Levee holds in Velden"]
        for name, arguments, why in (
            ("read", {"article": "https://example.org/"}, "addresses are not fetched"),
            ("read", {"path": mill}, "unknown field `path`"),
            ("brief", {"article": mill, "sentences": 0}, "sentences"),
            ("write", {}, "there is no tool write"),
        ):
            refused = await call(name, **arguments)
            assert refused.is_error
            assert why in refused.content[0].text
            assert "\n" not in refused.content[0].text
    assert kept.read_bytes() == before


@pytest.mark.skipif(not IS_INSTALLED, reason="the SDK is not installed: pip install 'brief[mcp]'")
def test_it_ends_when_nobody_asks_any_more(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--mcp"],
        input=b"",
        capture_output=True,
        env=dict(os.environ) | {"XDG_DATA_HOME": str(tmp_path)},
        timeout=60,
        check=True,
    )
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.skipif(not IS_INSTALLED, reason="the SDK is not installed: pip install 'brief[mcp]'")
def test_ctrl_c_ends_it(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "--mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ) | {"XDG_DATA_HOME": str(tmp_path)},
    )
    ping = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    process.stdin.write(json.dumps(ping).encode() + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == 1
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 130
    assert process.communicate()[1] == b""
