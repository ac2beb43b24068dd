"""A briefing as a note of Obsidian or of Org mode, with everything that was found."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.model import Briefing
from briefing.page.choosing import select
from briefing.page.formats.citing import address_of
from briefing.page.markdown import escape
from briefing.page.notation import Notation, plain
from briefing.page.pieces import headline_of, pieces_of
from briefing.sanitize import one_line

if TYPE_CHECKING:
    from jinja2 import Template

NO_LIMIT = (10_000, 100_000)
NOT_IN_A_LINK = re.compile(r"[\[\]|#^\\/:*\"<>?%]")
"""What the name of a note in Obsidian must not have."""
OBSIDIAN_MARKS = re.compile(r"%(?=%)|=(?==)|\$|\^")
"""Of comments, highlights, formulas and blocks; other signs are those of Markdown."""
ORG_MARKS = re.compile(
    r"(?<![^\s\-({'\"])[*/_=~+](?=\S)"  # emphasis
    r"|[\[<](?=[\[<\d]|fn:)|\{(?=\{\{)|@(?=@)|:(?=//)"  # links, dates, footnotes, macros
    r"|(?<=\S)[_^](?=[\w{(*+-])|\\(?=[\w(\[\\])|\$"  # subscripts, entities, formulas
)
ORG_LINE = re.compile(r"^(?=\*+ |#|[-+] |\d+[.)] |\||:)")
UNSEEN = "\u200b"
"""A space without width, with which Org mode takes signs for what they are."""


def escape_obsidian(text: str) -> str:
    """A text on one line that Obsidian shows as it is."""
    return OBSIDIAN_MARKS.sub(r"\\\g<0>", escape(one_line(text)))


def escape_org(text: str) -> str:
    """A text on one line that Org mode shows as it is."""
    line = ORG_MARKS.sub(rf"{UNSEEN}\g<0>{UNSEEN}", one_line(text))
    return ORG_LINE.sub(UNSEEN, line)


OBSIDIAN = Notation(escape_obsidian, lambda address: f"<{address}>", "  \n")
ORG = Notation(escape_org, lambda address: f"[[{address}]]", " \\\\\n")


def to_obsidian(briefing: Briefing) -> str:
    """A note with properties, and with a link to a note for each actor and place."""
    return _rendered("obsidian.md.j2", briefing, OBSIDIAN)


def to_org(briefing: Briefing) -> str:
    """A file for Org mode."""
    return _rendered("org.j2", briefing, ORG)


def _rendered(name: str, briefing: Briefing, notation: Notation) -> str:
    shown = select(briefing, {}, NO_LIMIT)
    shown.sentence_cells = NO_LIMIT[1]
    text = _template(name).render(
        p=pieces_of(briefing, shown, notation),
        article=briefing.article,
        title=briefing.composition.headline or headline_of(briefing),
        address=address_of(briefing.article),
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


def _wikilink(name: str) -> str:
    """A link to the note of that name, which is escaped as in Markdown."""
    words = plain(NOT_IN_A_LINK.sub(" ", re.sub(r"\\(.)|`", r"\1", name)))
    return f"[[{words}]]" if words else name


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=False,  # the pieces are escaped for the format
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters["yaml"] = lambda value: json.dumps(value, ensure_ascii=False)
    environment.filters["wikilink"] = _wikilink
    environment.filters["line"] = one_line
    source = files("briefing").joinpath(f"data/notes/{name}").read_text("utf-8")
    return environment.from_string(source)
