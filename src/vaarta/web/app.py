"""The addresses of the page, and what answers each. Every request opens the record anew, to read it only."""

import logging
import time
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from vaarta.errors import StoreError
from vaarta.store import Store, open_store
from vaarta.web import api, dated, differing, engaged, found, history, mapped, openapi, persons, views
from vaarta.web.asked import read_asked, read_days, read_page
from vaarta.web.atlas import OUTLINES
from vaarta.web.declared import ASKED, DAYS, Build, Data, File, Page, preferred
from vaarta.web.entering import Gate
from vaarta.web.guard import Guard, names_of
from vaarta.web.refusals import Problem, Refused, refusal
from vaarta.web.rendering import path_of, render, tongue_of
from vaarta.web.signed import signed_routes
from vaarta.web.tokens import Tokens
from vaarta.web.writing import POSTS, post_routes

__all__ = ["make_app"]

logger = logging.getLogger(__name__)

SECONDS = 10.0  # a question that takes longer is stopped
_ASIDE = {401: {"WWW-Authenticate": "Bearer"}, 429: {"Retry-After": "60"}}  # what a refusal also says
STATIC = Path(__file__).parent / "static"


def make_app(db: Path, host: str = "127.0.0.1", boundaries: Path = OUTLINES, tokens: Tokens | None = None) -> ASGIApp:
    """The page of the record at `db` as an ASGI application; it answers to the names of this machine and to `host`.

    Maps show the outlines in the file `boundaries` (`atlas.read_outlines`). With `tokens`, those named
    by them may rule on claims and read in stories; without, nothing can be written.
    """
    gate = Gate(tokens) if tokens else None
    posts = POSTS if gate else ()
    routes = [
        *(Route(f"{page.path}.json", _json(db, page.build, _html(db, page))) for page in PAGES),
        *(Route(data.path, _negotiated(db, data)) for data in DATA),
        *(Route(f"{data.path}.json", _json(db, data.build)) for data in DATA if data.files),
        *(Route(f"{data.path}.{file.ending}", _file(db, file)) for data in DATA for file in data.files),
        Route("/api/openapi.json", lambda _: _encoded(openapi.document(PAGES, DATA, posts))),
        *((*post_routes(db, gate), *signed_routes(db, gate)) if gate else ()),
        *(Route(page.path, _html(db, page)) for page in PAGES),
        Route("/calendar", _any_calendar(db)),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    told = {Refused: _refused, HTTPException: _missing, StoreError: _unreadable, Exception: _broken}
    app = Starlette(routes=routes, exception_handlers=told)
    app.state.boundaries = boundaries
    app.state.writable = gate is not None
    return Guard(app, names_of(host), _refused)


def _html(db: Path, page: Page) -> Callable[[Request], Response]:
    def show(request: Request) -> Response:
        tidy = _tidied(request)
        if tidy:
            return RedirectResponse(tidy, HTTPStatus.FOUND)
        view = _built(db, page.build, request)
        if isinstance(view, Response):
            return view
        asked = {"asked": read_asked(request.query_params)} if hasattr(view, "asked") else {}
        return HTMLResponse(render(page.template, request, view=view, **asked), headers={"Vary": "Accept-Language"})

    return show


def _json(db: Path, build: Build, page: Callable[[Request], Response] | None = None) -> Callable[[Request], Response]:
    """What answers with the view; with the `page` itself, if it turns out that ".json" belongs to the id of a thing."""

    def data(request: Request) -> Response:
        try:
            view = _built(db, build, request)
        except Refused as refused:
            if not page or refused.status != HTTPStatus.NOT_FOUND or "id" not in request.path_params:
                raise
            request.path_params["id"] += ".json"
            return page(request)
        return view if isinstance(view, Response) else _encoded(view)

    return data


def _file(db: Path, file: File) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        content = _built(db, file.build, request)
        named = {"Content-Disposition": f'attachment; filename="vaarta.{file.ending}"'}
        text = "; charset=utf-8" if file.media.startswith("text/") else ""
        return Response(content, media_type=file.media + text, headers=named)

    return answer


def _negotiated(db: Path, data: Data) -> Callable[[Request], Response]:
    """What answers in the format that is wished for in Accept, as JSON if that is none of ours."""

    def answer(request: Request) -> Response:
        file = preferred(data, request.headers.get("accept", ""))
        response = _file(db, file)(request) if file else _json(db, data.build)(request)
        if data.files:
            response.headers["Vary"] = "Accept"
        return response

    return answer


def _built(db: Path, build: Build, request: Request) -> Any:
    """What answers the request, from the record, within the time given."""
    started = time.monotonic()
    try:
        with open_store(db, write=False) as store:
            store.give(SECONDS)
            return build(store, request)
    except StoreError as error:
        if time.monotonic() - started >= SECONDS:
            raise Refused(HTTPStatus.GATEWAY_TIMEOUT) from error
        raise


def _series_list(store: Store, _: Request) -> engaged.SeriesList:
    """The series of dialogues, summits, exercises and conferences, with two rounds or more."""
    return engaged.series_list(store)


def _map(store: Store, request: Request) -> mapped.MapView:
    """Where what is asked for was, place by place."""
    return mapped.map_view(store, read_asked(request.query_params))


def _network(store: Store, request: Request) -> mapped.NetworkView:
    """Who deals with whom in what is asked for."""
    return mapped.network_view(store, read_asked(request.query_params))


def _search(store: Store, request: Request) -> found.SearchView:
    """Things, statements and stories that hold the words asked for, and whom they name."""
    return found.search(store, read_asked(request.query_params))


def _about(store: Store, _: Request) -> views.About:
    """What the record holds, and how far to trust it."""
    return views.about(store)


def _listing(store: Store, request: Request) -> views.Listing:
    """A page of the things that are asked for, each once, with what tells it best."""
    return views.listing(store, read_asked(request.query_params))


def _thing(store: Store, request: Request) -> views.Told:
    """A thing, by its id or that of any claim that tells it: all that tell it, and what they dispute."""
    return views.told(store, request.path_params["id"])


def _story(store: Store, request: Request) -> views.StoryTold:
    """A story and what it claims."""
    return views.story_told(store, request.path_params["id"])


def _dyad(store: Store, request: Request) -> views.Dyad | Response:
    """What passed between two countries."""
    written = request.path_params["left"], request.path_params["right"]
    left, right = map(views.country, written)
    if left == right:
        raise Refused(HTTPStatus.NOT_FOUND, "bad_pair")
    if (left, right) != written:
        return _moved(request, f"/dyad/{left}/{right}")
    return views.dyad(store, (left, right), read_days(request.query_params))


def _actor(store: Store, request: Request) -> persons.ActorView | Response:
    """A country, person or body: what it did, what was done to it, what it said, with whom it deals."""
    view = persons.actor_view(store, request.path_params["id"], read_days(request.query_params))
    return _moved(request, f"/actor/{quote(view, safe='')}") if isinstance(view, str) else view


def _office(store: Store, request: Request) -> persons.OfficeView | Response:
    """An office of a country: who held it, and what its holders did and said."""
    country, office = request.path_params["country"], request.path_params["id"]
    view = persons.office_view(store, country, office, read_days(request.query_params))
    if isinstance(view, str) or view.country != country:
        code, named = views.country(country), view if isinstance(view, str) else office
        return _moved(request, f"/office/{code}/{quote(named, safe='')}")
    return view


def _series(store: Store, request: Request) -> engaged.SeriesView:
    """One kind of engagement between the same sides, round by round."""
    return engaged.series_view(store, request.path_params["id"])


def _calendar(store: Store, request: Request) -> dated.CalendarView:
    """The engagements of a month (YYYY-MM), day by day."""
    month = dated.month_of(request.path_params["month"])
    if not month:
        raise Refused(HTTPStatus.NOT_FOUND)
    return dated.calendar_view(store, read_asked(request.query_params), month)


def _any_calendar(db: Path) -> Callable[[Request], Response]:
    """What leads to the month that a calendar opens on."""

    def opening(request: Request) -> Response:
        return _moved(request, f"/calendar/{_built(db, lambda store, _: dated.latest_month(store), request)}")

    return opening


def _differing(store: Store, request: Request) -> differing.Differences:
    """What stories tell differently, with the sentences of each answer."""
    changed = request.query_params.get("what") == "changed"
    return differing.differing(store, changed=changed, page=read_page(request.query_params))


def _moved(request: Request, path: str) -> Response:
    """What leads to the address that a page has, with what was asked, and as JSON if that was asked for."""
    ending = ".json" if request.scope["path"].endswith(".json") else ""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{path}{ending}{query}", HTTPStatus.FOUND)


def _tidied(request: Request) -> str:
    """The address without the fields of a form that were left empty, so that it can be cited; "" if there are none."""
    pairs = request.query_params.multi_items()
    kept = [(name, value) for name, value in pairs if value.strip()]
    if len(kept) == len(pairs):
        return ""
    path, query = path_of(request), urlencode(kept)
    return f"{path}?{query}" if query else path


def _encoded(view: Any, status: int = HTTPStatus.OK, headers: dict[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(view), status, headers, media_type="application/json")


def _missing(request: Request, missing: Exception) -> Response:
    """What Starlette itself refuses: no such address, or another method than GET."""
    return _refused(request, Refused(getattr(missing, "status_code", HTTPStatus.NOT_FOUND)))


def _unreadable(request: Request, error: Exception) -> Response:
    # The message names files of this machine: it is for the terminal, not for who reads the page.
    logger.error("%s", error)
    return _refused(request, Refused(HTTPStatus.SERVICE_UNAVAILABLE))


def _broken(request: Request, _: Exception) -> Response:
    return _refused(request, Refused(HTTPStatus.INTERNAL_SERVER_ERROR))


def _refused(request: Request, refused: Exception) -> Response:
    if not isinstance(refused, Refused):  # Starlette's handlers are typed for any exception
        raise refused
    title, remedy = refusal(refused, tongue_of(request))
    if request.scope["path"].startswith("/api/") or request.scope["path"].endswith(".json"):
        return _encoded(
            Problem(error=". ".join(filter(None, (title, remedy)))), refused.status, _ASIDE.get(refused.status)
        )
    page = render("error.html", request, title=title, remedy=remedy)
    return HTMLResponse(page, refused.status, headers={"Vary": "Accept-Language"})


PAGES = (
    Page("/", "listing.html", _listing, (*ASKED, "page")),
    Page("/thing/{id:path}", "thing.html", _thing),
    Page("/story/{id:path}", "story.html", _story),
    Page("/dyad/{left}/{right}", "dyad.html", _dyad, DAYS),
    Page("/actor/{id:path}", "actor.html", _actor, DAYS),
    Page("/office/{country}/{id:path}", "office.html", _office, DAYS),
    Page("/series", "serieslist.html", _series_list),
    Page("/series/{id:path}", "series.html", _series),
    Page("/calendar/{month}", "calendar.html", _calendar, ASKED),
    Page("/map", "map.html", _map, ASKED),
    Page("/network", "network.html", _network, ASKED),
    Page("/disagreements", "disagreements.html", _differing, ("what", "page")),
    Page("/search", "search.html", _search, ASKED),
    Page("/rulings", "rulings.html", history.history, ("ruled_by", "page")),
    Page("/about", "about.html", _about),
)
DATA = (
    Data("/api/ask", api.ask, (*ASKED, "page"), api.ASK_FILES),
    Data("/api/count", api.count, (*ASKED, "by", "page"), api.COUNT_FILES),
    Data("/api/thing/{id:path}", _thing),
    Data("/api/story/{id:path}", _story),
)
