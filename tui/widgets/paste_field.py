"""Fields for one line, and what they do with a paste of several."""

# ruff: noqa: D102 - the method of the class above says it

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.message import Message
from textual.widgets import Input

from briefing.sanitize import one_line
from tui.dropped_files import dropped_paths

LONGEST_LINE = 1_000
"""Characters; a longer line is a text too."""


class LineField(Input):
    """An input line into which a paste of several lines comes as one.

    Textual's own one tells the screen what to call when a selection begins, which holds the line
    as long as there is the screen, so that it is taken back as the line goes.
    """

    def on_unmount(self) -> None:
        self.screen.text_selection_started_signal.unsubscribe(self)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.take(event.text)

    def take(self, text: str) -> None:
        """Take what was pasted into the line."""
        self.replace(one_line(text[:LONGEST_LINE]), *self.selection)


class PasteField(LineField):
    """A line from which a paste of several lines, or of files, is sent on."""

    class Pasted(Message):
        """A text was pasted.

        Attributes:
            text: All of it.
        """

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Dropped(Message):
        """Files were dropped.

        Attributes:
            paths: Theirs.
        """

        def __init__(self, paths: Sequence[str]) -> None:
            super().__init__()
            self.paths = paths

    def take(self, text: str) -> None:
        if paths := dropped_paths(text):
            self.post_message(self.Dropped(paths))
        elif is_text(text):
            self.post_message(self.Pasted(text))
        else:
            super().take(text)


def is_text(pasted: str) -> bool:
    """True for a paste of several lines, or of one as long as no path is."""
    lines = [line for line in pasted.splitlines() if line.strip()]
    return len(lines) > 1 or len(pasted) > LONGEST_LINE
