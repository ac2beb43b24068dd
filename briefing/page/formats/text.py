"""The page as plain text for a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.errors import BriefingError
from briefing.model import Briefing
from briefing.page.markdown import width
from briefing.page.notation import Notation
from briefing.page.one_page import composed, problem_of
from briefing.page.pieces import desk, is_link, pieces_of
from briefing.page.values import DifferenceLine, HighlightLine, Pieces
from briefing.sanitize import one_line

COLUMNS = 72
SAFE = Notation(one_line, one_line)


def to_text(briefing: Briefing) -> str:
    """What stands on the page of `briefing.page.to_markdown`, without any markup.

    Raises:
        BriefingError: As there.
    """
    page = composed(briefing)
    problem = problem_of(page, briefing, desk)
    if problem:
        raise BriefingError(problem)
    return in_blocks(pieces_of(briefing, page.shown, SAFE))


def in_blocks(pieces: Pieces) -> str:
    """A page in paragraphs, with empty lines between them."""
    return "\n\n".join(filter(None, _blocks(pieces))) + "\n"


def _blocks(p: Pieces) -> Iterator[str]:
    yield wrapped(p.headline)
    yield wrapped(f"The article’s headline: {p.article_headline}" if p.article_headline else "")
    yield "\n".join(filter(None, (wrapped(p.source_line), wrapped(p.prepared))))
    yield "\n".join(
        wrapped(line.text, f"{line.letter}  " if line.letter else "") for line in p.legend
    )
    yield _section("Why it matters", _own(p.why))
    sentences = (f"{line.text} {line.cite}" for line in p.summary)
    numbered = (wrapped(words, f"{n}. ") for n, words in enumerate(sentences, 1))
    yield _section("Summary", "\n".join(numbered))
    yield _section("They differ", "\n".join(map(_difference, p.differences)))
    yield _section("Highlights", "\n\n".join(map(_highlight, p.highlights)))
    actors = (f"{a.name}{f', {a.role}' if a.role else ''} ({a.mentions})" for a in p.actors)
    yield _section("Key actors", "\n".join(wrapped(words, "- ") for words in actors))
    yield _section("Where", wrapped(p.where))
    yield _section("Quotes", "\n\n".join(
        _indented((f"“{quote.text}”", f"— {quote.speaker} {quote.cite}")) for quote in p.quotes
    ))  # fmt: skip
    yield _section("Figures", wrapped(p.how_many))
    yield _section("When", wrapped(p.when))
    only = (wrapped(f"{line.text} {line.cite}", "- ") for line in p.only_one)
    yield _section("Only one says", "\n".join(only))
    yield _section("Next", _own(p.next))
    yield _section("Note", _own(p.note))
    left_out = f"Not shown here: {p.left_out}." if p.left_out else ""
    yield wrapped(" ".join(filter(None, (p.basis, left_out, p.provenance))))


def _difference(line: DifferenceLine) -> str:
    sides = (wrapped(str(side), "  ") for side in line.sides)
    return "\n".join((wrapped(line.what, "- "), *sides))


def _section(label: str, words: str) -> str:
    return f"{label.upper()}\n{words}" if words else ""


def _own(words: str) -> str:
    return "\n".join(map(wrapped, words.split("\n")))


def _highlight(mark: HighlightLine) -> str:
    note = f"Reader’s note: {mark.note}" if mark.note else ""
    return _indented((f"“{mark.text}” {mark.cite}", note))


def _indented(lines: Iterable[str]) -> str:
    return "\n".join(wrapped(line, "  ") for line in lines if line)


def wrapped(text: str, first: str = "") -> str:
    """A text in lines of at most `COLUMNS` cells; only a web address may be longer.

    Args:
        text: One line.
        first: Stands before it; the lines below are indented as far.
    """
    lines: list[str] = []
    line = ""
    room = COLUMNS - len(first)
    for word in text.split():
        if line and width(line) + 1 + width(word) <= room:
            line = f"{line} {word}"
            continue
        lines.append(line)
        *full, line = [word] if is_link(word) else _broken(word, room)
        lines += full
    indents = (first, *[" " * len(first)] * len(lines))
    shown = zip(indents, filter(None, (*lines, line)), strict=False)
    return "\n".join(indent + line for indent, line in shown)


def _broken(word: str, room: int) -> list[str]:
    """A word in parts of at most so many cells."""
    parts = [""]
    for char in word:
        if width(parts[-1] + char) > room:
            parts.append("")
        parts[-1] += char
    return parts
