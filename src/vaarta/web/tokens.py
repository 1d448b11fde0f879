"""Who may write: people by their tokens, their sessions in a browser, and how fast anyone may try."""

import hmac
import secrets
import threading
import time
from collections import deque
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from vaarta.errors import PageError

__all__ = ["Pace", "Session", "Sessions", "Tokens", "parse_tokens", "read_tokens"]

SHORTEST = 20  # characters of a token; 20 random ones of 64 cannot be guessed
LONGEST_NAME = 80
MOST_TOKENS = 1000
SESSION_S = 12 * 3600  # a working day
MOST_SESSIONS = 1000
MOST_SOURCES = 10_000  # addresses and names whose tries are counted at the same time
MAKE = "python -c 'import secrets; print(\"NAME\", secrets.token_urlsafe())'"


class Tokens:
    """People by the digests of their tokens: the tokens themselves are not kept."""

    def __init__(self, people: Mapping[str, str]) -> None:
        self._people = [(name, _digest(token)) for name, token in people.items()]

    def who(self, token: str) -> str:
        """Whose token it is; "" if it is nobody's. Takes as long whether it is right or not."""
        given, found = _digest(token), ""
        for name, digest in self._people:
            if hmac.compare_digest(digest, given):
                found = name
        return found


def read_tokens(path: Path) -> Tokens:
    """The people and tokens of a file, as `parse_tokens`. Raises PageError, naming the file and what to do."""
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as unread:
        reason = getattr(unread, "strerror", "") or "it is not UTF-8"
        raise PageError(f"{path}: cannot be read ({reason}); write a line for it with {MAKE}") from unread
    if path.stat().st_mode & 0o077:
        raise PageError(f"{path}: others on this machine may read it; chmod 600 {path}")
    return parse_tokens(written, str(path))


def parse_tokens(written: str, source: str) -> Tokens:
    """People and tokens, one of each a line, the token last; lines that begin with # are left out.

    Raises PageError, naming the line but not what is in it, if one cannot be right.
    """
    people: dict[str, str] = {}
    for number, line in enumerate(written.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        *names, token = line.split()
        name = " ".join(names)
        if not name or len(name) > LONGEST_NAME or not name.isprintable() or name in people:
            raise PageError(f"{source}: line {number} names no one, or someone again; write NAME TOKEN: {MAKE}")
        if len(token) < SHORTEST or not token.isascii():
            raise PageError(f"{source}: the token of line {number} can be guessed; make one with {MAKE}")
        people[name] = token
    if not people or len(people) > MOST_TOKENS:
        raise PageError(f"{source}: names no one, or more than {MOST_TOKENS}; write a line with {MAKE}")
    return Tokens(people)


class Session(NamedTuple):
    """Someone who signed in on a browser: their name, what their forms carry, and until when (monotonic seconds)."""

    name: str
    form_key: str
    until: float


class Sessions:
    """Who is signed in, by the secrets that their cookies hold; forgotten when the server ends."""

    def __init__(self) -> None:
        self._sessions: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def open(self, name: str) -> str:
        """Sign someone in; the secret for the cookie."""
        secret = secrets.token_urlsafe()
        session = Session(name, secrets.token_urlsafe(), time.monotonic() + SESSION_S)
        with self._lock:
            while len(self._sessions) >= MOST_SESSIONS:
                del self._sessions[next(iter(self._sessions))]
            self._sessions[_digest(secret)] = session
        return secret

    def find(self, secret: str) -> Session | None:
        """The session of a cookie; None if there is none, or it is over."""
        with self._lock:
            session = self._sessions.get(_digest(secret))
        return session if session and session.until > time.monotonic() else None

    def close(self, secret: str) -> None:
        """Sign someone out."""
        with self._lock:
            self._sessions.pop(_digest(secret), None)


class Pace:
    """How often something may be done from one source: at most `most` times in `seconds`."""

    def __init__(self, most: int, seconds: float = 60.0) -> None:
        self._most, self._seconds = most, seconds
        self._times: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def full(self, source: str) -> bool:
        """Whether the source has done it as often as it may."""
        with self._lock:
            return len(self._recent(source)) >= self._most

    def count(self, source: str) -> None:
        """Count one more."""
        with self._lock:
            self._recent(source).append(time.monotonic())

    def _recent(self, source: str) -> deque[float]:
        while len(self._times) >= MOST_SOURCES and source not in self._times:
            del self._times[next(iter(self._times))]
        times = self._times.setdefault(source, deque())
        since = time.monotonic() - self._seconds  # what is as old as that counts no more
        while times and times[0] <= since:
            times.popleft()
        return times


def _digest(secret: str) -> bytes:
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()
