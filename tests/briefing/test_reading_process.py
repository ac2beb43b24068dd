"""The process that reads: whatever happens to it costs one article, and it outlives nobody."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from msgspec import msgpack

from briefing.engine import reading as reading_module
from briefing.engine.pipes import LENGTH
from briefing.engine.reading import (
    MEMORY_LIMIT,
    WORTH_A_PROCESS,
    Reader,
    Request,
    needs_no_process,
)
from briefing.errors import ReadError

LIMIT = 60
"""Seconds after which a wait counts as lost; nothing takes as long."""
TEXT = b"Mill fire\n\nThe mill in Oslo burned down on Monday. Nobody was hurt there."
RTF = rb"{\rtf1\ansi\pard The mill in Oslo burned down on Monday. Nobody was hurt there.\par}"
LONG = b"1.\n" * 5_000_000
"""A plain text on which a process works for a while and for which it needs much memory."""
LARGE = b"The mill in Oslo burned down on Monday. " * 10_000
"""A plain text that is larger than a pipe, and read in no time."""

PROGRAM = """
import sys
from briefing.engine.reading import Reader
with Reader() as reader:
    reader.start()
    print(reader._process.pid, flush=True)
    sys.stdin.read()
"""
HANGING = """
import os, re
from briefing.engine import reading_worker
def hang(*_, **__):
    os.write(2, b"!")
    re.match("(?:a|aa)+$", "a" * 99 + "b")
reading_worker.articles_of = hang
reading_worker.main()
"""
"""The process with a parser that never ends, lets no other thread run, and tells when it begins."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes as on POSIX")


