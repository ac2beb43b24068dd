"""The server behind `brief --web`: textual-serve, on this machine only.

Its page has a path that cannot be guessed, so no other user of the machine and no web page in the
same browser can control the program. Requests under another host's name, which a page elsewhere
could give to this machine, and from other pages are refused whatever their path. The page may load
nothing from anywhere else.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from tui.command.console import say

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
SECONDS_TO_END = 1.5


class BriefServer(Server):
    """Serves one command, and starts it again for each page that is opened.

    Args:
        command: The shell command for a Textual program.
        port: Where the server listens.
    """

    def __init__(self, command: str, port: int) -> None:
        super().__init__(command, HOST, port, title="brief", templates_path=PAGE)
        self._pages: set[web.WebSocketResponse] = set()
        self._path = f"/{secrets.token_urlsafe(16)}/"

    @property
    def address(self) -> str:
        """The address of the page."""
        return self.public_url + self._path

    async def on_startup(self, app: web.Application) -> None:
        """Print nothing here; `run` prints the address of the page."""

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close the open pages, which ends their programs."""
        await asyncio.gather(*(page.close() for page in self._pages))

    async def _process_messages(
        self, websocket: web.WebSocketResponse, app_service: AppService
    ) -> None:
        self._pages.add(websocket)
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            self._pages.discard(websocket)

    async def make_app(self) -> web.Application:
        """The application, with everything under the secret path."""
        app = web.Application(middlewares=[self._refuse_strangers])
        app.add_subapp(self._path, await self._make_app())
        app.on_response_prepare.append(self._set_headers)
        return app

    @web.middleware
    async def _refuse_strangers(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Answer only what is asked of this very server, by its own page or by no page at all."""
        hosts = {f"{HOST}:{self.port}", f"localhost:{self.port}"}
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin and origin not in {f"http://{h}" for h in hosts}):
            raise web.HTTPForbidden
        return await handler(request)

    async def _set_headers(self, _: web.Request, response: web.StreamResponse) -> None:
        own = f"'self' ws://{HOST}:{self.port}"
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self' 'unsafe-inline';"
            " style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:;"
            f" connect-src {own}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"


def run(command: str, port: int) -> None:
    """Serve until the user or the system ends it.

    Args:
        command: As for `BriefServer`.
        port: Where to listen; 0 for any port that is free.

    Raises:
        OSError: The port is taken or not allowed.
    """
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        server = BriefServer(command, listening.getsockname()[1])
        with contextlib.redirect_stdout(sys.stderr):  # messages of a served program when it ends
            asyncio.run(_serve(server, listening))


async def _serve(server: BriefServer, listening: socket.socket) -> None:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, ended.set)
    runner = web.AppRunner(
        await server.make_app(), access_log=None, shutdown_timeout=SECONDS_TO_END
    )
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        say(f"open {server.address} in a browser; ctrl+c ends it")
        await ended.wait()
    finally:
        await runner.cleanup()
