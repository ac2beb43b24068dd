"""Selecting text with the mouse: in one view at a time, however far the mouse is dragged.

Textual would go on selecting in the other widgets that the mouse comes to, with all of the first
one to its end, and take all of a widget at a double click.
"""

# ruff: noqa: D102 - Textual calls these methods

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen, ScreenResultType
from textual.scroll_view import ScrollView
from textual.widget import Widget


class SelectableView(ScrollView):
    """A view in which the mouse selects characters, each known by its row and place in it."""

    def offset_near(self, x: int, y: int) -> Offset:
        """The character at a cell of the view, or the one that is next to it.

        Args:
            x: Column; before the text of the row, the answer has the place -1.
            y: A line of the view.
        """
        raise NotImplementedError

    def text_select_all(self) -> None:
        """Nothing: what a double click takes is for the view to say."""

    @property
    def select_container(self) -> Widget:
        return self

    def deselect(self) -> None:
        """End a selection whose rows are others now."""
        if self.text_selection is not None:
            self.screen.clear_selection()


class SelectsInOneView(Screen[ScreenResultType]):
    """A screen on which a selection stays in the view in which it began."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        state = self._select_state if self._selecting else None
        view = state.start.content_widget if state else None
        if not isinstance(view, SelectableView):
            widget, offset = super().get_widget_and_offset_at(x, y)
            if widget is not None and widget.parent is None:
                return None, None  # a message that has gone, and is drawn until the next frame
            if not isinstance(widget, SelectableView):
                return widget, offset
            view = widget
        left, top, width, height = view.scrollable_content_region
        if y < top:
            x, y = left - 1, top
        elif y >= top + height:
            x, y = left + width, top + height - 1
        return view, view.offset_near(x - left, y - top)
