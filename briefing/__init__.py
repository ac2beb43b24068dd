"""From a news article to a briefing whose every line is a span of the article.

    from briefing import read, analyze, to_markdown
    print(to_markdown(analyze(read("article.txt"))))

>>> from briefing import analyze, read_text, verify
>>> article = read_text("The mill in Orlo burned down. “We ran for our lives,” said Ilse Brandvik.")
>>> (quote,) = analyze(article).quotes
>>> quote.speaker, article.text[quote.start : quote.end]
('Ilse Brandvik', 'We ran for our lives,')
>>> verify(article, "We walked for our lives").parts[0].edits[0].text
'ran'

`Library` keeps briefings, `Library.find` finds where they have some words, `dossier_of` compares
the briefings of several articles, and `stories_of` tells which articles are on the same event.

The names below are loaded when they are first used; `import briefing` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.analysis import analyze
    from briefing.dossier import dossier_of
    from briefing.engine import Engine
    from briefing.errors import BriefingError
    from briefing.library import Library
    from briefing.model import Article, Briefing
    from briefing.options import Options
    from briefing.page import to_markdown
    from briefing.reading import read, read_text
    from briefing.stories import stories_of
    from briefing.verifying import verify

__all__ = [
    "Article",
    "Briefing",
    "BriefingError",
    "Engine",
    "Library",
    "Options",
    "analyze",
    "dossier_of",
    "read",
    "read_text",
    "stories_of",
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
        "dossier_of": "dossier",
        "read": "reading",
        "read_text": "reading",
        "stories_of": "stories",
        "to_markdown": "page",
        "verify": "verifying",
    },
)


def __dir__() -> list[str]:
    return __all__
