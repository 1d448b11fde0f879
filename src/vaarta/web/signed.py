"""Pages for those who signed in: signing in and out, and reviewing; forms only, that work without scripts."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from vaarta.days import now
from vaarta.review import undo, withdrawn
from vaarta.store import Store, open_store
from vaarta.web.asked import FIELDS
from vaarta.web.entering import COOKIE, FORM, Gate, fields, same_site, take_body
from vaarta.web.refusals import Refused, refusal
from vaarta.web.rendering import render, tongue_of
from vaarta.web.reviewing import as_sent, changes_of, review, seen_of
from vaarta.web.ruling import RulingGiven, rule
from vaarta.web.tokens import SESSION_S, Session

__all__ = ["signed_routes"]

MOST = 100_000  # bytes of a form
KEPT = (*FIELDS, "skip", "lang")  # of an address, from one claim to the next
# Where no page may be told of, browsers send "Origin: null" with its forms, too: these are told to our own pages.
PRIVATE = {"Cache-Control": "no-store", "Vary": "Cookie, Accept-Language", "Referrer-Policy": "same-origin"}


def signed_routes(db: Path, gate: Gate) -> list[Route]:
    """The pages, and what their forms are sent to."""
    return [
        Route("/sign-in", _sign_in_page(gate)),
        Route("/sign-in", _sign_in(gate), methods=["POST"]),
        Route("/sign-out", _sign_out(gate), methods=["POST"]),
        Route("/review", _review_page(db, gate)),
        Route("/review", _review(db, gate), methods=["POST"]),
    ]


def _sign_in_page(gate: Gate) -> Callable[[Request], Response]:
    def page(request: Request) -> Response:
        session = gate.session(request)
        return _page("signin.html", request, session=session, problem="")

    return page


def _sign_in(gate: Gate) -> Callable[[Request], Any]:
    async def enter(request: Request) -> Response:
        same_site(request)
        form = fields(await take_body(request, FORM, MOST))
        try:
            name = gate.enter(request, form.get("token", "").strip())
        except Refused as refused:
            if refused.status != HTTPStatus.UNAUTHORIZED:
                raise
            wrong = tongue_of(request).say("wrong_token")
            return _page("signin.html", request, HTTPStatus.UNAUTHORIZED, session=None, problem=wrong)
        response = _moved("/review", request)
        response.set_cookie(
            COOKIE,
            gate.sessions.open(name),
            max_age=SESSION_S,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return response

    return enter


def _sign_out(gate: Gate) -> Callable[[Request], Any]:
    async def leave(request: Request) -> Response:
        gate.writer(request, fields(await take_body(request, FORM, MOST)))
        gate.sessions.close(request.cookies.get(COOKIE, ""))
        response = _moved("/sign-in", request)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response

    return leave


def _review_page(db: Path, gate: Gate) -> Callable[[Request], Response]:
    def page(request: Request) -> Response:
        session = gate.session(request)
        if not session:
            return _moved("/sign-in", request)
        with open_store(db, write=False) as store:
            view = review(store, request.query_params, session.name)
        return _page("review.html", request, view=view, session=session, problem="")

    return page


def _review(db: Path, gate: Gate) -> Callable[[Request], Any]:
    async def send(request: Request) -> Response:
        if not gate.session(request):
            same_site(request)
            return _moved("/sign-in", request)
        form = fields(await take_body(request, FORM, MOST))
        session = gate.writer(request, form)
        return await run_in_threadpool(_ruled, request, db, form, session)

    return send


def _ruled(request: Request, db: Path, form: Mapping[str, str], session: Session) -> Response:
    """What follows a form: the next claim; the one that was undone; or the same with what is wrong."""
    back = [pair for pair in parse_qsl(form.get("back", "")) if pair[0] in KEPT]
    with open_store(db) as store:
        try:
            undone = _do(store, form, session.name)
        except Refused as refused:
            if refused.status not in {HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT}:
                raise
            pairs = QueryParams([*back, ("claim", form.get("claim", ""))])
            view = as_sent(review(store, pairs, session.name), form)
            said = " ".join(refusal(refused, tongue_of(request)))
            return _page("review.html", request, refused.status, view=view, session=session, problem=said)
    query = urlencode([*back, *([("claim", undone)] if undone else [])])
    return RedirectResponse(f"/review?{query}" if query else "/review", HTTPStatus.SEE_OTHER, PRIVATE)


def _do(store: Store, form: Mapping[str, str], by: str) -> str:
    """Keep what a form says; the claim to be shown again, if a ruling was undone."""
    if form.get("verdict") == "undo":
        last = undo(store, by=by)
        if last:
            store.rule(withdrawn(last, by=by, on=now()))
        return last.claim if last else ""
    given = {name: form.get(name, "") for name in ("claim", "verdict", "note")}
    claim = next(store.claims([given["claim"]]), None)
    story = store.story(claim.story) if claim else None
    if not claim or not story:
        raise Refused(404, "no_claim", value=given["claim"][:100])
    if seen_of(store.ruling_on(claim.id)) != form.get("seen", ""):
        raise Refused(409, "ruled_meanwhile")
    changes = changes_of(form, claim, story) if given["verdict"] == "amended" else {}
    if given["verdict"] == "amended" and not changes:
        raise Refused(422, "nothing_changed")
    try:
        ruling = msgspec.convert(given | {"amended": changes}, RulingGiven)
    except msgspec.ValidationError as wrong:
        raise Refused(400, "bad_form") from wrong
    rule(store, ruling, by)
    return ""


def _page(template: str, request: Request, status: int = HTTPStatus.OK, **values: Any) -> Response:
    return HTMLResponse(render(template, request, **values), status, PRIVATE)


def _moved(path: str, request: Request) -> RedirectResponse:
    lang = request.query_params.get("lang", "")
    query = f"?{urlencode({'lang': lang})}" if lang else ""
    return RedirectResponse(path + query, HTTPStatus.SEE_OTHER, PRIVATE)
