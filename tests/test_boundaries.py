"""The walls of the house: what may know what, and what a start may cost."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import briefing

ROOT = Path(__file__).parent.parent
HEAVY = {"spacy", "sumy", "nltk", "numpy", "thinc"}
SCREEN = {"textual", "rich", "tui"}
NETWORK = {"socket", "ssl", "httpcore", "http", "urllib.request", "urllib3", "requests", "httpx"}
PARSERS = {"lxml", "trafilatura", "htmldate", "pypdfium2", "feedparser", "yaml", "defusedxml"}


def loaded_by(code: str) -> set[str]:
    """Top-level modules that are loaded after the code has run in a process of its own."""
    show = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{show}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


def imported_by(path: Path) -> set[str]:
    """Modules that a file imports at any place in it, and the packages that these are in."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names | {name.partition(".")[0] for name in names}


def test_the_engine_room_knows_no_screen():
    for path in (ROOT / "briefing").rglob("*.py"):
        assert not imported_by(path) & SCREEN, path


def test_only_one_room_opens_connections():
    online = {ROOT / "briefing" / "web", ROOT / "tui" / "command" / "web"}
    online.add(ROOT / "briefing" / "engine" / "local_sockets.py")  # without addresses
    for package in ("briefing", "tui"):
        for path in (ROOT / package).rglob("*.py"):
            if not online & {path, *path.parents}:
                assert not imported_by(path) & NETWORK, path


def test_a_plain_text_is_opened_without_parsers_or_network(tmp_path):
    path = tmp_path / "mill.txt"
    path.write_text("Mill fire\n\nThe mill in Oslo burned down on Monday.")
    code = (
        "import tui.command.interactive\n"
        "from briefing.service import Service\n"
        f"(article,) = Service(None, None).open({str(path)!r})\n"
        "assert article.title == 'Mill fire'"
    )
    assert not loaded_by(code) & (HEAVY | PARSERS | {"httpcore", "ssl", "textual"})


def test_an_analysis_loads_no_screen():
    code = (
        "from briefing import analyze, read_text, to_markdown\n"
        "to_markdown(analyze(read_text('Ana Ruiz left Oslo on Monday.')))"
    )
    loaded = loaded_by(code)
    assert "spacy" in loaded
    assert not loaded & {"textual", "tui"}  # rich comes with spaCy's own command line


def test_reading_engine_and_library_load_no_model():
    code = (
        "import briefing.engine.pool, briefing.engine.worker, briefing.library.store\n"
        "import briefing.page.one_page, briefing.page.saving, briefing.reading, briefing.service\n"
        "import briefing.dossier.making, briefing.dossier.page.one_page, tui.command.dossier\n"
        "import briefing.digest.making, briefing.digest.page, tui.command.digest\n"
        "import briefing.digest.choosing, briefing.stories.latest\n"
        "import briefing.summary.ranking, tui.cli, tui.command.headless, tui.command.interactive"
    )
    assert not loaded_by(code) & (HEAVY | {"textual", "rich"})


def test_the_public_face_is_whole_and_lazy():
    assert all(getattr(briefing, name) is not None for name in briefing.__all__)
    assert not loaded_by("import briefing") & (HEAVY | {"msgspec"})
