"""Corrections as TOML, so that they can be passed on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from briefing.corrections.checking import problem_of
from briefing.corrections.values import Correction, digest_of
from briefing.errors import BriefingError
from briefing.model import Article
from briefing.sanitize import one_line

MOST = 10_000
"""Corrections of one article."""
HEAD = "What the reader changed; `brief --corrections FILE.toml ARTICLE` takes it in."


class _OfArticle(Struct, frozen=True, forbid_unknown_fields=True):
    """The corrections of an article in a file.

    Attributes:
        text: Digest of the article's text.
        title: For whoever reads the file.
    """

    text: str
    title: str = ""
    correction: tuple[Correction, ...] = ()


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    article: tuple[_OfArticle, ...] = ()


def to_toml(all_corrections: Iterable[tuple[Article, Sequence[Correction]]]) -> str:
    """The corrections of articles as TOML."""
    import tomlkit

    articles = [
        {
            "text": digest_of(article.text),
            "title": one_line(article.title),
            "correction": [_plain(correction) for correction in corrections],
        }
        for article, corrections in all_corrections
    ]
    document = tomlkit.document()
    document.add(tomlkit.comment(HEAD))
    document.update({"article": articles})
    return tomlkit.dumps(document)


def from_toml(data: bytes, name: str) -> Mapping[str, tuple[Correction, ...]]:
    """The corrections in a file, by the digest of their article's text.

    Args:
        data: The file.
        name: What it is called in the message of an error.

    Raises:
        BriefingError: It is no TOML, or says something else than corrections.
    """
    try:
        file = msgspec.convert(tomllib.loads(data.decode()), _File)
    except (ValueError, RecursionError) as error:  # of TOML, UTF-8 and msgspec
        why = one_line(str(error)) or "it is nested too deeply"
        raise BriefingError(f"cannot use {one_line(name)}: {why}; correct it") from error
    found: dict[str, tuple[Correction, ...]] = {}
    for one in file.article:
        found[one.text] = (*found.get(one.text, ()), *one.correction)
    if any(len(corrections) > MOST for corrections in found.values()):
        raise BriefingError(
            f"cannot use {one_line(name)}: it has more than {MOST:,} corrections of one article;"
            " shorten it"
        )
    return found


def fitting(
    file: Mapping[str, tuple[Correction, ...]],
    article: Article,
    known: Sequence[Correction],
    name: str,
) -> tuple[Correction, ...]:
    """The corrections of a file that are about an article and not known already.

    Args:
        file: As `from_toml` gives it.
        article: The article.
        known: Its corrections so far.
        name: The file, for the message of an error.

    Raises:
        BriefingError: There are none of this article, or one of them makes no sense.
    """
    given = file.get(digest_of(article.text))
    if given is None:
        raise BriefingError(
            f"cannot use {one_line(name)}: it has no corrections of this article, or of another"
            " version of its text; give the article that they were made in"
        )
    for number, correction in enumerate(given, 1):
        if problem := problem_of(correction, article.text):
            raise BriefingError(
                f"cannot use {one_line(name)}: correction {number}: {problem}; correct it"
            )
    seen = {(one.kind, one.target, one.to) for one in known}
    return tuple(one for one in given if (one.kind, one.target, one.to) not in seen)


def _plain(correction: Correction) -> dict[str, object]:
    """A correction without what is None, which TOML has no word for."""
    raw = msgspec.to_builtins(correction)
    target = {key: value for key, value in raw["target"].items() if value is not None}
    plain: dict[str, object] = {"kind": raw["kind"], "made": raw["made"], "target": target}
    to = raw["to"]
    if isinstance(to, dict):
        to = {key: value for key, value in to.items() if value is not None}
    if to is not None:
        plain["to"] = to
    return plain
