"""Whoever ends, and however: no process of the program is left after two seconds."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.hostile.terminals import brief, family, until_nobody

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

PARAGRAPH = "Ann Lee of Acme said on Monday that Paris would sign “the long treaty” in May."


@pytest.fixture
def long_article(tmp_path) -> Path:
    """An article that is analyzed for a long time."""
    path = tmp_path / "long.txt"
    path.write_text("Treaty\n\n" + "\n\n".join([PARAGRAPH] * 6000))
    return path


@contextmanager
def started(*command: str) -> Iterator[subprocess.Popen[str]]:
    """A program with a session of its own, of which nothing is left afterwards."""
    process = subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        for number in family(process.pid):
            subprocess.run(["kill", "-KILL", str(number)], check=False)
        process.kill()
        process.communicate()


def until(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    while not condition():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.05)


def seconds_of(number: int) -> float:
    """How long a process has worked, in ticks."""
    fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def is_worker(number: int) -> bool:
    """True for a process that was forked from the one with the model."""
    try:
        parent = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
        return all(
            b"model_server" in Path(f"/proc/{one}/cmdline").read_bytes() for one in (number, parent)
        )
    except OSError:
        return False


def analyzing(session: int) -> bool:
    """True once a worker has worked on the article for some time."""
    return any(is_worker(one) and seconds_of(one) > 50 for one in family(session))


def loading(session: int) -> bool:
    """True once the process is there that loads the model."""
    return any(
        b"model_server" in Path(f"/proc/{one}/cmdline").read_bytes() for one in family(session)
    )


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("moment", [loading, analyzing])
def test_nobody_outlives_the_program(long_article, number, moment):
    with started(*brief("--json", long_article)) as process:
        until(lambda: moment(process.pid), process)
        process.send_signal(number)
        process.wait(20)
        assert until_nobody(process.pid) == set()


def page_of(address: str) -> socket.socket:
    """A page that is open: the other side of the server's socket."""
    host, port, path = re.fullmatch(r"http://([\d.]+):(\d+)(/\S+/)", address).groups()
    page = socket.create_connection((host, int(port)))
    page.sendall(
        f"GET {path}ws?width=100&height=30 HTTP/1.1\r\nHost: {host}:{port}\r\n"
        f"Origin: http://{host}:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OTAxMjM0NQ==\r\n\r\n".encode()
    )
    return page


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_no_page_outlives_its_server(sample, number):
    pytest.importorskip("textual_serve")
    with started(*brief("--web", sample)) as process:
        address = re.search(r"http://\S+/", process.stderr.readline())[0]
        with page_of(address) as page:
            seen = b""
            while b"Taliban" not in seen:
                more = page.recv(65536)
                assert more, seen[-300:]
                seen += more
            process.send_signal(number)
            process.wait(20)
            assert until_nobody(process.pid) == set()


def test_a_page_that_is_closed_leaves_no_process(sample):
    pytest.importorskip("textual_serve")
    with started(*brief("--web", sample)) as process:
        address = re.search(r"http://\S+/", process.stderr.readline())[0]
        with page_of(address) as page:
            seen = b""
            while b"Taliban" not in seen:
                seen += page.recv(65536)
        assert until_nobody(process.pid, but=process.pid) == set()
