"""Bytes into text: the encoding found, what is no text refused."""

from __future__ import annotations

import codecs
import re

from briefing.errors import FormatError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"\x7fELF", "a program"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or image"),
    (b"OggS", "a sound"),
    (b"BZh9", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\v\f\r\b\x1b")) + b"\x7f"
MOST_CONTROL = 0.05
"""Share of control bytes above which bytes are no text."""
SAMPLE = 100_000
"""Bytes on either side of the first undecodable one from which the encoding is guessed."""
LEAST_CONFIDENCE = 0.1
"""Below it chardet's guess is no better than Windows-1252, the usual one for English."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""The text of the bytes, its lines ended by `\n`, and notes on what was guessed or lost.

    Raises:
        FormatError: The bytes are no text, by their content and whatever the file is called.
    """
    text, notes = _decoded(data)
    if "\r" in text:  # also alone, as terminals send the line ends of what is pasted into them
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, notes


def with_line_feeds(data: bytes) -> bytes:
    r"""The bytes of a text in any encoding that has ASCII, with `\n` for each of its line ends."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], encoding)
    if kind := _never_text(data):
        raise FormatError(f"it is {kind}; give the article as text")
    notes: tuple[str, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text, notes = _guess(data, error.start)
    # UTF-16 of Latin letters is valid UTF-8
    if "\0" in text and text.count("\0") > MOST_CONTROL * len(text):
        text, notes = _guess(data, 0)
    return text, notes


def is_never_text(data: bytes) -> bool:
    """True for the bytes of a picture, a sound, a program and the like."""
    return bool(_never_text(data))


def _never_text(data: bytes) -> str:
    return next((kind for signature, kind in SIGNATURES if data.startswith(signature)), "")


def _guess(data: bytes, where: int) -> tuple[str, tuple[str, ...]]:
    lossy = data.decode("utf-8", errors="replace")
    wrong = lossy.count("\ufffd")
    right = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", lossy)))
    if wrong and right > 10 * wrong:  # UTF-8 with a few broken bytes in it
        return _with_losses(data, "utf-8")

    import chardet

    sample = data[max(0, where - SAMPLE) : where + SAMPLE]
    eras = chardet.EncodingEra
    found = chardet.detect(
        sample, encoding_era=eras.ALL & ~eras.DOS & ~eras.MAINFRAME, max_bytes=len(sample)
    )
    encoding = found["encoding"]
    wide = bool(encoding) and str(encoding).lower().startswith(("utf-16", "utf-32"))
    control = len(data) - len(data.translate(None, CONTROL_BYTES))
    if encoding is None or (control > MOST_CONTROL * len(data) and not wide):
        raise FormatError("it is no text; give the article as text")
    if float(found["confidence"] or 0) < LEAST_CONFIDENCE:
        encoding = "windows-1252"
    text, notes = _with_losses(data, str(encoding))
    return text, (f"The encoding was taken for {encoding}.", *notes)


def _with_losses(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    return text, (f"{lost} character{'s' if lost > 1 else ''} could not be decoded.",)
