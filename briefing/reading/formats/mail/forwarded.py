"""Which lines of a letter are its article: letters that were forwarded, quoted or answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from briefing.reading.formats.mail.lines import Line
from briefing.reading.formats.mail.words import is_a, pattern, words_in

LABEL = re.compile(r"[*_\s]*(?P<label>[A-Za-z][A-Za-z -]{1,19}?)[*_]*\s?:[*_]*\s*(?P<value>.*)")
LABELS = ("from", "date", "subject", "other")
RUN_TOGETHER = re.compile(r"\s*(?=\b(?:From|To|Cc|Sent|Date|Subject): )|(?<=>)(?=\w+: )")
LONG_LINE, LONGEST_LINE = 60, 80
"""Characters from which on the value of a header may go on in the next line, and of that line."""
MOST_HEADERS = 25
MARKER_TO_HEADERS = 4
"""Lines between "Forwarded message" and the headers."""
FEWEST_HEADERS = 3
"""Labels of headers that stand for themselves, without a line that announces them."""
MOST_LETTERS, DEEPEST = 30, 6
"""Letters in one another that are told apart, and marks of quoting that are removed."""
NOTE_WORDS, ARTICLE_WORDS = 60, 150
"""Words of a covering note at most, and of a letter that is an article at least."""
ATTRIBUTION = re.compile(
    r"\bOn (?P<date>[^\n]{6,60}?(?:\d\d:\d\d(?::\d\d)?(?:\s?[AP]M)?|\b\d{4}\b(?! at| \d)))[\s,]+"
    r"(?P<sender>[^\n]{3,120}?)\s+wrote\s?:"
)
MOST_ATTRIBUTION_LINES = 3
QUOTED_SHARE = 4
"""An article that is quoted as a whole has so many times the words around it."""


class Forwarded(Struct, frozen=True):
    """The article of a letter.

    Attributes:
        lines: Its lines; those of kind "furniture" belong to the letters around it.
        headers: What the forwarded letter says about itself ("from", "date", "subject"), or None
            where the article is the sender's own.
    """

    lines: tuple[Line, ...]
    headers: dict[str, str] | None = None


class _Head(NamedTuple):
    """Headers inside a letter: the lines from `start` to `end` without it."""

    start: int
    end: int
    headers: dict[str, str]
    is_forward: bool


def article_in(lines: Sequence[Line], *, announced: bool) -> Forwarded:
    """The article in the lines of a letter.

    Args:
        lines: The lines.
        announced: True if the subject says that the letter was forwarded.
    """
    letters = list(_letters_in(lines))
    sizes = [_words(letter.lines) for letter in letters]
    chosen = 0
    while chosen + 1 < len(letters):
        forwarded = announced or letters[chosen + 1].is_forward
        if _is_answered(sizes[chosen], max(sizes[chosen + 1 :]), forwarded=forwarded):
            break
        chosen += 1
    around = [line for letter in letters[:chosen] for line in letter.lines if line.text]
    headers = letters[chosen].headers
    article, quoted = _without_quotes(list(letters[chosen].lines), is_forwarded=headers is not None)
    if quoted and headers is None:
        headers = _attributed(line.text for line in article if line.kind == "furniture")
    return Forwarded((*_as_furniture(around), *article), headers)


class _Letter(NamedTuple):
    """One of the letters in a letter; the first has no headers here."""

    headers: dict[str, str] | None
    lines: Sequence[Line]
    is_forward: bool


def _letters_in(lines: Sequence[Line]) -> Iterator[_Letter]:
    headers: dict[str, str] | None = None
    is_forward = False
    rest = lines
    for _ in range(MOST_LETTERS):
        head = _head_in(rest)
        if head is None:
            break
        yield _Letter(headers, rest[: head.start], is_forward)
        headers, is_forward, rest = head.headers, head.is_forward, rest[head.end :]
    yield _Letter(headers, rest, is_forward)


def _is_answered(own: int, other: int, *, forwarded: bool) -> bool:
    """True if a letter is the article, and the ones below it what it answers.

    Args:
        own: Its words.
        other: Words of the longest letter below.
        forwarded: The one below was forwarded, as a marker or the subject says.
    """
    if forwarded:
        return own >= ARTICLE_WORDS and own > 2 * other
    return own >= other or (own > NOTE_WORDS and 3 * own > other)


def _head_in(lines: Sequence[Line]) -> _Head | None:
    """The first headers inside a letter."""
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            continue
        forward, original = is_a("marker", text), is_a("original", text)
        if forward or original:
            below = range(index + 1, min(index + 1 + MARKER_TO_HEADERS, len(lines)))
            first = next((at for at in below if _label(lines[at].text)), None)
            if first is not None:
                end, headers = _headers_at(lines, first)
                return _Head(index, end, headers, forward)
            if forward:
                return _Head(index, index + 1, _headers_in_line(text), True)
        elif _label(text):
            end, headers = _headers_at(lines, index)
            if "from" in headers and len(headers) >= FEWEST_HEADERS:
                return _Head(_ruled(lines, index), end, headers, False)
    return None


def _ruled(lines: Sequence[Line], index: int) -> int:
    """Where the line of dashes above headers stands, if there is one."""
    above = index - 1
    while above > 0 and not lines[above].text.strip():
        above -= 1
    return above if above >= 0 and re.fullmatch(r"[-_=*]{3,}", lines[above].text.strip()) else index


def _headers_at(lines: Sequence[Line], start: int) -> tuple[int, dict[str, str]]:
    """Where the headers that begin in a line end, and what they say."""
    headers: dict[str, str] = {}
    name, at = "", start
    while at < len(lines) and len(headers) < MOST_HEADERS:
        text = lines[at].text
        if not text.strip():
            following = next((i for i in range(at, min(at + 3, len(lines))) if lines[i].text), None)
            if following is None or not _label(lines[following].text):
                break
            at = following
            continue
        if label := _label(text):
            name, value = label
            if name in headers:
                break
            headers[name] = value
        elif name and lines[at - 1].text and _may_go_on(lines, at):
            headers[name] += " " + text.strip()
        else:
            break
        at += 1
    return at, headers


def _may_go_on(lines: Sequence[Line], at: int) -> bool:
    """True if the value of a header that was too long for its line goes on in this line."""
    above, line = lines[at - 1].text, lines[at].text
    if line[:1].isspace() or above.rstrip().endswith((",", ";", ":")):
        return True
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    ends = not below.strip() or _label(below) is not None
    return len(above) >= LONG_LINE and len(line) <= LONGEST_LINE and ends


def _headers_in_line(text: str) -> dict[str, str]:
    """The headers that a program ran together into one line."""
    labels = filter(None, (_label(piece) for piece in RUN_TOGETHER.split(text)))
    return dict(labels)


def _label(text: str) -> tuple[str, str] | None:
    """The name and the value of a header; other labels than the three are told by their words."""
    found = LABEL.fullmatch(text.strip()) if len(text) < 2_000 else None
    if found is None:
        return None
    label = found["label"].strip()
    for name in LABELS:
        if pattern(f"label {name}").fullmatch(label):
            return (label.lower() if name == "other" else name), (found["value"] or "").strip(" *")
    return None


def _without_quotes(lines: list[Line], *, is_forwarded: bool) -> tuple[list[Line], bool]:
    """The lines with the letters that they quote marked, and whether one of these is the article.

    Others are questions, which are furniture, or quotations.
    """
    lifted = False
    for _ in range(DEEPEST):
        quoted = [line for line in lines if line.depth]
        own, other = _words(line for line in lines if not line.depth), _words(quoted)
        if not other or own * QUOTED_SHARE > other or (own > NOTE_WORDS and not is_forwarded):
            break
        lines, lifted = [_lifted(line) for line in lines], True
    return _with_answers_marked(lines), lifted


def _attributed(lines: Iterable[str]) -> dict[str, str]:
    """What the line above a quoted letter says: "On March 4, 2030 at 10:12, Ana Ruiz wrote:"."""
    told = ATTRIBUTION.search(" ".join(lines))
    return {"from": told["sender"], "date": told["date"].strip(" ,")} if told else {}


def _lifted(line: Line) -> Line:
    if line.depth:
        return replace(line, depth=line.depth - 1)
    return replace(line, kind="furniture") if line.text else line


def _with_answers_marked(lines: list[Line]) -> list[Line]:
    found: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        after = _after_attribution(lines, at)
        if after:
            end = _end_of_quote(lines, after)
            found += _as_furniture(lines[at:end])
            at = end
        elif line.depth and line.kind != "furniture":
            end = _end_of_quote(lines, at)
            last = not any(each.text for each in lines[end:]) and _words(found) > NOTE_WORDS
            found += (
                replace(each, kind="furniture" if last else "quotation", depth=0)
                for each in lines[at:end]
            )
            at = end
        else:
            found.append(line)
            at += 1
    return found


def _after_attribution(lines: Sequence[Line], at: int) -> int | None:
    """Where the quoted letter begins if a line such as "On Monday Ana wrote:" stands here."""
    text = ""
    for end in range(at, min(at + MOST_ATTRIBUTION_LINES, len(lines))):
        if not lines[end].text or lines[end].depth != lines[at].depth:
            return None
        text = f"{text} {lines[end].text.strip()}".strip()
        if not is_a("attribution", text):
            continue
        below = next((i for i in range(end + 1, len(lines)) if lines[i].text), None)
        if below is None or lines[below].depth > lines[at].depth:
            return end + 1
    return None


def _end_of_quote(lines: Sequence[Line], start: int) -> int:
    """The line after a quoted letter that begins here, blank lines in it and before it skipped."""
    end = at = start
    while at < len(lines) and (lines[at].depth or not lines[at].text):
        at += 1
        if lines[at - 1].depth:
            end = at
    return end


def _as_furniture(lines: Iterable[Line]) -> list[Line]:
    return [replace(line, kind="furniture", depth=0) for line in lines]


def _words(lines: Iterable[Line]) -> int:
    return sum(words_in(line.text) for line in lines)
