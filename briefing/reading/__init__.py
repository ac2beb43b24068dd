"""A source in, a frozen `Article` out; knows formats and nothing of language."""

from __future__ import annotations

from typing import BinaryIO

from briefing.errors import ReadError
from briefing.model import Article
from briefing.reading.decoding import decode
from briefing.reading.formats.plain import tidy
from briefing.reading.layout import lay_out
from briefing.reading.sources import load, shown_name


def read(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """The article that a source holds, cleaned once and frozen.

    Args:
        source: Path of a text file, or "-" for standard input.
        stdin: What "-" reads from; the program's standard input if None.

    Raises:
        ReadError: The source is no readable text or has no article in it; one line says which
            source, why, and what to do.
    """
    text, notes = decode(load(source, stdin), source)
    text, more_notes = tidy(text)
    article = lay_out(text, source, (*notes, *more_notes))
    if not any(paragraph.kind == "text" for paragraph in article.paragraphs):
        raise ReadError(
            f"cannot read {shown_name(source)}: there is no article in it; "
            "give a text with at least one sentence"
        )
    return article
