"""Templates in Jinja's language, which give the page other headings and another order.

A template is a file NAME.md.j2, the user's own or one that comes with brief. Its variables are the
fields of `briefing.page.pieces.Pieces`. It runs in a sandbox, and its result has to fit one
page, as that of any layout.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from briefing.errors import BriefingError
from briefing.sanitize import clean, one_line

if TYPE_CHECKING:
    from jinja2 import Template

    from briefing.page.pieces import Layout, Pieces

SUFFIX = ".md.j2"
NAME = re.compile(r"[\w-]{1,60}", re.ASCII)
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

    Raises:
        BriefingError: There is no such template, it cannot be read, or it is not valid.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    source = _source(name)
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # the pieces are escaped for Markdown, and HTML is made from it
    )
    environment.globals.clear()  # a template needs no functions
    try:
        template = environment.from_string(source)
    except Exception as error:
        _refuse(name, error)
    return lambda pieces: _rendered(name, template, pieces)


def _rendered(name: str, template: Template, pieces: Pieces) -> str:
    values = {field.name: getattr(pieces, field.name) for field in fields(pieces)}
    try:
        markdown = template.render(values)
    except Exception as error:
        _refuse(name, error)
    return EMPTY_LINES.sub("\n\n", clean(markdown)[0].strip("\n")) + "\n"


def _refuse(name: str, error: Exception) -> NoReturn:
    line = getattr(error, "lineno", None)
    where = f", line {line}" if line else ""
    reason = one_line(str(error)).rstrip(".") or type(error).__name__
    raise BriefingError(f"template {name}{where}: {reason}; correct it") from error


def _source(name: str) -> str:
    if NAME.fullmatch(name):
        own = user_folder() / f"{name}{SUFFIX}"
        shipped = files("briefing").joinpath(f"data/templates/{name}{SUFFIX}")
        for path in (own, shipped):
            try:
                if path.is_file():
                    return path.read_text(encoding="utf-8")
            except (OSError, UnicodeError) as error:
                _refuse(name, error)
    known = ", ".join(names())
    raise BriefingError(
        f"there is no template {one_line(name)}; choose {known},"
        f" or write {user_folder()}/NAME{SUFFIX}"
    )
