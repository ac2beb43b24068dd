"""What the designed sheet of HTML and DOCX holds beyond the page of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec import Struct

from briefing.corrections.values import Target
from briefing.model import Briefing
from briefing.page.choosing import Part, Selection, target


class Beyond(Struct, frozen=True):
    """A row that does not stand on the page of Markdown.

    Attributes:
        target: The row as corrections name it.
        formats: The formats that hold it.
    """

    target: Target
    formats: tuple[str, ...]


def beyond(briefing: Briefing, on_page: Collection[Target]) -> tuple[Beyond, ...]:
    """What the sheets of an article hold beyond its page of Markdown.

    Args:
        briefing: The briefing.
        on_page: What stands on that page.

    Raises:
        BriefingError: What the reader wrote leaves no room on a sheet.
    """
    from briefing.page.formats.docx_styles import SHEET
    from briefing.page.sheet.fitting import fitted

    sheets = {"HTML": fitted(briefing).selection, "Word": fitted(briefing, SHEET).selection}
    return beyond_of(sheets, on_page, lambda _, item: target(item))


def beyond_of(
    sheets: Mapping[str, Selection],
    on_page: Collection[Target],
    target_of: Callable[[Part, Any], Target],
) -> tuple[Beyond, ...]:
    """The same for what stands on some sheets.

    Args:
        sheets: What stands on the sheet of each format.
        on_page: What stands on the page of Markdown.
        target_of: Gives an item of a part as corrections name it.
    """
    held: dict[Target, list[str]] = {}
    for form, shown in sheets.items():
        for part in shown.order:
            for item in shown.in_order(part):
                held.setdefault(target_of(part, item), []).append(form)
    known = set(on_page)
    return tuple(Beyond(one, tuple(forms)) for one, forms in held.items() if one not in known)
