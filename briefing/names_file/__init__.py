"""The file of names: who is who and what is where, as the reader knows it, for all articles.

`NamesFile` reads and writes it; `briefing.tagging.names.known` finds its names in an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.names_file.file import NamesFile, default_path
    from briefing.names_file.making import entry_from
    from briefing.names_file.values import Entry, Point

__all__ = ["Entry", "NamesFile", "Point", "default_path", "entry_from"]

__getattr__ = lazy_names(
    __name__,
    {
        "Entry": "values",
        "NamesFile": "file",
        "Point": "values",
        "default_path": "file",
        "entry_from": "making",
    },
)
