"""Bytes from the web: over http and https only, from public addresses only, within bounds of size and time."""

import http.client
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPMessage
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any, NamedTuple, cast
from urllib.parse import urlsplit

from vaarta.reading.addresses import host_of, is_public
from vaarta.reading.limits import DOCUMENT, FETCH_SECONDS, HEAD, megabytes

__all__ = ["Answer", "agent", "fetch"]

PRIVATE = "a private address; allow it with --allow-private if you mean it"
SECOND = 1.0
# What urllib, http.client and the sockets under them raise for an answer that does not come or is not HTTP.
FAULTS = (OSError, ValueError, http.client.HTTPException)


class Answer(NamedTuple):
    """What a server answers, or why nothing came: then `status` is 0 and `fault` says why. Headers in lower case."""

    status: int = 0
    url: str = ""
    headers: Mapping[str, str] = {}
    body: bytes = b""
    charset: str = ""
    fault: str = ""


def agent(contact: str = "") -> str:
    """Who we say we are: name, version, and where to complain: `contact`, or the project's address."""
    try:
        about = metadata("vaarta")
    except PackageNotFoundError:
        return "vaarta (reads news)"
    places = [place.partition(",")[2].strip() for place in about.get_all("Project-URL") or ()]
    where = contact or next(iter(places), "")
    return f"vaarta/{about['Version']} (reads news{f'; +{where}' if where else ''})"


def fetch(
    url: str, *, headers: Mapping[str, str] | None = None, allow_private: bool = False, contact: str = ""
) -> Answer:
    """What the server at an address answers, redirects followed; never raises for what a server does.

    Without `allow_private` every address that is connected to, in redirects too, must be of the open internet; it is
    checked as it is connected to, so a name cannot point elsewhere between check and connection.
    """
    if fault := _unfit(url):
        return Answer(url=url, fault=fault)
    sockets: list[socket.socket] = []
    asked = {"User-Agent": agent(contact), "Accept-Encoding": "gzip", **(headers or {})}
    # A server that drips its headers never lets a read time out: at the end of the time the connection is cut.
    alarm = threading.Timer(FETCH_SECONDS + SECOND, _cut, (sockets,))
    alarm.daemon = True
    alarm.start()
    try:
        request = urllib.request.Request(url, headers=asked)  # noqa: S310 - the scheme is looked at
        with opener(sockets, allow_private=allow_private).open(request, timeout=FETCH_SECONDS) as reply:
            return _answer(reply, url)
    except urllib.error.HTTPError as refused:
        with refused:
            return Answer(refused.code, url, _lower(refused.headers), fault=f"{refused.code} {refused.reason}")
    except FAULTS as fault:
        return Answer(url=url, fault=f"cannot be fetched: {getattr(fault, 'reason', fault)}")
    finally:
        alarm.cancel()


def opener(sockets: list[socket.socket], *, allow_private: bool = False) -> urllib.request.OpenerDirector:
    """What opens addresses: only http and https, in redirects too; the standard one opens files and ftp as well."""
    made = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(), Http(sockets, allow_private=allow_private),
        Https(sockets, allow_private=allow_private), urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(), urllib.request.HTTPDefaultErrorHandler(), urllib.request.UnknownHandler(),
    ):  # fmt: skip
        made.add_handler(handler)
    return made


class _Checked(http.client.HTTPConnection):
    """A connection that looks at the address it is about to connect to, and then connects to that very address."""

    allow_private = False
    sockets: list[socket.socket]

    def connect(self) -> None:
        """Connect to the first of the host's addresses that answers, if all of them may be fetched."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        places = [cast("tuple[str, int]", place[:2]) for *_, place in found]
        if not self.allow_private and not all(is_public(host) for host, _ in places):
            raise OSError(PRIVATE)
        failed: OSError = OSError(f"{self.host} has no address")
        for place in places:
            try:
                self.sock = socket.create_connection(place, self.timeout)
            except OSError as fault:
                failed = fault
            else:
                self.sockets.append(self.sock)
                return
        raise failed


class _CheckedTls(http.client.HTTPSConnection, _Checked):
    """The same, encrypted."""


class Http(urllib.request.HTTPHandler):
    """Opens http addresses over checked connections."""

    def __init__(self, sockets: list[socket.socket], *, allow_private: bool) -> None:
        super().__init__()
        self.sockets, self.allow_private = sockets, allow_private

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer to a request."""
        return self.do_open(cast("Any", _making(_Checked, req, self.sockets, self.allow_private)), req)


class Https(urllib.request.HTTPSHandler):
    """Opens https addresses over checked connections."""

    def __init__(self, sockets: list[socket.socket], *, allow_private: bool) -> None:
        super().__init__()
        self.sockets, self.allow_private = sockets, allow_private

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        """The answer to a request."""
        return self.do_open(cast("Any", _making(_CheckedTls, req, self.sockets, self.allow_private)), req)


def _making(kind: type[_Checked], request: urllib.request.Request, sockets: list[socket.socket], allow: bool) -> Any:  # noqa: FBT001
    """What makes connections for a request. Through a proxy it is the address asked for that is looked at."""
    host = host_of(request.full_url)
    proxied = (request.host or "").partition(":")[0].casefold() != host
    if proxied and not allow:
        _check_named(host)

    def made(*place: Any, **options: Any) -> _Checked:
        connection = kind(*place, **options)
        connection.allow_private, connection.sockets = allow or proxied, sockets
        return connection

    return made


def _check_named(host: str) -> None:
    """Refuse a host that is private by its name or, as far as it can be looked up here, by its address."""
    try:
        found = [str(place[0]) for *_, place in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    except OSError:
        found = []  # behind a proxy names may be known to the proxy alone
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or not all(map(is_public, found)):
        raise OSError(PRIVATE)


def _unfit(url: str) -> str:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as fault:
        return f"no address: {fault}"
    if parts.scheme.casefold() not in {"http", "https"} or not parts.hostname:
        return "only http and https addresses are fetched"
    return "an address with a name and password in it" if parts.username or parts.password else ""


def _answer(reply: http.client.HTTPResponse, url: str) -> Answer:
    """The answer with its body, whole; a fault if that is too long or too slow."""
    ends = time.monotonic() + FETCH_SECONDS
    pieces: list[bytes] = []
    size = 0
    while piece := reply.read1(HEAD):
        pieces.append(piece)
        size += len(piece)
        if size > DOCUMENT:
            return Answer(url=url, fault=f"longer than {megabytes(DOCUMENT)}")
        if time.monotonic() > ends:
            return Answer(url=url, fault=f"not there whole after {FETCH_SECONDS:g} seconds")
    charset = reply.headers.get_content_charset() or ""
    return Answer(reply.status, reply.geturl() or url, _lower(reply.headers), b"".join(pieces), charset)


def _lower(headers: HTTPMessage | Any) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()} if headers is not None else {}


def _cut(sockets: list[socket.socket]) -> None:
    for each in sockets:
        try:
            each.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue  # it is closed already
