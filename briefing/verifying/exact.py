"""Where words stand in a text just as they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.verifying.tokens import QUOTE, Tokens

FINAL = frozenset(".,。，")
"""Marks at the end of a quotation that may be the quoter's."""
ASKING = frozenset("?!？！")


def bare(quoted: Tokens) -> tuple[Tokens, bool]:
    """A quotation without the marks around it that are the quoter's.

    Those are quotation marks, and one comma or full stop at the end.

    Returns:
        What is left, and True if a comma or full stop was taken off.
    """
    first, last, was_final = 0, len(quoted), False
    while first < last and quoted.keys[first] == QUOTE:
        first += 1
    while last > first:
        if quoted.keys[last - 1] in FINAL and not was_final:
            was_final = True
        elif quoted.keys[last - 1] != QUOTE:
            break
        last -= 1
    return quoted[first:last], was_final


def found(text: Tokens, quoted: Tokens, *, is_final: bool = False) -> Iterator[tuple[int, int]]:
    """Where the tokens of a quotation stand, as numbers of the first and after the last token.

    Args:
        text: Of the article.
        quoted: Of the quotation, without marks around it; at least one.
        is_final: True if a comma or full stop was taken off its end.
    """
    keys, size = list(quoted.keys), len(quoted)
    for at in begin(text, keys[0]):
        end = at + size
        if (
            text.keys[at + 1 : end] == keys[1:]
            and not _joins_any(text, at, quoted)
            and cut_off(text, at, end, is_final=is_final) is None
        ):
            yield at, end


def begin(text: Tokens, key: str) -> list[int]:
    """Where the first token of a quotation stands, with a capital or without."""
    rest = key[1:]
    forms = {key, key[0].upper() + rest, key[0].lower() + rest}
    return sorted(at for form in forms for at in text.positions.get(form, ()))


def joins(text: Tokens, at: int, quoted: Tokens, number: int) -> bool:
    """True if a paragraph ends before a token of the text and no line before that of the quote."""
    return text.begin_line[at] and not quoted.begin_line[number]


def _joins_any(text: Tokens, at: int, quoted: Tokens) -> bool:
    begin = text.begin_line[at : at + len(quoted)]
    return True in begin and any(joins(text, at + n, quoted, n) for n in range(1, len(begin)))


def cut_off(text: Tokens, at: int, end: int, *, is_final: bool) -> int | None:
    """The token beside a passage without which it means something else; None where all is well.

    That is another group of digits of the same number, and a question mark that the quotation
    has as a full stop.
    """
    if at and _is_number(text, at - 1):
        return at - 1
    if end < len(text):
        if _is_number(text, end - 1):
            return end
        if is_final and text.keys[end] in ASKING and not text.begin_line[end]:
            return end
    return None


def _is_number(text: Tokens, at: int) -> bool:
    """True if a token and the next one are groups of digits of one number."""
    return (
        text.starts[at + 1] == text.ends[at] + 1
        and not text.begin_line[at + 1]
        and bool(re.fullmatch(r"\D?\d{1,3}", text.keys[at]))
        and bool(re.match(r"\d{3}(?!\d)", text.keys[at + 1]))
    )
