"""What brief remembers on its own: places in articles, how wide panes are, the theme, a folder.

It lies in one small file among the platform's state. To lose it is no harm, so nothing here fails:
a broken file is put aside, and where nothing can be written nothing is.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from briefing.files import ordinary_bytes
from briefing.model import Article

MOST_PLACES = 500


class _Kept(Struct, omit_defaults=True):
    """The file.

    Attributes:
        places: Key of an article → offset of the first character in view; the oldest first.
        shares: Name of a share → percent of the screen.
        theme: Name of the theme chosen last.
        folder: Where a page was saved last.
        command: What a page was sent to last.
    """

    places: dict[str, Annotated[int, Meta(ge=0)]] = {}
    shares: dict[str, Annotated[int, Meta(ge=1, le=99)]] = {}
    theme: str | None = None
    folder: str | None = None
    command: str | None = None


def state_path() -> Path:
    """Where the file lies: in the platform's folder for state."""
    from platformdirs import user_state_path

    return user_state_path("brief", appauthor=False) / "remembered.json"


class Remembered:
    """What was remembered, and what has changed since; `save` brings both together.

    Args:
        path: The file; None to remember for this run only.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._kept = _Kept()
        self._changed = _Kept()

    @classmethod
    def load(cls, path: Path) -> Remembered:
        """What the file says; nothing where there is none, or none that can be read."""
        remembered = cls(path)
        remembered._kept = _read(path)
        return remembered

    def place(self, article: Article) -> int:
        """Offset of the first character that was in view when the article was left, or 0."""
        places = self._kept.places | self._changed.places
        return min(places.get(_key(article), 0), len(article.text)) if places else 0

    def keep_place(self, article: Article, offset: int) -> None:
        """Remember the first character in view; 0 to forget it."""
        key = _key(article)
        self._changed.places.pop(key, None)  # what is kept last stands last
        if offset or key in self._kept.places:
            self._changed.places[key] = max(offset, 0)

    def share(self, name: str) -> int | None:
        """Percent of the screen that a part had, or None where nobody changed it."""
        return (self._kept.shares | self._changed.shares).get(name)

    def keep_share(self, name: str, percent: int) -> None:
        """Remember how much of the screen a part has, from 1 to 99 percent."""
        self._changed.shares[name] = max(1, min(percent, 99))

    @property
    def theme(self) -> str | None:
        """Name of the theme that was chosen last on the screen."""
        return self._changed.theme or self._kept.theme

    @theme.setter
    def theme(self, name: str) -> None:
        self._changed.theme = name

    @property
    def folder(self) -> Path | None:
        """The folder that was saved to last, if it is still there."""
        name = self._changed.folder or self._kept.folder
        with suppress(OSError, ValueError):
            return Path(name) if name and Path(name).is_dir() else None
        return None

    @folder.setter
    def folder(self, path: Path) -> None:
        self._changed.folder = str(path)

    @property
    def command(self) -> str:
        """The command that a page was sent to last, or ""."""
        return self._changed.command or self._kept.command or ""

    @command.setter
    def command(self, command: str) -> None:
        self._changed.command = command

    def save(self) -> None:
        """Write what changed over what the file says by now, which another brief may have said."""
        changed = self._changed
        if self._path is None or changed == _Kept():
            return
        kept = _read(self._path)
        for key, offset in changed.places.items():
            kept.places.pop(key, None)
            if offset:
                kept.places[key] = offset
        for key in list(kept.places)[:-MOST_PLACES]:
            del kept.places[key]
        kept.shares |= changed.shares
        kept.theme = changed.theme or kept.theme
        kept.folder = changed.folder or kept.folder
        kept.command = changed.command or kept.command
        with suppress(OSError, UnicodeError):
            _write(self._path, msgspec.json.encode(kept))
            self._kept, self._changed = kept, _Kept()


def _key(article: Article) -> str:
    from hashlib import sha256  # loads a large library, which a first start can do without

    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _read(path: Path) -> _Kept:
    try:
        return msgspec.json.decode(ordinary_bytes(path), type=_Kept)
    except OSError:
        return _Kept()
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        with suppress(OSError):
            path.replace(path.with_suffix(".bad"))
        return _Kept()


def _write(path: Path, data: bytes) -> None:
    """Write the file whole or not at all; what is there and is no file stays."""
    if path.exists() and not path.is_file():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
