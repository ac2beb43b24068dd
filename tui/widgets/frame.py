"""Words in the frame of a widget."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


def say_below(widget: Widget, words: str) -> None:
    """Put words into the lower edge; the widget is drawn anew only where they are others."""
    content = Content(words)
    if content.markup != (widget.border_subtitle or ""):
        widget.border_subtitle = content
