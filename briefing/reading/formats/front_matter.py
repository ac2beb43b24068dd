"""What a Markdown file says about its article in lines at its top: YAML, TOML or pandoc's block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from msgspec import Struct

from briefing.reading.formats.names_given import names_in
from briefing.reading.formats.written_dates import day_and_time
from briefing.sanitize import one_line

YAML: Final = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
TOML: Final = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
PANDOC: Final = re.compile(r"\s*((?:%(?: .*)?\n(?:[ \t]+\S.*\n)*){1,3})(?=[ \t]*\n|\Z)")
LINES: Final = re.compile(r"((?:[A-Za-z][\w-]*:[ \t]+\S.*\n(?:[ \t]+\S.*\n)*){2,})[ \t]*\n")
"""Lines such as "Title: …" without marks around them."""
BELOW_HEADING: Final = re.compile(
    r"(\s*#[ \t]+.*\n)\s*((?:[A-Za-z][\w -]{0,30}:[ \t]+\S.*\n){2,})[ \t]*(?:\n|\Z)"
)
"""The same below a heading, as Notion writes them."""
PANDOC_FIELDS: Final = ("title", "author", "date")
LONGEST: Final = 20_000
"""Characters of the lines at the top."""

TITLE: Final = ("title", "headline", "original_title")
AUTHOR: Final = ("authors", "author", "byline", "by", "creator", "creators", "writer", "writers")
PUBLISHED: Final = (
    "published published_at published_on published_date published_time date_published"
    " article:published_time publish_date publishdate publication_date pubdate pub_date"
    " datepublished date_publish issued date"
).split()
"""The sooner a key stands here, the surer it means the day of publication."""
OUTLET: Final = (
    "publisher publication outlet newspaper site_name sitename site website container_title source"
).split()
LANGUAGE: Final = ("lang", "language", "locale")
ADDRESS: Final = (
    "source url link canonical canonical_url canonicalurl original_url originalurl source_url"
    " original web_url uri permalink"
).split()
WITHIN: Final = ("extra", "params", "metadata", "article")
"""Tables in which generators of sites keep the facts of their own."""
NAME: Final = ("name", "full_name", "title", "text", "label", "value")
NAME_PARTS: Final = (("given", "family"), ("first_name", "last_name"), ("firstname", "lastname"))
ADDRESS_FORM: Final = re.compile(r"https?://[^\s<>\"]+", re.I)
LANGUAGE_FORM: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
LINE: Final = re.compile(r"(?P<key>[\w:-][\w: -]*?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
DEEPEST, MOST_VALUES = 2, 50
"""Lists in lists, and items of each, that are looked at: aliases can make a few lines endless."""


class FrontMatter(Struct, frozen=True):
    """What the lines at the top say; empty where they do not.

    Attributes:
        title: The headline.
        authors: Names.
        published: YYYY-MM-DD.
        published_at: ISO 8601.
        other_day: What another key says of the day, "date says 2030-05-03", where it differs.
        outlet: Who published it.
        language: A language tag.
        address: Its web address.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    published_at: str | None = None
    other_day: str | None = None
    outlet: str | None = None
    language: str | None = None
    address: str | None = None


def parted(text: str) -> tuple[FrontMatter, str]:
    """What a text says about itself at its top, and the text without that."""
    for form, values_of in ((YAML, _yaml), (TOML, _toml), (PANDOC, _pandoc), (LINES, _lines)):
        match = form.match(text, 0, LONGEST)
        if match and (values := values_of(match[1])):
            return _facts(values), text[match.end() :]
    if match := BELOW_HEADING.match(text, 0, LONGEST):
        values = _nearly_yaml(match[2]) or {}
        if not values.keys().isdisjoint((*AUTHOR, *PUBLISHED, *ADDRESS)):
            return _facts(values), f"{match[1]}\n{text[match.end() :]}"
    return FrontMatter(), text


def _yaml(text: str) -> Mapping[str, object] | None:
    """The values of YAML, as text; of lines that are nearly YAML, those that are plain."""
    import yaml

    text = text.expandtabs(2)
    try:
        found = yaml.load(text, Loader=yaml.BaseLoader)  # every value is a text: no dates
    except (yaml.YAMLError, ValueError, RecursionError):
        return _nearly_yaml(text)
    return _keyed(found) if isinstance(found, dict) else None


