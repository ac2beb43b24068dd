"""Words in the frame of a widget."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


def set_frame_words(widget: Widget, words: str) -> None:
    """Put words into the lower edge; the widget is redrawn only if they have changed."""
    content = Content(words)
    if content.markup != (widget.border_subtitle or ""):
        widget.border_subtitle = content
