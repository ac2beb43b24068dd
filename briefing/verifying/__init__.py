"""Whether a quotation stands in an article: word for word, altered, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.lazy import lazy_names

if TYPE_CHECKING:
    from briefing.verifying.checking import verify
    from briefing.verifying.values import Edit, Part, Place, QuotationError, Verdict

__all__ = ["Edit", "Part", "Place", "QuotationError", "Verdict", "verify"]

__getattr__ = lazy_names(
    __name__,
    {name: "values" for name in __all__ if name != "verify"} | {"verify": "checking"},
)
