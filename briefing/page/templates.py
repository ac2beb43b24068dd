"""Templates in Jinja's language, which give the page other headings and another order.

A template is a file NAME.md.j2, the user's own or one that comes with brief. Its variables are the
fields of `briefing.page.values.Pieces`. It runs in a sandbox, and its result has to fit one
page, as that of any layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.files import ordinary_bytes
from briefing.page.sandbox import TemplateError, compiled, filled_in
from briefing.sanitize import clean, one_line, path_line

if TYPE_CHECKING:
    from briefing.page.pieces import Layout
    from briefing.page.values import Pieces

SUFFIX = ".md.j2"
NAME = re.compile(r"[\w-]{1,60}", re.ASCII)
LARGEST = 100_000
"""Bytes of a template."""
EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def user_folder() -> Path:
    """The folder of the user's own templates, in the platform's folder for configuration."""
    from platformdirs import user_config_path

    return user_config_path("brief", appauthor=False) / "templates"


def names() -> list[str]:
    """The names of all templates."""
    found = [item.name for item in files("briefing").joinpath("data/templates").iterdir()]
    with suppress(OSError):  # the folder may not exist
        found += [path.name for path in user_folder().iterdir()]
    stems = {name.removesuffix(SUFFIX) for name in found if name.endswith(SUFFIX)}
    return sorted(stem for stem in stems if NAME.fullmatch(stem))


def load(name: str) -> Layout:
    """The layout of a template; the user's own templates come before those of brief.

    A template of the user's runs under limits, in a process of its own.

    Raises:
        BriefingError: There is no such template, it cannot be read, or it is not valid.
    """
    fill_in: Callable[[Pieces], str]
    with _refusing(name):
        own = _own_source(name)
        if own is not None:
            from briefing.page.confined import ConfinedTemplate

            fill_in = ConfinedTemplate(own)
        else:
            fill_in = partial(filled_in, compiled(_shipped_source(name)))

    def layout(pieces: Pieces) -> str:
        with _refusing(name):
            markdown = fill_in(pieces)
        return EMPTY_LINES.sub("\n\n", clean(markdown)[0].strip("\n")) + "\n"

    return layout


def layout_of(name: str | None) -> Layout:
    """The layout of a template, or the usual one for None.

    Raises:
        BriefingError: As `load`.
    """
    from briefing.page.pieces import desk

    return desk if name is None else load(name)


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Say in one line what is wrong with a template."""
    try:
        yield
    except TemplateError as error:
        raise BriefingError(f"template {name}{one_line(str(error))}; correct it") from error
    except (OSError, UnicodeError) as error:
        words = getattr(error, "strerror", None) or str(error)
        raise BriefingError(f"template {name}: {one_line(words)}; correct it") from error


def _own_source(name: str) -> str | None:
    """A template of the user's, if there is one of the name."""
    if not NAME.fullmatch(name):
        return None
    path = user_folder() / f"{name}{SUFFIX}"
    try:
        if path.stat().st_size > LARGEST:
            raise TemplateError(f": it is larger than {LARGEST // 1000} kB")
        return ordinary_bytes(path).decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None


def _shipped_source(name: str) -> str:
    if NAME.fullmatch(name):
        shipped = files("briefing").joinpath(f"data/templates/{name}{SUFFIX}")
        if shipped.is_file():
            return shipped.read_text(encoding="utf-8")
    known = ", ".join(names())
    raise BriefingError(
        f"there is no template {one_line(name)}; choose {known},"
        f" or write {path_line(user_folder())}/NAME{SUFFIX}"
    )
