"""Whether a quotation stands in an article: word for word, altered, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.verifying.checking import verify
    from briefing.verifying.kept import KeptVerdict, verify_kept
    from briefing.verifying.values import Edit, Part, Place, QuotationError, Verdict

HOMES = {
    "Edit": "values",
    "KeptVerdict": "kept",
    "Part": "values",
    "Place": "values",
    "QuotationError": "values",
    "Verdict": "values",
    "verify": "checking",
    "verify_kept": "kept",
}
__all__ = [
    "Edit",
    "KeptVerdict",
    "Part",
    "Place",
    "QuotationError",
    "Verdict",
    "verify",
    "verify_kept",
]

__getattr__ = lazy_names(__name__, HOMES)
