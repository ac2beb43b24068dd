"""A web site on this computer, which answers each path with exactly the bytes that a test gives."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefing.web.connecting import connect
from briefing.web.fetching import Limits, Network

CERTIFICATES = Path(__file__).parent / "certificates"
AUTHORITY = str(CERTIFICATES / "authority.pem")
QUICK = Limits(connect=0.5, read=0.3, total=2.0, size=100_000)
PAUSE = 0.02

Answer = bytes | Callable[["Visit"], None]


class Visit:
    """One request, and the way to answer it."""

    def __init__(self, connection: socket.socket, head: str, over: threading.Event) -> None:
        self.connection = connection
        self.head = head
        self.over = over

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def drip(self, data: bytes) -> None:
        """Send byte by byte, with pauses far shorter than any limit."""
        for index in range(len(data)):
            if self.over.wait(PAUSE):
                return
            self.send(data[index : index + 1])

    def stall(self) -> None:
        """Send nothing more until the test is over."""
        self.over.wait()


class Site:
    """Answers on a port of its own; `requests` are the heads that came, `names` those of TLS."""

    def __init__(self, certificate: str | None = None) -> None:
        self.pages: dict[str, Answer] = {}
        self.requests: list[str] = []
        self.names: list[str | None] = []
        self.over = threading.Event()
        self.certificate = certificate
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._threads = [threading.Thread(target=self._listen)]
        self._threads[0].start()

    def address(self, path: str = "/", host: str = "127.0.0.1") -> str:
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        self.over.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()

    def _listen(self) -> None:
        while not self.over.is_set():
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._serve, args=(connection,)))
            self._threads[-1].start()

    def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(10)
        try:
            if self.certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(CERTIFICATES / self.certificate)
                context.sni_callback = lambda _, name, __: self.names.append(name)
                connection = context.wrap_socket(connection, server_side=True)
            self._answer(connection)
        except OSError:  # the client has gone
            pass
        finally:
            connection.close()

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(65_536)
            if not piece:
                return
            head += piece
            if not head.isascii():  # TLS where none is spoken
                connection.sendall(page(status="400 Bad Request"))
                return
        text = head.decode("latin-1")
        self.requests.append(text)
        answer = self.pages[text.split(" ")[1]]
        if callable(answer):
            answer(Visit(connection, text, self.over))
        else:
            connection.sendall(answer)


def page(
    body: bytes = b"<p>Rain.</p>",
    *headers: str,
    status: str = "200 OK",
    content_type: str | None = "text/html",
) -> bytes:
    """A whole answer with its length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    if content_type is not None:
        lines.append(f"Content-Type: {content_type}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def redirect(location: str, *headers: str, status: str = "302 Found") -> bytes:
    return page(b"", f"Location: {location}", *headers, status=status)


@contextmanager
def running(certificate: str | None = None) -> Iterator[Site]:
    site = Site(certificate)
    try:
        yield site
    finally:
        site.close()


class World:
    """Names and IP addresses that all lead to one site; `dialed` are those connected to."""

    def __init__(self, site: Site, names: dict[str, list[str]]) -> None:
        self.names = names
        self.looked_up: list[str] = []
        self.dialed: list[tuple[str, int]] = []
        self._site = site
        self.network = Network(look_up=self._look_up, connect=self._connect, authorities=AUTHORITY)

    def _look_up(self, host: str) -> list[str]:
        self.looked_up.append(host)
        if host not in self.names:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return self.names[host]

    def _connect(self, address: str, port: int, watch, limit: float) -> socket.socket:
        self.dialed.append((address, port))
        return connect("127.0.0.1", self._site.port, watch, limit)
