"""The screen in a browser: what is refused, what is served to whom, and that it is the screen."""

from __future__ import annotations

import http.client
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tui.cli import main
from tui.command.options import CommandOptions
from tui.command.web import serving as web

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal")

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
# The page draws on a canvas; this gives the text of its terminal, and waits for words in it.
READ_THE_SCREEN = """
Object.defineProperty(Object.prototype, "webglAddon", {
  configurable: true,
  set(value) {
    Object.defineProperty(this, "webglAddon", { value });
    const line = (y) => this.terminal.buffer.active.getLine(y)?.translateToString() ?? "";
    const rows = () => Array.from({ length: this.terminal.rows }, (_, y) => line(y));
    window.screenText = () => rows().join("\\n");
  },
});
window.until = async (words, seconds = 60) => {
  for (const end = Date.now() + seconds * 1000; !window.screenText?.().includes(words); ) {
    if (Date.now() > end) throw new Error(words + " is not in\\n" + window.screenText?.());
    await new Promise(requestAnimationFrame);
  }
};
"""


@pytest.mark.parametrize(
    "arguments", [("--web", "-"), ("--web", "--json", "a.txt"), ("--web", "-o", "b.md", "a.txt")]
)
def test_what_cannot_be_served_is_refused_in_a_line(arguments, capfd):
    assert main(arguments) == 2
    written = capfd.readouterr()
    assert written.out == ""
    assert written.err.startswith("brief: --web ")
    assert written.err.count("\n") == 1


def test_without_the_extra_it_is_said_what_to_install(monkeypatch, capfd):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert main(["--web", "a.txt"]) == 2
    said = capfd.readouterr().err
    assert f"-m pip install {web.SERVER}" in said
    assert said.count("\n") == 1


def test_what_is_to_install_is_the_extra():
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"]
    assert project["optional-dependencies"]["web"] == [web.SERVER]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_is_one(port):
    with pytest.raises(SystemExit) as ended:
        main(["--web", "--port", port, "a.txt"])
    assert ended.value.code == 2


def test_a_port_without_a_server_is_wrong_usage():
    with pytest.raises(SystemExit) as ended:
        main(["--port", "8000", "a.txt"])
    assert ended.value.code == 2


def test_names_of_files_are_never_commands():
    articles = ["; touch 'x'", "--json", "$(id)", "a b.txt"]
    options = CommandOptions(articles=tuple(articles), date="2026-01-31", model="m;n")
    words = shlex.split(web.command(options))
    assert words[:2] == ["exec", sys.executable]
    assert words[words.index("--") + 1 :] == articles
    assert words[words.index("--model") + 1] == "m;n"
    assert words[words.index("--date") + 1] == "2026-01-31"


@contextmanager
def serving(*arguments: str | Path) -> Iterator[str]:
    """The address of a server, which ends by ctrl+c in good order."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", "--web", *map(str, arguments)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        said = process.stderr.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/\S+/", said)
        assert address, said
        yield address[0]
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=20)
        assert rest == ("", "")
        assert process.returncode == 0
    finally:
        process.kill()
        process.communicate()


def test_the_page_is_for_who_knows_its_address_and_loads_nothing_from_elsewhere(sample):
    with serving(sample) as address:
        with urllib.request.urlopen(address, timeout=20) as answer:
            page, policy = answer.read().decode(), answer.headers["Content-Security-Policy"]
        addresses = re.findall(r"(?:src|href|url)\W{1,3}(\w+://[^\"')]+)", page)
        assert addresses
        assert all(one.startswith((address, address.replace("http", "ws"))) for one in addresses)
        assert "default-src 'none'" in policy
        host = address.split("/")[2]
        for path in ("", "ws", "static/js/textual.js"):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(f"http://{host}/{path}", timeout=20)
            assert refused.value.code == 404
            refused.value.close()


@pytest.mark.parametrize(
    ("header", "value", "status"),
    [
        ("Host", "rebound.example", 403),
        ("Host", "127.0.0.1:1", 403),
        ("Origin", "https://elsewhere.example", 403),
        ("Origin", "null", 403),
        ("Origin", "http://{host}", 200),
        ("Host", "localhost:{port}", 200),
    ],
)
def test_only_this_server_and_its_own_page_are_answered(sample, header, value, status):
    with serving(sample) as address:
        host = address.split("/")[2]
        given = value.format(host=host, port=host.partition(":")[2])
        asked = http.client.HTTPConnection(host, timeout=20)
        asked.request("GET", f"/{address.split('/', 3)[3]}", headers={header: given})
        assert asked.getresponse().status == status
        asked.close()


def test_a_port_that_is_taken_is_told_in_a_line(sample, capfd):
    with serving(sample) as address:
        port = address.split("/")[2].partition(":")[2]
        assert main(["--web", "--port", port, str(sample)]) == 1
    assert f"brief: port {port} cannot be used" in capfd.readouterr().err


@pytest.mark.skipif(not BROWSER, reason="there is no Chromium to open the page in")
def test_a_browser_shows_the_screen_and_its_keys_work(sample, tmp_path):
    from playwright.sync_api import sync_playwright

    sandbox = [] if os.getuid() else ["--no-sandbox"]  # Chromium has none for root
    with serving(sample) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=sandbox)
        page = browser.new_page(viewport={"width": 1600, "height": 900})
        asked, errors = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(READ_THE_SCREEN)
        page.goto(address)
        page.evaluate("until('The Taliban offensive swept')")
        page.evaluate("until('6 quotes')")
        page.keyboard.press("3")
        page.evaluate("until('Taliban 1 of 13')")
        assert len(page.screenshot(path=tmp_path / "screen.png")) > 50_000

        page.keyboard.press("q")
        page.get_by_text("brief has ended here").wait_for()
        with page.expect_navigation():
            page.keyboard.press("Enter")  # the link to open it again has the focus
        page.evaluate("until('6 quotes')")
        assert errors == []
        assert all(url.startswith((address, "data:")) for url in asked)
        browser.close()
