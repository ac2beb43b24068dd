"""The languages that brief tells apart, and what it can do in each."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from briefing.model import Missing
from briefing.options import NEED_MODEL, STAGES
from briefing.tables import DATA, ENGLISH, EVERY_LANGUAGE, rows

IN_ANY_LANGUAGE = ("summary",)
"""Stages that need no table of the language and no model."""
CODE_LENGTHS = (2, 3)
"""Letters of the codes of ISO 639-1, and of 639-3 for languages that have none there."""


class Language(Struct, frozen=True, kw_only=True):
    """A language that a text may be written in.

    Attributes:
        code: Its ISO 639-1 code.
        name: Its English name, which is also what sumy calls it.
        script: The script that it is written in.
        common_words: Its most common words, by which it is told from others of the script; none
            where the script alone tells it.
        letters: Letters that few other languages of the script have.
        stages: Those of `briefing.options.STAGES` that work in it.
    """

    code: str
    name: str
    script: str = ""
    common_words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    stages: tuple[str, ...] = IN_ANY_LANGUAGE


def language(code: str) -> Language:
    """The language with a code; of one that is in no table, what works in any."""
    return languages().get(code) or Language(code=code, name="another language")


def missing_in(code: str) -> tuple[Missing, ...]:
    """The stages that do not work in a language, and why."""
    of_article = language(code)
    reason = f"brief finds them in English articles only; this one is in {of_article.name}"
    return tuple(
        Missing(part=stage, reason=reason) for stage in STAGES if stage not in of_article.stages
    )


def needs_model(code: str) -> bool:
    """True if there is anything for the language model to do in a text of this language."""
    return not set(language(code).stages).isdisjoint(NEED_MODEL)


@cache
def languages() -> dict[str, Language]:
    """All languages of the table `data/languages.tsv` by their codes."""
    return {
        code: Language(
            code=code,
            name=name,
            script=script,
            common_words=frozenset(words.split()),
            letters=frozenset(letters),
            stages=STAGES if code == ENGLISH else IN_ANY_LANGUAGE,
        )
        for code, name, script, words, letters in rows("languages", EVERY_LANGUAGE)
    }


def code_of(tag: str | None) -> str | None:
    """The code of a language tag as sources write it: "en" for "en-GB"; None where it is no tag."""
    code = (tag or "").strip().replace("_", "-").partition("-")[0].lower()
    return code if code.isascii() and code.isalpha() and len(code) in CODE_LENGTHS else None


@cache
def table_language(table: str, code: str) -> str:
    """The language whose table is used for texts in a language: English where it has none."""
    return code if (DATA / code / f"{table}.tsv").is_file() else ENGLISH
