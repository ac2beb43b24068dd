"""The index of the library: the words of each article.

Whatever changes an article makes it due. What is due is put into the index in small steps, so that
nobody has to wait for a library of an earlier brief, and what is searched is brought up to date
first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import msgspec
from msgspec.structs import astuple

from briefing import codec
from briefing.corrections.laying import corrected
from briefing.corrections.values import Correction, CorrectionKind, digest_of
from briefing.library.entry import MOST_ACTORS
from briefing.library.listing import unlist
from briefing.library.schema import transaction
from briefing.library.searching.columns import columns_of, notes_of
from briefing.model import Briefing

OF_THE_PAGE: frozenset[CorrectionKind] = frozenset(
    ("write", "put_on_page", "take_off_page", "move_on_page")
)
PLACES_A_DAY = 1 << 24
"""Places are counted anew from each day on, so that a search can begin and end at a day."""


def index_next(database: sqlite3.Connection, most: int) -> int:
    """Put articles that are due into the index, those opened last first; gives how many."""
    due = "SELECT key FROM articles WHERE is_due ORDER BY opened DESC LIMIT ?"
    if not database.execute(due, (1,)).fetchone():
        return 0
    with transaction(database):
        keys = [key for (key,) in database.execute(due, (most,)).fetchall()]
        for key in keys:
            index_article(database, key)
    return len(keys)


def index_article(database: sqlite3.Connection, key: object, found: Briefing | None = None) -> None:
    """Put one article into the index, as it is with the reader's corrections.

    Args:
        database: The library, in a transaction.
        key: Of its briefing.
        found: The briefing, if it is at hand.
    """
    database.execute("UPDATE articles SET is_due = 0 WHERE key IS ?", (key,))
    found = found or briefing_at(database, key)
    if found is None:  # it is damaged; it stays on the list
        return
    digest = digest_of(found.article.text)
    twin = database.execute(  # of an earlier brief: one text under two names
        "SELECT other.key, other.opened > this.opened FROM articles this, articles other"
        " WHERE this.key = ? AND other.text = ? AND other.key <> this.key",
        (key, digest),
    ).fetchone()
    if twin:
        unlist(database, key if twin[1] else twin[0])
        if twin[1]:
            return
    briefing = with_corrections(database, found, digest)
    columns = astuple(columns_of(briefing))
    database.execute(
        "DELETE FROM words WHERE rowid = (SELECT place FROM articles WHERE key = ?)", (key,)
    )
    place = _free_place(database, _day(database, key, briefing.article.published))
    marks = ", ".join("?" * len(columns))
    database.execute(f"INSERT INTO words (rowid, {NAMES}) VALUES (?, {marks})", (place, *columns))
    article = briefing.article
    actors = [actor.name for actor in briefing.actors[:MOST_ACTORS]]
    database.execute(
        "UPDATE articles SET text = ?, place = ?, outlet = ?, published = ?, actors = ?,"
        " is_corrected = ?, is_noted = ?, title = CASE WHEN ? <> '' THEN ? ELSE title END"
        " WHERE key = ?",
        (
            *(digest, place, article.outlet, article.published),
            msgspec.json.encode(actors).decode(),
            *(any(map(_changes_findings, briefing.corrections)), any(notes_of(briefing))),
            *(article.title, article.title, key),
        ),
    )
    database.execute("UPDATE openings SET text = ? WHERE key = ?", (digest, key))


NAMES = "title, text, quotes, speakers, actors, places, notes, figures, outlet"


def _changes_findings(correction: Correction) -> bool:
    """True unless a correction is about what the reader keeps, writes or puts on the page."""
    return correction.kind not in OF_THE_PAGE and correction.target.part != "highlights"


def briefing_at(database: sqlite3.Connection, key: object) -> Briefing | None:
    """The briefing of a key as it was found, or None where it is damaged."""
    rows = database.execute("SELECT briefing FROM briefings WHERE key = ?", (key,)).fetchall()
    with suppress(ValueError, TypeError, RecursionError):
        return codec.decode(rows[0][0]) if rows else None
    return None


def with_corrections(database: sqlite3.Connection, found: Briefing, digest: str) -> Briefing:
    """A briefing with the corrections laid over it that stand."""
    kept = "SELECT data FROM corrections WHERE text = ? AND undone = 0 ORDER BY id"
    corrections = list(_decoded(database.execute(kept, (digest,)).fetchall()))
    return corrected(found, corrections) if corrections else found


def _decoded(rows: list[tuple[object, ...]]) -> Iterator[Correction]:
    for (data,) in rows:
        with suppress(ValueError, TypeError, RecursionError):
            yield msgspec.json.decode(data, type=Correction)  # type: ignore[call-overload]


def _day(database: sqlite3.Connection, key: object, published: str | None) -> date:
    """The day that an article is searched under: of its publication, or else of its opening."""
    opened = database.execute("SELECT opened FROM articles WHERE key = ?", (key,)).fetchone()
    for day in (published, str(opened[0])[:10] if opened else None):
        with suppress(ValueError):
            if day:
                return date.fromisoformat(day)
    return date.min


def first_place(day: date) -> int:
    """The first place of a day; those of later days are greater."""
    return day.toordinal() * PLACES_A_DAY


def _free_place(database: sqlite3.Connection, day: date) -> int:
    first = first_place(day)
    (last,) = database.execute(
        "SELECT max(place) FROM articles WHERE place >= ? AND place < ?",
        (first, first + PLACES_A_DAY),
    ).fetchone()
    return first if last is None else int(last) + 1
