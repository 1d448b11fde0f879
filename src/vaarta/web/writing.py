"""What may be written by programs: each address once, with what it takes and tells; routes and OpenAPI follow."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vaarta.records import Record, Ruling
from vaarta.store import Store, open_store
from vaarta.web.declared import JSON
from vaarta.web.entering import Gate, decode, take_body
from vaarta.web.ruling import RulingGiven, rule
from vaarta.web.taking import StoryGiven, StoryKept, take_story

__all__ = ["POSTS", "Post", "post_routes"]


class Post(NamedTuple):
    """An address that is written to: what does it, what it takes and tells, and how many bytes it takes."""

    path: str
    act: Callable[[Store, Any, str], Any]
    takes: type[Record]
    tells: type[Record]
    most: int


POSTS = (
    Post("/api/rulings", rule, RulingGiven, Ruling, 100_000),
    Post("/api/stories", take_story, StoryGiven, StoryKept, 300_000),
)


def post_routes(db: Path, gate: Gate) -> list[Route]:
    """What answers those who write with a token."""
    return [Route(post.path, _writing(db, gate, post), methods=["POST"]) for post in POSTS]


def _writing(db: Path, gate: Gate, post: Post) -> Callable[[Request], Any]:
    def act(given: Any, name: str) -> Any:
        with open_store(db) as store:
            return post.act(store, given, name)

    async def answer(request: Request) -> Response:
        name = gate.bearer(request)
        given = decode(await take_body(request, JSON, post.most), post.takes)
        told = await run_in_threadpool(act, given, name)
        status = HTTPStatus.OK if getattr(told, "kept", "") == "same" else HTTPStatus.CREATED
        return Response(msgspec.json.encode(told), status, media_type=JSON, headers={"Cache-Control": "no-store"})

    return answer
