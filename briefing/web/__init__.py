"""Articles from web addresses: the only room that opens a connection.

    from briefing.web import fetch, is_address
    if is_address(source):
        page = fetch(source)

The names below are loaded when they are first used; `import briefing.web` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.web.addresses import is_address
    from briefing.web.fetching import (
        Fetched,
        Limits,
        Network,
        TooBusyError,
        fetch,
        fetch_if_changed,
    )
    from briefing.web.validators import Validators

__all__ = [
    "Fetched",
    "Limits",
    "Network",
    "TooBusyError",
    "Validators",
    "fetch",
    "fetch_if_changed",
    "is_address",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Fetched": "fetching",
        "Limits": "fetching",
        "Network": "fetching",
        "TooBusyError": "fetching",
        "Validators": "validators",
        "fetch": "fetching",
        "fetch_if_changed": "fetching",
        "is_address": "addresses",
    },
)
