"""Moving through a view of lines by line, half page and page."""

# ruff: noqa: D102 - the table of commands says what actions do

from __future__ import annotations

from textual.scroll_view import ScrollView


class PagedView(ScrollView):
    """A view of lines that the commands of the scope "move" scroll."""

    @property
    def view_height(self) -> int:
        """Lines in view."""
        return self.scrollable_content_region.height

    def scroll_lines(self, lines: int) -> None:
        """Scroll down by this many lines, up where they are less than 0."""
        self.scroll_to(y=self.scroll_offset.y + lines, animate=False, immediate=True)

    def action_line_down(self) -> None:
        self.scroll_lines(1)

    def action_line_up(self) -> None:
        self.scroll_lines(-1)

    def action_page_down(self) -> None:
        self.scroll_lines(max(self.view_height - 2, 1))

    def action_page_up(self) -> None:
        self.scroll_lines(-max(self.view_height - 2, 1))

    def action_half_down(self) -> None:
        self.scroll_lines(max(self.view_height // 2, 1))

    def action_half_up(self) -> None:
        self.scroll_lines(-max(self.view_height // 2, 1))

    def action_first(self) -> None:
        self.scroll_lines(-self.scroll_offset.y)

    def action_last(self) -> None:
        self.scroll_lines(self.virtual_size.height)
