"""From a news article to a briefing whose every line is a span of the article.

    from briefing import read, analyze, to_markdown
    print(to_markdown(analyze(read("article.txt"))))

The names below are loaded when they are first used; `import briefing` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.analysis import analyze
    from briefing.engine import Engine
    from briefing.errors import BriefingError
    from briefing.library import Library
    from briefing.model import Article, Briefing
    from briefing.options import Options
    from briefing.page import to_markdown
    from briefing.reading import read, read_text
    from briefing.verifying import verify

__all__ = [
    "Article",
    "Briefing",
    "BriefingError",
    "Engine",
    "Library",
    "Options",
    "analyze",
    "read",
    "read_text",
    "to_markdown",
    "verify",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Article": "model",
        "Briefing": "model",
        "BriefingError": "errors",
        "Engine": "engine",
        "Library": "library",
        "Options": "options",
        "analyze": "analysis",
        "read": "reading",
        "read_text": "reading",
        "to_markdown": "page",
        "verify": "verifying",
    },
)


def __dir__() -> list[str]:
    return __all__
