"""Views as HTML: the templates, and the little that they may call."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from vaarta.ontology import load_ontology
from vaarta.resolution import RECURRING
from vaarta.store.spelling import office_names
from vaarta.web import asked, atlas, bars, curve, marking, persons, telling, ties
from vaarta.web.tongue import Tongue, choose, languages, load_texts

__all__ = ["path_of", "render", "tongue_of"]

FOLDER = Path(__file__).parent / "templates"
TABS: Mapping[str, Mapping[str, str]] = {
    "all": {},
    "happened": {"kind": "event", "standing": "happened"},
    "said": {"kind": "statement"},
    "engagements": {"kind": "engagement"},
    "coming": {"upcoming": "1"},
}

PAGES: dict[str, str] = {
    "/": "record",
    "/calendar": "calendar",
    "/series": "series_page",
    "/map": "map",
    "/network": "network",
    "/disagreements": "disagreements",
    "/about": "about",
}


def path_of(request: Request) -> str:
    """The path of a request as it is written in an address; with one slash before it, as two would name a host."""
    return quote("/" + request.scope["path"].lstrip("/"))


def tongue_of(request: Request) -> Tongue:
    """The language that a request wants its page in."""
    return Tongue(choose(request.query_params.get("lang", ""), request.headers.get("accept-language", "")))


def render(template: str, request: Request, **values: Any) -> str:
    """The page of a template, its values escaped."""
    tongue, lang_asked = tongue_of(request), bool(request.query_params.get("lang"))

    def link(path: str, pairs: Iterable[tuple[str, str]] = (), lang: str = "") -> str:
        """An address of ours; a language that was asked for by name stays asked for."""
        wanted = lang or (tongue.lang if lang_asked else "")
        query = urlencode([*pairs, *([("lang", wanted)] if wanted else [])])
        return f"{path}?{query}" if query else path

    def asked() -> list[tuple[str, str]]:
        return [pair for pair in request.query_params.multi_items() if pair[0] != "lang"]

    def here(lang: str) -> str:
        """The address of the same page in another language."""
        return link(path_of(request), asked(), lang)

    def as_json() -> str:
        """The address of the same page as JSON."""
        return link(path_of(request) + ".json", asked())

    return (
        _environment()
        .get_template(template)
        .render(
            t=tongue,
            say=tongue.say,
            lang_asked=lang_asked,
            pages=PAGES | ({"/review": "review"} if _writable(request) else {}),
            here_path=request.scope["path"],
            link=link,
            here=here,
            as_json=as_json,
            languages=[(lang, load_texts(lang).name) for lang in languages()],
            world=lambda: atlas.world(request.app.state.boundaries),
            around=lambda points: atlas.around(points, request.app.state.boundaries),
            called=lambda who: tongue.country(who.id) if who.kind == "country" else persons.name_in(tongue.lang, who),
            office_called=lambda office: next(iter(office_names(tongue.lang).get(office, ())), office),
            line_of=lambda answer: telling.tell(answer, tongue),
            **values,
        )
    )


def _writable(request: Request) -> bool:
    """Whether anything may be written here; what is refused before it reaches the application is told nothing."""
    return "app" in request.scope and request.app.state.writable


def _type_modes() -> tuple[str, ...]:
    """The types of events and their modes, as TYPE and TYPE/mode."""
    types = load_ontology().types
    return tuple(one for type_, told in types.items() for one in (type_, *(f"{type_}/{mode}" for mode in told.modes)))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        segment=lambda text: quote(text, safe=""),
        short=telling.short,
        web=telling.safe_url,
        kind=telling.kind_of,
        zip_with=zip,
    )
    environment.globals.update(
        tabs=TABS,
        last_page=asked.LAST_PAGE,
        kinds=asked.KINDS,
        countries_of=telling.countries_of,
        marked=marking.marked,
        sentence_marks=marking.sentence_marks,
        story_marks=marking.story_marks,
        paragraphs=marking.paragraphs,
        draw=curve.draw,
        rows=curve.rows,
        strip=curve.strip,
        recurring=RECURRING,
        bars_of=bars.bars_of,
        type_modes=_type_modes(),
        lay_out=ties.lay_out,
    )
    return environment
