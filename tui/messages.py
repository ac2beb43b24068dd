"""Messages from widgets and analyses to the screens."""

from __future__ import annotations

from textual.message import Message


class RowChosen(Message):
    """A row of a list became the chosen one, or was chosen again by focusing its list."""

    def __init__(self, pane: str, index: int) -> None:
        self.pane = pane
        self.index = index
        super().__init__()


class RowEntered(Message):
    """The user pressed enter, or clicked twice, on a row."""

    def __init__(self, pane: str, index: int) -> None:
        self.pane = pane
        self.index = index
        super().__init__()


class TextClicked(Message):
    """The user clicked on a character of the article."""

    def __init__(self, offset: int) -> None:
        self.offset = offset
        super().__init__()


class ArticleEntered(Message):
    """The user pressed enter in the article."""


class RowsReordered(Message):
    """A pane shows its rows in another order; the chosen one is the same."""

    def __init__(self, pane: str) -> None:
        self.pane = pane
        super().__init__()


class AnalysisChanged(Message):
    """There is news of the analysis of this article: a part, the end or a failure."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__()

    def can_replace(self, message: Message) -> bool:
        """True for a newer report of the same article."""
        return isinstance(message, AnalysisChanged) and message.number == self.number


class GroundTold(Message):
    """The terminal says that it has a light ground, or a dark one."""

    def __init__(self, *, light: bool) -> None:
        self.light = light
        super().__init__()
