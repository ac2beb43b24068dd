"""Parts of an office file or a book: members of a zip archive that refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from briefing.reading.formats.office.xml_safe import parse
from briefing.reading.formats.unpacking import Archive


class Parts:
    """The members of an archive, found as the files in it spell their names."""

    def __init__(self, archive: Archive) -> None:
        """Take the members of an archive."""
        self._archive = archive
        self._names = {_key(name): name for name in reversed(archive.names)}

    def find(self, path: str, base: str = "") -> str | None:
        """The name of the member that a path means, seen from the member `base`."""
        for spelled in (path, unquote(path)):
            joined = posixpath.join(posixpath.dirname(base), spelled)
            if name := self._names.get(_key(joined)):
                return name
        return None

    def read(self, name: str) -> bytes:
        """The bytes of a member.

        Raises:
            FormatError: It is damaged or too large.
        """
        return self._archive.read(name)

    def xml(self, path: str | None, prefixes: Mapping[str, str], base: str = "") -> Element | None:
        """The root of a member that is XML, None if there is no such member.

        Raises:
            FormatError: It is damaged or too large.
        """
        name = self.find(path, base) if path else None
        return parse(self.read(name), prefixes) if name else None


def _key(name: str) -> str:
    return posixpath.normpath("/" + name.replace("\\", "/").lstrip("/")).lower()
