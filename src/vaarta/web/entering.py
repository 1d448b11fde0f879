"""What comes before anything is written: who asks, from where, how often, and with how much of what."""

import asyncio
import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import ClientDisconnect, Request

from vaarta.web.refusals import Refused
from vaarta.web.tokens import Pace, Session, Sessions, Tokens

__all__ = ["COOKIE", "FORM", "Gate", "decode", "fields", "same_site", "take_body"]

COOKIE = "vaarta-session"
FORM = "application/x-www-form-urlencoded"
BODY_S = 20.0  # for a body to arrive
FIELDS = 60  # of a form
FAILURES, WRITES = 10, 120  # a minute: wrong tokens from an address, writings by a person
CROSS = frozenset({"cross-site", "same-site"})  # another port of this machine is "same-site", and not ours
REASON = 300  # characters of a message that are told


class Gate:
    """Who may write here. Nothing that it refuses, or keeps, holds a token."""

    def __init__(self, tokens: Tokens) -> None:
        self.sessions = Sessions()
        self._tokens = tokens
        self._failures, self._writes = Pace(FAILURES), Pace(WRITES)

    def enter(self, request: Request, token: str) -> str:
        """Whose token it is. Raises Refused if it is nobody's, or after too many wrong ones from one address."""
        source = request.client.host if request.client else ""
        if self._failures.full(source):
            raise Refused(429)
        name = self._tokens.who(token) if token else ""
        if not name:
            self._failures.count(source)
            raise Refused(401)
        return name

    def bearer(self, request: Request) -> str:
        """Who writes by the API, by the token in Authorization. Raises Refused if no one may, or they are too fast."""
        same_site(request)
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        name = self.enter(request, token.strip() if kind.casefold() == "bearer" else "")
        self._slow_down(name)
        return name

    def session(self, request: Request) -> Session | None:
        """Who is signed in; None if no one is."""
        return self.sessions.find(request.cookies.get(COOKIE, ""))

    def writer(self, request: Request, form: Mapping[str, str]) -> Session:
        """Who sends a form of ours. Raises Refused if they are not signed in, or the form is not one that we made."""
        same_site(request)
        session = self.session(request)
        if not session:
            raise Refused(401)
        if not hmac.compare_digest(session.form_key.encode(), form.get("key", "").encode("utf-8", "surrogatepass")):
            raise Refused(403)
        self._slow_down(session.name)
        return session

    def _slow_down(self, name: str) -> None:
        if self._writes.full(name):
            raise Refused(429)
        self._writes.count(name)


def same_site(request: Request) -> None:
    """Raise Refused if a browser says that another site sends this."""
    origin = request.headers.get("origin")
    if request.headers.get("sec-fetch-site") in CROSS:
        raise Refused(403)
    if origin is not None and origin.partition("://")[2].casefold() != request.headers.get("host", "").casefold():
        raise Refused(403)


async def take_body(request: Request, kind: str, most: int) -> bytes:
    """The body of a request, of this media type, at most so many bytes. Raises Refused if it is another, or larger."""
    if request.headers.get("content-type", "").partition(";")[0].strip().casefold() != kind:
        raise Refused(415, "bad_media", value=kind)
    said = request.headers.get("content-length", "0")
    if not said.isdecimal() or len(said) > len(str(most)) or int(said) > most:
        raise Refused(413, "too_large", most=str(most // 1000))
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > most:
                    raise Refused(413, "too_large", most=str(most // 1000))
    except (TimeoutError, ClientDisconnect) as late:
        raise Refused(408, "late") from late
    return bytes(body)


def decode(body: bytes, shape: Any) -> Any:
    """JSON as a record. Raises Refused, saying what is wrong with it."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as wrong:
        raise Refused(400, "bad_json", reason=str(wrong)[:REASON]) from wrong


def fields(body: bytes) -> dict[str, str]:
    """The fields of a form, each once. Raises Refused if it is none."""
    try:
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS)
    except ValueError as wrong:  # also what is not UTF-8
        raise Refused(400, "bad_form") from wrong
    return dict(pairs)
