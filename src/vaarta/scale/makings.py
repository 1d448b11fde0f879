"""What coding is made of beside its version: packs, pipelines, ontology, weights and code, each known by a digest.

Two of them that differ may code the same story differently, so they belong to different jobs.
"""

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from vaarta import packs
from vaarta.analysis.loading import shipped
from vaarta.errors import EngineError, ModelError

__all__ = ["differing", "makings"]

CODE = ("reading", "analysis", "recognition", "coding", "packs", "ontology")  # folders whose code decides what is coded
DIGITS = 16


def makings(pipelines: Mapping[str, str]) -> dict[str, str]:
    """The digest of each thing that decides what is coded, by what it is called ("the pack hi").

    `pipelines` are the user's own by language. Of one that a function makes, the module of that function is seen, not
    what it loads. One that is not installed here is left out. Files are read once a process.

    Raises EngineError if one of them cannot be read.
    """
    try:
        return dict(_makings(tuple(sorted(pipelines.items()))))
    except OSError as fault:
        raise EngineError(f"{fault.filename}: cannot be read: {fault.strerror}") from fault


def differing(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What is not the same in two makings, in order of its name."""
    return sorted(name for name in then.keys() | now.keys() if then.get(name) != now.get(name))


@cache
def _makings(pipelines: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    home, own = Path(str(files("vaarta"))), dict(pipelines)
    found = {"the code": _digest([home / folder for folder in CODE], ".py")}
    found["the ontology"] = _digest([home / "ontology"])
    found["the weights of scores"] = _digest([home / "models/scores"])
    for lang in packs.languages():
        found[f"the pack {lang}"] = _digest([packs.load(lang).folder])
        if there := _pipeline(lang, own.get(lang)):
            found[f"the pipeline for {lang}"] = _digest([there])
    return tuple(sorted(found.items()))


def _pipeline(lang: str, name: str | None) -> Path | None:
    """The folder or file that a language's pipeline lies in; None if it is not here."""
    try:
        if name is None:
            return shipped(lang)
        if Path(name).exists():
            return Path(name)
        spec = find_spec(name.partition(":")[0])
    except (ModelError, ImportError, ValueError):
        return None
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent if spec.submodule_search_locations else Path(spec.origin)


def _digest(places: list[Path], ending: str = "") -> str:
    """One digest of all files in some places, with their names: the same wherever the places lie."""
    whole = hashlib.sha256()
    for number, place in enumerate(places):
        for path in _files(place):
            if path.name.endswith(ending):
                with path.open("rb") as file:
                    content = hashlib.file_digest(file, "sha256").hexdigest()
                whole.update(f"{number} {path.relative_to(place).as_posix()} {content}\n".encode())
    return whole.hexdigest()[:DIGITS]


def _files(place: Path) -> Iterator[Path]:
    """The files in a folder, sorted, without what Python compiles there; a file itself."""
    if place.is_file():
        yield place
        return
    yield from sorted(path for path in place.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