@pytest.fixture
def reader() -> Iterator[Reader]:
    with Reader(seconds=LIMIT) as reader:
        yield reader


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Set as soon as a process has a whole source."""
    event, write = Event(), reading_module.send

    def write_and_tell(*arguments) -> None:
        write(*arguments)
        event.set()

    monkeypatch.setattr(reading_module, "send", write_and_tell)
    return event


def process_of(reader: Reader) -> subprocess.Popen[bytes]:
    reader.start()
    assert reader._process is not None
    return reader._process


def test_a_small_plain_text_needs_no_process_and_all_else_does(reader):
    sources = {
        TEXT: True,
        TEXT.decode().encode("utf-16"): True,
        TEXT + b"." * WORTH_A_PROCESS: False,
        RTF: False,
        b"%PDF-1.7": False,
        b"<html><p>Rain.": False,
        b"\xff\xd8\xff\xe0": True,
    }
    for data, expected in sources.items():
        assert needs_no_process(data) is expected, data[:20]
    assert reader.articles_of(TEXT, "mill.txt")[0].title == "Mill fire"
    assert reader._process is None


def test_a_process_reads_what_this_one_would(reader):
    from briefing.reading import articles_of

    assert reader.articles_of(RTF, "mill.rtf") == articles_of(RTF, "mill.rtf")


def test_one_process_reads_many(reader):
    reader.articles_of(RTF, "a")
    first = process_of(reader)
    reader.articles_of(RTF, "b")
    assert process_of(reader) is first


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM])
def test_a_process_that_is_killed_before_it_is_asked_costs_nothing(reader, number):
    process = process_of(reader)
    process.send_signal(number)
    process.wait(LIMIT)
    assert reader.articles_of(RTF, "mill.rtf")


def test_a_process_that_is_killed_while_it_reads_costs_one_article(reader, written):
    process = process_of(reader)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(reader.articles_of, LONG, "long.txt")
        assert written.wait(LIMIT)
        process.kill()
        with pytest.raises(ReadError, match=r"^cannot read long\.txt: it is damaged [^\n]*$"):
            reading.result(LIMIT)
    assert reader.articles_of(RTF, "mill.rtf")


@pytest.mark.parametrize("source", [RTF, LARGE], ids=["small", "larger than a pipe"])
def test_a_process_that_hangs_costs_one_article(reader, source):
    reader.articles_of(RTF, "mill.rtf")
    process_of(reader).send_signal(signal.SIGSTOP)
    reader._seconds = 0.05
    with pytest.raises(ReadError, match=r"^cannot read a: [^\n]* longer than [^\n]*$"):
        reader.articles_of(source, "a")
    reader._seconds = LIMIT
    assert reader.articles_of(RTF, "mill.rtf")


def test_a_source_that_takes_too_long_costs_one_article(reader):
    reader._seconds = 0.05
    with pytest.raises(ReadError, match="longer than"):
        reader.articles_of(LONG, "long.txt")
    reader._seconds = LIMIT
    assert reader.articles_of(RTF, "mill.rtf")


def test_a_source_that_needs_too_much_memory_costs_one_article():
    with Reader(memory_limit=200_000_000, seconds=LIMIT) as reader:
        with pytest.raises(ReadError, match=r"^cannot read long\.txt: it needs more memory[^\n]*$"):
            reader.articles_of(LONG, "long.txt")
        assert reader.articles_of(RTF, "mill.rtf")


def test_a_process_that_cannot_begin_is_told_in_one_line():
    with (
        Reader(memory_limit=1_000_000, seconds=LIMIT) as reader,
        pytest.raises(ReadError, match=r"^cannot read mill\.rtf: [^\n]*$"),
    ):
        reader.articles_of(RTF, "mill.rtf")


def test_without_any_process_the_reason_is_told(reader, monkeypatch):
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    reader.start()
    with pytest.raises(ReadError, match=r"^cannot read mill\.rtf: [^\n]*$"):
        reader.articles_of(RTF, "mill.rtf")


def test_closing_ends_the_process_for_good(reader):
    reader.articles_of(RTF, "mill.rtf")
    process = process_of(reader)
    reader.close()
    assert process.poll() == -signal.SIGKILL
    assert process.stdin is not None
    assert process.stdin.closed
    reader.close()
    reader.start()
    with pytest.raises(ReadError):
        reader.articles_of(RTF, "mill.rtf")
    assert reader._process is None


def test_closing_before_there_is_a_process_does_nothing():
    Reader().close()


def test_closing_stops_another_threads_reading(reader, written):
    process = process_of(reader)
    with ThreadPoolExecutor(1) as thread:
        reading = thread.submit(reader.articles_of, LONG, "long.txt")
        assert written.wait(LIMIT)
        reader.close()
        with pytest.raises(ReadError):
            reading.result(LIMIT)
    assert process.poll() == -signal.SIGKILL


def test_two_threads_read_at_once(reader):
    together = Barrier(2)

    def read(name: str) -> list[str]:
        together.wait(LIMIT)
        return [reader.articles_of(RTF, f"{name}{n}")[0].source for n in range(20)]

    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(read, "ab"))
    assert found == [[f"{name}{n}" for n in range(20)] for name in "ab"]


def test_a_message_cannot_steer_the_terminal(reader):
    with pytest.raises(ReadError) as caught:
        reader.articles_of(b"%PDF-1.7 nothing", "a\x1b[2J\u202eb\n.pdf")
    assert str(caught.value).isprintable()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process of another one")
def test_the_process_ends_with_a_program_that_is_killed():
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert program.stdout is not None
    with program:
        process = os.pidfd_open(int(program.stdout.readline()))
        program.kill()
        try:
            assert select.select([process], [], [], LIMIT)[0]
        finally:
            os.close(process)


def test_the_process_ends_when_nobody_waits_for_it_even_while_a_parser_hangs():
    hanging = subprocess.Popen(
        [sys.executable, "-c", HANGING, str(MEMORY_LIMIT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert hanging.stdin is not None
    assert hanging.stdout is not None
    assert hanging.stderr is not None
    try:
        request = msgpack.encode(Request(RTF, "mill.rtf"))
        hanging.stdin.write(LENGTH.pack(len(request)) + request)
        hanging.stdin.flush()
        assert hanging.stderr.read(1) == b"!"
        hanging.stdout.close()
        assert hanging.wait(LIMIT) == -signal.SIGIO
    finally:
        hanging.kill()
        hanging.wait()
        hanging.stdin.close()
        hanging.stderr.close()
