"""What stands before every page: which names and how long an address are answered, and headers that keep it safe."""

import ipaddress
from collections.abc import Callable, Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vaarta.web.refusals import Refused

__all__ = ["ANY", "LONGEST", "Guard", "names_of"]

LONGEST = 4096  # bytes of path and query
ANY = "*"  # served under every name
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    # No script and no style but our own files, nothing from elsewhere: hostile text has nothing to run or to load.
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",  # the words are the publishers', to be found at theirs
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def names_of(host: str) -> frozenset[str]:
    """The names a page listening on `host` is served under: those of this machine, and the host.

    Where it listens on all addresses (0.0.0.0, ::), its names cannot be known: all are served.
    """
    try:
        everywhere = ipaddress.ip_address(host).is_unspecified
    except ValueError:
        everywhere = False
    return frozenset({ANY}) if everywhere else LOOPBACK | {host.casefold()}


class Guard:
    """An application behind the checks. `refuse` makes the response that says why a request is not answered."""

    def __init__(self, app: ASGIApp, names: Iterable[str], refuse: Callable[[Request, Refused], Response]) -> None:
        self.app = app
        self.names = frozenset(names)
        self.refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-cache")
                headers.setdefault("Referrer-Policy", "no-referrer")
            await send(message)

        refused = self._refused(scope)
        answer = self.refuse(Request(scope), refused) if refused else self.app
        await answer(scope, receive, send_safely)

    def _refused(self, scope: Scope) -> Refused | None:
        # A page on another name may be a site that had its name resolved to this machine, to read what it shows.
        if ANY not in self.names and _name(Headers(scope=scope).get("host", "")) not in self.names:
            return Refused(421)
        if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > LONGEST:
            return Refused(414)
        return None


def _name(host: str) -> str:
    """The name in a Host header, without port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].casefold()
    return host.partition(":")[0].rstrip(".").casefold()
