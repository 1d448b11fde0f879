"""Files on this machine or on an object store: read, listed, and written so that they are there whole or not at all."""

import io
import os
import shutil
import uuid
from collections.abc import Iterator
from typing import IO, Any, BinaryIO, cast

import fsspec
from fsspec.implementations.local import LocalFileSystem

from vaarta.errors import EngineError, ReadError
from vaarta.reading.sources import paths_of
from vaarta.records import Passed

__all__ = ["Folder", "files_of", "located", "open_file"]

WEB = ("http", "https")  # `vaarta read` fetches pages, with bounds; an address is no place for results either


class Folder:
    """A folder of results. Names within it are relative, with slashes."""

    def __init__(self, where: str) -> None:
        self.where = located(where)
        self.system, self.root = _system(self.where)

    def read(self, name: str) -> bytes | None:
        """What is in a file; None if there is none."""
        try:
            return cast("bytes", self.system.cat_file(self._path(name)))
        except FileNotFoundError:
            return None

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        path = self._path(name)
        self.system.invalidate_cache(path.rpartition("/")[0])
        return bool(self.system.exists(path))

    def write(self, name: str, data: IO[bytes]) -> None:
        """Write a file under another name and give it its own at the end: nobody ever sees a part of it."""
        path, aside = self._path(name), self._path(f"hand/{uuid.uuid4().hex}.tmp")
        for folder in (path, aside):
            self.system.makedirs(folder.rpartition("/")[0], exist_ok=True)
        with self.system.open(aside, "wb") as file:
            shutil.copyfileobj(data, file)
        self.system.mv(aside, path)

    def names(self, folder: str) -> set[str]:
        """The names of the files in a folder within it, with that folder's; none if there is no such folder."""
        try:
            self.system.invalidate_cache()
            return {f"{folder}/{path.rpartition('/')[2]}" for path in self.system.ls(self._path(folder), detail=False)}
        except FileNotFoundError:
            return set()

    def clear(self, folder: str) -> None:
        """Remove a folder within it, if it is there, with all that it holds."""
        if self.system.exists(self._path(folder)):
            self.system.rm(self._path(folder), recursive=True)

    def _path(self, name: str) -> str:
        return f"{self.root.rstrip('/')}/{name}"


def located(where: str) -> str:
    """A path made absolute; an address as it is. Raises EngineError for one that is no place for files."""
    if "://" not in where:
        return os.path.abspath(where)  # noqa: PTH100 - Path.resolve would follow links, which others may not see
    if where.partition("://")[0].lower() in WEB or "::" in where:
        raise EngineError(f"{where}: engines read files and object stores; `vaarta read` fetches addresses of the web")
    return where


def files_of(source: str) -> Iterator[tuple[str, int] | Passed]:
    """The path and size of each file of a source: a file, a folder, or an address with * in it; in sorted order.

    The order is that in which `vaarta read` reads them. Raises ReadError if there is no such source.
    """
    if "://" not in source:
        for found in paths_of(source):
            yield found if isinstance(found, Passed) else (str(found), found.stat().st_size)
        return
    system, path = _system(source)
    try:
        there = system.glob(path, detail=True) if "*" in path else {path: system.info(path)}
    except OSError as fault:
        raise ReadError(f"{source}: {fault}") from fault
    if not there:
        raise ReadError(f"{source}: no such file or folder")
    for name, info in sorted(there.items()):
        below = system.find(name, detail=True) if info["type"] == "directory" else {name: info}
        for file in sorted(below, key=_order):
            if not any(part.startswith(".") for part in file[len(name) :].split("/")):
                yield system.unstrip_protocol(file), int(below[file]["size"] or 0)


def open_file(path: str) -> BinaryIO:
    """A file of a source, open to be read. Raises OSError."""
    if "://" not in path:
        return open(path, "rb")  # noqa: PTH123 - the caller closes it
    system, name = _system(path)
    # fsspec's own files do not all read as Python's do: some read whole lines only, however long.
    return cast("BinaryIO", io.BufferedReader(system.open(name, "rb")))


def _system(where: str) -> tuple[Any, str]:
    """What reads and writes there, and the path as it knows it."""
    if "://" not in where:
        return LocalFileSystem(), where
    try:
        system, path = fsspec.url_to_fs(where)
    except (ImportError, ValueError) as missing:
        raise EngineError(f"{where}: {missing}") from missing
    return system, str(path)


def _order(path: str) -> list[tuple[bool, str]]:
    """Sorts the files of a folder before those of its subfolders."""
    *folders, name = path.split("/")
    return [(True, folder) for folder in folders] + [(False, name)]
