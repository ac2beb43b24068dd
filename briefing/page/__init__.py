"""A finished briefing as one page of Markdown or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.page.one_page import to_markdown

__all__ = ["to_markdown"]

__getattr__ = lazy_names(__name__, {"to_markdown": "one_page"})