def _nearly_yaml(text: str) -> Mapping[str, object] | None:
    """Lines "key: value" and "- item" below a key, whatever marks are in the values."""
    values: dict[str, object] = {}
    items: list[str] = []
    for line in text.split("\n"):
        if match := LINE.fullmatch(line):
            items = []
            value = (match["value"] or "").strip()
            values[_key(match["key"])] = _unquoted(value) if value else items
        elif item := re.fullmatch(r"\s*-\s+(?:name:\s*)?(.+)", line):
            items.append(_unquoted(item[1]))
    return values or None


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace('\\"', '"').replace("''", "'")
    return value


def _toml(text: str) -> Mapping[str, object] | None:
    import tomllib

    try:
        return _keyed(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return _nearly_yaml(re.sub(r"(?m)^([\w.-]+)\s*=\s*", r"\1: ", text))


def _pandoc(text: str) -> Mapping[str, object] | None:
    """The block "% title", "% authors", "% date", each of which may go on in indented lines."""
    fields = [field.strip() for field in re.split(r"(?m)^%", text)[1:]]
    values: dict[str, object] = dict(zip(PANDOC_FIELDS, fields, strict=False))
    return values if fields and fields[0] else None


def _lines(text: str) -> Mapping[str, object] | None:
    values = _nearly_yaml(re.sub(r"\n[ \t]+", " ", text)) or {}
    return values if "title" in values and len(values) > 1 else None


def _key(name: object) -> str:
    return str(name).strip().lower().replace("-", "_").replace(" ", "_")


def _keyed(found: Mapping[Any, object]) -> Mapping[str, object]:
    """The values by their keys in one form, with those of the tables within below them."""
    values = {_key(name): value for name, value in found.items()}
    for table in WITHIN:
        if isinstance(inner := values.get(table), dict):
            values = {**{_key(name): value for name, value in inner.items()}, **values}
    return values


def _facts(values: Mapping[str, object]) -> FrontMatter:
    language = _first(values, LANGUAGE, LANGUAGE_FORM)
    day, moment, other = _published(values)
    address = _first(values, ADDRESS, ADDRESS_FORM)
    outlets = (each for each in map(_linked, _each(values, OUTLET)) if "://" not in each)
    return FrontMatter(
        title=next(filter(None, map(_linked, _each(values, TITLE))), None),
        authors=_authors(values),
        published=day,
        published_at=moment,
        other_day=other,
        outlet=next(filter(None, outlets), None),
        language=language.replace("_", "-") if language else None,
        address=address,
    )


def _published(values: Mapping[str, object]) -> tuple[str | None, str | None, str | None]:
    """Day and moment of publication, and what another key says where it says another day."""
    told = []
    for key in PUBLISHED:
        for text in islice(_texts(values.get(key)), 1):
            day, moment = day_and_time(text)
            if day:
                told.append((key, day, moment))
    if not told:
        return None, None, None
    _, day, moment = told[0]
    moment = moment or next((at for _, on, at in told if at and on == day), None)
    return day, moment, next((f"{key} says {on}" for key, on, _ in told if on != day), None)


def _authors(values: Mapping[str, object]) -> tuple[str, ...]:
    for key in AUTHOR:
        if names := names_in(islice(_texts(values.get(key)), MOST_VALUES)):
            return names
    return ()


def _first(values: Mapping[str, object], keys: Sequence[str], form: re.Pattern[str]) -> str | None:
    return next((text for text in _each(values, keys) if form.fullmatch(text)), None)


def _each(values: Mapping[str, object], keys: Sequence[str]) -> Iterator[str]:
    return (one_line(text) for key in keys for text in islice(_texts(values.get(key)), 1))


def _linked(text: str) -> str:
    """The text without the marks of a wiki link or of emphasis around all of it."""
    text = re.sub(r"\[\[(?:[^\]|]*\|)?([^\]|]*)\]\]", r"\1", text)
    return re.sub(r"(?<!\w)(\*\*|__|[*_])(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text).strip()


def _texts(value: object, depth: int = 0) -> Iterator[str]:
    """The texts of a value: itself, those of a list, the name of a mapping."""
    if depth > DEEPEST:
        return
    if isinstance(value, list | tuple):
        for each in islice(value, MOST_VALUES):
            yield from _texts(each, depth + 1)
    elif isinstance(value, dict):
        inner = {_key(name): each for name, each in islice(value.items(), MOST_VALUES)}
        for first, last in NAME_PARTS:
            if first in inner and last in inner:
                yield f"{inner[first]} {inner[last]}"
                return
        named = next((key for key in NAME if isinstance(inner.get(key), str)), None)
        if named:
            yield from _texts(inner[named], depth + 1)
        else:  # names as keys: "Ana Ruiz: {role: reporter}"
            yield from (name for name in map(str, value) if " " in name)
    elif value is not None and not isinstance(value, bool):
        yield str(value)
