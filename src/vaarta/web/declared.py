"""What is said of each address, once: what answers it, what it takes, in which formats; routes and OpenAPI follow."""

from collections.abc import Callable
from typing import Any, NamedTuple

from starlette.requests import Request

from vaarta.store import Store
from vaarta.web.asked import FIELDS
from vaarta.web.wishes import wishes

__all__ = ["ASKED", "DAYS", "JSON", "Build", "Data", "File", "Page", "formats", "preferred"]

Build = Callable[[Store, Request], Any]
JSON = "application/json"
ASKED = tuple(FIELDS)
DAYS = ("since", "until")


class Page(NamedTuple):
    """A page: its address, its template, what makes its view (its JSON), and the parameters that this looks at."""

    path: str
    template: str
    build: Build
    takes: tuple[str, ...] = ()


class File(NamedTuple):
    """What answers in another format than JSON: the ending of its address, its media type, what makes it."""

    ending: str
    media: str
    build: Build


class Data(NamedTuple):
    """An address for programs: what makes its JSON, the parameters it takes, with their schemas, and other formats."""

    path: str
    build: Build
    takes: tuple[str, ...] = ()
    files: tuple[File, ...] = ()


def formats(data: Data) -> tuple[str, ...]:
    """The media types that an address answers in, JSON first."""
    return (JSON, *(file.media for file in data.files))


def preferred(data: Data, accept: str) -> File | None:
    """The format that is wished for most among those there are; None if that is JSON, or none of them is named."""
    files = {file.media: file for file in data.files}
    return next((files.get(wish) for wish in wishes(accept) if wish in {JSON, *files}), None)
