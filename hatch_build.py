"""Build hook: puts the gazetteer and the sample article into the package."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SAMPLE = "000_67286731495c820e.txt"


def load(path: Path) -> ModuleType:
    """A module of the package by its file, since the package is not installed yet."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


making = load(Path(__file__).with_name("gazetteer_build.py"))


class GazetteerHook(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Make what the package needs and version control does not hold."""
        root = Path(self.root)
        data = root / "briefing" / "data"
        sample = data / "sample" / SAMPLE
        sample.parent.mkdir(exist_ok=True)
        shutil.copyfile(root / "seeds" / SAMPLE, sample)
        gazetteer = data / "gazetteer.sqlite"
        wanted = stamp(root)
        if stamp_of(gazetteer) != wanted:
            self.app.display_info("Making the gazetteer; this takes half a minute")
            normalize = load(root / "briefing/tagging/locations/spelling.py").normalize
            making.make(root, gazetteer, wanted, normalize)


def stamp(root: Path) -> str:
    """What the gazetteer is made from, in one line."""
    digest = hashlib.sha256()
    for path in inputs(root):
        digest.update(path.read_bytes())
    return " ".join([*(f"{name}={version(name)}" for name in making.SOURCES), digest.hexdigest()])


def inputs(root: Path) -> list[Path]:
    """The project's own files that the gazetteer is made from."""
    return [
        Path(__file__).with_name("gazetteer_build.py"),
        root / "briefing/tagging/locations/spelling.py",
        root / "briefing/data/en/place_names.tsv",
        root / "briefing/data/en/regions.tsv",
        root / "briefing/data/points.tsv",
        root / "briefing/data/main_names.tsv",
    ]


def stamp_of(path: Path) -> str | None:
    """The stamp of a gazetteer made earlier, or None."""
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            row = connection.execute("SELECT value FROM stamp").fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return str(row[0]) if row else None
