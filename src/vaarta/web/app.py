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
from vaarta.web import api, dated, differing, engaged, found, mapped, persons, views
from vaarta.web.asked import read_asked, read_days, read_page
from vaarta.web.atlas import OUTLINES
from vaarta.web.guard import Guard, names_of
from vaarta.web.refusals import Refused, refusal
from vaarta.web.rendering import path_of, render, tongue_of

__all__ = ["make_app"]

logger = logging.getLogger(__name__)

SECONDS = 10.0  # a question that takes longer is stopped
STATIC = Path(__file__).parent / "static"
Build = Callable[[Store, Request], Any]


def make_app(db: Path, host: str = "127.0.0.1", boundaries: Path = OUTLINES) -> ASGIApp:
    """The page of the record at `db` as an ASGI application; it answers to the names of this machine and to `host`.

    Maps show the outlines in the file `boundaries` (`atlas.read_outlines`).
    """
    pages = (
        ("/", "listing.html", _listing),
        ("/thing/{id:path}", "thing.html", _thing),
        ("/story/{id:path}", "story.html", _story),
        ("/dyad/{left}/{right}", "dyad.html", _dyad),
        ("/actor/{id:path}", "actor.html", _actor),
        ("/office/{country}/{id:path}", "office.html", _office),
        ("/series", "serieslist.html", lambda store, _: engaged.series_list(store)),
        ("/series/{id:path}", "series.html", _series),
        ("/calendar/{month}", "calendar.html", _calendar),
        ("/map", "map.html", lambda store, request: mapped.map_view(store, read_asked(request.query_params))),
        ("/network", "network.html", lambda store, asked: mapped.network_view(store, read_asked(asked.query_params))),
        ("/disagreements", "disagreements.html", _differing),
        ("/search", "search.html", lambda store, request: found.search(store, read_asked(request.query_params))),
        ("/about", "about.html", lambda store, _: views.about(store)),
    )
    data: tuple[tuple[str, Build], ...] = (
        ("/api/ask", api.ask),
        ("/api/ask.json", api.ask),
        ("/api/count", api.count),
        ("/api/count.json", api.count),
        ("/api/thing/{id:path}", _thing),
        ("/api/story/{id:path}", _story),
    )
    routes = [
        *(Route(f"{path}.json", _json(db, build, _html(db, template, build))) for path, template, build in pages),
        *(Route(path, _json(db, build)) for path, build in data),
        Route("/api/ask.csv", _file(db, api.ask_csv, "text/csv", "csv")),
        Route("/api/ask.ics", _file(db, api.ask_calendar, "text/calendar", "ics")),
        *(Route(path, _html(db, template, build)) for path, template, build in pages),
        Route("/calendar", _any_calendar(db)),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    told = {Refused: _refused, HTTPException: _missing, StoreError: _unreadable, Exception: _broken}
    app = Starlette(routes=routes, exception_handlers=told)
    app.state.boundaries = boundaries
    return Guard(app, names_of(host), _refused)


def _html(db: Path, template: str, build: Build) -> Callable[[Request], Response]:
    def page(request: Request) -> Response:
        tidy = _tidied(request)
        if tidy:
            return RedirectResponse(tidy, HTTPStatus.FOUND)
        view = _built(db, build, request)
        if isinstance(view, Response):
            return view
        asked = {"asked": read_asked(request.query_params)} if hasattr(view, "asked") else {}
        return HTMLResponse(render(template, request, view=view, **asked), headers={"Vary": "Accept-Language"})

    return page


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


def _file(db: Path, build: Build, kind: str, ending: str) -> Callable[[Request], Response]:
    def file(request: Request) -> Response:
        content = _built(db, build, request)
        named = {"Content-Disposition": f'attachment; filename="vaarta.{ending}"'}
        return Response(content, media_type=f"{kind}; charset=utf-8", headers=named)

    return file


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


def _listing(store: Store, request: Request) -> views.Listing:
    return views.listing(store, read_asked(request.query_params))


def _thing(store: Store, request: Request) -> views.Told:
    return views.told(store, request.path_params["id"])


def _story(store: Store, request: Request) -> views.StoryTold:
    return views.story_told(store, request.path_params["id"])


def _dyad(store: Store, request: Request) -> views.Dyad | Response:
    written = request.path_params["left"], request.path_params["right"]
    left, right = map(views.country, written)
    if left == right:
        raise Refused(HTTPStatus.NOT_FOUND, "bad_pair")
    if (left, right) != written:
        return _moved(request, f"/dyad/{left}/{right}")
    return views.dyad(store, (left, right), read_days(request.query_params))


def _actor(store: Store, request: Request) -> persons.ActorView | Response:
    view = persons.actor_view(store, request.path_params["id"], read_days(request.query_params))
    return _moved(request, f"/actor/{quote(view, safe='')}") if isinstance(view, str) else view


def _office(store: Store, request: Request) -> persons.OfficeView | Response:
    country, office = request.path_params["country"], request.path_params["id"]
    view = persons.office_view(store, country, office, read_days(request.query_params))
    if isinstance(view, str) or view.country != country:
        code, named = views.country(country), view if isinstance(view, str) else office
        return _moved(request, f"/office/{code}/{quote(named, safe='')}")
    return view


def _series(store: Store, request: Request) -> engaged.SeriesView:
    return engaged.series_view(store, request.path_params["id"])


def _calendar(store: Store, request: Request) -> dated.CalendarView:
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


def _encoded(view: Any, status: int = HTTPStatus.OK) -> Response:
    return Response(msgspec.json.encode(view), status, media_type="application/json")


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
        return _encoded({"error": ". ".join(filter(None, (title, remedy)))}, refused.status)
    page = render("error.html", request, title=title, remedy=remedy)
    return HTMLResponse(page, refused.status, headers={"Vary": "Accept-Language"})
