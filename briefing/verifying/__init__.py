"""Whether a quotation stands in an article: word for word, altered, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.verifying.checking import verify
    from briefing.verifying.kept import verify_kept
    from briefing.verifying.values import ArticleVerdict, Edit, Part, Place, QuotationError, Verdict

HOMES = {
    "ArticleVerdict": "values",
    "Edit": "values",
    "Part": "values",
    "Place": "values",
    "QuotationError": "values",
    "Verdict": "values",
    "verify": "checking",
    "verify_kept": "kept",
}
__all__ = [
    "ArticleVerdict",
    "Edit",
    "Part",
    "Place",
    "QuotationError",
    "Verdict",
    "verify",
    "verify_kept",
]

__getattr__ = lazy_names(__name__, HOMES)
