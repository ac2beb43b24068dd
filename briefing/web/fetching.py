"""The bytes behind an address, asked for as little as possible and under limits.

Nothing is kept between two requests: no cookies, no referrer, no passwords, no proxies of the
environment. The HTTP library gets a connection that was made here and has no other way out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.errors import ReadError
from briefing.sanitize import one_line
from briefing.web import answers
from briefing.web.addresses import Target, redirect_of, shown_address, target_of
from briefing.web.codings import ACCEPTED, CUT_OFF, Unpacking
from briefing.web.connecting import Connect, connect, connected, secured
from briefing.web.refusing import CHECK_IT, LATER, SAVE_IT, Refused
from briefing.web.resolving import LookUp, addresses_of, look_up
from briefing.web.validators import Validators, validators_of
from briefing.web.watch import Watch

if TYPE_CHECKING:
    import httpcore

OnFetched = Callable[[int, int | None], None]
Stop = Callable[[], bool]

NOT_MODIFIED = 304
EMPTY = f"it is empty; {CHECK_IT}"
NO_ANSWER = f"the site gives no answer that can be read; {CHECK_IT}, or {LATER}"
CIRCLE = f"its redirects lead in a circle, as where a site insists on cookies; {SAVE_IT}"


class Limits(Struct, frozen=True):
    """What a fetch may cost.

    Attributes:
        connect: Seconds until a name is looked up, and again until a connection stands.
        read: Seconds between two pieces of the answer.
        total: Seconds for everything, with all redirects.
        size: Bytes, as they arrive and after unpacking.
        redirects: How many are followed.
    """

    connect: float = 5.0
    read: float = 10.0
    total: float = 20.0
    size: int = 10_000_000
    redirects: int = 5


class Network(Struct, frozen=True):
    """By what a fetch reaches the world.

    Attributes:
        look_up: Gives the IP addresses of a host name.
        connect: Connects to one of them.
        authorities: A file of certificates that are trusted besides the usual ones, or None.
    """

    look_up: LookUp = look_up
    connect: Connect = connect
    authorities: str | None = None


class TooBusyError(ReadError):
    """A site has too much to do.

    Attributes:
        wait: Seconds for which it wants to be left alone; 0 if it does not say.
    """

    def __init__(self, message: str, wait: int) -> None:
        super().__init__(message)
        self.wait = wait


class Fetched(Struct, frozen=True):
    """What stands at an address.

    Attributes:
        address: Where it was found, after all redirects.
        data: Its bytes, unpacked.
        content_type: As the server says, such as "text/html".
        charset: As the server says, in lower case, or None; it is often wrong.
        validators: What it was when it was fetched, to ask for changes only.
    """

    address: str
    data: bytes
    content_type: str
    charset: str | None
    validators: Validators = Validators()


class _Unchanged(Struct, frozen=True):
    """What stands at an address is what is known already."""


def fetch(
    address: str,
    *,
    allow_private: bool = False,
    on_progress: OnFetched | None = None,
    stop: Stop | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    network: Network = Network(),  # noqa: B008 - frozen
) -> Fetched:
    """What stands at an http or https address.

    Args:
        address: As the user gave it.
        allow_private: True to reach this computer and private networks too.
        on_progress: Called with the bytes that have arrived and those that are announced, or None.
        stop: Asked all the time; true ends the fetch within a fraction of a second.
        limits: What it may cost.
        network: By what the world is reached.

    Raises:
        ReadError: It cannot be read; one line says why, and what to do.
        Cancelled: `stop` returned true.
    """
    watch = Watch(limits.total, stop)
    found = _Fetcher(allow_private, on_progress, limits, network, watch).fetched(address)
    assert isinstance(found, Fetched)  # nothing is known that could be unchanged
    return found


def fetch_if_changed(
    address: str,
    known: Validators,
    *,
    allow_private: bool = False,
    stop: Stop | None = None,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    network: Network = Network(),  # noqa: B008 - frozen
) -> Fetched | None:
    """The feed at an address, or None if it is still the one that is known.

    Args:
        address: As the user gave it.
        known: What the server said of the one that is known.
        allow_private: As `fetch` has it, and so are the others.
        stop: Ends the fetch.
        limits: What it may cost.
        network: By what the world is reached.

    Raises:
        TooBusyError: The site wants to be left alone for a while.
        ReadError: It cannot be read; one line says why, and what to do.
        Cancelled: `stop` returned true.
    """
    watch = Watch(limits.total, stop)
    fetcher = _Fetcher(
        allow_private, None, limits, network, watch, known=known, accept=answers.ACCEPT_FEED
    )
    found = fetcher.fetched(address)
    return found if isinstance(found, Fetched) else None


class _Fetcher(Struct, frozen=True):
    allow_private: bool
    on_progress: OnFetched | None
    limits: Limits
    network: Network
    watch: Watch
    known: Validators = Validators()
    accept: str = answers.ACCEPT

    def fetched(self, address: str) -> Fetched | _Unchanged:
        try:
            return self._follow(target_of(address))
        except Refused as refusal:
            message = f"cannot read {shown_address(address)}: {one_line(str(refusal))}"
            if refusal.wait is not None:
                raise TooBusyError(message, refusal.wait) from refusal
            raise ReadError(message) from refusal

    def _follow(self, first: Target) -> Fetched | _Unchanged:
        target, seen = first, {first}
        while True:
            try:
                answer = self._ask(target)
            except Refused as refusal:
                if target.host == first.host:
                    raise
                why = f"redirected to {target.host}: {refusal}"
                raise Refused(why, refusal.wait) from refusal
            if not isinstance(answer, Target):
                return answer
            if answer in seen:
                raise Refused(CIRCLE)
            if len(seen) > self.limits.redirects:
                raise Refused(f"it redirects more than {self.limits.redirects} times; {SAVE_IT}")
            seen.add(answer)
            target = answer

    def _ask(self, target: Target) -> Fetched | _Unchanged | Target:
        """What stands there, if it is not known, or where it redirects to."""
        import httpcore

        url = httpcore.URL(
            scheme=target.scheme, host=target.host, port=target.port, target=target.path
        )
        headers: dict[bytes | str, bytes | str] = {
            "Host": target.authority,
            "User-Agent": f"brief/{_version()} (+a reader in a terminal)",
            "Accept": self.accept,
            "Accept-Encoding": ACCEPTED,
            "Connection": "close",
        }
        headers |= self.known.headers_for(target.address)
        with closing(self._connection(target)) as connection, ExitStack() as stack:
            try:
                response = stack.enter_context(connection.stream("GET", url, headers=headers))
            except (httpcore.ProtocolError, OSError) as error:
                raise Refused(NO_ANSWER) from error
            return self._answer(target, response)

    def _connection(self, target: Target) -> httpcore.HTTP11Connection:
        import httpcore

        from briefing.web.streaming import Stream

        limit = self.limits.connect
        addresses = addresses_of(
            target.host,
            allow_private=self.allow_private,
            look_up=self.network.look_up,
            watch=self.watch,
            limit=limit,
        )
        socket = connected(addresses, target.port, self.watch, limit, self.network.connect)
        if target.scheme == "https":
            socket = secured(socket, target, self.watch, limit, self.network.authorities)
        origin = httpcore.Origin(
            target.scheme.encode("ascii"), target.host.encode("ascii"), target.port
        )
        return httpcore.HTTP11Connection(origin, Stream(socket, self.watch, self.limits.read))

    def _answer(self, target: Target, response: httpcore.Response) -> Fetched | _Unchanged | Target:
        headers = {name.lower(): value for name, value in response.headers}
        if response.status in answers.REDIRECTS and b"location" in headers:
            return redirect_of(target, headers[b"location"].decode("utf-8", "replace"))
        if response.status == NOT_MODIFIED and self.known.headers_for(target.address):
            return _Unchanged()
        retry_after = headers.get(b"retry-after", b"").decode("latin-1")
        answers.check_status(response.status, retry_after)
        content_type, charset = answers.type_of(headers.get(b"content-type", b"").decode("latin-1"))
        data = self._body(response, headers)
        if not data:
            raise Refused(EMPTY)
        validators = validators_of(target.address, headers)
        return Fetched(target.address, data, content_type, charset, validators)

    def _body(self, response: httpcore.Response, headers: dict[bytes, bytes]) -> bytes:
        most = self.limits.size
        too_large = f"it is larger than {most / 1_000_000:g} MB; give a shorter text"
        announced = headers.get(b"content-length", b"")
        expected = int(announced) if announced.isdigit() else None
        if expected is not None and expected > most:
            raise Refused(too_large)
        coding = headers.get(b"content-encoding", b"").decode("latin-1")
        unpacking = Unpacking(coding, most, too_large)
        received = 0
        for piece in _pieces(response):
            received += len(piece)
            if received > most:
                raise Refused(too_large)
            unpacking.feed(piece)
            if self.on_progress:
                self.on_progress(received, expected)
        return unpacking.finish()


def _pieces(response: httpcore.Response) -> Iterator[bytes]:
    """The bytes of the answer as they arrive."""
    import httpcore

    try:
        yield from response.iter_stream()
    except (httpcore.ProtocolError, OSError) as error:
        raise Refused(CUT_OFF) from error


def _version() -> str:
    try:
        return version("brief")
    except PackageNotFoundError:  # run from a folder, not installed
        return "0"
