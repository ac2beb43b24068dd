"""What a terminal without UTF-8 is given: ASCII that looks alike, in as many cells."""

from __future__ import annotations

import codecs
import locale

import pytest
from rich.cells import cell_len

from tui.terminal.lookalikes import NAME, charset_of_locale, encoded


@pytest.mark.parametrize(
    ("text", "charset", "expected"),
    [
        ("╭─ Café ─╮│▌", "latin-1", b"+- Caf\xe9 -+||"),
        ("╭─ Café ─╮│▌", "koi8-r", b"+- Cafe -+||"),
        ("╭─ Café ─╮│▌", "utf-8", "╭─ Café ─╮│▌".encode()),
        ("“It’s – she said… ¶7”", "latin-1", b'"It\'s - she said. #7"'),
        ("Привет", "koi8-r", "Привет".encode("koi8-r")),
        ("⠀⠛ 漢 ❤️ ﬁ", "latin-1", b" . ?? ? ?"),
    ],
)
def test_what_is_written(text, charset, expected):
    assert encoded(text, charset) == expected


@pytest.mark.parametrize("text", ["╭─╮▁▂▃▄▅▆▇█", "⠓●◆✓→·“”", "漢字🔎", "åßŁđʼ"])
def test_as_many_cells_are_taken(text):
    assert len(encoded(text, "latin-1")) == cell_len(text)


@pytest.mark.parametrize(
    ("named", "taken"),
    [
        ("ISO-8859-1", "iso8859-1"),
        ("ANSI_X3.4-1968", "utf-8"),
        ("UTF-8", "utf-8"),
        ("no such one", "utf-8"),
    ],
)
def test_a_locale_that_names_no_encoding_has_utf8(named, taken, monkeypatch):
    monkeypatch.setattr(locale, "getencoding", lambda: named)
    assert charset_of_locale() == taken


def test_messages_have_no_escapes():
    assert codecs.encode("“Pokój” — ﾟ", "ascii", NAME) == b'"Pokoj" - ?'
