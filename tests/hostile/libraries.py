"""Ways in which the file of a library can be damaged, and what is no library at all."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from briefing.library.store import Library
from briefing.model import Actor, Article, Briefing, Paragraph
from briefing.options import Options

KEPT = 16
"""Articles in the library before it is damaged."""


def briefing(number: int) -> Briefing:
    """An invented one, large enough that several pages of the file hold it."""
    text = f"Mill {number} burned\n\n" + f"Ana Ruiz fought fire {number}. " * 300
    article = Article(
        title=f"Mill {number} burned",
        source=f"mill-{number}.txt",
        text=text,
        word_count=1_503,
        paragraphs=(Paragraph(0, len(text)),),
    )
    return Briefing(article=article, actors=(Actor(name="Ana Ruiz", kind="person"),))


def make(path: Path, kept: int = KEPT) -> None:
    """Write a library that is whole."""
    library = Library(path)
    for number in range(kept):
        library.save(briefing(number), Options())
    library.close()


def look(library: Library) -> list[str]:
    """What each part of the program does with a library; the titles that it lists."""
    entries = library.recent(200)
    for entry in entries:
        library.article(entry.key)
        library.original(entry.key)
    library.find("fought mill")
    library.find("-nothing")
    for number in range(KEPT):
        library.briefing_of(briefing(number).article, Options())
        library.touch(briefing(number).article, Options())
    library.save(briefing(KEPT), Options())
    assert library.briefing_of(briefing(KEPT).article, Options()) is not None
    return [entry.title for entry in entries]


def _bytes(start: float, end: float, byte: bytes) -> Callable[[Path], None]:
    """Overwrites a part of the file, from one share of it to another."""

    def damage(path: Path) -> None:
        data = bytearray(path.read_bytes())
        span = slice(int(len(data) * start), int(len(data) * end))
        data[span] = (byte * len(data))[: span.stop - span.start]
        path.write_bytes(data)

    return damage


def _cut(share: float) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def sql(*statements: str) -> Callable[[Path], None]:
    """Changes it as another program can that knows SQLite."""

    def change(path: Path) -> None:
        database = sqlite3.connect(path)
        for statement in statements:
            database.execute(statement)
        database.commit()
        database.close()

    return change


def _of_another_program(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE bookmarks (url TEXT)", "INSERT INTO bookmarks VALUES ('x')")(path)


def _notes(path: Path) -> None:
    path.write_text("These are notes, longer than the head of an SQLite file would be. " * 90)


DAMAGED: dict[str, Callable[[Path], None]] = {
    "head": _bytes(0, 0.001, b"\x00"),
    "first page": _bytes(0.0001, 0.01, b"\xff"),
    "middle": _bytes(0.3, 0.7, b"\xa5"),
    "middle of zeros": _bytes(0.3, 0.7, b"\x00"),
    "all but the head": _bytes(0.005, 1, b"\x5a"),
    "cut to half": _cut(0.5),
    "cut to its head": _cut(0.0005),
    "cut within a page": _cut(0.777),
    "notes": _notes,
    "of another program": _of_another_program,
    "no openings": sql("DROP TABLE openings"),
    "no briefings": sql("DROP TABLE briefings"),
    "no originals": sql("DROP TABLE originals"),
    "no list": sql("DROP TABLE articles"),
    "no index": sql("DROP TABLE words"),
    "an index without its words": sql("DELETE FROM words_data"),
    "an index without a part": sql("DROP TABLE words_docsize"),
    "another index": sql("DROP TABLE words", "CREATE VIRTUAL TABLE words USING fts5 (title)"),
    "another column": sql("ALTER TABLE openings RENAME COLUMN title TO heading"),
    "one column more": sql("ALTER TABLE briefings ADD COLUMN more TEXT"),
    "one column less": sql("ALTER TABLE originals DROP COLUMN charset"),
    "a view": sql("DROP TABLE openings", "CREATE VIEW openings AS SELECT * FROM briefings"),
    "version gone": sql("PRAGMA user_version = 0"),
    "version of an earlier one": sql("PRAGMA user_version = 2"),
    "version below zero": sql("PRAGMA user_version = -3"),
}
"""What cannot go on as it is."""

_ONE = "(SELECT key FROM openings WHERE title = 'Mill 7 burned')"
OF_ONE_ENTRY: dict[str, Callable[[Path], None]] = {
    name: sql(f"UPDATE {change} WHERE key = {_ONE}")
    for name, change in {
        "briefing of no JSON": "briefings SET briefing = x'7b'",
        "briefing of other JSON": "briefings SET briefing = x'5b5d'",
        "briefing of bytes": "briefings SET briefing = x'fffe00'",
        "briefing of deep JSON": f"briefings SET briefing = '{'[' * 90_000}'",
        "briefing is a number": "briefings SET briefing = 7",
        "briefing is text": "briefings SET briefing = 'seven'",
        "title is a number": "openings SET title = x'00ff'",
        "title is no text": "openings SET title = CAST(x'ff80' AS TEXT)",
        "source is bytes": "openings SET source = x'00ff'",
        "words are words": "openings SET word_count = 'many'",
        "words are bytes": "openings SET word_count = x'ff'",
        "opened is a number": "openings SET opened = 2.5e300",
        "opened is bytes": "openings SET opened = x'80'",
    }.items()
} | {
    f"listed {name}": sql(f"UPDATE articles SET {change} WHERE title = 'Mill 7 burned'")
    for name, change in {
        "title is bytes": "title = x'00ff'",
        "title is no text": "title = CAST(x'ff80' AS TEXT)",
        "text is a number": "text = 7",
        "place is of another": "place = NULL",
        "place is text": "place = 'here'",
        "opened is a number": "opened = 2.5e300",
        "due is text": "is_due = 'soon'",
        "outlet is bytes": "outlet = x'80'",
        "actors are no JSON": "actors = '{['",
        "actors are bytes": "actors = x'ff'",
        "day is none": "published = 'soon'",
        "day is a number": "published = 3.5",
        "batch is bytes": "batch = x'ff'",
        "key is of nothing": "key = 'nothing'",
        "due and without a day": "is_due = 1, opened = 'soon'",
    }.items()
}
"""What spoils one entry of many."""


def circle(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path)


NO_FILES: dict[str, Callable[[Path], object]] = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "dangling link": lambda path: path.symlink_to("nowhere"),
    "circle": circle,
    "device": lambda path: path.symlink_to("/dev/full"),
    "zeros": lambda path: path.symlink_to("/dev/zero"),
}
"""What has the path of a library and is no file."""
