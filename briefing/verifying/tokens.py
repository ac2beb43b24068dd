"""The words and marks of a text, each as what typography does not change of it.

Whatever stands between spaces is one word, but for the marks around it: "31" is no word of "310",
"31.5", "$31", "31%", "31-year-old" or "-31", "can" none of "can’t", and "known" none of
"well-known".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

QUOTE, DASH, ELLIPSIS = '"', "—", "…"
"""What stands for all marks of the kind."""
APOSTROPHES = "'’ʼ＇‘‛`´′"
QUOTES = APOSTROPHES + '"“”„‟‚«»‹›″＂「」『』'
HYPHENS = "-‐‑–−"
"""Also within a word; U+2013 stands there between numbers and names."""
DASHES = HYPHENS + "—―‒⸺"
OTHER_MARKS = ".,;:?!…()[]{}¿¡|•·。、，；：？！（）［］"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Scripts that put no spaces between words: each of their characters is taken for one."""
DOTS = r"(?:…|\.{3,}|\.(?:\s+\.){2,})\.?"

_IN_WORD = rf"[^\s{re.escape(QUOTES + DASHES + OTHER_MARKS)}{UNSPACED}]"
_CONNECTOR = (
    rf"(?:[{APOSTROPHES}{re.escape(HYPHENS)}](?={_IN_WORD})|(?<=\d)[.,:](?=\d)"
    r"|\.(?=[^\W_A-Z])|(?:(?<=[A-Z])|(?<=\W[^\W\d_])|(?<=^[^\W\d_]))\.(?=[A-Z]))"
)
_SIGN = rf"(?<!{_IN_WORD})(?:[{re.escape(HYPHENS)}]\.?|\.)(?=\d)"
_TOKEN = re.compile(
    rf"(?P<line>\n\s*)|(?P<dots>{DOTS})"
    rf"|(?P<word>(?:{_SIGN})?{_IN_WORD}+(?:{_CONNECTOR}{_IN_WORD}+)*|[{UNSPACED}])"
    rf"|(?P<quote>[{re.escape(QUOTES)}]+)|(?P<dash>[{re.escape(DASHES)}]+)|(?P<mark>\S)"
)
_KEYS = {"dots": ELLIPSIS, "quote": QUOTE, "dash": DASH}
_FOLDS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'")
    | dict.fromkeys(HYPHENS, "-")
    | {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
    | {"\xad": ""}
)


@dataclass(frozen=True, eq=False)
class Tokens:
    """The words and marks of a text.

    Attributes:
        keys: What each is compared by.
        starts: Offset of the first character of each.
        ends: Offset after the last character of each.
        are_words: True for a word, False for a mark.
        begin_line: True for the first of a line.
    """

    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    are_words: Sequence[bool]
    begin_line: Sequence[bool]

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, part: slice) -> Tokens:
        return Tokens(
            self.keys[part],
            self.starts[part],
            self.ends[part],
            self.are_words[part],
            self.begin_line[part],
        )

    @cached_property
    def positions(self) -> Mapping[str, Sequence[int]]:
        """Where each key stands."""
        return _positions(self.keys)

    @cached_property
    def lower(self) -> Sequence[str]:
        """The keys without capitals."""
        return [key.casefold() for key in self.keys]

    @cached_property
    def lower_positions(self) -> Mapping[str, Sequence[int]]:
        """Where each key stands, whatever its capitals."""
        return _positions(self.lower)


def _positions(keys: Sequence[str]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(key, []).append(at)
    return found


@lru_cache(maxsize=2)
def kept_tokens(text: str) -> Tokens:
    """The words and marks of a text that is asked for again and again, as an article is."""
    return tokens_of(text)


def tokens_of(text: str) -> Tokens:
    r"""The words and marks of a text.

    >>> tokens_of("“It’s 5%-10% – or\nmore…”").keys
    ['"', "It's", '5%-10%', '—', 'or', 'more', '…', '"']
    """
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    are_words: list[bool] = []
    begin_line: list[bool] = []
    begins = False
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "line":
            begins = True
            continue
        if kind == "quote" and keys and keys[-1] == QUOTE:
            ends[-1] = found.end()
            continue
        is_word = kind == "word"
        token = found[0]
        if not token.isascii():
            token = unicodedata.normalize("NFC", token.translate(_FOLDS))
        keys.append(token if is_word else _KEYS.get(kind or "", token))
        starts.append(found.start())
        ends.append(found.end())
        are_words.append(is_word)
        begin_line.append(begins)
        begins = False
    return Tokens(keys, starts, ends, are_words, begin_line)
