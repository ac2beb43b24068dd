"""Forms of the verbs that tell of speaking, from `data/en/reporting_verbs.tsv`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from briefing.tables import ENGLISH, rows

VerbClass = Literal["speech", "manner", "label"]
VOWELS = frozenset("aeiou")


@cache
def reporting_forms(language: str = ENGLISH) -> dict[str, VerbClass]:
    """Every form of every verb in the table, in lower case, with the verb's class.

    `speech` tells of speaking wherever it stands; `manner` only right beside a quotation mark
    ("smiled"); quoted words after a `label` are a name for something ("called it").

    Raises:
        ValueError: The table has a class that is unknown.
    """
    forms: dict[str, VerbClass] = {}
    for kind, verb, *irregular in rows("reporting_verbs", language):
        if kind not in ("speech", "manner", "label"):
            raise ValueError(f"reporting_verbs.tsv: unknown class {kind!r}")
        for form in _forms(verb.lower(), irregular):
            forms.setdefault(form, kind)  # type: ignore[arg-type]
    return forms


def _forms(verb: str, irregular: list[str]) -> Iterator[str]:
    yield verb
    ends_in_y = verb.endswith("y") and verb[-2] not in VOWELS
    if ends_in_y:
        yield verb[:-1] + "ies"
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es"
    else:
        yield verb + "s"
    if irregular:
        yield from irregular
        return
    stem = verb[:-1] if verb.endswith("e") else verb
    yield verb[:-1] + "ied" if ends_in_y else stem + "ed"
    yield (verb[:-2] + "ying" if verb.endswith("ie") else stem + "ing")
