"""What one command of the screen is."""

from __future__ import annotations

from msgspec import Struct

Scope = str
"""Where a command's keys hold: "move", "article", "list", "pane", "reader", "start", "app",
"articles", "feeds", or the name of a pane."""


class Command(Struct, frozen=True):
    """One thing that a user can do.

    Attributes:
        id: Stable name, for keymaps.
        keys: Textual's names of the keys, by commas; "" where only the palette has it.
        label: Two or three words for footer and palette.
        help: One sentence.
        scope: Where its keys hold: in all that scrolls, in the article, in lists, in all panes of
            evidence, in the reader,
            on the start screen, on that of feeds, everywhere, or in one pane, where they come
            before all others.
        action: What Textual runs.
        footer: Place in the footer, lower first; 0 to stay out of it.
        shown: The keys as the reader sees them.
        palette: The palette offers it.
        pair: Id of the command that shares its place in the footer, or "".
        pair_label: What the footer calls both of them.
    """

    id: str
    keys: str
    label: str
    help: str
    scope: Scope
    action: str
    footer: int = 0
    shown: str = ""
    palette: bool = False
    pair: str = ""
    pair_label: str = ""
