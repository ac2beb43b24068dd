"""Templates in Jinja's language, compiled and filled in where they can reach nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.sanitize import one_line

if TYPE_CHECKING:
    from jinja2 import Template

    from briefing.page.values import Pieces


class TemplateError(Exception):
    """A template is not valid, or fails; the message says where and why."""


def compiled(source: str) -> Template:
    """The template of a source.

    Raises:
        TemplateError: It is not valid.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # the pieces are escaped for Markdown, and HTML is made from it
    )
    environment.globals.clear()  # a template needs no functions
    try:
        return environment.from_string(source)
    except MemoryError:
        raise
    except Exception as error:
        raise _described(error) from error


def filled_in(template: Template, pieces: Pieces) -> str:
    """What a template makes of the contents of a page.

    Raises:
        TemplateError: It fails.
    """
    values = {name: getattr(pieces, name) for name in pieces.__slots__}
    try:
        return template.render(values)
    except MemoryError:
        raise
    except Exception as error:
        raise _described(error) from error


def _described(error: Exception) -> TemplateError:
    line = getattr(error, "lineno", None)
    where = f", line {line}" if line else ""
    reason = one_line(str(error)[:MOST_SAID]).rstrip(".") or type(error).__name__
    return TemplateError(f"{where}: {reason}")


MOST_SAID = 300
"""Characters of what Jinja says, which may name a value of any size."""
