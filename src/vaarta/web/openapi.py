"""The OpenAPI document: made of the declarations that routes are made of, so that it cannot say another thing."""

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any, get_args, get_type_hints

import msgspec
from starlette.responses import Response

from vaarta.web.asked import FIELDS, schema_of
from vaarta.web.declared import JSON, Build, Data, Page
from vaarta.web.refusals import Problem
from vaarta.web.tongue import DEFAULT, languages, load_texts
from vaarta.web.writing import Post

__all__ = ["document"]

SCHEMAS = "#/components/schemas/{name}"
NAMED = re.compile(r"{(\w+)(?::path)?}")
LONGEST_NAME = 300
TOKEN = {"token": {"type": "http", "scheme": "bearer"}}
FAULTS = {"4XX": "What was asked cannot be answered", "5XX": "The record cannot be read now, or took too long"}


def document(pages: Iterable[Page], data: Iterable[Data], posts: Sequence[Post] = ()) -> dict[str, Any]:
    """OpenAPI 3.1 of all addresses that answer in JSON, of the other formats of some, and of what may be written."""
    shown, told = tuple(pages), tuple(data)
    builds = [*(page.build for page in shown), *(one.build for one in told)]
    views = {_view(build) for build in builds} | {Problem}
    views |= {shape for post in posts for shape in (post.takes, post.tells)}
    _, components = msgspec.json.schema_components(sorted(views, key=str), ref_template=SCHEMAS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": load_texts(DEFAULT).words["title"],
            "version": version("vaarta"),
            "description": load_texts(DEFAULT).words["tagline"],
        },
        "paths": dict(_paths(shown, told)) | {post.path: {"post": _writing(post)} for post in posts},
        "components": {"schemas": components} | ({"securitySchemes": TOKEN} if posts else {}),
    }


def _paths(pages: tuple[Page, ...], data: tuple[Data, ...]) -> Iterator[tuple[str, Any]]:
    for one in data:
        content: dict[str, Any] = {JSON: {"schema": _ref(_view(one.build))}}
        content |= {file.media: {"schema": {"type": "string"}} for file in one.files}
        yield _path(one.path), {"get": _operation(one.path, one.build, one.takes, content)}
        for file in one.files:
            path = f"{one.path}.{file.ending}"
            only = {file.media: content[file.media]}
            yield _path(path), {"get": _operation(path, file.build, one.takes, only)}
    for page in pages:
        path = f"{page.path}.json"
        yield (
            _path(path),
            {"get": _operation(path, page.build, page.takes, {JSON: {"schema": _ref(_view(page.build))}})},
        )


def _operation(path: str, build: Build, takes: Iterable[str], content: Mapping[str, Any]) -> dict[str, Any]:
    fault = {JSON: {"schema": _ref(Problem)}}
    answers: dict[str, Any] = {"200": {"description": "The answer", "content": content}}
    if Response in get_args(get_type_hints(build)["return"]):
        answers["302"] = {"description": "The same under the address that it has"}
    return {
        "operationId": re.sub(r"\W+", "_", NAMED.sub(r"\1", path)).strip("_") or "things",
        "summary": inspect.cleandoc(build.__doc__ or "").partition("\n")[0],
        "parameters": [*_in_path(path), *map(_in_query, (*takes, "lang"))],
        "responses": answers | {code: {"description": said, "content": fault} for code, said in FAULTS.items()},
    }


def _writing(post: Post) -> dict[str, Any]:
    told = {"description": "It is kept", "content": {JSON: {"schema": _ref(post.tells)}}}
    fault = {JSON: {"schema": _ref(Problem)}}
    return {
        "operationId": re.sub(r"\W+", "_", post.path).strip("_"),
        "summary": inspect.cleandoc(post.act.__doc__ or "").partition("\n")[0],
        "security": [{"token": []}],
        "requestBody": {"required": True, "content": {JSON: {"schema": _ref(post.takes)}}},
        "responses": {"201": told, "200": told | {"description": "It was there already"}}
        | {code: {"description": said, "content": fault} for code, said in FAULTS.items()},
    }


def _in_path(path: str) -> Iterator[dict[str, Any]]:
    for name in NAMED.findall(path):
        schema = {"type": "string", "minLength": 1, "maxLength": LONGEST_NAME}
        yield {"name": name, "in": "path", "required": True, "schema": schema}


def _in_query(name: str) -> dict[str, Any]:
    if name == "lang":
        said = load_texts(DEFAULT).words["other_language"]
        return {
            "name": name,
            "in": "query",
            "schema": {"type": "string", "enum": list(languages())},
            "description": said,
        }
    words = load_texts(DEFAULT).words
    described = {"description": words[FIELDS[name]]} if name in FIELDS else {}
    return {"name": name, "in": "query", "schema": schema_of(name)} | described


def _path(path: str) -> str:
    return NAMED.sub(r"{\1}", path)


def _view(build: Build) -> type:
    """The record that a builder makes; beside it, it may answer with a move to another address."""
    told = get_type_hints(build)["return"]
    made: type = next((one for one in get_args(told) if one not in {Response, str}), told)
    return made


def _ref(view: type) -> dict[str, Any]:
    (schema,), _ = msgspec.json.schema_components([view], ref_template=SCHEMAS)
    return schema
