"""XML from outside: nothing is fetched, no entity is expanded, no tree is too deep to be walked."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from briefing.errors import FormatError

MOST_TAGS = 1_000_000
DEEPEST = 150
"""Elements within each other; tables within tables of a real document have a few dozen."""

DAMAGED = "its contents are damaged; save it once more in the program that made it"
TOO_MUCH = "it has more in it than an article or a book; give a shorter one"


def parse(data: bytes, prefixes: Mapping[str, str]) -> Element:
    """The root of a document, with short names: "w:p" for "{http://…/main}p".

    Args:
        data: The document.
        prefixes: What to write for a namespace; names of other namespaces stay as they are.

    Raises:
        FormatError: It is no XML, declares entities, or is too large or too deep.
    """
    if data.count(b"<") > MOST_TAGS:
        raise FormatError(TOO_MUCH)
    try:
        root: Element = fromstring(data)
    except (ParseError, ValueError, LookupError) as error:
        raise FormatError(DAMAGED) from error
    if is_deeper(root, DEEPEST):
        raise FormatError(DAMAGED)
    short: dict[str, str] = {}
    for element in root.iter():
        element.tag = _short(element.tag, prefixes, short)
        if any(name[0] == "{" for name in element.attrib):
            named = {_short(name, prefixes, short): said for name, said in element.attrib.items()}
            element.attrib.clear()
            element.attrib.update(named)
    return root


def at(element: Element | None, path: str) -> Element | None:
    """The first element at a path of short names, as "w:rPr/w:lang"."""
    for name in path.split("/"):
        if element is None:
            return None
        element = next((each for each in element if each.tag == name), None)
    return element


def is_deeper(root: Element, most: int) -> bool:
    """True if more than so many elements lie within each other."""
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True


def _short(name: str, prefixes: Mapping[str, str], known: dict[str, str]) -> str:
    if name not in known:
        namespace, _, local = name.removeprefix("{").rpartition("}")
        prefix = prefixes.get(namespace)
        known[name] = name if prefix is None else f"{prefix}:{local}" if prefix else local
    return known[name]
